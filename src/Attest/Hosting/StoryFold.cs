using System.Collections.Immutable;
using Attest.Engine;
using Attest.Engine.Model;
using Attest.Log;

namespace Attest.Hosting;

/// <summary>Reads a report by its key.</summary>
/// <param name="report">The key.</param>
/// <param name="applies">Whether what was said of its outlet holds where it is read.</param>
internal delegate ReadReport ReadAs(string report, Func<OutletEdit, bool> applies);

/// <summary>
/// Folds a story's entries into its state, as <see cref="Fold"/> folds an input, with one difference: what was published is taken from the log and not
/// derived again. So a program that reads the same reports otherwise writes new updates, and never new old ones; and a report that left the story is
/// gone from its claims, but not from the updates that told of it.
/// </summary>
internal sealed class StoryFold
{
    private StoryMemory memory = new();
    private readonly List<UpdateBody> fresh = [];
    private Queue<UpdateBody> published = [];
    private DateTimeOffset? settled;
    private DateTimeOffset position = DateTimeOffset.MinValue;

    private StoryFold(Story story) => Story = story;

    /// <summary>The state.</summary>
    public Story Story { get; private set; }

    /// <summary>Updates that the last advance derived after all that is published, oldest first: to be published when the story has settled.</summary>
    public IReadOnlyList<UpdateBody> Fresh => fresh;

    /// <summary>The first published update that this engine would not have written so; null where there is none.</summary>
    public Update? Differing { get; private set; }

    /// <summary>The state of a story at a moment.</summary>
    /// <param name="entries">Its entries.</param>
    /// <param name="reading">Reads a report by its key.</param>
    /// <param name="until">The moment: later reports are left out, and time passes up to it.</param>
    public static StoryFold Of(StoryEntries entries, ReadAs reading, DateTimeOffset until)
    {
        var fold = Begin(entries);
        fold.Advance(entries, reading, until);
        return fold;
    }

    /// <summary>A story before its first report.</summary>
    public static StoryFold Begin(StoryEntries entries) => new(entries.Before);

    /// <summary>Whether the fold can go on to a moment; where a report left in between, it starts anew.</summary>
    public bool Continues(StoryEntries entries, DateTimeOffset until) => !entries.Moves.OfType<LeftBody>().Any(l => l.At > position && l.At <= until);

    /// <summary>The same state, to be advanced by itself.</summary>
    public StoryFold Fork() => new(Story) { position = position };

    /// <summary>Goes on to a later moment.</summary>
    public void Advance(StoryEntries entries, ReadAs reading, DateTimeOffset until)
    {
        fresh.Clear();
        foreach (var at in entries.FactsBetween(position, until))
        {
            Advance(entries, reading, at.AddTicks(-1), at.AddTicks(-1));
            KnowBetter(entries, reading, at);
        }
        Advance(entries, reading, until, until);
    }

    /// <param name="entries">The story's entries.</param>
    /// <param name="reading">Reads a report.</param>
    /// <param name="until">The moment.</param>
    /// <param name="facts">The moment as of which outlets are known.</param>
    private void Advance(StoryEntries entries, ReadAs reading, DateTimeOffset until, DateTimeOffset facts)
    {
        settled = entries.Settled;
        published = new(entries.Updates.Skip(Story.Updates.Length).Where(u => u.Update.At <= until));
        var reports = entries.At(until).Where(a => a.At > position).Select(a => (a.At, Read: reading(a.Report, edit => entries.Knows(edit, a, facts)))).ToList();
        foreach (var minute in InOrder(reports))
            Arrive(minute, isWhole: !entries.Moved.Any(m => m > until && Minute(m) == Minute(minute[0].At)));
        Wait(until);
        TakeUp(until, exclusive: false);
        Story = Pipeline.Summarise(Story with { AsOf = until }, memory);
        position = until;
    }

