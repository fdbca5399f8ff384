using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Attest.Engine.Gathering.Markup;

namespace Attest.Engine.Gathering.Feeds;

/// <summary>A feed that a page names.</summary>
/// <param name="Address">Its address, resolved.</param>
/// <param name="Title">Its title; empty where not said.</param>
public sealed record NamedFeed(string Address, string Title);

/// <summary>Finds the feeds that a page names (&lt;link rel="alternate"&gt;), those of the whole site before those of comments.</summary>
public static partial class FeedDiscovery
{
    private const int Most = 20;

    [GeneratedRegex(@"<(link|base)\b([^<>]{0,2000})>", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Tag { get; }

    [GeneratedRegex(@"([a-z-]{1,20})\s{0,2000}=\s{0,2000}(?:""([^""]{0,2000})""|'([^']{0,2000})'|([^\s""'>]{1,2000}))", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Attribute { get; }

    /// <summary>The feeds that a page names, in its order; those of comments last.</summary>
    /// <param name="html">The page.</param>
    /// <param name="address">Its address.</param>
    public static ImmutableArray<NamedFeed> In(string html, string address)
    {
        ArgumentNullException.ThrowIfNull(html);
        string @base = address;
        var found = new List<NamedFeed>();
        foreach (Match tag in Tag.Matches(html))
        {
            var attributes = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
            foreach (Match a in Attribute.Matches(tag.Groups[2].Value))
                attributes.TryAdd(a.Groups[1].Value, References.Resolve(a.Groups[2].Success ? a.Groups[2].Value : a.Groups[3].Success ? a.Groups[3].Value : a.Groups[4].Value));
            if (!attributes.TryGetValue("href", out string? href) || href.Trim().Length == 0)
                continue;
            if (tag.Groups[1].Value.Equals("base", StringComparison.OrdinalIgnoreCase))
                @base = Addresses.Resolve(address, href);
            else if (IsFeed(attributes) && found.Count < Most)
                found.Add(new NamedFeed(Addresses.Resolve(@base, href), attributes.GetValueOrDefault("title", "").Trim()));
        }
        return [.. found.Where(f => Addresses.SchemeOf(f.Address) is "http" or "https").DistinctBy(f => f.Address).OrderBy(IsOfComments)];
    }

    private static bool IsFeed(Dictionary<string, string> link) =>
        link.GetValueOrDefault("rel", "").Split(' ').Contains("alternate", StringComparer.OrdinalIgnoreCase)
        && link.GetValueOrDefault("type", "").Split(';')[0].Trim().ToLowerInvariant() is "application/rss+xml" or "application/atom+xml" or "application/feed+json" or "application/rdf+xml";

    private static bool IsOfComments(NamedFeed feed) =>
        feed.Address.Contains("comments", StringComparison.OrdinalIgnoreCase) || feed.Title.Contains("comments", StringComparison.OrdinalIgnoreCase);
}
