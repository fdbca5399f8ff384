using Attest.Engine.Gathering.Feeds;

namespace Attest.Fetch;

/// <summary>A page that a feed named, while it may still be edited.</summary>
/// <param name="Feed">The feed, as a person gave it.</param>
/// <param name="Item">The item that named it last.</param>
/// <param name="FirstRead">When it was first read; null where it was not yet.</param>
/// <param name="Due">When it is due.</param>
/// <param name="Validators">Of the version that was read last.</param>
/// <param name="Hash">Of the bytes that were read last.</param>
/// <param name="Failures">Failures in a row.</param>
/// <param name="IsUnderway">Whether it waits at its host.</param>
internal sealed record WatchedPage(
    string Feed, FeedItem Item, DateTimeOffset? FirstRead, DateTimeOffset Due, Validators? Validators, string? Hash, int Failures, bool IsUnderway);
