using System.Collections.Immutable;

namespace Attest.Engine.Gathering.Manners;

/// <summary>What is kept of a feed between two fetches. Never changed: a fetch makes a new one.</summary>
public sealed record FeedState
{
    /// <summary>Address that is fetched: the one given, until a permanent redirect moves it.</summary>
    public required string Address { get; init; }

    /// <summary>Address as a person gave it.</summary>
    public required string Given { get; init; }

    /// <summary>Its title; empty until it was read once.</summary>
    public string Title { get; init; } = "";

    /// <summary>Validator of the last answer, for If-None-Match.</summary>
    public string? ETag { get; init; }

    /// <summary>Validator of the last answer, for If-Modified-Since; as the server wrote it.</summary>
    public string? LastModified { get; init; }

    /// <summary>When it was last asked for; null for a new feed.</summary>
    public DateTimeOffset? LastAsked { get; init; }

    /// <summary>When it was last read, or found unchanged.</summary>
    public DateTimeOffset? LastGood { get; init; }

    /// <summary>When it is due next.</summary>
    public DateTimeOffset Due { get; init; }

    /// <summary>The interval in use.</summary>
    public TimeSpan? Interval { get; init; }

    /// <summary>How long the feed asks to wait; null where it does not.</summary>
    public TimeSpan? AskedInterval { get; init; }

    /// <summary>What fails; null while it works.</summary>
    public FetchFailure? Failure { get; init; }

    /// <summary>More about the failure, in words.</summary>
    public string? Detail { get; init; }

    /// <summary>Since when it has failed.</summary>
    public DateTimeOffset? FailingSince { get; init; }

    /// <summary>Failures in a row.</summary>
    public int FailuresInRow { get; init; }

    /// <summary>Whether it is no longer asked for: the server says that it is gone, or the publisher that nothing will follow.</summary>
    public bool HasEnded { get; init; }

    /// <summary>Hash of the document that could not be read; the same bytes are not tried again.</summary>
    public string? SetAside { get; init; }

    /// <summary>Keys of the items of the last two documents.</summary>
    public ImmutableHashSet<string> Seen { get; init; } = [];

    /// <summary>Keys of the items of the last document.</summary>
    public ImmutableHashSet<string> Latest { get; init; } = [];

    /// <summary>A feed that was not yet asked for.</summary>
    public static FeedState New(string address, DateTimeOffset now) => new() { Address = address, Given = address, Due = now };
}
