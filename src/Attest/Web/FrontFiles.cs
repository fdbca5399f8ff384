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
    /// <param name="view">What they show beside the stories.</param>
    public static async Task<byte[]?> RenderAsync(PageRenderer pages, ImmutableArray<StoryDocument> stories, string place, FrontView view) => place switch
    {
        "index.html" => await pages.IndexAsync(stories, null, view),
        "index.json" => StoryJson.Write(IndexDocument.Of(stories)),
        "feed.atom" => AtomFeed.Write(Updates(stories, view.Hub)),
        "feed.rss" => RssFeed.Write(Updates(stories, view.Hub)),
        "feed.json" => JsonFeed.Write(Updates(stories, view.Hub)),
        "sources.opml" => SourcesOpml.Write(SourceDocument.Of(stories)),
        "sources/index.html" => await pages.SourcesAsync(SourceDocument.Of(stories), view.IsLive),
        "record/index.html" => await pages.RecordAsync(RecordDocument.Of(stories), stories.Any(s => s.Sample), view.IsLive),
        "method/index.html" => await pages.MethodAsync(view.IsLive),
        _ => place.Split('/') switch
        {
            ["sources", var key, "index.html"] => SourceDocument.Of(stories).FirstOrDefault(s => s.Key == key) is { } source ? await pages.SourceAsync(source, view.IsLive) : null,
            [var filter, "index.html"] when Filters.Keys.Contains(filter) => await pages.IndexAsync(stories, filter, view),
            _ => null,
        },
    };

    private static FeedChannel Updates(ImmutableArray<StoryDocument> stories, HubLinks? hub) =>
        FeedChannel.Of(stories, "index.html", slug => $"stories/{slug}/index.html") is var channel && hub is not null ? hub.In(channel, "") : channel;
}
