using System.Collections.Immutable;
using Attest.Engine;
using Attest.Engine.Model;
using Attest.Engine.Reading;
using Attest.Log;

namespace Attest.Hosting;

/// <summary>What became of an input.</summary>
/// <param name="Accepted">Reports that are in the log now, on the disk.</param>
/// <param name="Known">Reports that were there before.</param>
/// <param name="Refused">Index of each line that became no report, with what is wrong.</param>
/// <param name="Now">What counts as now for the input.</param>
internal sealed record Taken(int Accepted, int Known, ImmutableArray<(int Line, string Wrong)> Refused, DateTimeOffset Now);

/// <summary>
/// A data folder in use. Reports come in at any time and are acknowledged when they are on the disk (<see cref="AcceptAsync"/>); one <see cref="CopyDesk"/> places them
/// and lets their stories settle: the newsroom's own, or that of the grain which <see cref="DeskOf"/> makes it for; readers read snapshots and wait for nobody.
/// </summary>
internal sealed class Newsroom : IAsyncDisposable
{
    private readonly ILog log;
    private readonly Cache cache;
    private readonly Readings readings;
    private readonly SetAside setAside;
    private readonly TimeProvider clock;
    private readonly Doorkeeper door;
    private readonly Lazy<CopyDesk> own;
    private Ledger? first;

    private Newsroom(ILog log, Cache cache, TimeProvider clock, Func<Report, Analysis>? analyse = null)
    {
        (this.log, this.cache, this.clock) = (log, cache, clock);
        setAside = new SetAside(log);
        readings = new Readings(log, cache, setAside, analyse);
        door = new Doorkeeper(log, clock);
        Shelf = new Shelf(cache);
        Archive = new Archive(log, readings, clock, Shelf);
        own = new Lazy<CopyDesk>(() => DeskOf(new OwnWriters(this)));
        first = LedgerNow();
        foreach (var story in first.Stories.Values)
            Archive.Expect(story.Id, story.Opened.Slug, story.Version);
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

    /// <summary>What operators said of outlets, the newest last.</summary>
    public ImmutableArray<OutletEdit> OutletEdits => readings.Edits.All;

    /// <inheritdoc cref="OutletDesk.EditAsync"/>
    public Task<int> EditOutletAsync(OutletEditedBody facts, CancellationToken cancel) => new OutletDesk(log, readings.Edits, clock).EditAsync(facts, cancel);

    /// <summary>A desk that knows what the log holds now.</summary>
    /// <param name="writers">Who writes its stories.</param>
    public CopyDesk DeskOf(IStoryWriters writers) => new(log, readings, setAside, Archive, clock, Interlocked.Exchange(ref first, null) ?? LedgerNow(), writers);

    /// <summary>A host of a story, which knows nothing of it yet.</summary>
    public StoryHost HostOf(string id) => new(id, log, readings, clock);

    /// <summary>Has readers see a story's newest snapshot.</summary>
    public void Put(Snapshot snapshot)
    {
        // Its address first: what the list shows can be asked for at once.
        Archive.Expect(snapshot.Id, snapshot.Document.Slug, snapshot.Version);
        Shelf.Put(snapshot);
    }

    /// <inheritdoc cref="CopyDesk.PrepareAsync"/>
    public Task PrepareAsync(CancellationToken cancel) => own.Value.PrepareAsync(cancel);

    /// <inheritdoc cref="CopyDesk.PlaceAsync"/>
    public Task PlaceAsync(bool show, CancellationToken cancel, Action<int, int>? read = null) => own.Value.PlaceAsync(show, cancel, read);

    /// <inheritdoc cref="CopyDesk.SettleAsync"/>
    public Task SettleAsync(DateTimeOffset until, bool everywhere, CancellationToken cancel, Action<string, int>? published = null) => own.Value.SettleAsync(until, everywhere, cancel, published);

    public async ValueTask DisposeAsync()
    {
        await log.DisposeAsync();
        Archive.Dispose();
        cache.Dispose();
        if (own.IsValueCreated)
            own.Value.Dispose();
    }

    private Ledger LedgerNow()
    {
        var ledger = new Ledger();
        ledger.CatchUp(log);
        return ledger;
    }
}
