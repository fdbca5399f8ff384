using System.Collections.Immutable;

namespace Attest.Engine.Reading;

/// <summary>
/// The part of a host that one owner registered: "bbc.co.uk" of "news.bbc.co.uk". A compact stand-in for the Public Suffix List: second levels
/// that countries reserve are known by their name, hosts that lend a name to anyone by a list.
/// </summary>
internal static class RegistrableDomain
{
    /// <summary>The registrable domain of a host in lower case; an IP address or a single label is returned as it is.</summary>
    public static string Of(string host)
    {
        var labels = host.Split('.');
        if (labels.Length < 2 || System.Net.IPAddress.TryParse(host, out _))
            return host;
        int suffix = SuffixLength(labels);
        return string.Join('.', labels[^Math.Min(labels.Length, suffix + 1)..]);
    }

    /// <summary>The labels of a host above its public suffix, as the host has them: ["news", "bbc"] of "news.bbc.co.uk".</summary>
    public static ImmutableArray<string> OwnLabels(string host)
    {
        var labels = host.Split('.');
        return labels.Length < 2 ? [host] : [.. labels[..^Math.Min(labels.Length - 1, SuffixLength(labels))]];
    }

    /// <summary>Whether anyone can have a name under this host's suffix: it says nothing about who writes there.</summary>
    public static bool IsLent(string host) => Lenders.Any(l => host == l || (host.EndsWith(l, StringComparison.Ordinal) && host[^(l.Length + 1)] == '.'))
        || (host.Split('.') is { Length: >= 3 } labels && labels[^2] is "blogspot" or "wordpress" or "substack" or "tumblr");

    /// <summary>Whether only public authorities get a name under this host's suffix ("anytown.gov", "anytown.gov.uk").</summary>
    public static bool IsOfAuthorities(string host) => host.Split('.') is var labels
        && (labels is [.., _, "gov" or "mil"]
            || (labels is [.., _, "gov" or "gob" or "gouv" or "govt" or "gub" or "mil" or "police", var country] && (country.Length == 2 || country == "example")));

    private static int SuffixLength(string[] labels)
    {
        string host = string.Join('.', labels);
        if (IsLent(host))
            return Lenders.Where(l => host.EndsWith("." + l, StringComparison.Ordinal)).Select(l => l.Split('.').Length).DefaultIfEmpty(2).Max();
        // "example" is reserved for documentation and stands for any country there.
        bool country = labels[^1].Length == 2 || labels[^1] == "example";
        return country && labels.Length > 2 && SecondLevels.Contains(labels[^2]) ? 2 : 1;
    }

    private static readonly HashSet<string> SecondLevels = new(StringComparer.Ordinal)
    {
        "ac", "asn", "co", "com", "edu", "gc", "go", "gob", "gouv", "gov", "govt", "gub", "id", "info", "judiciary", "law", "ltd", "me", "mil", "ne", "net",
        "nhs", "nom", "or", "org", "parliament", "plc", "police", "sch", "web",
    };

    private static readonly ImmutableArray<string> Lenders =
    [
        "blogspot.com", "wordpress.com", "substack.com", "medium.com", "tumblr.com", "github.io", "gitlab.io", "netlify.app", "vercel.app", "pages.dev",
        "workers.dev", "web.app", "firebaseapp.com", "herokuapp.com", "azurewebsites.net", "cloudfront.net", "amazonaws.com", "weebly.com", "wixsite.com",
        "squarespace.com", "blogspot.co.uk", "typepad.com", "livejournal.com", "over-blog.com", "ghost.io", "beehiiv.com", "neocities.org", "altervista.org",
        "000webhostapp.com", "glitch.me", "notion.site", "webnode.com", "jimdofree.com", "home.blog", "onrender.com", "fly.dev", "eu.org", "sites.google.com",
    ];
}
