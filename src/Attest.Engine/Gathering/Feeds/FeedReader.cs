using Attest.Engine.Gathering.Markup;

namespace Attest.Engine.Gathering.Feeds;

/// <summary>How a document came.</summary>
/// <param name="Address">Address that it was fetched from, after redirects; empty where unknown.</param>
/// <param name="ContentType">HTTP header Content-Type.</param>
/// <param name="ContentLocation">HTTP header Content-Location.</param>
/// <param name="ContentLanguage">HTTP header Content-Language.</param>
public sealed record FeedOrigin(string Address = "", string? ContentType = null, string? ContentLocation = null, string? ContentLanguage = null);

/// <summary>
/// Reads a feed in any format and as broken as the web has them: RSS 0.90 to 2.0, RDF, Atom 0.3 and 1.0, CDF, JSON Feed, sitemaps.
/// <list type="number">
/// <item>bytes to characters (<see cref="CharacterSets"/>);</item>
/// <item>characters to a tree (<see cref="MarkupTree"/>), or JSON;</item>
/// <item>the root element tells the format (<see cref="XmlFeed"/>), elements are taken by their meaning (<see cref="NodeDraft"/>);</item>
/// <item>texts come out harmless, links resolved, dates in UTC.</item>
/// </list>
/// Takes time and memory linear in the document. Never throws, fetches nothing.
/// </summary>
public static class FeedReader
{
    /// <summary>The feed, or why the document is none.</summary>
    public static FeedReading Read(ReadOnlySpan<byte> bytes, FeedOrigin origin)
    {
        ArgumentNullException.ThrowIfNull(origin);
        var decoded = CharacterSets.Decode(bytes, origin.ContentType);
        string text = decoded.Text;
        var start = text.AsSpan().TrimStart("\uFEFF \t\r\n\0");
        if (start.IsEmpty)
            return new FeedReading.Refused(FeedRefusal.Empty);
        var around = new Surroundings(
            origin.ContentLocation is { Length: > 0 } location ? Addresses.Resolve(origin.Address, location) : origin.Address,
            origin.ContentLanguage is { Length: > 0 } language ? language : null);
        var reading = start[0] is '{' or '[' ? JsonFeeds.Read(start.ToString(), around) : OfMarkup(text, around);
        return reading is FeedReading.Read { Feed: var feed }
            ? new FeedReading.Read(feed with { Encoding = decoded.Encoding, Mends = feed.Mends | (decoded.IsExact ? FeedMends.None : FeedMends.BrokenCharacters) })
            : reading;
    }

    private static FeedReading OfMarkup(string text, Surroundings around)
    {
        var (top, refusal) = MarkupTree.Read(text);
        return refusal switch
        {
            TreeRefusal.NoElement => new FeedReading.Refused(FeedRefusal.NotAFeed),
            TreeRefusal.TooDeep => new FeedReading.Refused(FeedRefusal.TooDeep),
            TreeRefusal.EntityBomb => new FeedReading.Refused(FeedRefusal.EntityBomb),
            // A server's warnings may stand before the feed.
            _ => XmlFeed.Read(top!.Elements.FirstOrDefault(XmlFeed.IsRoot) ?? top.Elements.First(), around),
        };
    }
}
