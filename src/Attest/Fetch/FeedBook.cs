using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using Attest.Engine.Gathering.Manners;
using Attest.Hosting;
using Attest.Log;

namespace Attest.Fetch;

/// <summary>A feed that is followed.</summary>
/// <param name="Address">Its address as a person gave it.</param>
/// <param name="Questions">Ids of the stories of the questions that it is followed for.</param>
/// <param name="ForAll">Whether every story may take from it.</param>
internal sealed record FollowedFeed(string Address, ImmutableSortedSet<string> Questions, bool ForAll);

/// <summary>
/// Which feeds are followed, and for which questions: kept in the log. How each was last fetched is kept in the cache: where that is lost, a feed is asked
/// for once more than needed, and its items are known by the log.
/// </summary>
internal sealed class FeedBook(ILog log, Cache cache, TimeProvider clock)
{
    private const string Kind = "feed";

    /// <summary>The feeds that are followed, by their addresses.</summary>
    public ImmutableSortedDictionary<string, FollowedFeed> Followed()
    {
        var feeds = ImmutableSortedDictionary.CreateBuilder<string, FollowedFeed>(StringComparer.Ordinal);
        foreach (var entry in log.Read())
        {
            if (entry.Kind is not (EntryKinds.Feed or EntryKinds.FeedLeft))
                continue;
            var body = LogJson.Read<FeedBody>(entry.Body);
            if (entry.Kind == EntryKinds.FeedLeft)
                feeds.Remove(body.Address);
            else
            {
                var before = feeds.GetValueOrDefault(body.Address) ?? new FollowedFeed(body.Address, ImmutableSortedSet.Create<string>(StringComparer.Ordinal), false);
                feeds[body.Address] = body.Question is { } question ? before with { Questions = before.Questions.Add(question) } : before with { ForAll = true };
            }
        }
        return feeds.ToImmutable();
    }

    /// <summary>Follows feeds, for a question or for all stories; what is followed so already stays as it is.</summary>
    /// <returns>How many are new.</returns>
    /// <exception cref="LogException">The log did not take it.</exception>
    public async Task<int> FollowAsync(IEnumerable<string> addresses, string? question, CancellationToken cancel)
    {
        var followed = Followed();
        var entries = addresses.Distinct(StringComparer.Ordinal)
            .Where(a => !(followed.GetValueOrDefault(a) is { } feed && (question is null ? feed.ForAll : feed.Questions.Contains(question))))
            .Select(a => new NewEntry(null, 0, EntryKinds.Feed, clock.GetUtcNow(), LogJson.Write(new FeedBody(a, question))))
            .ToArray();
        await AppendAsync(entries, cancel);
        return entries.Length;
    }

    /// <summary>Follows a feed no longer.</summary>
    /// <returns>Whether it was followed.</returns>
    /// <exception cref="LogException">The log did not take it.</exception>
    public async Task<bool> LeaveAsync(string address, CancellationToken cancel)
    {
        if (!Followed().ContainsKey(address))
            return false;
        await AppendAsync([new NewEntry(null, 0, EntryKinds.FeedLeft, clock.GetUtcNow(), LogJson.Write(new FeedBody(address, null)))], cancel);
        return true;
    }

    /// <summary>What is known of a feed; a new one where nothing is.</summary>
    public FeedState StateOf(string address)
    {
        if (cache.Get(Kind, address) is not { } kept)
            return FeedState.New(address, clock.GetUtcNow());
        try
        {
            return JsonSerializer.Deserialize(kept, FeedStateContext.Default.FeedState) ?? FeedState.New(address, clock.GetUtcNow());
        }
        catch (JsonException)
        {
            return FeedState.New(address, clock.GetUtcNow());
        }
    }

    /// <summary>Keeps what is known of a feed.</summary>
    public void Keep(FeedState state) => cache.Put(Kind, state.Given, JsonSerializer.SerializeToUtf8Bytes(state, FeedStateContext.Default.FeedState));

    private async Task AppendAsync(NewEntry[] entries, CancellationToken cancel)
    {
        if (entries.Length > 0 && await log.AppendAsync(entries, cancel) is Appended.Failed failed)
            throw new LogException(failed.Why);
    }
}

/// <summary>States of feeds as JSON.</summary>
[JsonSerializable(typeof(FeedState))]
internal sealed partial class FeedStateContext : JsonSerializerContext;
