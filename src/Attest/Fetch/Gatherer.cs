using System.Collections.Concurrent;
using Attest.Engine.Gathering.Manners;

namespace Attest.Fetch;

/// <summary>
/// Asks for feeds when they are due and for the pages that they name, politely:
/// <list type="number">
/// <item>one request at a time to a host, with a pause behind each, longer where its robots.txt or an answer asks for it;</item>
/// <item>nothing without the site's robots.txt, which is asked for once a day; every redirect is a new errand at the host that it leads to;</item>
/// <item>a feed's next turn is decided by <see cref="FeedTurn"/>, a page's by <see cref="PageTurn"/>: both pure;</item>
/// <item>what comes is handed on in the order in which it came, one thing at a time.</item>
/// </list>
/// All state belongs to the one loop that runs it; others add feeds and look at them.
/// </summary>
internal sealed class Gatherer : IDisposable
{
    private const int MostSites = 4096;

    private static readonly TimeSpan RulesHold = TimeSpan.FromDays(1), RulesTriedAgain = TimeSpan.FromMinutes(15), LongestDelay = TimeSpan.FromMinutes(1), LongestWait = TimeSpan.FromHours(1);

    private readonly FetchSettings settings;
    private readonly TimeProvider clock;
    private readonly WebFetcher web;
    private readonly FeedErrands feedErrands;
    private readonly PageErrands pageErrands;
    private readonly ConcurrentDictionary<string, FeedState> feeds = new(StringComparer.Ordinal);
    private readonly HashSet<string> underway = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Host> hosts = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, SiteRules> sites = new(StringComparer.OrdinalIgnoreCase);
    // Outlives a round that ended with an error, or the hosts that it asked would stay busy for ever.
    private readonly List<Task<(Errand, Fetched)>> running = [];
    private readonly ConcurrentQueue<string> turns = new();
    private volatile TaskCompletionSource woken = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>A gatherer that asks nothing yet.</summary>
    /// <param name="settings">Limits and manners.</param>
    /// <param name="clock">Time.</param>
    /// <param name="web">Asks for single addresses.</param>
    /// <param name="take">Takes what was gathered; when it returns, it is safe.</param>
    /// <param name="chance">Draws from [0, 1), for waits after failures.</param>
    public Gatherer(FetchSettings settings, TimeProvider clock, WebFetcher web, Func<Gathered, CancellationToken, Task> take, Func<double> chance)
    {
        (this.settings, this.clock, this.web) = (settings, clock, web);
        pageErrands = new PageErrands(settings, take, chance);
        feedErrands = new FeedErrands(settings, pageErrands, chance);
    }

    /// <summary>Told a feed whenever its state changes, so that it can be kept.</summary>
    public Action<FeedState>? Changed { get; init; }

    /// <summary>Told a page whenever something is learnt of it, and null when it is watched no longer, so that it can be kept.</summary>
    public Action<string, WatchedPage?>? PageChanged
    {
        get => pageErrands.Changed;
        init => pageErrands.Changed = value;
    }

    /// <summary>Whether feeds are asked for when they are due; otherwise each when its <see cref="Turn"/> comes.</summary>
    public bool Schedules { get; init; } = true;

    /// <summary>The feeds that are followed.</summary>
    public IEnumerable<FeedState> Feeds => feeds.Values.OrderBy(f => f.Given, StringComparer.Ordinal);

    /// <summary>Pages that are looked at again for edits.</summary>
    public int WatchedPages => pageErrands.Count;

    /// <summary>Follows a feed, from the state that was kept of it or from the start.</summary>
    public void Follow(FeedState feed)
    {
        if (feeds.TryAdd(feed.Given, feed) || (feeds.TryGetValue(feed.Given, out var known) && known.Failure is not null && known.Due > feed.Due && feeds.TryUpdate(feed.Given, known with { Due = feed.Due }, known)))
            woken.TrySetResult();
    }

    /// <summary>Goes on watching a page as it was kept; before the first round only.</summary>
    public void Resume(string link, WatchedPage page) => pageErrands.Resume(link, page);

    /// <summary>Has a feed asked for where it is due.</summary>
    /// <returns>When it is due, or was; null where it is asked for no more.</returns>
    public DateTimeOffset? Turn(string given)
    {
        if (!feeds.TryGetValue(given, out var feed) || feed.HasEnded)
            return null;
        if (feed.Due <= clock.GetUtcNow())
        {
            turns.Enqueue(given);
            woken.TrySetResult();
        }
        return feed.Due;
    }

    /// <summary>Follows a feed no longer.</summary>
    public void Leave(string given) => feeds.TryRemove(given, out _);

    /// <summary>Asks for all that is due, until nothing is for now.</summary>
    /// <returns>When something is due next; null where nothing will be.</returns>
    public async Task<DateTimeOffset?> RunDueAsync(CancellationToken cancel)
    {
        do
        {
            await StartDueAsync(cancel);
            if (running.Count > 0)
                await Task.WhenAny([.. running, Task.Delay(Timeout.InfiniteTimeSpan, cancel)]);
            await ActOnAnsweredAsync(cancel);
        }
        while (running.Count > 0);
        return NextDue(null);
    }

