using System.Collections.Immutable;
using Attest.Engine.Model;
using Attest.Log;

namespace Attest.Hosting;

/// <summary>A report's version in a story.</summary>
/// <param name="Report">Its key.</param>
/// <param name="At">When it takes effect there, UTC.</param>
/// <param name="Number">The place of its joining in the log: what was said of outlets before is known to it.</param>
internal sealed record Arrival(string Report, DateTimeOffset At, long Number);

/// <summary>A story's own entries, read from the log: all that its state is folded from. Never changed: an entry makes a new one.</summary>
internal sealed record StoryEntries
{
    private StoryEntries(string id, OpenedBody opened) => (Id, Opened) = (id, opened);

    /// <summary>The story's id.</summary>
    public string Id { get; }

    /// <summary>How it was opened.</summary>
    public OpenedBody Opened { get; }

    /// <summary>Number of its newest entry within the story.</summary>
    public int Version { get; private init; }

    /// <summary>What joined and left, in order of the log.</summary>
    public ImmutableList<object> Moves { get; private init; } = [];

    /// <summary>What was said of outlets and takes effect here, in order of the log.</summary>
    public ImmutableList<FactsChangedBody> Facts { get; private init; } = [];

    /// <summary>What was published, oldest first.</summary>
    public ImmutableList<UpdateBody> Updates { get; private init; } = [];

    /// <summary>The moments up to which it was published, oldest first.</summary>
    public ImmutableList<(int Version, TimeBody Time)> Times { get; private init; } = [];

    /// <summary>Where it went; null while it is a story by itself.</summary>
    public MergedBody? Merged { get; private init; }

    /// <summary>Up to when it is published; null before the first time.</summary>
    public DateTimeOffset? Settled => Times.IsEmpty ? null : Times[^1].Time.Until;

    /// <summary>Reads a story's entries; null where the log has no such story.</summary>
    public static StoryEntries? Of(ILog log, string id)
    {
        StoryEntries? entries = null;
        foreach (var entry in log.Read(0, id))
            entries = entries is null ? Open(entry) : entries.With(entry);
        return entries;
    }

    /// <summary>A story at its first entry.</summary>
    public static StoryEntries Open(LogEntry first) => first.Kind == EntryKinds.Opened
        ? new StoryEntries(first.Story!, LogJson.Read<OpenedBody>(first.Body)) { Version = first.Version }
        : throw new LogException($"entry {first.Number} ({first.Kind}) belongs to a story that was not opened: restore the newest backup with 'attest restore'");

    /// <summary>The story with one entry more. Kinds that this program does not know are passed over.</summary>
    public StoryEntries With(LogEntry entry)
    {
        var next = this with { Version = entry.Version };
        return entry.Kind switch
        {
            EntryKinds.Joined => next with { Moves = Moves.Add(Joined(LogJson.Read<JoinedBody>(entry.Body), entry.Number)) },
            EntryKinds.FactsChanged => next with { Facts = Facts.Add(LogJson.Read<FactsChangedBody>(entry.Body)) },
            EntryKinds.Left => next with { Moves = Moves.Add(LogJson.Read<LeftBody>(entry.Body)) },
            EntryKinds.Merged => next with { Merged = LogJson.Read<MergedBody>(entry.Body) },
            EntryKinds.Update => next with { Updates = Updates.Add(LogJson.Read<UpdateBody>(entry.Body)) },
            EntryKinds.Time => next with { Times = Times.Add((entry.Version, LogJson.Read<TimeBody>(entry.Body))) },
            _ => next,
        };
    }

    /// <summary>The reports that are in the story at a moment: those that joined up to it and did not leave again up to it.</summary>
    public IReadOnlyList<Arrival> At(DateTimeOffset moment)
    {
        var there = new List<Arrival>();
        foreach (object move in Moves)
        {
            if (move is Arrival arrival && arrival.At <= moment)
                there.Add(arrival);
            else if (move is LeftBody left && left.At <= moment)
                there.RemoveAll(a => left.Reports.Contains(ReportKey.IdOf(a.Report)));
        }
        return there;
    }

    /// <summary>The story as if the reports that left it up to a moment had never joined.</summary>
    public StoryEntries Without(DateTimeOffset moment)
    {
        var there = At(moment).ToHashSet();
        return Moves.OfType<LeftBody>().Any(l => l.At <= moment) ? this with { Moves = Moves.RemoveAll(m => m is LeftBody left ? left.At <= moment : m is Arrival a && a.At <= moment && !there.Contains(a)) } : this;
    }

    /// <summary>The moments at which reports join or leave, among them those that are not published yet.</summary>
    public IEnumerable<DateTimeOffset> Moved => Moves.Select(m => m is Arrival a ? a.At : ((LeftBody)m).At);

    /// <summary>The moments at which anything takes effect, among them those that are not published yet.</summary>
    public IEnumerable<DateTimeOffset> Moments => Moved.Concat(Facts.Select(f => f.At));

    /// <summary>The moments between two at which what was said of outlets takes effect, in order: after the first, up to the second.</summary>
    public IEnumerable<DateTimeOffset> FactsBetween(DateTimeOffset after, DateTimeOffset upTo) => Facts.Select(f => f.At).Where(at => at > after && at <= upTo).Distinct().Order();

    /// <summary>Whether what was said of an outlet holds for a report at a moment: it joined later, or the story knows it by then.</summary>
    public bool Knows(OutletEdit edit, Arrival arrival, DateTimeOffset moment) => edit.Number < arrival.Number || Facts.Any(f => f.Edit == edit.Key && f.At <= moment);

    /// <summary>The moment up to which the story can be published next: what takes effect of itself is published apart from what changes the facts under it.</summary>
    public DateTimeOffset NextStop(DateTimeOffset wanted)
    {
        var (settled, stop) = (Settled ?? DateTimeOffset.MinValue, wanted);
        foreach (var at in FactsBetween(settled, wanted).Take(1))
            if (Moments.Any(m => m > settled && m < at))
                stop = at.AddTicks(-1);
            else if (FactsBetween(at, wanted).Any())
                stop = at;
        return stop;
    }

    /// <summary>Whether something takes effect that is not published yet.</summary>
    public bool IsPending => Merged is null && (Settled is not { } settled || Moments.Any(m => m > settled));

    /// <summary>The story before its first report.</summary>
    public Story Before => new()
    {
        Id = new StoryId(Id),
        Slug = Opened.Slug,
        Question = Opened.Question,
        QuestionGiven = Opened.QuestionGiven,
        Opened = Began,
        AsOf = Began,
        LastChange = Began,
        HasTimes = Opened.HasTimes,
        Sample = Opened.Sample,
    };

    /// <summary>The time of the first report: one that is older than that which opened the story may join until something is published.</summary>
    private DateTimeOffset Began => Moves.OfType<Arrival>().Select(a => a.At).Append(Opened.At).Min();

    private static Arrival Joined(JoinedBody body, long number) => new(body.Report, body.At, number);
}
