using System.Collections.Immutable;
using Attest.Engine.Model;

namespace Attest.Engine;

/// <summary>Folds a story's reports and the passing of time into its state.</summary>
public static class Fold
{
    /// <summary>A story settles within the clock minute: reports of one minute are one event, in canonical order.</summary>
    private static readonly TimeSpan settling = TimeSpan.FromMinutes(1);

    /// <summary>The state at a moment.</summary>
    /// <param name="opened">The story before its first event.</param>
    /// <param name="reports">Its reports in canonical order (time, address, content hash).</param>
    /// <param name="until">The moment, UTC; later reports are left out, and time passes up to it.</param>
    /// <param name="setAside">Told each report that an error of ours kept from being weighed, and the cause; it stays in the story as not analysed.</param>
    public static Story Of(Story opened, IEnumerable<ReadReport> reports, DateTimeOffset until, Action<Report, string>? setAside = null)
    {
        ArgumentNullException.ThrowIfNull(opened);
        ArgumentNullException.ThrowIfNull(reports);
        var story = opened;
        var memory = new StoryMemory();
        foreach (var minute in reports.Where(r => r.Report.At <= until).GroupBy(r => r.Report.At.UtcTicks / settling.Ticks))
        {
            var arrived = minute.ToImmutableArray();
            story = Wait(story, arrived[0].Report.At, memory);
            story = Arrive(story, arrived, ref memory, setAside);
        }
        return Pipeline.Summarise(Wait(story, until, memory) with { AsOf = until }, memory);
    }

    private static Story Arrive(Story story, ImmutableArray<ReadReport> arrived, ref StoryMemory memory, Action<Report, string>? setAside)
    {
        var at = arrived[^1].Report.At;
        while (true)
        {
            try
            {
                return Pipeline.Step(story, new StoryEvent.Arrived(at, arrived), memory);
            }
            catch (Exception e) when (Analysis.IsOfOneReport(e))
            {
                if (Suspect.Of(story, at, arrived) is not { } suspect)
                    throw;
                setAside?.Invoke(suspect.Report, Analysis.CauseOf(e));
                arrived = arrived.Replace(suspect, Pipeline.LeaveUnread(suspect.Report));
                memory = new(); // what the failed step left in it is not to be trusted
            }
        }
    }

    /// <summary>Lets time pass: every window, deadline and lapse that comes due before a moment, or at it, is an event.</summary>
    /// <param name="story">The story.</param>
    /// <param name="until">The moment, UTC.</param>
    /// <param name="memory">What the stages derived at earlier steps of this story: saves time, changes nothing.</param>
    public static Story Wait(Story story, DateTimeOffset until, StoryMemory? memory = null)
    {
        ArgumentNullException.ThrowIfNull(story);
        memory ??= new();
        while (story.Reports.Length > 0 && Pipeline.NextDue(story) is { } due && due <= until)
            story = Pipeline.Step(story, new StoryEvent.TimePassed(due), memory);
        return story;
    }
}
