using System.Collections.Concurrent;
using System.Collections.Immutable;
using Attest.Engine;
using Attest.Engine.Model;
using Attest.Engine.Reading;
using Attest.Log;
using Attest.Telemetry;

namespace Attest.Hosting;

/// <summary>What became of an input.</summary>
/// <param name="Accepted">Reports that are in the log now, on the disk.</param>
/// <param name="Known">Reports that were there before.</param>
/// <param name="Refused">Index of each line that became no report, with what is wrong.</param>
/// <param name="Now">What counts as now for the input.</param>
internal sealed record Taken(int Accepted, int Known, ImmutableArray<(int Line, string Wrong)> Refused, DateTimeOffset Now);

/// <summary>
/// A data folder in use. Reports come in at any time and are acknowledged when they are on the disk (<see cref="AcceptAsync"/>); one writer places them
/// (<see cref="PlaceAsync"/>) and lets their stories settle (<see cref="SettleAsync"/>); readers read snapshots and wait for nobody. What is placed, but not
/// settled, or in the log, but not placed, when the process dies, is taken up at the next start.
/// </summary>
internal sealed class Newsroom : IAsyncDisposable
{
    /// <summary>Hosts that keep their story's state at hand; others load it when something comes.</summary>
    private const int MostHosts = 64;

    private readonly ILog log;
    private readonly Cache cache;
    private readonly Readings readings;
    private readonly SetAside setAside;
    private readonly TimeProvider clock;
    private readonly Ledger ledger = new();
    private readonly RouterHost router;
    private readonly Doorkeeper door;
    private readonly SemaphoreSlim writing = new(1);
    private readonly ConcurrentDictionary<string, StoryHost> hosts = new(StringComparer.Ordinal);
    private readonly HashSet<string> unsettled = new(StringComparer.Ordinal);

    private Newsroom(ILog log, Cache cache, TimeProvider clock, Func<Report, Analysis>? analyse = null)
    {
        (this.log, this.cache, this.clock) = (log, cache, clock);
        setAside = new SetAside(log);
        readings = new Readings(log, cache, setAside, analyse);
        router = new RouterHost(ledger, readings);
        door = new Doorkeeper(log, clock);
        Shelf = new Shelf(cache);
        Archive = new Archive(log, readings, clock, Shelf);
        ledger.CatchUp(log);
        foreach (var story in ledger.Stories.Values)
        {
            Archive.Expect(story.Id, story.Opened.Slug, story.Version);
            if (story.IsPending)
                unsettled.Add(story.Id);
        }
    }

    /// <summary>What readers see.</summary>
    public Shelf Shelf { get; }

    /// <summary>What readers ask for.</summary>
    public Archive Archive { get; }

    /// <summary>The log.</summary>
    public ILog Log => log;

    /// <summary>What may be lost: analyses, snapshots, the states of feeds.</summary>
    public Cache Cache => cache;

    /// <summary>Whether the folder holds no story and no report.</summary>
    public bool IsEmpty => log.Newest == 0;

    /// <summary>Opens a data folder to write it.</summary>
    /// <exception cref="LogException">It cannot be used; the message says why and names the mend.</exception>
    public static Newsroom Open(string folder, TimeProvider clock) => new(SqliteLog.Open(folder), Cache.Open(folder, Algorithm.Version), clock);

    /// <summary>Opens a data folder to read it, whether or not another process writes it.</summary>
    /// <exception cref="LogException">There is none, or it cannot be read.</exception>
    public static Newsroom OpenToRead(string folder, TimeProvider clock) =>
        new(SqliteLog.OpenToRead(folder), Cache.Open(folder, Algorithm.Version, readOnly: true), clock);

    /// <summary>Opens a folder's log that is open already.</summary>
    /// <param name="log">The log.</param>
    /// <param name="cache">Its cache.</param>
    /// <param name="clock">The time.</param>
    /// <param name="analyse">Takes reports apart; the engine where null.</param>
    public static Newsroom Of(ILog log, Cache cache, TimeProvider clock, Func<Report, Analysis>? analyse = null) => new(log, cache, clock, analyse);

    /// <summary>Reports that an error of the engine kept from being analysed, since this was last asked: address and cause. They are kept, flagged, and told in the log.</summary>
    public IEnumerable<(string Url, string Cause)> NotAnalysed()
    {
        while (setAside.Fresh.TryDequeue(out var decided))
            yield return (readings.BodyOf(decided.Report).Report.Url, decided.Cause);
    }