    /// <summary>Asks for all that is due, until it is cancelled.</summary>
    public async Task RunAsync(CancellationToken cancel)
    {
        while (true)
        {
            woken = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            // Read before anything is started: a host that becomes free between the start and the wait must not be taken for one that waits for an answer.
            var now = clock.GetUtcNow();
            await StartDueAsync(cancel);
            // What might have been asked by now and was not started waits for an answer that is under way.
            var wait = (NextDue(now) ?? DateTimeOffset.MaxValue) - now;
            using (var over = CancellationTokenSource.CreateLinkedTokenSource(cancel))
            {
                var due = wait <= TimeSpan.Zero ? Task.CompletedTask : Task.Delay(wait < LongestWait ? wait : LongestWait, clock, over.Token);
                await Task.WhenAny([.. running, due, woken.Task]);
                await over.CancelAsync();
            }
            await ActOnAnsweredAsync(cancel);
        }
    }

    public void Dispose() => web.Dispose();

    private async Task StartDueAsync(CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        QueueDue();
        await StartAsync(cancel);
    }

    private async Task ActOnAnsweredAsync(CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        foreach (var done in running.Where(r => r.IsCompleted).ToArray())
        {
            running.Remove(done);
            var (errand, fetched) = await done;
            await ActOnAsync(errand, fetched, cancel);
        }
    }

    private void QueueDue()
    {
        var now = clock.GetUtcNow();
        foreach (var feed in Schedules ? feeds.Values : Called())
            if (!feed.HasEnded && feed.Due <= now && underway.Add(feed.Given))
                Queue(new Errand.OfFeed(AddressOf(feed.Address), 0, feed.Given, null, true));
        foreach (string link in pageErrands.TakeDue(now))
            Queue(new Errand.OfPage(AddressOf(link), 0, link));
    }

    private IEnumerable<FeedState> Called()
    {
        while (turns.TryDequeue(out string? given))
            if (feeds.TryGetValue(given, out var feed))
                yield return feed;
    }

    private static Uri AddressOf(string address) => Uri.TryCreate(address, UriKind.Absolute, out var uri) ? uri : new Uri("invalid://none/");

    private void Queue(Errand errand) => HostOf(errand).Add(errand);

    private Host HostOf(Errand errand)
    {
        string name = errand.Target.Scheme == "invalid" ? "" : errand.Target.IdnHost;
        if (!hosts.TryGetValue(name, out var host))
            hosts.Add(name, host = new Host());
        return host;
    }

