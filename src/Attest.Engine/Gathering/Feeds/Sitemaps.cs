using Attest.Engine.Gathering.Markup;

namespace Attest.Engine.Gathering.Feeds;

/// <summary>Reads sitemaps as feeds: each page is an item, with what the news extension says of it; each sitemap of an index is an item too.</summary>
internal static class Sitemaps
{
    /// <summary>The sitemap under the root element; null where it is none.</summary>
    public static Feed? Read(MarkupNode.Element root, Surroundings around) => root.Name switch
    {
        "urlset" => Of(root, "url", FeedFormat.Sitemap, around),
        "sitemapindex" => Of(root, "sitemap", FeedFormat.SitemapIndex, around),
        _ => null,
    };

    private static Feed Of(MarkupNode.Element root, string each, FeedFormat format, Surroundings around)
    {
        var entries = root.Named(each).ToArray();
        return new Feed
        {
            Format = format,
            Items = [.. entries.Where(e => !e.IsCutOff).Select(e => Item(e, format, around)).OfType<FeedItem>()],
            Mends = root.IsCutOff ? FeedMends.CutOff : FeedMends.None,
        };
    }

    private static FeedItem? Item(MarkupNode.Element entry, FeedFormat format, Surroundings around)
    {
        if (entry.First("loc")?.Characters is not { Length: > 0 } written)
            return null;
        string address = Addresses.Resolve(around.BaseAt(entry), written);
        var draft = new NodeDraft(format, around).Take(entry);
        var news = entry.First("news:news");
        if (news is not null)
            draft.Take(news);
        var publication = news?.First("news:publication");
        var item = draft.Fill(new FeedItem());
        return item with
        {
            Id = address,
            Link = address,
            Links = [new FeedLink("alternate", address, "text/html")],
            Publisher = publication?.First("news:name")?.Characters is { Length: > 0 } name ? new FeedPerson(name, null, null) : item.Publisher,
            Language = publication?.First("news:language")?.Characters is { Length: > 0 } language ? language : item.Language,
        };
    }
}
