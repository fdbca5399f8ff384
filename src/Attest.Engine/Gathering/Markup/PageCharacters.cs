using System.Text.RegularExpressions;

namespace Attest.Engine.Gathering.Markup;

/// <summary>Reads the bytes of a page.</summary>
public static partial class PageCharacters
{
    private const int PrescanBytes = 4096;

    [GeneratedRegex(@"<meta[^>]{0,200}charset\s*=\s*[""']?\s*([A-Za-z0-9._:-]{1,40})", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Meta { get; }

    /// <summary>The page's characters: by byte order mark, header, its own statement, UTF-8 or Windows-1252, as its bytes bear out. Never throws.</summary>
    public static string Read(ReadOnlySpan<byte> bytes, string? contentType)
    {
        bool headed = contentType?.Contains("charset", StringComparison.OrdinalIgnoreCase) == true;
        string start = System.Text.Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, PrescanBytes)]);
        string? stated = headed ? contentType : Meta.Match(start) is { Success: true } meta ? "text/html; charset=" + meta.Groups[1].Value : contentType;
        // A page that can be read byte by byte is not in UTF-16, whatever it says (HTML Standard, "prescan a byte stream").
        if (!headed && stated is not null && stated.Contains("utf-16", StringComparison.OrdinalIgnoreCase))
            stated = contentType;
        return CharacterSets.Decode(bytes, stated).Text;
    }
}