    private async Task StartAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        foreach (var host in hosts.Values.Where(h => !h.IsBusy && h.Waiting > 0).ToArray())
        {
            while (running.Count < settings.Parallel && !host.IsBusy && host.FreeAt <= now && host.First is { } errand && MayGo(errand, host, now))
            {
                errand = host.Take();
                if (!WebFetcher.IsWeb(errand.Target))
                    await ActOnAsync(errand, new Fetched.Failed(FetchFailure.BadAddress), cancel, wasAsked: false);
                else if (errand is not Errand.OfRules && sites[errand.Site] is { Rules: { } rules } site && !rules.Allows(errand.Target.PathAndQuery))
                    await ActOnAsync(errand, KeptOut(site, now), cancel, wasAsked: false);
                else
                {
                    host.IsBusy = true;
                    running.Add(AskAsync(errand, cancel));
                }
            }
        }
        foreach (string idle in hosts.Where(h => !h.Value.IsBusy && h.Value.Waiting == 0 && h.Value.FreeAt <= now).Select(h => h.Key).ToArray())
            hosts.Remove(idle);
    }

    /// <summary>Whether the first in a host's line may be asked for; where the site's rules are not known, they go before it.</summary>
    private bool MayGo(Errand errand, Host host, DateTimeOffset now)
    {
        if (errand is Errand.OfRules || !WebFetcher.IsWeb(errand.Target))
            return true;
        if (sites.TryGetValue(errand.Site, out var known) && (known.Rules is null || known.Until > now))
            return known.Rules is not null;
        Forget(now);
        sites[errand.Site] = new SiteRules(null, DateTimeOffset.MaxValue);
        host.AddFirst(new Errand.OfRules(new Uri(errand.Site + "/robots.txt"), 0, errand.Site));
        return true;
    }

    /// <summary>Why a site's rules keep us out. A site that could not say is asked again; its pages wait for that and are not given up.</summary>
    private static Fetched.Failed KeptOut(SiteRules site, DateTimeOffset now) => site.Closed ?? (ReferenceEquals(site.Rules, Robots.DisallowAll)
        ? new Fetched.Failed(FetchFailure.RulesUnreadable, RetryAfter: site.Until - now)
        : new Fetched.Failed(FetchFailure.RobotsDisallow));

    private void Forget(DateTimeOffset now)
    {
        if (sites.Count >= MostSites)
            foreach (string old in sites.Where(s => s.Value.Until <= now).Select(s => s.Key).ToArray())
                sites.Remove(old);
    }

    private async Task<(Errand, Fetched)> AskAsync(Errand errand, CancellationToken cancel) => (errand, errand switch
    {
        Errand.OfFeed feed => await web.GetAsync(errand.Target, FeedErrands.Held(feeds.GetValueOrDefault(feed.Given)), FeedErrands.Accept, cancel),
        Errand.OfPage page => await web.GetAsync(errand.Target, errand.Hops == 0 ? pageErrands.Held(page.Link) : null, PageErrands.Accept, cancel),
        Errand.OfRules => await web.GetAsync(errand.Target, null, "text/plain, */*;q=0.1", cancel),
        _ => throw new System.Diagnostics.UnreachableException(),
    });

    private async Task ActOnAsync(Errand errand, Fetched fetched, CancellationToken cancel, bool wasAsked = true)
    {
        var now = clock.GetUtcNow();
        if (wasAsked)
            Pause(errand, fetched, now);
        if (fetched is Fetched.Moved moved)
            fetched = Follow(errand, moved) ?? (Fetched)moved;
        if (fetched is Fetched.Moved)
            return;
        switch (errand)
        {
            case Errand.OfRules rules:
                sites[rules.For] = RulesOf(fetched, now);
                break;
            case Errand.OfPage page:
                await pageErrands.ActOnAsync(page, fetched, now, cancel);
                break;
            case Errand.OfFeed feed:
                underway.Remove(feed.Given);
                if (feeds.TryGetValue(feed.Given, out var before))
                {
                    var after = await feedErrands.ActOnAsync(before, feed, fetched, now, cancel);
                    if (feeds.TryUpdate(feed.Given, after, before))
                        Changed?.Invoke(after);
                }
                break;
        }
    }

    /// <summary>Leaves the host in peace for a while.</summary>
    private void Pause(Errand errand, Fetched fetched, DateTimeOffset now)
    {
        var host = HostOf(errand);
        host.IsBusy = false;
        var pause = settings.Spacing;
        if (sites.TryGetValue(errand.Site, out var site) && site.Rules?.Delay is { } delay && delay > pause)
            pause = delay < LongestDelay ? delay : LongestDelay;
        if (fetched is Fetched.Failed { Cause: FetchFailure.AskedToWait } wait)
            pause = wait.RetryAfter is { } asked && asked > pause ? asked : pause > LongestDelay ? pause : LongestDelay;
        host.FreeAt = now + pause;
    }

    /// <summary>Sends an errand on to where it was led.</summary>
    /// <returns>Why not; null where it goes on.</returns>
    private Fetched.Failed? Follow(Errand errand, Fetched.Moved moved)
    {
        if (errand.Hops >= settings.MaxRedirects || moved.To == errand.Target)
            return new Fetched.Failed(FetchFailure.TooManyRedirects, Detail: $"last to {moved.To}");
        int hops = errand.Hops + 1;
        var next = errand switch
        {
            Errand.OfFeed feed when feed.IsForGood && moved.IsForGood => feed with { Target = moved.To, Hops = hops, MovedTo = moved.To.AbsoluteUri },
            Errand.OfFeed feed => feed with { Target = moved.To, Hops = hops, IsForGood = false },
            _ => errand with { Target = moved.To, Hops = hops },
        };
        // What others wait for goes first, or two sites could wait for each other.
        if (next is Errand.OfRules)
            HostOf(next).AddFirst(next);
        else
            Queue(next);
        return null;
    }

    private static SiteRules RulesOf(Fetched fetched, DateTimeOffset now)
    {
        var rules = fetched switch
        {
            Fetched.Document document => Robots.Of(200, document.Bytes, FetchSettings.Product),
            Fetched.Failed { Cause: FetchFailure.TooManyRedirects or FetchFailure.BadRedirect } => Robots.AllowAll,
            Fetched.Failed failed => Robots.Of(failed.Status, [], FetchSettings.Product),
            _ => Robots.AllowAll,
        };
        return new SiteRules(rules, now + (ReferenceEquals(rules, Robots.DisallowAll) ? RulesTriedAgain : RulesHold)) { Closed = fetched is Fetched.Failed { Cause: FetchFailure.ClosedAddress } closed ? closed : null };
    }

    /// <summary>When something is due; of hosts only those that are not free by a moment already, where one is given.</summary>
    private DateTimeOffset? NextDue(DateTimeOffset? freeAfter)
    {
        DateTimeOffset? next = pageErrands.NextDue();
        foreach (var feed in Schedules ? feeds.Values : [])
            if (!feed.HasEnded && !underway.Contains(feed.Given) && (next is null || feed.Due < next))
                next = feed.Due;
        foreach (var host in hosts.Values)
            if (host.Waiting > 0 && !host.IsBusy && !(host.FreeAt <= freeAfter) && (next is null || host.FreeAt < next))
                next = host.FreeAt;
        return next;
    }
}
