using System.Globalization;
using static Attest.Engine.Text.Moments.CalendarWords;

namespace Attest.Engine.Text.Moments;

/// <summary>Resolves a named time against the day of the report. All in the report's local time; years between 100 and 9900.</summary>
internal static class Resolver
{
    /// <summary>The window that a name means; null where it cannot be told.</summary>
    /// <param name="named">The name.</param>
    /// <param name="now">The report's own time.</param>
    /// <param name="tense">The tense of the clause: which of two Fridays is meant.</param>
    public static Window? Resolve(NamedTime named, DateTime now, Tense tense) => named switch
    {
        NamedTime.CalendarDay day => Days(day, now, tense),
        NamedTime.CalendarMonth month => MonthWindow(month.Year ?? YearOf(now, month.Month, month.Which, tense), month.Month),
        NamedTime.CalendarYears years => new(new(Year(years.FirstYear), 1, 1), new(Year(years.LastYear) + 1, 1, 1), "", "in"),
        NamedTime.DayOfTheWeek weekday => Weekday(weekday, now.Date, tense),
        NamedTime.DayFromNow day => Day(now.Date.AddDays(day.Days), null),
        NamedTime.PeriodFromNow period => Period(period, now.Date),
        NamedTime.Season season => SeasonWindow(season, now, tense),
        NamedTime.PartOfYear part => PartWindow(part, now, tense),
        NamedTime.Away away => AwayWindow(away, now),
        NamedTime.Stretch stretch => StretchWindow(stretch, now),
        NamedTime.TimeOfDay time => ClockOn(time, now.Date),
        NamedTime.Between between => Both(between, now, tense),
        _ => null,
    };

    /// <summary>The minute that a clock time means on a day.</summary>
    public static Window ClockOn(NamedTime.TimeOfDay time, DateTime day) => new(day.AddMinutes(time.Minutes), day.AddMinutes(time.Minutes + 1), "", "");

    /// <summary>A day's name: "13 January 2026".</summary>
    public static string Name(DateTime day) => string.Create(CultureInfo.InvariantCulture, $"{day.Day} {MonthNames[day.Month]} {day.Year}");

    private static Window Day(DateTime day, DayOfWeek? weekday) => new(day, day.AddDays(1), (weekday is null ? "" : day.DayOfWeek + " ") + Name(day), "on");

    private static Window? Days(NamedTime.CalendarDay named, DateTime now, Tense tense)
    {
        int year = named.Year ?? YearOfDay(named, now, tense);
        year = Year(year);
        if (named.LastDay > DateTime.DaysInMonth(year, named.Month))
            return null;
        var from = new DateTime(year, named.Month, named.Day);
        if (named.LastDay == named.Day)
            return Day(from, named.Weekday is null ? null : from.DayOfWeek);
        var last = new DateTime(year, named.Month, named.LastDay);
        return new(from, last.AddDays(1), string.Create(CultureInfo.InvariantCulture, $"{named.Day}–{named.LastDay} {MonthNames[named.Month]} {year}"), "on");
    }

    /// <summary>A day without a year lies nearest: before the report in the past, after it in the future.</summary>
    private static int YearOfDay(NamedTime.CalendarDay named, DateTime now, Tense tense)
    {
        int best = now.Year;
        double nearest = double.MaxValue;
        for (int year = now.Year - 1; year <= now.Year + 1; year++)
        {
            if (named.Day > DateTime.DaysInMonth(year, named.Month))
                continue;
            double days = (new DateTime(year, named.Month, named.Day) - now.Date).TotalDays;
            // The weekday, where written, decides; a wrong side counts a year.
            double off = Math.Abs(days) + (tense == Tense.Past && days > 0 || tense == Tense.Future && days < 0 ? 200 : 0)
                + (named.Weekday is { } weekday && new DateTime(year, named.Month, named.Day).DayOfWeek != weekday ? 1_000 : 0);
            if (off < nearest)
                (best, nearest) = (year, off);
        }
        return best;
    }

    private static int YearOf(DateTime now, int month, Which which, Tense tense) => which switch
    {
        Which.This => now.Year,
        Which.Last => month < now.Month ? now.Year : now.Year - 1,
        Which.Next => month > now.Month ? now.Year : now.Year + 1,
        _ when tense == Tense.Future => month >= now.Month ? now.Year : now.Year + 1,
        _ => month <= now.Month ? now.Year : now.Year - 1,
    };

