using System.Collections.Immutable;
using System.Globalization;
using Attest.Engine.Publishing;

namespace Attest.Web;

/// <summary>
/// Claims by standing over time, one column a stretch of time, one cell a claim, computed from the claims' own histories. Retracted
/// and outdated claims drop out, as do utterances.
/// </summary>
public sealed class UnitChart
{
    private const int MostColumns = 24;

    private static readonly TimeSpan[] steps =
    [
        TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(15), TimeSpan.FromMinutes(30), TimeSpan.FromHours(1), TimeSpan.FromHours(2),
        TimeSpan.FromHours(3), TimeSpan.FromHours(6), TimeSpan.FromHours(12), TimeSpan.FromDays(1), TimeSpan.FromDays(2), TimeSpan.FromDays(7),
        TimeSpan.FromDays(14), TimeSpan.FromDays(28), TimeSpan.FromDays(91), TimeSpan.FromDays(365),
    ];

    private UnitChart(ImmutableArray<Column> columns, bool isByDay) => (Columns, IsByDay) = (columns, isByDay);

    /// <summary>A stretch of time and the claims at its end.</summary>
    /// <param name="From">Its begin.</param>
    /// <param name="To">Its end, exclusive.</param>
    /// <param name="Counts">Confirmed, unconfirmed, disputed, refuted.</param>
    /// <param name="Update">The newest update in it; null where there is none.</param>
    public sealed record Column(DateTimeOffset From, DateTimeOffset To, ImmutableArray<int> Counts, UpdateDocument? Update)
    {
        /// <summary>All claims that are standing.</summary>
        public int Total => Counts.Sum();
    }

    /// <summary>The groups of <see cref="Column.Counts"/>, bottom first.</summary>
    internal static ImmutableArray<string> Groups { get; } = [Standings.Confirmed, Standings.Unconfirmed, Standings.Disputed, Standings.Refuted];

    /// <summary>Oldest first; at least two.</summary>
    public ImmutableArray<Column> Columns { get; }

    /// <summary>Whether a column is a day or more.</summary>
    public bool IsByDay { get; }

    /// <summary>Most claims that stand in a column.</summary>
    public int Highest => Columns.Max(c => c.Total);

    /// <summary>The chart's finding, its title: "Six of twelve claims are now confirmed".</summary>
    public string Finding
    {
        get
        {
            int confirmed = Columns[^1].Counts[0], all = Columns[^1].Total;
            return (confirmed, all) switch
            {
                (_, 0) => "No claim stands now",
                (0, 1) => "The one claim is not confirmed",
                (1, 1) => "The one claim is confirmed",
                (0, _) => $"None of {Words.Spelled(all).ToLowerInvariant()} claims is confirmed yet",
                _ when confirmed == all => $"All {Words.Spelled(all).ToLowerInvariant()} claims are now confirmed",
                _ => $"{Words.Spelled(confirmed)} of {Words.Spelled(all).ToLowerInvariant()} claims {(confirmed == 1 ? "is" : "are")} now confirmed",
            };
        }
    }

    /// <summary>The chart of a story; null where all happened at once, so that there is nothing to draw.</summary>
    public static UnitChart? Of(StoryDocument story)
    {
        ArgumentNullException.ThrowIfNull(story);
        var claims = story.Claims.Where(c => c.Kind != "utterance" && !c.History.IsEmpty).ToArray();
        if (claims.Length == 0 || Times.IsUnknown(story.FollowedSince))
            return null;
        var last = story.LastChange < story.AsOf ? story.LastChange : story.AsOf;
        var first = story.FollowedSince;
        var least = last - first > TimeSpan.FromHours(48) ? TimeSpan.FromDays(1) : TimeSpan.Zero; // hours without their day say little
        var step = steps.FirstOrDefault(s => s >= least && Floor(last, s) - Floor(first, s) < s * MostColumns, steps[^1]);
        var start = Floor(first, step);
        var columns = ImmutableArray.CreateBuilder<Column>();
        for (var from = start; from <= last && columns.Count < 10 * MostColumns; from += step)
            columns.Add(At(from, from + step, claims, story));
        return columns.Count < 2 || columns.All(c => c.Total == 0) ? null : new(columns.ToImmutable(), step >= TimeSpan.FromDays(1));
    }

    /// <summary>A column's begin: "9 Nov" where the month, or in hours the day, is not that of the label before it; else "9" or "10:40".</summary>
    /// <param name="column">The column.</param>
    /// <param name="before">The column that bears the label before it; null for the first.</param>
    public string Label(int column, int? before)
    {
        var from = Columns[column].From.UtcDateTime;
        var other = before is { } b ? Columns[b].From.UtcDateTime : default;
        if (IsByDay)
            return Times.Format(Columns[column].From, before is null || from.Month != other.Month ? "d MMM" : "%d");
        bool isOneDay = Columns[0].From.UtcDateTime.Date == Columns[^1].From.UtcDateTime.Date;
        return Times.Format(Columns[column].From, !isOneDay && (before is null || from.Date != other.Date) ? "d MMM" : "HH:mm");
    }

    /// <summary>Percent of the width, as SVG writes it.</summary>
    internal static string Percent(double share) => (share * 100).ToString("0.##", CultureInfo.InvariantCulture) + "%";

    private static Column At(DateTimeOffset from, DateTimeOffset to, ClaimDocument[] claims, StoryDocument story)
    {
        var counts = new int[Groups.Length];
        foreach (var claim in claims)
        {
            var then = claim.History.LastOrDefault(h => h.At < to);
            int group = then is null ? -1 : Groups.IndexOf(Standings.Group(then.Standing));
            if (group >= 0)
                counts[group]++;
        }
        return new(from, to, [.. counts], story.Updates.FirstOrDefault(u => u.At >= from && u.At < to));
    }

    private static DateTimeOffset Floor(DateTimeOffset time, TimeSpan step) =>
        new(time.UtcTicks - time.UtcTicks % Math.Min(step.Ticks, TimeSpan.TicksPerDay), TimeSpan.Zero);
}
