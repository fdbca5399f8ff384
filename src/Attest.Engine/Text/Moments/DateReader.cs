using System.Collections.Immutable;
using Attest.Engine.Text.Figures;

namespace Attest.Engine.Text.Moments;

/// <summary>Reads dates of the calendar: days, months, years, quarters, decades, in the orders that the press writes them in.</summary>
internal static class DateReader
{
    /// <summary>The date that begins here and the piece after it; null where none does.</summary>
    /// <param name="pieces">The sentence.</param>
    /// <param name="at">Its first piece.</param>
    /// <param name="introduced">Whether a preposition or edge word stands before: a bare month or year then is one for sure.</param>
    public static (NamedTime Named, int End)? At(ImmutableArray<Piece> pieces, int at, bool introduced) =>
        NumericDate.At(pieces, at) ?? WeekdayAndDate(pieces, at) ?? DayMonth(pieces, at) ?? MonthDay(pieces, at) ?? Month(pieces, at, introduced)
        ?? YearReader.At(pieces, at, introduced);

    /// <summary>The month that a piece names; 0 where none. Names that are words too need their capital.</summary>
    public static int MonthAt(ImmutableArray<Piece> pieces, int at) =>
        at < pieces.Length && pieces[at].Capital ? CalendarWords.Months.GetValueOrDefault(pieces[at].Lower) : 0;

    /// <summary>The weekday that a piece names; null where none. "Sun" and "Sat" are names of other things.</summary>
    public static DayOfWeek? WeekdayAt(ImmutableArray<Piece> pieces, int at)
    {
        if (at >= pieces.Length || !pieces[at].Capital || !CalendarWords.Weekdays.TryGetValue(pieces[at].Lower, out DayOfWeek day))
            return null;
        return pieces[at].Lower is "sun" or "sat" && !(at + 1 < pieces.Length && (MonthAt(pieces, at + 1) > 0 || pieces[at + 1].Is(","))) ? null : day;
    }

    /// <summary>"Tuesday, 13 January", "Tue Jan 13 2026", "Tuesday (13 January)".</summary>
    private static (NamedTime, int)? WeekdayAndDate(ImmutableArray<Piece> pieces, int at)
    {
        if (WeekdayAt(pieces, at) is not { } weekday)
            return null;
        int next = at + 1;
        bool bracket = next < pieces.Length && pieces[next].Is("(");
        if (next < pieces.Length && pieces[next].Lower is "," or "(")
            next++;
        if (next < pieces.Length && pieces[next].Is("the"))
            next++;
        if (next >= pieces.Length || (DayMonth(pieces, next) ?? MonthDay(pieces, next)) is not (NamedTime.CalendarDay day, int end))
            return null;
        if (bracket && end < pieces.Length && pieces[end].Is(")"))
            end++;
        return (day with { Weekday = weekday }, end);
    }

    /// <summary>"3 February 2026", "3rd of Feb.", "3-5 February".</summary>
    private static (NamedTime, int)? DayMonth(ImmutableArray<Piece> pieces, int at)
    {
        if (DayAt(pieces, at) is not (int first, int next) || next >= pieces.Length)
            return null;
        int last = first;
        if (next + 1 < pieces.Length && (pieces[next].IsHyphen || pieces[next].Lower is "to" or "and") && DayAt(pieces, next + 1) is (int second, int past)
            && second > first && MonthAt(pieces, past) > 0)
            (last, next) = (second, past);
        if (pieces[next].Is("of"))
            next++;
        int month = MonthAt(pieces, next);
        if (month == 0)
            return null;
        (int? year, int end) = TrailingYear(pieces, next + 1);
        return IsDay(year ?? 2000, month, last) ? (new NamedTime.CalendarDay(year, month, first, last, null), end) : null;
    }

    /// <summary>"February 3, 2026", "Feb. 3rd", "February 3-5".</summary>
    private static (NamedTime, int)? MonthDay(ImmutableArray<Piece> pieces, int at)
    {
        int month = MonthAt(pieces, at);
        int number = at + 1 < pieces.Length && pieces[at + 1].Is("the") ? at + 2 : at + 1;
        if (month == 0 || number >= pieces.Length || DayAt(pieces, number) is not (int first, int next))
            return null;
        // "May 12 people …" is a modal and a count; "March 7 million" is no day; "May 6:30" is a clock.
        if (next < pieces.Length && (pieces[next].Lower is "%" or "percent" or "million" or "billion" or "thousand" or "people" || pieces[next].Glued && pieces[next].Is(":")))
            return null;
        int last = first;
        bool joined = next + 1 < pieces.Length && (pieces[next].IsHyphen && pieces[next].Glued || pieces[next].Lower is "to" or "through");
        if (joined && DayAt(pieces, next + 1) is (int second, int past) && second > first && !(past < pieces.Length && pieces[past].Glued && pieces[past].IsHyphen))
            (last, next) = (second, past);
        (int? year, int end) = TrailingYear(pieces, next);
        return IsDay(year ?? 2000, month, last) ? (new NamedTime.CalendarDay(year, month, first, last, null), end) : null;
    }

    private static (NamedTime, int)? Month(ImmutableArray<Piece> pieces, int at, bool introduced)
    {
        int month = MonthAt(pieces, at);
        if (month == 0)
            return null;
        int next = at + 1;
        if (next + 1 < pieces.Length && pieces[next].Lower is "of" or "," && YearReader.FourDigits(pieces, next + 1) is not null)
            next++;
        if (YearReader.FourDigits(pieces, next) is int year)
            return (new NamedTime.CalendarMonth(year, month, Which.Unsaid), next + 1);
        // "April's", "June's" and "May's" are people's.
        bool possessive = at + 1 < pieces.Length && pieces[at + 1].Is("'s") && month is not (4 or 5 or 6 or 8);
        return introduced || possessive ? (new NamedTime.CalendarMonth(null, month, Which.Unsaid), at + 1) : null;
    }

    /// <summary>A day of the month, with or without its ordinal ending.</summary>
    private static (int Day, int End)? DayAt(ImmutableArray<Piece> pieces, int at)
    {
        if (!pieces[at].IsPlainInteger || pieces[at].Lower.Length > 2 || pieces[at].Value is < 1 or > 31)
            return null;
        int end = at + 1;
        bool ending = end < pieces.Length && pieces[end].Glued && pieces[end].Kind == PieceKind.Word && !pieces[end].Is("'s");
        if (!ending)
            return ((int)pieces[at].Value, end);
        return pieces[end].Lower is "st" or "nd" or "rd" or "th" ? ((int)pieces[at].Value, end + 1) : null;
    }

    private static (int? Year, int End) TrailingYear(ImmutableArray<Piece> pieces, int at)
    {
        int next = at < pieces.Length && pieces[at].Is(",") ? at + 1 : at;
        return YearReader.FourDigits(pieces, next) is int year && year > 1500 && !(next + 1 < pieces.Length && pieces[next + 1].Lower is "people" or "percent")
            ? (year, next + 1)
            : (null, at);
    }

    private static bool IsDay(int year, int month, int day) => day <= DateTime.DaysInMonth(year, month);
}