    /// <summary>Has a snapshot of every story at hand, also where this engine fails of a report that another one could read.</summary>
    public async Task PrepareAsync(CancellationToken cancel)
    {
        while (await Task.Run(Archive.Prepare, cancel) is { Count: > 0 } failing)
        {
            await writing.WaitAsync(cancel);
            try
            {
                ledger.CatchUp(log);
                int decided = 0;
                foreach (var (_, failed) in failing.DistinctBy(f => f.Failed.Report))
                    decided += await SetAsideAsync(failed) ? 1 : 0;
                if (decided == 0)
                    throw new AggregateException($"stories that cannot be shown: {string.Join(", ", failing.Select(f => f.Story))}", failing.Select(f => f.Failed));
            }
            finally
            {
                writing.Release();
            }
        }
    }

    /// <summary>Takes reports in. When it returns they survive a crash; they are placed later.</summary>
    /// <exception cref="LogException">The log did not take them.</exception>
    public Task<Taken> AcceptAsync(IReadOnlyList<ReportLine> lines, DateTimeOffset? now, bool isLive, string? question, CancellationToken cancel) =>
        door.AcceptAsync(lines, now, isLive, question, cancel);

    /// <summary>Takes in reports that were just gathered from a feed. When it returns they survive a crash; they are placed later.</summary>
    /// <param name="lines">The reports.</param>
    /// <param name="forQuestions">Whether only followed questions may take them.</param>
    /// <param name="cancel">Ends the work early.</param>
    /// <exception cref="LogException">The log did not take them.</exception>
    public Task<Taken> AcceptGatheredAsync(IReadOnlyList<ReportLine> lines, bool forQuestions, CancellationToken cancel) =>
        door.AcceptAsync(lines, clock.GetUtcNow(), isLive: true, null, cancel, forQuestions);

    /// <summary>Follows a question; once, however often it is asked.</summary>
    /// <returns>Id of its story.</returns>
    /// <exception cref="LogException">The log did not take it.</exception>
    public Task<string> FollowAsync(string question, CancellationToken cancel) => door.FollowAsync(question, cancel);

    /// <summary>Follows a question no longer; its story stays, and takes no more reports.</summary>
    /// <returns>Whether it was followed.</returns>
    /// <exception cref="LogException">The log did not take it.</exception>
    public Task<bool> LeaveAsync(QuestionBody question, CancellationToken cancel) => door.LeaveAsync(question, cancel);

    /// <summary>Places what came in, each report in its story, and shows it at once.</summary>
    /// <param name="show">Whether readers are to see it before it settles.</param>
    /// <param name="cancel">Ends the work early; what was placed stays.</param>
    /// <param name="read">Told how many of how many reports were read.</param>
    /// <exception cref="LogException">The log did not take it; it is placed at the next call.</exception>
    public async Task PlaceAsync(bool show, CancellationToken cancel, Action<int, int>? read = null)
    {
        await writing.WaitAsync(cancel);
        try
        {
            ledger.CatchUp(log);
            string[] keys = [.. ledger.Unplaced];
            if (keys.Length == 0)
                return;
            using var run = Stage.Begin(Stage.Place);
            int done = 0;
            Reading ReadOne(string key)
            {
                var reading = readings.TryOf(key);
                read?.Invoke(Interlocked.Increment(ref done), keys.Length);
                return reading;
            }
            var batch = keys.AsParallel().AsOrdered().WithCancellation(cancel).Select(ReadOne).ToArray();
            // Once more, alone: an error that the load of the machine brought about does not come again.
            for (int i = 0; i < batch.Length; i++)
                if (batch[i].Undecided is not null && readings.TryOf(keys[i]) is var again)
                    batch[i] = again.Undecided is { } undecided && await SetAsideAsync(undecided) ? readings.TryOf(keys[i]) : again;
            var entries = router.Place([.. batch.OrderBy(r => r.Read.Report.At).ThenBy(r => r.Read.Report.Url, StringComparer.Ordinal).ThenBy(r => r.Read.Report.ContentHash, StringComparer.Ordinal)], clock.GetUtcNow());
            if (entries.Count > 0 && await log.AppendAsync(entries, CancellationToken.None) is Appended.Failed failed)
                throw new LogException(failed.Why);
            ledger.CatchUp(log);
            string[] touched = [.. entries.Select(e => e.Story).OfType<string>().Distinct(StringComparer.Ordinal)];
            unsettled.UnionWith(touched);
            if (show)
                foreach (var seen in touched.AsParallel().WithCancellation(cancel).Select(Looked).OfType<Snapshot>())
                    Put(seen);
        }
        finally
        {
            writing.Release();
        }
    }

