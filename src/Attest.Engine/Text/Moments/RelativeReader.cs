using System.Collections.Immutable;
using Attest.Engine.Text.Figures;

namespace Attest.Engine.Text.Moments;

/// <summary>Reads times told from now: "yesterday", "last week", "next Tuesday", "three days ago", "the past 12 months", "in the spring".</summary>
internal static class RelativeReader
{
    // Longer stretches are no dates of the news, and their sums leave the calendar.
    private const int MostCount = 400;

    /// <summary>The time that begins here and the piece after it; null where none does.</summary>
    public static (NamedTime Named, int End)? At(ImmutableArray<Piece> pieces, int at, string preposition) =>
        Day(pieces, at) ?? Picked(pieces, at) ?? Weekday(pieces, at) ?? Season(pieces, at, preposition) ?? Away(pieces, at, preposition);

    private static (NamedTime, int)? Day(ImmutableArray<Piece> pieces, int at)
    {
        (int? days, int length) = pieces[at].Lower switch
        {
            "today" or "tonight" => ((int?)0, 1),
            "yesterday" => (-1, 1),
            "tomorrow" => (1, 1),
            "the" when Follows(pieces, at, "day", "before", "yesterday") => (-2, 4),
            "the" when Follows(pieces, at, "day", "after", "tomorrow") => (2, 4),
            // The part of the day is read behind the name of the day.
            "last" when Follows(pieces, at, "night") => (-1, 1),
            "this" when at + 1 < pieces.Length && CalendarWords.Parts.ContainsKey(pieces[at + 1].Lower) => (0, 1),
            _ => (null, 0),
        };
        // "USA TODAY", "Today" the programme
        bool named = pieces[at].Capital && at > 0 && pieces[at - 1].Kind == PieceKind.Word && days is not null;
        return days is int day && !named ? (new NamedTime.DayFromNow(day), at + length) : null;
    }

    /// <summary>"last week", "this year", "the past 12 months", "next Tuesday", "last May", "this summer".</summary>
    private static (NamedTime, int)? Picked(ImmutableArray<Piece> pieces, int at)
    {
        bool led = pieces[at].Lower is "the" or "these" or "this" && at + 1 < pieces.Length && pieces[at + 1].Lower is "past" or "coming" or "last" or "next";
        int word = led ? at + 1 : at;
        (Which which, int sign) = pieces[word].Lower switch
        {
            "last" or "past" => (Which.Last, -1),
            "this" => (Which.This, 0),
            "next" or "coming" => (Which.Next, 1),
            _ => (Which.Unsaid, 0),
        };
        int next = word + 1;
        if (which == Which.Unsaid || next >= pieces.Length)
            return null;
        if (DateReader.WeekdayAt(pieces, next) is { } weekday)
            return (new NamedTime.DayOfTheWeek(weekday, which), next + 1);
        if (DateReader.MonthAt(pieces, next) is > 0 and int month && YearReader.FourDigits(pieces, next + 1) is null)
            return (new NamedTime.CalendarMonth(null, month, which), next + 1);
        if (CalendarWords.Seasons.TryGetValue(pieces[next].Lower, out int season))
            return (new NamedTime.Season(season, null, which), next + 1);
        if (sign != 0 && Counted(pieces, next) is (int count, CalendarUnit unit, int end) && count > 1)
            return (new NamedTime.Stretch(sign * count, unit), end);
        if (CalendarWords.UnitOf(pieces[next].Lower) is not { } single || pieces[next].Lower.EndsWith('s') || single <= CalendarUnit.Day)
            return null;
        // "the past year" and "the last year" are the twelve months until now, "last year" is the one before this.
        bool untilNow = pieces[word].Is("past") || led && pieces[at].Is("the") && which == Which.Last;
        if (led && pieces[at].Is("the") && which == Which.Next)
            return (new NamedTime.Stretch(1, single), next + 1);
        return untilNow ? (new NamedTime.Stretch(-1, single), next + 1) : (new NamedTime.PeriodFromNow(single, sign), next + 1);
    }