    /// <summary>
    /// From a moment on something else is known of an outlet: what all reports so far come to is derived anew with it, and told as what changed at that moment. How standings moved before, and what was
    /// told of them, stays as it was.
    /// </summary>
    private void KnowBetter(StoryEntries entries, ReadAs reading, DateTimeOffset at)
    {
        var anew = Begin(entries);
        anew.Advance(entries.Without(at), reading, position, at);
        Story = Story with { Reports = anew.Story.Reports, Claims = anew.Story.Claims };
        // What was remembered of the claims before would say that nothing changed.
        memory = new();
        published = new(entries.Updates.Skip(Story.Updates.Length).Where(u => u.Update.At <= at));
        Step(new StoryEvent.TimePassed(at), UpdateBody.Time, isWhole: true);
        position = at;
    }

    private static IEnumerable<ImmutableArray<(DateTimeOffset At, ReadReport Read)>> InOrder(List<(DateTimeOffset At, ReadReport Read)> reports) => reports
        .GroupBy(r => Minute(r.At))
        .OrderBy(g => g.Key)
        .Select(g => g.OrderBy(r => r.Read.Report.At).ThenBy(r => r.Read.Report.Url, StringComparer.Ordinal).ThenBy(r => r.Read.Report.ContentHash, StringComparer.Ordinal).ToImmutableArray());

    private static long Minute(DateTimeOffset time) => time.UtcTicks / TimeSpan.TicksPerMinute;

    private void Arrive(ImmutableArray<(DateTimeOffset At, ReadReport Read)> minute, bool isWhole)
    {
        Wait(minute.Min(r => r.At));
        var arrived = new StoryEvent.Arrived(minute.Max(r => r.At), [.. minute.Select(r => r.Read)]);
        try
        {
            Step(arrived, UpdateBody.Reports, isWhole);
        }
        catch (Exception e) when (Analysis.IsOfOneReport(e) && e is not LogException)
        {
            if (Suspect.Of(Story, arrived.At, arrived.Reports) is { } suspect)
                throw new AnalysisFailed(ReportKey.Of(suspect.Report), Analysis.CauseOf(e));
            throw;
        }
    }

    private void Wait(DateTimeOffset until)
    {
        while (Story.Reports.Length > 0 && Pipeline.NextDue(Story) is { } due && due <= until)
            Step(new StoryEvent.TimePassed(due), UpdateBody.Time, isWhole: true);
    }

    /// <param name="happened">The event.</param>
    /// <param name="on">Its kind.</param>
    /// <param name="isWhole">False where the moment cuts the minute: its update was published for the whole, and is none for the part.</param>
    private void Step(StoryEvent happened, string on, bool isWhole)
    {
        TakeUp(happened.At, exclusive: true);
        var before = Story;
        var after = Pipeline.Step(before, happened, memory);
        var derived = after.Updates.Length > before.Updates.Length ? after.Updates[^1] : null;
        if (published.TryPeek(out var next) && next.Update.At == happened.At && next.On == on)
        {
            published.Dequeue();
            if (derived is null || Written(derived) != Written(next.Update))
                Differing ??= next.Update;
            Story = after with { Updates = before.Updates.Add(next.Update), Told = after.Claims, Untold = [] };
        }
        else if (derived is not null && happened.At <= settled && isWhole)
        {
            // Nothing was said then, and nothing is said now in hindsight.
            Differing ??= derived;
            Story = after with { Updates = before.Updates, Told = before.Told, Untold = [.. before.Untold.Union(derived.Reports)] };
        }
        else
        {
            Story = after;
            if (derived is not null)
                fresh.Add(new UpdateBody(derived, on, ToldClaims.Of(derived, after)));
        }
    }

    /// <summary>Takes published updates up whose event is none any more.</summary>
    private void TakeUp(DateTimeOffset until, bool exclusive)
    {
        while (published.TryPeek(out var next) && (exclusive ? next.Update.At < until : next.Update.At <= until))
        {
            published.Dequeue();
            Differing ??= next.Update;
            Story = Story with { Updates = Story.Updates.Add(next.Update), Told = Story.Claims, Untold = [] };
        }
    }

    private static string Written(Update update) => LogJson.Write(new UpdateBody(update, "", []));
}
