using System.Collections.Immutable;

namespace Attest.Engine.Publishing;

/// <summary>What every feed format carries: a title, the page it belongs to, and updates, newest first.</summary>
public sealed record FeedChannel
{
    /// <summary>Updates of all stories that the site's own feed carries: some days of them, so that a reader who comes daily misses none.</summary>
    private const int MostEntries = 60;

    /// <summary>Stable over time, host and address.</summary>
    public required string Id { get; init; }

    /// <summary>The story's question, or the site's name.</summary>
    public required string Title { get; init; }

    /// <summary>The page that the feed belongs to, relative to the feed or absolute.</summary>
    public required string Page { get; init; }

    /// <summary>The feed's own address, relative or absolute; written without its ending, which each format has its own.</summary>
    public string Self { get; init; } = "feed";

    /// <summary>Time of the newest change.</summary>
    public required DateTimeOffset Updated { get; init; }

    /// <summary>Address of a WebSub hub that tells subscribers of changes; null where there is none.</summary>
    public string? Hub { get; init; }

    /// <summary>Newest first.</summary>
    public ImmutableArray<FeedEntry> Entries { get; init; } = [];

    /// <summary>One story's updates.</summary>
    /// <param name="story">The story.</param>
    /// <param name="page">The story's page, relative to the feed or absolute.</param>
    public static FeedChannel Of(StoryDocument story, string page = "index.html")
    {
        ArgumentNullException.ThrowIfNull(story);
        return new()
        {
            Id = FeedEntry.StableId("story", story.Id),
            Title = story.Question,
            Page = page,
            Updated = story.LastChange,
            Entries = FeedEntry.Of(story, page),
        };
    }

    /// <summary>The newest updates of all stories.</summary>
    /// <param name="stories">The stories.</param>
    /// <param name="page">The site's page, relative to the feed or absolute.</param>
    /// <param name="storyPage">The page of a story by its slug.</param>
    public static FeedChannel Of(IReadOnlyCollection<StoryDocument> stories, string page, Func<string, string> storyPage)
    {
        ArgumentNullException.ThrowIfNull(stories);
        ArgumentNullException.ThrowIfNull(storyPage);
        return new()
        {
            Id = FeedEntry.StableId("site"),
            Title = "Attest",
            Page = page,
            Updated = stories.Select(s => s.LastChange).DefaultIfEmpty(DateTimeOffset.UnixEpoch).Max(),
            Entries = [.. stories
                .SelectMany(s => FeedEntry.Of(s, storyPage(s.Slug)))
                .OrderByDescending(e => e.Changed)
                .ThenBy(e => e.Id, StringComparer.Ordinal)
                .Take(MostEntries)],
        };
    }
}