    private static (NamedTime, int)? Weekday(ImmutableArray<Piece> pieces, int at) =>
        DateReader.WeekdayAt(pieces, at) is { } day ? (new NamedTime.DayOfTheWeek(day, Which.Unsaid), at + 1) : null;

    /// <summary>"in the spring", "spring 2026", "the summer of 2025".</summary>
    private static (NamedTime, int)? Season(ImmutableArray<Piece> pieces, int at, string preposition)
    {
        int word = pieces[at].Is("the") && at + 1 < pieces.Length ? at + 1 : at;
        if (!CalendarWords.Seasons.TryGetValue(pieces[word].Lower, out int season))
            return null;
        int next = word + 1 < pieces.Length && pieces[word + 1].Is("of") ? word + 2 : word + 1;
        if (YearReader.FourDigits(pieces, next) is int year)
            return (new NamedTime.Season(season, year, Which.Unsaid), next + 1);
        // "after the fall of", "from the spring": only where a time is usual, and where nothing makes it another noun.
        bool placed = preposition is "in" or "by" or "until" or "since" or "during" or "before" or "through" or "throughout" || preposition is "after" or "from" && season != 2;
        bool of = next == word + 2;
        return placed && !of && (word > at || !pieces[word].Is("fall")) ? (new NamedTime.Season(season, null, Which.Unsaid), word + 1) : null;
    }

    /// <summary>"three days ago", "two years earlier", "within 14 days".</summary>
    private static (NamedTime, int)? Away(ImmutableArray<Piece> pieces, int at, string preposition)
    {
        if (Counted(pieces, at) is not (int count, CalendarUnit unit, int end))
            return null;
        string after = end < pieces.Length ? pieces[end].Lower : "";
        bool now = after is "from" && end + 1 < pieces.Length && pieces[end + 1].Lower is "now" or "today";
        // "two days before the vote" is told from the vote; only at a phrase's end does "before" count back by itself.
        bool bare = end + 1 >= pieces.Length || pieces[end + 1].Kind == PieceKind.Symbol;
        return after switch
        {
            "ago" => (new NamedTime.Away(-count, unit, true), end + 1),
            "earlier" or "previously" => (new NamedTime.Away(-count, unit, false), end + 1),
            "before" when bare => (new NamedTime.Away(-count, unit, false), end + 1),
            "later" => (new NamedTime.Away(count, unit, false), end + 1),
            "from" when now => (new NamedTime.Away(count, unit, true), end + 2),
            _ when preposition is "within" => (new NamedTime.Stretch(count, unit), end),
            _ => null,
        };
    }

    /// <summary>A whole number of calendar units: "12 months", "a week", "a few days" taken as three.</summary>
    public static (int Count, CalendarUnit Unit, int End)? Counted(ImmutableArray<Piece> pieces, int at)
    {
        int count, end;
        if (pieces[at].Lower is "a" or "an" && at + 1 < pieces.Length && CalendarWords.UnitOf(pieces[at + 1].Lower) is not null)
            (count, end) = (1, at + 1);
        else if (pieces[at].Lower is "few" or "several")
            (count, end) = (3, at + 1);
        else if (pieces[at].Is("a") && at + 1 < pieces.Length && pieces[at + 1].Is("few"))
            (count, end) = (3, at + 2);
        else if (NumeralReader.At(pieces, at) is { } numeral && numeral.Value is >= 1 and <= MostCount)
            (count, end) = ((int)numeral.Value, numeral.End);
        else
            return null;
        if (end < pieces.Length && pieces[end].Is("of"))
            end++;
        if (end < pieces.Length && pieces[end].Lower is "more" or "full" or "calendar" or "working" or "business" or "short" or "long")
            end++;
        if (end >= pieces.Length || CalendarWords.UnitOf(pieces[end].Lower) is not { } unit)
            return null;
        return (pieces[end].Lower.StartsWith("fortnight", StringComparison.Ordinal) ? 2 * count : count, unit, end + 1);
    }

    private static bool Follows(ImmutableArray<Piece> pieces, int at, params ReadOnlySpan<string> words)
    {
        for (int i = 0; i < words.Length; i++)
            if (at + 1 + i >= pieces.Length || !pieces[at + 1 + i].Is(words[i]))
                return false;
        return true;
    }
}
