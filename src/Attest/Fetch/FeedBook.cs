using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using Attest.Engine.Gathering.Feeds;
using Attest.Engine.Gathering.Manners;
using Attest.Hosting;
using Attest.Log;

namespace Attest.Fetch;

/// <summary>
/// Which feeds are followed, and for which questions: kept in the log. How each was last fetched, and which pages wait or are watched, is kept in the cache:
/// where that is lost, feeds are asked for once more than needed, and what they name is known by the log.
/// </summary>
internal sealed class FeedBook(ILog log, Cache cache, TimeProvider clock)
{
    private const string FeedKind = "feed", PageKind = "page";

    private readonly Lock reading = new();
    private Following now = Following.Nothing;
    private long newest;

    /// <summary>What is followed now.</summary>
    public Following Now
    {
        get
        {
            lock (reading)
            {
                if (log.Newest > newest)
                    foreach (var entry in log.Read(newest))
                        (now, newest) = (now.After(entry), entry.Number);
                return now;
            }
        }
    }

    /// <summary>The feeds that are followed, in the order of their addresses.</summary>
    public IEnumerable<FollowedFeed> Followed => Now.Feeds.Values.Where(f => !f.HasLeft);

    /// <summary>Follows feeds, for a question or for all stories; what is followed so already stays as it is.</summary>
    /// <returns>How many are new.</returns>
    /// <exception cref="LogException">The log did not take it.</exception>
    public async Task<int> FollowAsync(IEnumerable<string> addresses, string? question, CancellationToken cancel)
    {
        var feeds = Now.Feeds;
        var entries = addresses.Distinct(StringComparer.Ordinal)
            .Where(a => !(feeds.GetValueOrDefault(a) is { HasLeft: false } feed && (question is null ? feed.ForAll : feed.Questions.Contains(question))))
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
        if (Now.Feeds.GetValueOrDefault(address) is not { HasLeft: false })
            return false;
        await AppendAsync([new NewEntry(null, 0, EntryKinds.FeedLeft, clock.GetUtcNow(), LogJson.Write(new FeedBody(address, null)))], cancel);
        return true;
    }

    /// <summary>What is known of a feed; a new one where nothing is.</summary>
    public FeedState StateOf(string address) =>
        (cache.Get(FeedKind, address) is { } kept ? Read(kept, FeedStateContext.Default.FeedState) : null) ?? FeedState.New(address, clock.GetUtcNow());

    /// <summary>The same for who follows it now: one that fails is due at once, since what it failed of may be mended.</summary>
    public FeedState StateNow(string address) => StateOf(address) is { Failure: not null } failing ? failing with { Due = clock.GetUtcNow() } : StateOf(address);

    /// <summary>Keeps what is known of a feed.</summary>
    public void Keep(FeedState state) => cache.Put(FeedKind, state.Given, JsonSerializer.SerializeToUtf8Bytes(state, FeedStateContext.Default.FeedState));

    /// <summary>The pages that were waiting or watched when they were last kept.</summary>
    public IEnumerable<(string Link, WatchedPage Page)> Pages()
    {
        foreach (var (link, body) in cache.All(PageKind))
            if (Read(body, FeedStateContext.Default.WatchedPage) is { } page)
                yield return (link, page with { IsUnderway = false });
    }

    /// <summary>Keeps what is known of a page; null for one that is watched no longer.</summary>
    public void Keep(string link, WatchedPage? page)
    {
        if (page is null)
            cache.Drop(PageKind, link);
        else
            cache.Put(PageKind, link, JsonSerializer.SerializeToUtf8Bytes(page with { Item = Kept(page.Item) }, FeedStateContext.Default.WatchedPage));
    }

    /// <summary>An item without what no report is made of.</summary>
    private static FeedItem Kept(FeedItem item) => item with { Extensions = [], Source = item.Source is { } source ? source with { Extensions = [] } : null };

    private static T? Read<T>(byte[] kept, System.Text.Json.Serialization.Metadata.JsonTypeInfo<T> type)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize(kept, type);
        }
        catch (JsonException)
        {
            return null; // damaged, or of another version: it is learnt anew
        }
    }

    private async Task AppendAsync(NewEntry[] entries, CancellationToken cancel)
    {
        if (entries.Length > 0 && await log.AppendAsync(entries, cancel) is Appended.Failed failed)
            throw new LogException(failed.Why);
    }
}

/// <summary>States of feeds and pages as JSON.</summary>
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
[JsonSerializable(typeof(FeedState))]
[JsonSerializable(typeof(WatchedPage))]
internal sealed partial class FeedStateContext : JsonSerializerContext;
