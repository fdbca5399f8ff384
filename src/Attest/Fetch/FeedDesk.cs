using System.Collections.Immutable;
using Attest.Engine.Reading;
using Attest.Hosting;
using Attest.Input;

namespace Attest.Fetch;

/// <summary>Gathers for a newsroom: asks for the feeds that its log follows, and takes in what they bring.</summary>
internal sealed class FeedDesk : IDisposable
{
    private readonly Newsroom newsroom;
    private readonly FeedBook book;
    private readonly Gatherer gatherer;
    private ImmutableSortedDictionary<string, FollowedFeed> followed;

    /// <summary>A desk for a newsroom; feeds that were followed before go on as they were left.</summary>
    /// <param name="newsroom">The newsroom.</param>
    /// <param name="settings">Limits and manners.</param>
    /// <param name="clock">Time.</param>
    /// <param name="chance">Draws from [0, 1), for waits after failures.</param>
    /// <param name="lookUp">Looks up hosts; the system's name server where null.</param>
    public FeedDesk(Newsroom newsroom, FetchSettings settings, TimeProvider clock, Func<double> chance, LookUp? lookUp = null)
    {
        this.newsroom = newsroom;
        book = new FeedBook(newsroom.Log, newsroom.Cache, clock);
        gatherer = new Gatherer(settings, clock, new WebFetcher(settings, clock, lookUp), TakeAsync, chance) { Changed = book.Keep };
        followed = book.Followed();
        foreach (var feed in followed.Values)
            gatherer.Follow(book.StateOf(feed.Address));
    }

    /// <summary>Told how many reports of an item were new, after they are on the disk.</summary>
    public Action<Gathered, Taken>? Came { get; init; }

    /// <summary>The feeds, as whoever keeps them sees them.</summary>
    public IReadOnlyList<FeedRow> Rows => [.. gatherer.Feeds.Select(f => FeedRow.Of(f, followed.GetValueOrDefault(f.Given)))];

    /// <summary>Follows feeds, for a question or for all stories.</summary>
    /// <returns>How many are new.</returns>
    /// <exception cref="Log.LogException">The log did not take it.</exception>
    public async Task<int> FollowAsync(string? question, IReadOnlyCollection<string> addresses, CancellationToken cancel)
    {
        string? story = question is null ? null : await newsroom.FollowAsync(question, cancel);
        int added = await book.FollowAsync(addresses, story, cancel);
        followed = book.Followed();
        foreach (string address in addresses)
            gatherer.Follow(book.StateOf(address));
        return added;
    }

    /// <summary>Follows a feed no longer.</summary>
    /// <returns>Whether it was followed.</returns>
    /// <exception cref="Log.LogException">The log did not take it.</exception>
    public async Task<bool> LeaveAsync(string address, CancellationToken cancel)
    {
        bool was = await book.LeaveAsync(address, cancel);
        followed = book.Followed();
        gatherer.Leave(address);
        return was;
    }

    /// <summary>Asks for all that is due, until nothing is for now.</summary>
    /// <returns>When something is due next.</returns>
    public Task<DateTimeOffset?> RunDueAsync(CancellationToken cancel) => gatherer.RunDueAsync(cancel);

    /// <summary>Asks for all that is due, until it is cancelled.</summary>
    public Task RunAsync(CancellationToken cancel) => gatherer.RunAsync(cancel);

    public void Dispose() => gatherer.Dispose();

    private async Task TakeAsync(Gathered gathered, CancellationToken cancel)
    {
        if (LineOf(gathered) is not { } line)
            return;
        bool forAll = followed.GetValueOrDefault(gathered.Feed) is not { ForAll: false };
        var taken = await newsroom.AcceptGatheredAsync([line], forQuestions: !forAll, cancel);
        Came?.Invoke(gathered, taken);
    }

    private static ReportLine? LineOf(Gathered gathered) => gathered.Page is { } page
        ? new ReportLine
        {
            Url = gathered.Item.Link ?? page.Address,
            Html = page.Html,
            Published = gathered.Item.Published?.At,
            Updated = gathered.IsEdit ? gathered.At : null,
        }
        : FeedLines.Of(gathered.Item, null);
}