    private static Window MonthWindow(int year, int month)
    {
        var from = new DateTime(Year(year), month, 1);
        return new(from, from.AddMonths(1), string.Create(CultureInfo.InvariantCulture, $"{MonthNames[month]} {from.Year}"), "in");
    }

    private static Window Weekday(NamedTime.DayOfTheWeek named, DateTime today, Tense tense)
    {
        int back = ((int)today.DayOfWeek - (int)named.Day + 7) % 7;
        int ahead = (7 - back) % 7;
        int days = named.Which switch
        {
            Which.Last => back == 0 ? -7 : -back,
            Which.This when tense == Tense.Past => -back,
            Which.This => ahead,
            // The day of the next calendar week, Monday first.
            Which.Next => ahead == 0 || (int)(today.DayOfWeek + 6) % 7 < (int)(named.Day + 6) % 7 && back != 0 ? ahead + (ahead == 0 || ahead <= 6 ? 7 : 0) : ahead,
            _ => tense == Tense.Future ? ahead : -back,
        };
        return Day(today.AddDays(days), named.Day);
    }

    private static Window? Period(NamedTime.PeriodFromNow named, DateTime today)
    {
        switch (named.Unit)
        {
            case CalendarUnit.Week:
                DateTime monday = today.AddDays(-(((int)today.DayOfWeek + 6) % 7) + 7 * named.Offset);
                return new(monday, monday.AddDays(7), "the week of " + Name(monday), "in");
            case CalendarUnit.Weekend:
                // On a weekend "this" and "last" are judged from its Monday.
                DateTime saturday = today.AddDays(-(((int)today.DayOfWeek + 6) % 7) + 5 + 7 * named.Offset);
                return new(saturday, saturday.AddDays(2), "the weekend of " + Name(saturday), "on");
            case CalendarUnit.Month:
                DateTime month = new DateTime(today.Year, today.Month, 1).AddMonths(named.Offset);
                return MonthWindow(month.Year, month.Month);
            case CalendarUnit.Quarter:
                DateTime quarter = new DateTime(today.Year, (today.Month - 1) / 3 * 3 + 1, 1).AddMonths(3 * named.Offset);
                return Part(quarter.Year, (quarter.Month - 1) / 3 + 1, 4);
            case CalendarUnit.Year:
                int year = Year(today.Year + named.Offset);
                return new(new(year, 1, 1), new(year + 1, 1, 1), year.ToString(CultureInfo.InvariantCulture), "in");
            case CalendarUnit.Decade:
                int decade = Year(today.Year / 10 * 10 + 10 * named.Offset);
                return new(new(decade, 1, 1), new(decade + 10, 1, 1), string.Create(CultureInfo.InvariantCulture, $"the {decade}s"), "in");
            default:
                return null;
        }
    }

    private static Window SeasonWindow(NamedTime.Season named, DateTime now, Tense tense)
    {
        int month = 3 + 3 * named.Number;
        var start = new DateTime(now.Year, month, 1);
        int year = named.Year is int said ? said : named.Which switch
        {
            Which.This => named.Number == 3 && now.Month < 6 ? now.Year - 1 : now.Year,
            Which.Last => start.AddMonths(3) <= now ? now.Year : start.AddMonths(-9) <= now ? now.Year - 1 : now.Year - 2,
            Which.Next => start > now ? now.Year : now.Year + 1,
            _ when tense == Tense.Future => start.AddMonths(3) > now ? now.Year : now.Year + 1,
            _ => start <= now ? now.Year : now.Year - 1,
        };
        var from = new DateTime(Year(year), month, 1);
        string name = named.Number == 3 ? string.Create(CultureInfo.InvariantCulture, $"winter {from.Year}–{(from.Year + 1) % 100:00}") : SeasonNames[named.Number] + " " + from.Year.ToString(CultureInfo.InvariantCulture);
        return new(from, from.AddMonths(3), name, "in");
    }

    private static Window PartWindow(NamedTime.PartOfYear named, DateTime now, Tense tense)
    {
        int months = 12 / named.Parts;
        int year = named.Year ?? (new DateTime(now.Year, months * (named.Number - 1) + 1, 1) > now && tense != Tense.Future ? now.Year - 1
            : new DateTime(now.Year, months * (named.Number - 1) + 1, 1).AddMonths(months) <= now && tense == Tense.Future ? now.Year + 1 : now.Year);
        return Part(year, named.Number, named.Parts);
    }

