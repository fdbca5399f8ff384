using System.Collections.Immutable;
using System.Globalization;
using Attest.Engine.Publishing;

namespace Attest.Web;

/// <summary>A claim's number over time: it stays where it is until evidence moves it, so the line has steps and no slopes.</summary>
public sealed class StepLine
{
    private const int MostTicks = 4;

    /// <summary>Points nearer than this share of the width bear one number less.</summary>
    private const double Crowded = 0.035;

    private static readonly TimeSpan[] intervals =
    [
        TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(15), TimeSpan.FromMinutes(30), TimeSpan.FromHours(1), TimeSpan.FromHours(3), TimeSpan.FromHours(6),
        TimeSpan.FromHours(12), TimeSpan.FromDays(1), TimeSpan.FromDays(2), TimeSpan.FromDays(4), TimeSpan.FromDays(7), TimeSpan.FromDays(14),
        TimeSpan.FromDays(28), TimeSpan.FromDays(91), TimeSpan.FromDays(182), TimeSpan.FromDays(365), TimeSpan.FromDays(3650),
    ];

    private StepLine(ImmutableArray<Point> points, DateTimeOffset from, DateTimeOffset to) => (Points, From, To) = (points, from, to);

    /// <summary>A step.</summary>
    /// <param name="Number">Its number in the list below the line, from 1.</param>
    /// <param name="At">When.</param>
    /// <param name="Percent">The number from then on, as shown.</param>
    /// <param name="X">Where it stands, a share of the width.</param>
    /// <param name="IsNumbered">Whether there is room for its number.</param>
    /// <param name="IsBelow">Whether the number stands below the line: it fell.</param>
    /// <param name="Words">What happened.</param>
    /// <param name="Standing">The standing where it changed; else null.</param>
    public sealed record Point(int Number, DateTimeOffset At, int Percent, double X, bool IsNumbered, bool IsBelow, string Words, string? Standing);

    /// <summary>Oldest first; at least one.</summary>
    public ImmutableArray<Point> Points { get; }

    /// <summary>Where the line begins.</summary>
    public DateTimeOffset From { get; }

    /// <summary>Where it ends: the page's moment.</summary>
    public DateTimeOffset To { get; }

    /// <summary>The line's finding, its title: "From 60% to 80% as evidence came in".</summary>
    public string Finding
    {
        get
        {
            int first = Points[0].Percent, last = Points[^1].Percent, most = Points.Max(p => p.Percent), least = Points.Min(p => p.Percent);
            return last > first ? $"Up from {first}% to {last}%"
                : last < first ? $"Down from {first}% to {last}%"
                : Points.Length == 1 || most == least ? $"At {last}% since it was first read"
                : most > last ? $"Back at {last}% after {most}%"
                : $"Back at {last}% after {least}%";
        }
    }

    /// <summary>The whole line in words.</summary>
    public string InWords =>
        $"Step line of confidence, {Times.Full(From)} to {Times.Full(To)}: " + string.Join(", ", Points.Select(p => $"{p.Percent}%")) + ". Each step is explained in the list below.";

    /// <summary>The line of a claim; null where it never had a number or its times are not known.</summary>
    public static StepLine? Of(ClaimDocument claim, DateTimeOffset asOf)
    {
        ArgumentNullException.ThrowIfNull(claim);
        var steps = new List<(HistoryDocument Step, int Percent, bool IsMoved)>();
        HistoryDocument? before = null;
        foreach (var step in claim.History.Where(h => h.Probability is not null))
        {
            int percent = NumberParts.InPercent(step.Probability!.Value, step.Standing);
            bool moved = before is null || Standings.Group(before.Standing) != Standings.Group(step.Standing);
            if (moved || steps[^1].Percent != percent)
                steps.Add((step, percent, moved));
            before = step;
        }
        if (steps.Count == 0 || Times.IsUnknown(steps[0].Step.At))
            return null;
        var from = steps[0].Step.At;
        var to = asOf > steps[^1].Step.At ? asOf : steps[^1].Step.At.AddMinutes(1);
        // The first step stands a little inside, so that its mark is whole.
        double X(DateTimeOffset at) => 0.03 + 0.97 * ((at - from) / (to - from));
        var points = ImmutableArray.CreateBuilder<Point>();
        double numbered = double.NegativeInfinity;
        foreach (var (step, percent, moved) in steps)
        {
            double x = X(step.At);
            bool isNumbered = x - numbered >= Crowded;
            numbered = isNumbered ? x : numbered;
            points.Add(new(points.Count + 1, step.At, percent, x, isNumbered, points.Count > 0 && points[^1].Percent > percent, step.Because, moved ? step.Standing : null));
        }
        return new(points.ToImmutable(), from, to);
    }

    /// <summary>Where the axis bears a time, and how it is written; the first and the last are the line's ends.</summary>
    public IEnumerable<(double X, string Words, string Anchor)> Ticks
    {
        get
        {
            bool isOneDay = From.UtcDateTime.Date == To.UtcDateTime.Date;
            yield return (0, Times.Format(From, isOneDay ? "HH:mm" : "d MMM"), "start");
            var interval = intervals.First(i => (To - From) / i < MostTicks || i == intervals[^1]);
            int month = From.UtcDateTime.Month;
            bool named = false;
            for (var at = Floor(From, interval) + interval; at < To; at += interval)
            {
                double x = 0.03 + 0.97 * ((at - From) / (To - From));
                bool midnight = at.UtcDateTime.TimeOfDay == TimeSpan.Zero;
                string words = Times.Format(at, interval < TimeSpan.FromDays(1) && !midnight ? "HH:mm" : interval < TimeSpan.FromDays(1) || at.UtcDateTime.Month != month ? "d MMM" : "%d");
                // Wide words want more room beside those at both ends.
                double room = words.Length > 2 ? 0.35 : 0.2;
                if (x < room || x > 1 - room)
                    continue;
                yield return (x, words, "middle");
                // The last day has its name already.
                named |= midnight && interval < TimeSpan.FromDays(1) && at.UtcDateTime.Date == To.UtcDateTime.Date;
                month = at.UtcDateTime.Month;
            }
            yield return (1, Times.Format(To, isOneDay || named ? "HH:mm" : "d MMM"), "end");
        }
    }

    /// <summary>Percent of the width, as SVG writes it.</summary>
    internal static string Percent(double share) => (share * 100).ToString("0.##", CultureInfo.InvariantCulture) + "%";

    private static DateTimeOffset Floor(DateTimeOffset time, TimeSpan step) =>
        new(time.UtcTicks - time.UtcTicks % Math.Min(step.Ticks, TimeSpan.TicksPerDay), TimeSpan.Zero);
}
