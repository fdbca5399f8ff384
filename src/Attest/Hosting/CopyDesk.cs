using System.Collections.Concurrent;
using Attest.Log;
using Attest.Telemetry;

namespace Attest.Hosting;

/// <summary>
/// Places what came in and lets stories settle: the one writer of a newsroom, and the only user of its <see cref="Ledger"/> and <see cref="RouterHost"/>. All that it
/// knows it has from the log. What is placed, but not settled, or in the log, but not placed, when the process dies, the next desk takes up.
/// </summary>
internal sealed class CopyDesk : IDisposable
{
    /// <summary>Stories whose state is kept at hand; others are loaded when something comes.</summary>
    private const int MostAtHand = 64;

    private readonly ILog log;
    private readonly Readings readings;
    private readonly SetAside setAside;
    private readonly Archive archive;
    private readonly TimeProvider clock;
    private readonly Ledger ledger;
    private readonly IStoryWriters writers;
    private readonly RouterHost router;
    private readonly SemaphoreSlim writing = new(1);
    private readonly HashSet<string> unsettled;
    private readonly List<string> atHand = [];

    /// <param name="log">The log.</param>
    /// <param name="readings">Reads reports.</param>
    /// <param name="setAside">Reports that are not analysed.</param>
    /// <param name="archive">What readers ask for.</param>
    /// <param name="clock">The time.</param>
    /// <param name="ledger">What the log holds; it belongs to the desk from now on.</param>
    /// <param name="writers">Who writes the stories.</param>
    public CopyDesk(ILog log, Readings readings, SetAside setAside, Archive archive, TimeProvider clock, Ledger ledger, IStoryWriters writers)
    {
        (this.log, this.readings, this.setAside, this.archive, this.clock, this.ledger, this.writers) = (log, readings, setAside, archive, clock, ledger, writers);
        router = new RouterHost(ledger, readings);
        unsettled = ledger.Stories.Values.Where(s => s.IsPending).Select(s => s.Id).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>Has a snapshot of every story at hand, also where this engine fails of a report that another one could read.</summary>
    public async Task PrepareAsync(CancellationToken cancel)
    {
        while (await Task.Run(archive.Prepare, cancel) is { Count: > 0 } failing)
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
                await Parallel.ForEachAsync(touched, Together(cancel), async (id, _) => await writers.LookAsync(id));
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
            ledger.CatchUp(log);
            unsettled.UnionWith(ledger.TakeFactsChanged().Where(id => ledger.Stories[id].IsPending));
            string[] due = [.. archive.Due(until).Where(id => ledger.Stories[id].Heir is null && !unsettled.Contains(id))];
            string[] joined = [.. unsettled], all = [.. joined, .. due];
            var failed = new ConcurrentDictionary<string, Exception>(StringComparer.Ordinal);
            await Parallel.ForEachAsync(all, Together(cancel), async (id, _) =>
            {
                bool isDue = everywhere || due.Contains(id);
                try
                {
                    if (await SettledAsync(id, isDue ? until : DateTimeOffset.MinValue) is { } slug)
                        published?.Invoke(slug, all.Length);
                }
                catch (Exception e) when (e is not (LogException or OperationCanceledException or OutOfMemoryException))
                {
                    failed[id] = e; // an error of the engine in one story does not keep the others from settling
                }
            });
            ledger.CatchUp(log);
            unsettled.ExceptWith(joined.Except(failed.Keys, StringComparer.Ordinal));
            await LetGoAsync(all);
            if (!failed.IsEmpty)
                throw new AggregateException($"stories that could not be told: {string.Join(", ", failed.Keys.Order(StringComparer.Ordinal))}", failed.Values);
        }
        finally
        {
            writing.Release();
        }
    }

    public void Dispose() => writing.Dispose();

    private static ParallelOptions Together(CancellationToken cancel) => new() { CancellationToken = cancel, MaxDegreeOfParallelism = Environment.ProcessorCount };

    /// <summary>Lets a story settle, without the reports of which the engine fails.</summary>
    /// <returns>Its slug; null where there is nothing to read.</returns>
    private async Task<string?> SettledAsync(string id, DateTimeOffset atLeast)
    {
        while (true)
        {
            var told = await writers.SettleAsync(id, atLeast);
            if (told.Failed is null)
                return told.Slug;
            var failed = new AnalysisFailed(told.Failed, told.Why ?? "");
            if (!await SetAsideAsync(failed))
                throw failed;
        }
    }

    /// <summary>Keeps those at hand that were written last.</summary>
    private async Task LetGoAsync(string[] written)
    {
        atHand.RemoveAll(written.ToHashSet(StringComparer.Ordinal).Contains);
        atHand.AddRange(written);
        while (atHand.Count > MostAtHand)
        {
            await writers.LetGoAsync(atHand[0]);
            atHand.RemoveAt(0);
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
}