    private static Window Part(int year, int number, int parts)
    {
        var from = new DateTime(Year(year), 12 / parts * (number - 1) + 1, 1);
        string ordinal = number switch { 1 => "first", 2 => "second", 3 => "third", _ => "fourth" };
        return new(from, from.AddMonths(12 / parts), string.Create(CultureInfo.InvariantCulture, $"the {ordinal} {(parts == 4 ? "quarter" : "half")} of {from.Year}"), "in");
    }

    private static Window? AwayWindow(NamedTime.Away named, DateTime now)
    {
        DateTime there = Moved(now, named.Count, named.Unit);
        Window? whole = named.Unit switch
        {
            CalendarUnit.Minute or CalendarUnit.Hour => new(there, Moved(there, 1, named.Unit), Name(there), "on"),
            CalendarUnit.Day => Day(there.Date, null),
            // A week or month ago is not meant to the day.
            CalendarUnit.Week or CalendarUnit.Weekend or CalendarUnit.Month or CalendarUnit.Quarter => MonthWindow(there.Year, there.Month),
            CalendarUnit.Year => new(new(there.Year, 1, 1), new(there.Year + 1, 1, 1), there.Year.ToString(CultureInfo.InvariantCulture), "in"),
            // A decade ago is meant to a few years.
            _ => new(new(there.Year - 2, 1, 1), new(there.Year + 3, 1, 1), string.Create(CultureInfo.InvariantCulture, $"about {there.Year}"), "in"),
        };
        // Told from elsewhere: the stretch is a guess, the words stay.
        return named.IsFromNow ? whole : whole!.Value with { Words = "" };
    }

    private static Window StretchWindow(NamedTime.Stretch named, DateTime now)
    {
        DateTime there = Moved(now, named.Count, named.Unit);
        string words = named.Count < 0 && named.Unit >= CalendarUnit.Month ? named.Unit switch
        {
            CalendarUnit.Month or CalendarUnit.Quarter => $"the {Counted(-named.Count, named.Unit)} to {MonthNames[now.Month]} {now.Year.ToString(CultureInfo.InvariantCulture)}",
            _ => $"the {Counted(-named.Count, named.Unit)} to {now.Year.ToString(CultureInfo.InvariantCulture)}",
        } : named.Count < 0 && named.Unit >= CalendarUnit.Day ? $"the {Counted(-named.Count, named.Unit)} to {Name(now)}" : "";
        return named.Count < 0 ? new(there, now, words, "in") : new(now, there, "", "in");
    }

    private static string Counted(int count, CalendarUnit unit) =>
        count == 1 ? unit.ToString().ToLowerInvariant() : string.Create(CultureInfo.InvariantCulture, $"{count} {unit.ToString().ToLowerInvariant()}s");

    private static Window? Both(NamedTime.Between named, DateTime now, Tense tense)
    {
        if (Resolve(named.Later, now, tense) is not { } later)
            return null;
        // "between May and December 2025": the first takes the other's year.
        NamedTime first = named.Earlier switch
        {
            NamedTime.CalendarMonth { Year: null, Which: Which.Unsaid } month => month with { Year = month.Month <= later.From.Month ? later.From.Year : later.From.Year - 1 },
            NamedTime.CalendarDay { Year: null } day => day with { Year = day.Month <= later.From.Month ? later.From.Year : later.From.Year - 1 },
            var other => other,
        };
        if (Resolve(first, now, tense) is not { } earlier)
            return null;
        if (named.Earlier is NamedTime.DayOfTheWeek && earlier.From > later.From)
            earlier = Day(earlier.From.AddDays(-7), DayOfWeek.Monday);
        return earlier.From < later.To ? new(earlier.From, later.To, earlier.Words + "\n" + later.Words, "") : null;
    }

    private static DateTime Moved(DateTime from, int count, CalendarUnit unit) => unit switch
    {
        CalendarUnit.Minute => from.AddMinutes(count),
        CalendarUnit.Hour => from.AddHours(count),
        CalendarUnit.Day => from.AddDays(count),
        CalendarUnit.Week or CalendarUnit.Weekend => from.AddDays(7 * count),
        CalendarUnit.Month => from.AddMonths(count),
        CalendarUnit.Quarter => from.AddMonths(3 * count),
        CalendarUnit.Year => Years(from, count),
        CalendarUnit.Decade => Years(from, 10 * count),
        _ => Years(from, 100 * count),
    };

    private static DateTime Years(DateTime from, int count) => from.AddYears(Year(from.Year + count) - from.Year);

    // Keeps every sum within the calendar.
    private static int Year(int year) => Math.Clamp(year, 100, 9900);
}