    /// <summary>Lets stories settle: publishes what changed in those that something joined, and in those where time itself changes something.</summary>
    /// <param name="until">Time passes up to it.</param>
    /// <param name="everywhere">Whether stories that something joined are published up to that moment, not only up to what joined.</param>
    /// <param name="cancel">Ends the work early; what was published stays.</param>
    /// <param name="published">Told the slug of each story that was published, and of how many.</param>
    /// <exception cref="LogException">The log did not take it; it settles at the next call.</exception>
    public async Task SettleAsync(DateTimeOffset until, bool everywhere, CancellationToken cancel, Action<string, int>? published = null)
    {
        await writing.WaitAsync(cancel);
        try
        {
            string[] due = [.. Archive.Due(until).Where(id => ledger.Stories[id].Heir is null && !unsettled.Contains(id))];
            string[] joined = [.. unsettled];
            var failed = new ConcurrentDictionary<string, Exception>(StringComparer.Ordinal);
            await Parallel.ForEachAsync(joined.Concat(due), new ParallelOptions { CancellationToken = cancel, MaxDegreeOfParallelism = Environment.ProcessorCount }, async (id, _) =>
            {
                bool isDue = everywhere || due.Contains(id);
                try
                {
                    if (await SettledAsync(id, isDue ? until : DateTimeOffset.MinValue) is not { } snapshot)
                        return;
                    Put(snapshot);
                    published?.Invoke(snapshot.Document.Slug, joined.Length + due.Length);
                }
                catch (Exception e) when (e is not (LogException or OperationCanceledException or OutOfMemoryException))
                {
                    hosts.TryRemove(id, out var _);
                    failed[id] = e; // an error of the engine in one story does not keep the others from settling
                }
            });
            ledger.CatchUp(log);
            unsettled.ExceptWith(joined.Except(failed.Keys, StringComparer.Ordinal));
            if (!failed.IsEmpty)
                throw new AggregateException($"stories that could not be told: {string.Join(", ", failed.Keys.Order(StringComparer.Ordinal))}", failed.Values);
            while (hosts.Count > MostHosts && hosts.Keys.FirstOrDefault() is { } any)
                hosts.TryRemove(any, out _);
        }
        finally
        {
            writing.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await log.DisposeAsync();
        Archive.Dispose();
        cache.Dispose();
        writing.Dispose();
    }

    /// <summary>A story as it is before it settles; null where it cannot be told, which its settling deals with.</summary>
    private Snapshot? Looked(string id)
    {
        try
        {
            return HostOf(id).Look();
        }
        catch (Exception e) when (Analysis.IsOfOneReport(e) && e is not LogException)
        {
            hosts.TryRemove(id, out _);
            return null;
        }
    }

    /// <summary>Lets a story settle, without the reports of which the engine fails.</summary>
    private async Task<Snapshot?> SettledAsync(string id, DateTimeOffset atLeast)
    {
        while (true)
        {
            try
            {
                return await HostOf(id).SettleAsync(atLeast);
            }
            catch (AnalysisFailed failed)
            {
                hosts.TryRemove(id, out _);
                if (!await SetAsideAsync(failed))
                    throw;
            }
        }
    }

    /// <summary>
    /// Sets a report aside; false where it must not be: this engine has published it analysed already, and what was published stays what the reports give. Then the
    /// error is the machine's, and goes with its cause.
    /// </summary>
    private async Task<bool> SetAsideAsync(AnalysisFailed failed)
    {
        foreach (var story in ledger.Stories.Values.Where(s => s.Reports.Contains(failed.Report)).Select(s => StoryEntries.Of(log, s.Id)!))
            if (story.Moves.OfType<Arrival>().Any(a => a.Report == failed.Report && story.Times.Any(t => t.Time.Program == Algorithm.Version && t.Time.Until >= a.At)))
                return false;
        if (setAside.Why(failed.Report) is not null)
            return false;
        await setAside.DecideAsync(failed, clock.GetUtcNow());
        return true;
    }

    private StoryHost HostOf(string id) => hosts.GetOrAdd(id, key => new StoryHost(key, log, readings, clock));

    private void Put(Snapshot snapshot)
    {
        // Its address first: what the list shows can be asked for at once.
        Archive.Expect(snapshot.Id, snapshot.Document.Slug, snapshot.Version);
        Shelf.Put(snapshot);
    }
}
