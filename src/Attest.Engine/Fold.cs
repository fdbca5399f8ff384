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
    public static Story Of(Story opened, IEnumerable<ReadReport> reports, DateTimeOffset until)
    {
        ArgumentNullException.ThrowIfNull(opened);
        ArgumentNullException.ThrowIfNull(reports);
        var story = opened;
        var memory = new StoryMemory();
        foreach (var minute in reports.Where(r => r.Report.At <= until).GroupBy(r => r.Report.At.UtcTicks / settling.Ticks))
        {
            var arrived = minute.ToImmutableArray();
            story = Wait(story, arrived[0].Report.At, memory);
            story = Pipeline.Step(story, new StoryEvent.Arrived(arrived[^1].Report.At, arrived), memory);
        }
        return Pipeline.Summarise(Wait(story, until, memory) with { AsOf = until }, memory);
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
