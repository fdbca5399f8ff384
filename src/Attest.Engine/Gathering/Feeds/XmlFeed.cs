using System.Collections.Immutable;
using Attest.Engine.Gathering.Markup;

namespace Attest.Engine.Gathering.Feeds;

/// <summary>Reads RSS, RDF, Atom and CDF out of the tree of a document.</summary>
internal static class XmlFeed
{
    /// <summary>Whether an element is an item of any format.</summary>
    public static bool IsItem(MarkupNode.Element element) => element.Name is "item" or "entry";

    /// <summary>Whether an element is the root of a known format.</summary>
    public static bool IsRoot(MarkupNode.Element element) => element.Name is "rss" or "rdf:rdf" or "feed" or "channel" or "urlset" or "sitemapindex" or "opml";

    /// <summary>The feed under the root element, or why there is none.</summary>
    public static FeedReading Read(MarkupNode.Element root, Surroundings around)
    {
        if (Sitemaps.Read(root, around) is { } sitemap)
            return new FeedReading.Read(sitemap);
        var mends = FeedMends.None;
        switch (root.Name)
        {
            case "rss" or "rdf:rdf" or "feed" or "channel":
                break;
            case "opml":
                return new FeedReading.Refused(FeedRefusal.ListOfFeeds);
            case "html" or "xhtml:html" or "head" or "body":
                return new FeedReading.Refused(FeedRefusal.WebPage);
            default:
                if (!Items(root).Any() && root.First("channel") is null)
                    return new FeedReading.Refused(FeedRefusal.NotAFeed);
                mends |= FeedMends.UnknownRoot;
                break;
        }
        var format = FormatOf(root);
        var items = ImmutableArray.CreateBuilder<FeedItem>();
        foreach (var item in Items(root))
        {
            // The end of a document that breaks off may lack what matters most.
            if (item.IsCutOff)
                mends |= FeedMends.CutOff;
            else
                items.Add(Item(item, format, around));
        }
        if (root.IsCutOff)
            mends |= FeedMends.CutOff;
        var draft = new NodeDraft(format, around);
        draft.Take(root);
        if (root.Name != "channel" && root.First("channel") is { } channel)
            draft.Take(channel);
        var feed = draft.Fill(new Feed { Format = format, Items = items.ToImmutable() }) with
        {
            Info = draft.Info,
            Generator = draft.Generator,
            Icon = draft.Icon,
            Logo = draft.Logo,
            AskedInterval = draft.AskedInterval,
            Mends = mends,
        };
        return new FeedReading.Read(feed with
        {
            Language = feed.Language ?? around.Language,
            Next = feed.Links.FirstOrDefault(l => l.Relation == "next")?.Address,
        });
    }

    private static FeedItem Item(MarkupNode.Element element, FeedFormat format, Surroundings around)
    {
        var draft = new NodeDraft(format, around).Take(element);
        return draft.Fill(new FeedItem()) with { Content = draft.Content, Comments = draft.Comments, Source = draft.Source };
    }

    private static FeedFormat FormatOf(MarkupNode.Element root) => root.Name switch
    {
        "rdf:rdf" => FeedFormat.Rdf,
        "channel" => FeedFormat.Cdf,
        "feed" => root.Attributes["version"] is "0.1" or "0.2" or "0.3" || root.Attributes["xmlns"]?.Contains("purl.org", StringComparison.OrdinalIgnoreCase) == true
            ? FeedFormat.Atom03
            : FeedFormat.Atom10,
        _ => FeedFormat.Rss,
    };

    /// <summary>Items wherever they stand: in the channel, beside it, or in lists. Items within items are parts of theirs.</summary>
    private static IEnumerable<MarkupNode.Element> Items(MarkupNode.Element root)
    {
        var open = new Stack<IEnumerator<MarkupNode.Element>>();
        open.Push(root.Elements.GetEnumerator());
        while (open.TryPeek(out var level))
        {
            if (!level.MoveNext())
            {
                open.Pop().Dispose();
                continue;
            }
            if (IsItem(level.Current))
                yield return level.Current;
            else
                open.Push(level.Current.Elements.GetEnumerator());
        }
    }
}
