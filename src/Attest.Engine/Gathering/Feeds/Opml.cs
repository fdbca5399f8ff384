using System.Collections.Immutable;
using System.Text;
using Attest.Engine.Gathering.Markup;

namespace Attest.Engine.Gathering.Feeds;

/// <summary>Reads and writes lists of feeds (OPML 1.0 to 2.0), as every feed reader exchanges them.</summary>
public static class Opml
{
    /// <summary>The feeds that a list names, in its order, whatever folders they stand in; null where the document is no list of feeds.</summary>
    public static ImmutableArray<NamedFeed>? Read(ReadOnlySpan<byte> bytes)
    {
        var (top, _) = MarkupTree.Read(CharacterSets.Decode(bytes, null).Text);
        if (top?.Elements.FirstOrDefault(e => e.Name == "opml") is not { } root)
            return null;
        var feeds = ImmutableArray.CreateBuilder<NamedFeed>();
        var known = new HashSet<string>(StringComparer.Ordinal);
        foreach (var outline in root.Below().OfType<MarkupNode.Element>())
        {
            string address = (outline.Attributes["xmlurl"] ?? outline.Attributes["url"] ?? "").Trim();
            if (outline.Name == "outline" && Addresses.SchemeOf(address) is "http" or "https" && known.Add(address))
                feeds.Add(new NamedFeed(address, outline.Attributes["title"] ?? outline.Attributes["text"] ?? ""));
        }
        return feeds.ToImmutable();
    }

    /// <summary>Writes a list of feeds.</summary>
    public static string Write(string title, IEnumerable<NamedFeed> feeds)
    {
        ArgumentNullException.ThrowIfNull(feeds);
        var written = new StringBuilder("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<opml version=\"2.0\">\n<head><title>")
            .Append(Escaped(title)).Append("</title></head>\n<body>\n");
        foreach (var feed in feeds)
            written.Append("<outline type=\"rss\" text=\"").Append(Escaped(feed.Title.Length > 0 ? feed.Title : feed.Address))
                .Append("\" xmlUrl=\"").Append(Escaped(feed.Address)).Append("\"/>\n");
        return written.Append("</body>\n</opml>\n").ToString();
    }

    private static string Escaped(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (char c in text)
            escaped.Append(c switch { '&' => "&amp;", '<' => "&lt;", '>' => "&gt;", '"' => "&quot;", < ' ' and not '\t' => " ", _ => c.ToString() });
        return escaped.ToString();
    }
}
