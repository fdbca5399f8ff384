using System.Security.Cryptography;
using System.Text;

namespace Attest.Web;

/// <summary>A page as one file that needs no other: its style sheet stands in it, fonts and script are left out.</summary>
internal static class StandalonePage
{
    private const string Prefix = "../../assets/";

    public static byte[] Of(byte[] page)
    {
        string style = Encoding.UTF8.GetString(Assets.All.First(a => a.Path == "assets/style.css").Content.Span);
        string hash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(style)));
        string policy = $"default-src 'none'; style-src 'sha256-{hash}'; base-uri 'none'; form-action 'none'";
        var kept = Encoding.UTF8.GetString(page).Split('\n').Where(line => !line.Contains(Prefix, StringComparison.Ordinal) || line.Contains(Prefix + "style.css", StringComparison.Ordinal));
        return Encoding.UTF8.GetBytes(string.Join('\n', kept.Select(line =>
            line.Contains(Prefix + "style.css", StringComparison.Ordinal) ? $"<style>{style}</style>"
            : line.Contains("http-equiv=\"Content-Security-Policy\"", StringComparison.Ordinal) ? $"<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">"
            : line)));
    }
}
