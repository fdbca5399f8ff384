using Attest.Engine.Gathering.Manners;
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

    /// <summary>A desk for a newsroom; feeds and pages that were followed before go on as they were left.</summary>
    /// <param name="newsroom">The newsroom.</param>
    /// <param name="settings">Limits and manners.</param>
    /// <param name="clock">Time.</param>
    /// <param name="chance">Draws from [0, 1), for waits after failures.</param>
    /// <param name="lookUp">Looks up hosts; the system's name server where null.</param>
    /// <param name="schedules">Whether it asks for feeds when they are due; otherwise each when its <see cref="Turn"/> comes.</param>
    public FeedDesk(Newsroom newsroom, FetchSettings settings, TimeProvider clock, Func<double> chance, LookUp? lookUp = null, bool schedules = true)
    {
        this.newsroom = newsroom;
        book = new FeedBook(newsroom.Log, newsroom.Cache, clock);
        gatherer = new Gatherer(settings, clock, new WebFetcher(settings, clock, lookUp), TakeAsync, chance) { Changed = book.Keep, PageChanged = book.Keep, Schedules = schedules };
        foreach (var feed in book.Followed)
            gatherer.Follow(book.StateOf(feed.Address));
        foreach (var (link, page) in book.Pages())
            gatherer.Resume(link, page);
    }

    /// <summary>Told how many reports of an item were new, after they are on the disk.</summary>
    public Action<Gathered, Taken>? Came { get; init; }

    /// <summary>Told each feed that somebody follows from now on.</summary>
    public Action<string>? Followed { get; set; }

    /// <summary>What is followed.</summary>
    public Following Following => book.Now;

    /// <summary>The feeds, as whoever keeps them sees them.</summary>
    public IReadOnlyList<FeedRow> Rows => RowsBy(FeedRow.Of);

    /// <summary>The feeds, as anybody may see them.</summary>
    public IReadOnlyList<FeedRow> PublicRows => RowsBy(FeedRow.Public);

    /// <summary>Follows feeds, for a question or for all stories; a question without feeds takes from those that are for all.</summary>
    /// <returns>How many are new.</returns>
    /// <exception cref="Log.LogException">The log did not take it.</exception>
    public async Task<int> FollowAsync(string? question, IReadOnlyCollection<string> addresses, CancellationToken cancel)
    {
        string? story = question is null ? null : await newsroom.FollowAsync(question, cancel);
        int added = await book.FollowAsync(addresses, story, cancel);
        foreach (string address in addresses)
        {
            gatherer.Follow(book.StateNow(address));
            Followed?.Invoke(address);
        }
        return added;
    }

    /// <summary>Follows a feed no longer.</summary>
    /// <returns>Whether it was followed.</returns>
    /// <exception cref="Log.LogException">The log did not take it.</exception>
    public async Task<bool> LeaveAsync(string address, CancellationToken cancel)
    {
        bool was = await book.LeaveAsync(address, cancel);
        gatherer.Leave(address);
        return was;
    }

    /// <summary>Follows a question no longer, nor the feeds that were followed for it alone.</summary>
    /// <returns>Whether it was followed.</returns>
    /// <exception cref="Log.LogException">The log did not take it.</exception>
    public async Task<bool> LeaveQuestionAsync(string story, CancellationToken cancel)
    {
        if (book.Now.Questions.FirstOrDefault(q => q.Story == story) is not { } question)
            return false;
        bool was = await newsroom.LeaveAsync(new QuestionBody(question.Question, question.Story), cancel);
        foreach (var feed in book.Now.Feeds.Values.Where(f => f.HasLeft))
            gatherer.Leave(feed.Address);
        return was;
    }

    /// <inheritdoc cref="Gatherer.Turn"/>
    public DateTimeOffset? Turn(string address) => gatherer.Turn(address);

    /// <summary>Asks for all that is due, until nothing is for now.</summary>
    /// <returns>When something is due next.</returns>
    public Task<DateTimeOffset?> RunDueAsync(CancellationToken cancel) => gatherer.RunDueAsync(cancel);

    /// <summary>Asks for all that is due, until it is cancelled.</summary>
    public Task RunAsync(CancellationToken cancel) => gatherer.RunAsync(cancel);

    public void Dispose() => gatherer.Dispose();

    private IReadOnlyList<FeedRow> RowsBy(Func<FeedState, FollowedFeed?, FeedRow> row)
    {
        var feeds = book.Now.Feeds;
        return [.. gatherer.Feeds.Select(f => row(f, feeds.GetValueOrDefault(f.Given)))];
    }

    private async Task TakeAsync(Gathered gathered, CancellationToken cancel)
    {
        var feed = book.Now.Feeds.GetValueOrDefault(gathered.Feed);
        // What a feed that was left had only named is wanted no longer; what it brought stays true to its edits.
        if (feed is { HasLeft: true } && !gathered.IsEdit || LineOf(gathered) is not { } line)
            return;
        var taken = await newsroom.AcceptGatheredAsync([line], forQuestions: feed is { ForAll: false }, cancel);
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
