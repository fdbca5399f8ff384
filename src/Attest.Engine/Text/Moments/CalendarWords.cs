using Attest.Engine.Text.Figures;

namespace Attest.Engine.Text.Moments;

/// <summary>The words of the calendar.</summary>
internal static class CalendarWords
{
    /// <summary>Months by name and abbreviation, 1 to 12.</summary>
    public static readonly Dictionary<string, int> Months = Lookup.Of<int>(
        ("january", 1), ("jan", 1), ("february", 2), ("feb", 2), ("march", 3), ("mar", 3), ("april", 4), ("apr", 4), ("may", 5), ("june", 6), ("jun", 6),
        ("july", 7), ("jul", 7), ("august", 8), ("aug", 8), ("september", 9), ("sep", 9), ("sept", 9), ("october", 10), ("oct", 10), ("november", 11),
        ("nov", 11), ("december", 12), ("dec", 12));

    /// <summary>Weekdays by name and abbreviation.</summary>
    public static readonly Dictionary<string, DayOfWeek> Weekdays = Lookup.Of<DayOfWeek>(
        ("monday", DayOfWeek.Monday), ("mon", DayOfWeek.Monday), ("tuesday", DayOfWeek.Tuesday), ("tue", DayOfWeek.Tuesday), ("tues", DayOfWeek.Tuesday),
        ("wednesday", DayOfWeek.Wednesday), ("wed", DayOfWeek.Wednesday), ("thursday", DayOfWeek.Thursday), ("thu", DayOfWeek.Thursday),
        ("thur", DayOfWeek.Thursday), ("thurs", DayOfWeek.Thursday), ("friday", DayOfWeek.Friday), ("fri", DayOfWeek.Friday),
        ("saturday", DayOfWeek.Saturday), ("sat", DayOfWeek.Saturday), ("sunday", DayOfWeek.Sunday), ("sun", DayOfWeek.Sunday));

    /// <summary>Seasons, spring first.</summary>
    public static readonly Dictionary<string, int> Seasons = Lookup.Of<int>(
        ("spring", 0), ("summer", 1), ("autumn", 2), ("fall", 2), ("winter", 3));

    /// <summary>Parts of the day: first hour and the hour after the last.</summary>
    public static readonly Dictionary<string, (int From, int To)> Parts = Lookup.Of<(int From, int To)>(
        ("morning", (0, 12)), ("afternoon", (12, 18)), ("evening", (17, 24)), ("night", (18, 30)), ("lunchtime", (11, 15)));

    /// <summary>Offsets of the zones that the news writes, in minutes; "ET" and its like without summer time.</summary>
    public static readonly Dictionary<string, int> Zones = Lookup.Of<int>(
        ("gmt", 0), ("utc", 0), ("bst", 60), ("cet", 60), ("cest", 120), ("eet", 120), ("eest", 180), ("msk", 180), ("ist", 330), ("jst", 540),
        ("aest", 600), ("aedt", 660), ("est", -300), ("edt", -240), ("cst", -360), ("cdt", -300), ("mst", -420), ("mdt", -360), ("pst", -480), ("pdt", -420),
        ("et", -300), ("ct", -360), ("mt", -420), ("pt", -480));

    /// <summary>English names of the months for wording, from index 1.</summary>
    public static readonly string[] MonthNames =
        ["", "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

    /// <summary>English names of the seasons for wording.</summary>
    public static readonly string[] SeasonNames = ["spring", "summer", "autumn", "winter"];

    private static readonly Dictionary<string, CalendarUnit> Units = Lookup.Of<CalendarUnit>(
        ("minute", CalendarUnit.Minute), ("hour", CalendarUnit.Hour), ("day", CalendarUnit.Day), ("night", CalendarUnit.Day), ("weekend", CalendarUnit.Weekend),
        ("week", CalendarUnit.Week), ("fortnight", CalendarUnit.Week), ("month", CalendarUnit.Month), ("quarter", CalendarUnit.Quarter), ("year", CalendarUnit.Year),
        ("decade", CalendarUnit.Decade), ("century", CalendarUnit.Century), ("centurie", CalendarUnit.Century));

    /// <summary>The unit that a word names, in singular or plural; null where none.</summary>
    public static CalendarUnit? UnitOf(string lower) =>
        Units.TryGetValue(lower, out CalendarUnit unit) || lower.EndsWith('s') && Units.TryGetValue(lower[..^1], out unit) ? unit : null;
}
