using System.Collections.Immutable;

namespace Attest.Engine.Reading;

/// <summary>A line with the time at which it takes effect.</summary>
/// <param name="Line">The line.</param>
/// <param name="Published">When the article was first published, UTC.</param>
/// <param name="Changed">When this text of it appeared: its edit's time where one is given, else <paramref name="Published"/>.</param>
/// <param name="Missing">Whether no usable time was given.</param>
/// <param name="Future">Whether the time given lies in the future.</param>
public sealed record TimedLine(ReportLine Line, DateTimeOffset Published, DateTimeOffset Changed, bool Missing, bool Future);

/// <summary>Lines with their times, and what counts as now.</summary>
/// <param name="Lines">The lines in the order of the input.</param>
/// <param name="Now">The latest believable time of the input, or the one given.</param>
/// <param name="HasTimes">Whether any line gave a usable time; where not, all is 1970 and no rule about time applies.</param>
public sealed record TimedInput(ImmutableArray<TimedLine> Lines, DateTimeOffset Now, bool HasTimes);

/// <summary>Gives every line of an input the time at which it takes effect (contract, "Commands").</summary>
public static class ArrivalTimes
{
    /// <summary>A time this much later than the next earlier one of the input is a clock that runs ahead, not news.</summary>
    private static readonly TimeSpan BelievableGap = TimeSpan.FromDays(400);

    /// <summary>
    /// 1. Now is the latest time of the input, leaving out any that lies more than 400 days after the next earlier one, unless given.
    /// 2. A time after now is "future"; a missing or future one becomes the latest valid time on the lines before, else the earliest of the input.
    /// 3. Without any time, all is 1970-01-01.
    /// </summary>
    public static TimedInput Resolve(IReadOnlyList<ReportLine> lines, DateTimeOffset? now = null)
    {
        ArgumentNullException.ThrowIfNull(lines);
        var given = lines.SelectMany(l => new[] { l.Published, l.Updated }).OfType<DateTimeOffset>().Distinct().Order().ToArray();
        var limit = now ?? Latest(given);
        var earliest = given.Where(t => t <= limit).Cast<DateTimeOffset?>().FirstOrDefault();
        var resolved = ImmutableArray.CreateBuilder<TimedLine>(lines.Count);
        DateTimeOffset? latestBefore = null;
        foreach (var line in lines)
        {
            bool future = line.Published > limit, missing = line.Published is null;
            var published = missing || future ? latestBefore ?? earliest ?? DateTimeOffset.UnixEpoch : line.Published!.Value;
            var changed = line.Updated is { } updated && updated <= limit && updated > published ? updated : published;
            resolved.Add(new TimedLine(line, published, changed, missing, future));
            if (!missing && !future && (latestBefore is null || published > latestBefore))
                latestBefore = published;
        }
        return new TimedInput(resolved.MoveToImmutable(), earliest is null ? now ?? DateTimeOffset.UnixEpoch : limit, earliest is not null);
    }

    private static DateTimeOffset Latest(DateTimeOffset[] ascending)
    {
        for (int i = ascending.Length - 1; i > 0; i--)
        {
            if (ascending[i] - ascending[i - 1] <= BelievableGap)
                return ascending[i];
        }
        return ascending.Length == 0 ? DateTimeOffset.UnixEpoch : ascending[0];
    }
}
