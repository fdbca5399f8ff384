using System.Globalization;
using System.Text;

namespace Attest.Engine.Reading;

/// <summary>What came of reading an address: one form for all spellings of it, or why it is none.</summary>
public abstract record WebAddress
{
    private WebAddress() { }

    /// <summary>An address in canonical form.</summary>
    /// <param name="Url">Scheme and host in lower case (IDN in its ASCII form), no default port, user, fragment or tracking parameter.</param>
    /// <param name="Host">Its host in lower case, without "www.".</param>
    public sealed record Canonical(string Url, string Host) : WebAddress;

    /// <summary>Not an address of a public page.</summary>
    /// <param name="Why">What is wrong with it, for a person to read.</param>
    public sealed record Refused(string Why) : WebAddress;

    /// <summary>Longest address that is read, in UTF-16 units: browsers and servers stop near it.</summary>
    public const int MaxLength = 8192;

    /// <summary>
    /// Reads an address. Its canonical form identifies a report, so spellings that lead to one page must come out equal: the case of scheme and
    /// host, a default port, a fragment, percent-encodings (RFC 3986, 6.2.2), a slash at the end, and parameters that only count visitors make
    /// no difference; the order of the remaining parameters does, since it may to the server.
    /// </summary>
    public static WebAddress Read(string? address)
    {
        string text = (address ?? "").Trim();
        if (text.Length == 0)
            return new Refused("no url");
        if (text.Length > MaxLength)
            return new Refused($"url is longer than {MaxLength.ToString(CultureInfo.InvariantCulture)} characters");
        if (!Uri.TryCreate(text, UriKind.Absolute, out var uri) || text.Any(char.IsControl))
            return new Refused("url is not an address");
        if (uri.Scheme != Uri.UriSchemeHttp && uri.Scheme != Uri.UriSchemeHttps)
            return new Refused("url is not http or https");
        if (HostOf(uri) is not { } host)
            return new Refused("url has no valid host");

        string port = uri.IsDefaultPort ? "" : ":" + uri.Port.ToString(CultureInfo.InvariantCulture);
        string path = Encoded(uri.AbsolutePath).TrimEnd('/');
        string query = string.Join('&', uri.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries).Where(p => !CountsVisitors(p)).Select(Encoded));
        string url = $"{uri.Scheme}://{host}{port}{(path.Length == 0 ? "/" : path)}{(query.Length == 0 ? "" : "?" + query)}";
        return new Canonical(url, host.StartsWith("www.", StringComparison.Ordinal) && host.Length > 4 ? host[4..] : host);
    }

    private static string? HostOf(Uri uri)
    {
        try
        {
            string host = uri.IdnHost.TrimEnd('.').ToLowerInvariant();
            if (uri.HostNameType == UriHostNameType.IPv6)
                return uri.Host;
            return host.Length is > 0 and < 254 && host.Split('.').All(label => label.Length is > 0 and < 64) ? host : null;
        }
        catch (UriFormatException)
        {
            return null;
        }
    }

    // Parameters of campaign and advertising systems: they name the click, never the page.
    private static bool CountsVisitors(string parameter)
    {
        string name = parameter.Split('=')[0].ToLowerInvariant();
        return name.StartsWith("utm_", StringComparison.Ordinal) || name.StartsWith("at_custom", StringComparison.Ordinal) || Trackers.Contains(name);
    }

    private static readonly HashSet<string> Trackers = new(StringComparer.Ordinal)
    {
        "fbclid", "gclid", "gclsrc", "dclid", "gbraid", "wbraid", "msclkid", "yclid", "twclid", "ttclid", "igshid", "igsh", "li_fat_id", "mc_cid", "mc_eid",
        "mkt_tok", "_hsenc", "_hsmi", "hsctatracking", "_ga", "_gl", "vero_id", "oly_enc_id", "oly_anon_id", "wickedid", "srsltid", "cmpid", "ns_campaign",
        "ns_mchannel", "ns_source", "ns_linkname", "at_medium", "at_campaign", "smid", "ftag", "icid", "spm", "guccounter", "guce_referrer",
        "guce_referrer_sig", "__twitter_impression", "xtor", "wt_mc", "campaign_id", "ref_src", "ref_url", "taid", "soc_src", "soc_trk",
    };

    // Percent-encoded letters, digits and "-._~" are the same as the plain ones; the rest is written in upper-case hexadecimal.
    private static string Encoded(string part)
    {
        var result = new StringBuilder(part.Length);
        for (int i = 0; i < part.Length; i++)
        {
            char c = part[i];
            if (c == '%' && i + 2 < part.Length && char.IsAsciiHexDigit(part[i + 1]) && char.IsAsciiHexDigit(part[i + 2]))
            {
                char decoded = (char)byte.Parse(part.AsSpan(i + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
                if (char.IsAsciiLetterOrDigit(decoded) || decoded is '-' or '.' or '_' or '~')
                    result.Append(decoded);
                else
                    result.Append('%').Append(char.ToUpperInvariant(part[i + 1])).Append(char.ToUpperInvariant(part[i + 2]));
                i += 2;
            }
            else if (c < 128)
                result.Append(c);
            else
            {
                int length = char.IsHighSurrogate(c) && i + 1 < part.Length ? 2 : 1;
                result.Append(Uri.EscapeDataString(part.AsSpan(i, length)));
                i += length - 1;
            }
        }
        return result.ToString();
    }
}
