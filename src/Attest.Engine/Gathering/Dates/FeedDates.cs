using System.Globalization;
using System.Text.RegularExpressions;

namespace Attest.Engine.Gathering.Dates;

/// <summary>
/// Reads the dates of feeds, in the dialects that are met:
/// <list type="number">
/// <item>ISO 8601 and its profile W3C-DTF, whole or cut short, with ordinal days, without separators, with a space for the "T";</item>
/// <item>Hungarian, which puts the month's name into that form, and Korean, which puts units behind the figures;</item>
/// <item>seconds since 1970;</item>
/// <item>all that names the month: RFC 822 and 2822, RFC 850, asctime, Perforce's, in English and as ten other languages name months.</item>
/// </list>
/// A date without a zone is taken for UTC. Never throws.
/// </summary>
internal static partial class FeedDates
{
    private const int Longest = 64;

    [GeneratedRegex(@"^(\d{4})(?:-?(\d{2})(?:-?(\d{2}))?|-?(\d{3})|-?W(\d{2})(?:-?([1-7]))?)?(?:[Tt\s]+(.+))?$", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Iso { get; }

    [GeneratedRegex(@"^(\d{4})-(\p{L}{3,12})-(\d{1,2})[T\s](.+)$", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Hungarian { get; }

    [GeneratedRegex(@"^(\d{4})(?:년\s*|-)(\d{1,2})(?:월\s*|-)(\d{1,2})(?:일)?\s*(오전|오후)?\s*(\d{1,2}:\d{2}(?::\d{2})?)$", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Korean { get; }

    /// <summary>The moment that a date means, in UTC; null where it means none.</summary>
    public static DateTimeOffset? Read(string written)
    {
        string date = written.Trim();
        if (date.Length is 0 or > Longest)
            return null;
        if (Korean.Match(date) is { Success: true } korean && (date.Contains('년', StringComparison.Ordinal) || korean.Groups[4].Success))
            return OfKorean(korean);
        if (Iso.Match(date) is { Success: true } iso)
            return OfIso(iso);
        if (Hungarian.Match(date) is { Success: true } hungarian && MonthNames.Of(hungarian.Groups[2].Value) is { } month)
            return Moment(Number(hungarian, 1), month, Number(hungarian, 3), ClockTime.Read(hungarian.Groups[4].Value));
        if (date.Length is 9 or 10 && long.TryParse(date, NumberStyles.None, CultureInfo.InvariantCulture, out long seconds))
            return DateTimeOffset.FromUnixTimeSeconds(seconds);
        return WordedDate.Read(date);
    }

    /// <summary>A moment, or null where the calendar has no such day.</summary>
    public static DateTimeOffset? Moment(int year, int month, int day, ClockTime? clock)
    {
        if (clock is not { } time || year is < 2 or > 9998 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month))
            return null;
        var local = new DateTime(year, month, day, 0, 0, 0, DateTimeKind.Unspecified) + time.OfDay - time.Zone;
        return new DateTimeOffset(DateTime.SpecifyKind(local, DateTimeKind.Utc));
    }

    private static DateTimeOffset? OfIso(Match iso)
    {
        int year = Number(iso, 1);
        var clock = iso.Groups[7].Success ? ClockTime.Read(iso.Groups[7].Value) : ClockTime.Midnight;
        if (iso.Groups[4].Success)
            return year is > 0 and < 9999 && Number(iso, 4) is >= 1 and <= 366 and var day
                ? Moment(year, 1, 1, clock)?.AddDays(day - 1)
                : null;
        if (iso.Groups[5].Success)
            return year is > 0 and < 9999 && Number(iso, 5) is >= 1 and <= 53 and var week
                ? DateOf(ISOWeek.ToDateTime(year, week, (DayOfWeek)(Math.Max(1, Number(iso, 6)) % 7)), clock)
                : null;
        return Moment(year, Math.Max(1, Number(iso, 2)), Math.Max(1, Number(iso, 3)), clock);
    }

    private static DateTimeOffset? DateOf(DateTime date, ClockTime? clock) => Moment(date.Year, date.Month, date.Day, clock);

    private static DateTimeOffset? OfKorean(Match korean)
    {
        // Korea has one zone, and its software writes none.
        var clock = ClockTime.Read(korean.Groups[5].Value + (korean.Groups[4].Value switch { "오전" => " AM", "오후" => " PM", _ => "" }));
        return Moment(Number(korean, 1), Number(korean, 2), Number(korean, 3), clock is { } c ? c with { Zone = TimeSpan.FromHours(9) } : null);
    }

    private static int Number(Match match, int group) =>
        match.Groups[group].Success ? int.Parse(match.Groups[group].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture) : 0;
}
