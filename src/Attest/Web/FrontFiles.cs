using System.Collections.Immutable;
using Attest.Engine.Publishing;

namespace Attest.Web;

/// <summary>The files that are about all stories, by their place in the site's folder: the static site writes all of them, the server makes the one that is asked for.</summary>
internal static class FrontFiles
{
    private const string Sources = "sources/";

    /// <summary>Places of all files.</summary>
    public static IEnumerable<string> Of(ImmutableArray<StoryDocument> stories) =>
    [
        "index.html", "index.json", "feed.atom", "feed.rss", "feed.json",
        .. Filters.Keys.Select(f => f + "/index.html"),
        Sources + "index.html", "sources.opml",
        .. SourceDocument.Of(stories).Select(s => $"{Sources}{s.Key}/index.html"),
        "record/index.html", "method/index.html",
    ];

    /// <summary>The file at a place; null where there is none.</summary>
    /// <param name="pages">Renders it.</param>
    /// <param name="stories">All stories, last changed first.</param>
    /// <param name="place">The place.</param>
    /// <param name="isLive">Whether a server answers.</param>
    /// <param name="logPlace">The place in the log that the stories show; null where nothing is told of what comes after it.</param>
    /// <param name="hub">How feeds lead to a hub; null where there is none.</param>
    public static async Task<byte[]?> RenderAsync(PageRenderer pages, ImmutableArray<StoryDocument> stories, string place, bool isLive = false, long? logPlace = null, HubLinks? hub = null) => place switch
    {
        "index.html" => await pages.IndexAsync(stories, isLive: isLive, place: logPlace),
        "index.json" => StoryJson.Write(IndexDocument.Of(stories)),
        "feed.atom" => AtomFeed.Write(Updates(stories, hub)),
        "feed.rss" => RssFeed.Write(Updates(stories, hub)),
        "feed.json" => JsonFeed.Write(Updates(stories, hub)),
        "sources.opml" => SourcesOpml.Write(SourceDocument.Of(stories)),
        "sources/index.html" => await pages.SourcesAsync(SourceDocument.Of(stories), isLive),
        "record/index.html" => await pages.RecordAsync(RecordDocument.Of(stories), stories.Any(s => s.Sample), isLive),
        "method/index.html" => await pages.MethodAsync(isLive),
        _ => place.Split('/') switch
        {
            ["sources", var key, "index.html"] => SourceDocument.Of(stories).FirstOrDefault(s => s.Key == key) is { } source ? await pages.SourceAsync(source, isLive) : null,
            [var filter, "index.html"] when Filters.Keys.Contains(filter) => await pages.IndexAsync(stories, filter, isLive, logPlace),
            _ => null,
        },
    };

    private static FeedChannel Updates(ImmutableArray<StoryDocument> stories, HubLinks? hub) =>
        FeedChannel.Of(stories, "index.html", slug => $"stories/{slug}/index.html") is var channel && hub is not null ? hub.In(channel, "") : channel;
}
