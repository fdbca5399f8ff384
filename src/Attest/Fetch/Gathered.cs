using Attest.Engine.Gathering.Feeds;

namespace Attest.Fetch;

/// <summary>Something that was gathered for the stories.</summary>
/// <param name="Feed">Address of the feed that named it, as a person gave it.</param>
/// <param name="Item">The feed's item.</param>
/// <param name="Page">Its page; null where the item's own text has to do.</param>
/// <param name="WhyNoPage">Why the page was not read, in words; null where it was, or was not wanted.</param>
/// <param name="At">When it was fetched.</param>
internal sealed record Gathered(string Feed, FeedItem Item, Page? Page, string? WhyNoPage, DateTimeOffset At)
{
    /// <summary>Whether the page was read before, in other words: then the edit is known to stand since now, and not since when.</summary>
    public bool IsEdit { get; init; }
}

/// <summary>A page as it was fetched.</summary>
/// <param name="Address">Address after redirects.</param>
/// <param name="Html">Its characters.</param>
internal sealed record Page(string Address, string Html);
