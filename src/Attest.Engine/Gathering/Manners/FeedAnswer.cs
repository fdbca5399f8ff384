using System.Collections.Immutable;
using Attest.Engine.Gathering.Feeds;

namespace Attest.Engine.Gathering.Manners;

/// <summary>What came of asking for a feed.</summary>
public abstract record FeedAnswer
{
    private FeedAnswer()
    {
    }

    /// <summary>Address that a chain of permanent redirects leads to; null without one.</summary>
    public string? MovedTo { get; init; }

    /// <summary>Validator for If-None-Match.</summary>
    public string? ETag { get; init; }

    /// <summary>Validator for If-Modified-Since.</summary>
    public string? LastModified { get; init; }

    /// <summary>How long the answer stays fresh.</summary>
    public TimeSpan? Freshness { get; init; }

    /// <summary>The server says that nothing changed (304).</summary>
    public sealed record Unchanged : FeedAnswer;

    /// <summary>A feed was read.</summary>
    /// <param name="Feed">The feed.</param>
    public sealed record Read(Feed Feed) : FeedAnswer;

    /// <summary>A document came that is no feed.</summary>
    /// <param name="Cause">Why.</param>
    /// <param name="ContentHash">Hash of its bytes.</param>
    public sealed record Unreadable(FeedRefusal Cause, string ContentHash) : FeedAnswer;

    /// <summary>A document came that is beyond the limits, and was not read.</summary>
    /// <param name="Cause">Which limit.</param>
    public sealed record OverBudget(FetchFailure Cause) : FeedAnswer;

    /// <summary>The same document came that could not be read before.</summary>
    public sealed record StillUnreadable : FeedAnswer;

    /// <summary>Nothing came.</summary>
    /// <param name="Cause">Why.</param>
    /// <param name="RetryAfter">What the server asks.</param>
    /// <param name="Detail">More about it, in words.</param>
    public sealed record Failed(FetchFailure Cause, TimeSpan? RetryAfter = null, string? Detail = null) : FeedAnswer;
}

/// <summary>A feed after an answer, and what the answer brought.</summary>
/// <param name="State">The feed.</param>
/// <param name="NewItems">Items that the two documents before did not hold in this form, oldest last as feeds have them.</param>
public sealed record FeedStep(FeedState State, ImmutableArray<FeedItem> NewItems);

/// <summary>What an answer makes of a feed's state: the one place that decides when a feed is asked for again.</summary>
public static class FeedTurn
{
    // Feeds longer than this are archives; their oldest items are news to nobody.
    private const int MostItems = 2_000;

    // In place of the hash of a document that was not read to its end.
    private const string BeyondLimits = "beyond limits";

    /// <summary>The feed after an answer.</summary>
    /// <param name="before">The feed before.</param>
    /// <param name="answer">The answer.</param>
    /// <param name="at">When it came.</param>
    /// <param name="chance">A number drawn from [0, 1), for the wait after a failure.</param>
    public static FeedStep After(FeedState before, FeedAnswer answer, DateTimeOffset at, double chance)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(answer);
        var asked = before with { LastAsked = at, Address = answer.MovedTo ?? before.Address };
        return answer switch
        {
            FeedAnswer.Unchanged => new FeedStep(Waiting(Good(asked, at), 0, answer, null, at), []),
            FeedAnswer.Read read => AfterRead(Good(asked, at), read, at),
            FeedAnswer.Unreadable unreadable => new FeedStep(
                Failing(SetAside(asked, answer, unreadable.ContentHash), FetchFailure.Unreadable, null, unreadable.Cause.Says, at, chance), []),
            FeedAnswer.OverBudget over => new FeedStep(Failing(SetAside(asked, answer, BeyondLimits), over.Cause, null, null, at, chance), []),
            FeedAnswer.StillUnreadable => new FeedStep(Failing(asked, before.Failure ?? FetchFailure.Unreadable, null, before.Detail, at, chance), []),
            FeedAnswer.Failed failed => new FeedStep(Failing(asked, failed.Cause, failed.RetryAfter, failed.Detail, at, chance), []),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private static FeedStep AfterRead(FeedState state, FeedAnswer.Read read, DateTimeOffset at)
    {
        var items = read.Feed.Items.Take(MostItems).ToArray();
        var keys = items.Select(ItemKey.Of).ToArray();
        var fresh = items.Zip(keys).Where(p => !state.Seen.Contains(p.Second)).DistinctBy(p => p.Second).Select(p => p.First).ToImmutableArray();
        var latest = keys.ToImmutableHashSet(StringComparer.Ordinal);
        var known = state with
        {
            Title = read.Feed.Title?.Value is { Length: > 0 } title ? title : state.Title,
            ETag = read.ETag,
            LastModified = read.LastModified,
            SetAside = null,
            HasEnded = read.Feed.HasEnded,
            Seen = latest.Union(state.Latest),
            Latest = latest,
        };
        return new FeedStep(Waiting(known, fresh.Length, read, read.Feed.AskedInterval, at), fresh);
    }

    /// <summary>The document's validators are kept, so that it costs its server nothing to say that it is still the same.</summary>
    private static FeedState SetAside(FeedState state, FeedAnswer answer, string hash) =>
        state with { SetAside = hash, ETag = answer.ETag, LastModified = answer.LastModified };

    private static FeedState Good(FeedState state, DateTimeOffset at) => state with { LastGood = at, Failure = null, Detail = null, FailingSince = null, FailuresInRow = 0 };

    private static FeedState Waiting(FeedState state, int newItems, FeedAnswer answer, TimeSpan? askedByFeed, DateTimeOffset at)
    {
        var interval = FeedInterval.Next(new FeedPace(state.Interval, newItems, state.ETag is not null || state.LastModified is not null, askedByFeed ?? state.AskedInterval, answer.Freshness));
        return state with { Interval = interval, Due = at + interval, AskedInterval = askedByFeed ?? state.AskedInterval };
    }

    private static FeedState Failing(FeedState state, FetchFailure cause, TimeSpan? retryAfter, string? detail, DateTimeOffset at, double chance)
    {
        int inRow = state.FailuresInRow + 1;
        return state with
        {
            Failure = cause,
            Detail = detail,
            FailingSince = state.FailingSince ?? at,
            FailuresInRow = inRow,
            HasEnded = state.HasEnded || cause == FetchFailure.Gone,
            Due = at + Backoff.Wait(cause, inRow, retryAfter, chance),
        };
    }
}
