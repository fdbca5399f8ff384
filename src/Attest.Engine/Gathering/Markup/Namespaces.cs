using System.Collections.Frozen;

namespace Attest.Engine.Gathering.Markup;

/// <summary>
/// Which prefix stands for which namespace, whatever the document calls it. Feeds declare wrong addresses, none, or the right one in other case, so
/// what is not known falls back on the prefix as written.
/// </summary>
internal sealed class Namespaces
{
    private static readonly FrozenDictionary<string, string> Known = new Dictionary<string, string>
    {
        // The feed formats themselves, as their versions and mistaken copies name them.
        ["http://backend.userland.com/rss"] = "",
        ["http://blogs.law.harvard.edu/tech/rss"] = "",
        ["http://purl.org/rss/1.0/"] = "",
        ["http://my.netscape.com/rdf/simple/0.9/"] = "",
        ["http://channel.netscape.com/rdf/simple/0.9/"] = "",
        ["http://example.com/newformat#"] = "",
        ["http://example.com/necho"] = "",
        ["http://purl.org/echo/"] = "",
        ["uri/of/echo/namespace#"] = "",
        ["http://purl.org/pie/"] = "",
        ["http://purl.org/atom/ns#"] = "",
        ["http://www.w3.org/2005/atom"] = "",
        ["http://purl.org/rss/1.0/modules/rss091#"] = "",
        ["http://www.sitemaps.org/schemas/sitemap/0.9"] = "",
        ["http://www.google.com/schemas/sitemap/0.84"] = "",
        ["http://www.w3.org/1999/02/22-rdf-syntax-ns#"] = "rdf",
        ["http://www.w3.org/1999/xhtml"] = "xhtml",
        ["http://www.w3.org/1999/xlink"] = "xlink",
        ["http://www.w3.org/2000/svg"] = "svg",
        ["http://www.w3.org/1998/math/mathml"] = "mathml",
        ["http://www.w3.org/xml/1998/namespace"] = "xml",
        ["http://purl.org/dc/elements/1.1/"] = "dc",
        ["http://purl.org/dc/terms/"] = "dcterms",
        ["http://purl.org/rss/1.0/modules/content/"] = "content",
        ["http://purl.org/rss/1.0/modules/syndication/"] = "sy",
        ["http://purl.org/rss/1.0/modules/slash/"] = "slash",
        ["http://purl.org/rss/1.0/modules/image/"] = "image",
        ["http://purl.org/syndication/thread/1.0"] = "thr",
        ["http://search.yahoo.com/mrss"] = "media",
        ["http://www.itunes.com/dtds/podcast-1.0.dtd"] = "itunes",
        ["http://example.com/dtds/podcast-1.0.dtd"] = "itunes",
        ["http://wellformedweb.org/commentapi/"] = "wfw",
        ["http://creativecommons.org/ns#"] = "cc",
        ["http://web.resource.org/cc/"] = "cc",
        ["http://backend.userland.com/creativecommonsrssmodule"] = "creativecommons",
        ["http://rssnamespace.org/feedburner/ext/1.0"] = "feedburner",
        ["http://www.georss.org/georss"] = "georss",
        ["http://www.opengis.net/gml"] = "gml",
        ["http://www.w3.org/2003/01/geo/wgs84_pos#"] = "geo",
        ["http://webns.net/mvcb/"] = "admin",
        ["http://www.google.com/schemas/sitemap-news/0.9"] = "news",
        ["http://podlove.org/simple-chapters"] = "psc",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    // Prefixes that everybody uses for the feed formats themselves; a feed that forgets to declare one still means it.
    private static readonly FrozenSet<string> OwnPrefixes = new[] { "rss", "atom", "atom10", "atom03" }.ToFrozenSet(StringComparer.Ordinal);

    private readonly Dictionary<string, string> inScope = new(StringComparer.Ordinal) { ["xml"] = "xml" };

    /// <summary>The canonical prefix of a namespace; null where it is not known.</summary>
    public static string? Canonical(string address)
    {
        string key = address.Trim().ToLowerInvariant();
        if (Known.TryGetValue(key, out string? prefix) || Known.TryGetValue(key + '/', out prefix) || Known.TryGetValue(key.TrimEnd('/'), out prefix))
            return prefix;
        // "http://backend.userland.com/rss2", "…/RSS091" and their like; each version once had an address of its own.
        return key.StartsWith("http://backend.userland.com/rss", StringComparison.Ordinal) ? "" : null;
    }

    /// <summary>Lets a declaration take effect.</summary>
    /// <returns>What puts the scope back as it was.</returns>
    public (string Prefix, string? Before) Declare(string prefix, string address)
    {
        inScope.TryGetValue(prefix, out string? before);
        // An unknown default namespace is taken for a wrong one: its elements are what their names say.
        inScope[prefix] = Canonical(address) ?? (prefix.Length == 0 ? "" : prefix.ToLowerInvariant());
        return (prefix, before);
    }

    /// <summary>Ends a declaration's effect.</summary>
    public void Undo((string Prefix, string? Before) declared)
    {
        if (declared.Before is null)
            inScope.Remove(declared.Prefix);
        else
            inScope[declared.Prefix] = declared.Before;
    }

    /// <summary>The canonical name of an element as written.</summary>
    public string ElementName(ReadOnlySpan<char> written)
    {
        int colon = written.IndexOf(':');
        return Name(colon > 0 ? Prefix(written[..colon]) : inScope.GetValueOrDefault("", ""), written[(colon + 1)..]);
    }

    /// <summary>The canonical name of an attribute as written: one without a prefix is in no namespace.</summary>
    public string AttributeName(ReadOnlySpan<char> written)
    {
        int colon = written.IndexOf(':');
        return Name(colon > 0 ? Prefix(written[..colon]) : "", written[(colon + 1)..]);
    }

    private string Prefix(ReadOnlySpan<char> written)
    {
        if (inScope.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(written, out string? canonical))
            return canonical;
        string lower = written.ToString().ToLowerInvariant();
        return OwnPrefixes.Contains(lower) ? "" : lower;
    }

    private static string Name(string prefix, ReadOnlySpan<char> local)
    {
        string lower = local.ToString().ToLowerInvariant();
        return prefix.Length == 0 ? lower : prefix + ':' + lower;
    }
}
