using System.Collections.Immutable;
using Attest.Engine.Text.Figures;

namespace Attest.Engine.Text.Moments;

/// <summary>Words a resolved time so that it stands alone, in the place of the report's words.</summary>
internal static class Wording
{
    /// <summary>What stands in the moment's place; the text itself where it is complete.</summary>
    public static string Of(string text, ImmutableArray<Piece> pieces, Moment moment, Window window)
    {
        string written = text[pieces[moment.First].Start..pieces[moment.End - 1].End];
        if (window.Words.Length == 0 || IsComplete(moment.Named))
            return written;
        string words = moment.Named is NamedTime.Between ? Joined(text, pieces, moment, window) : moment.IsAttribute ? Attribute(pieces, moment, window) : Adverb(text, pieces, moment, window);
        return char.IsUpper(written[0]) && moment.First == 0 ? char.ToUpperInvariant(words[0]) + words[1..] : words;
    }

    private static bool IsComplete(NamedTime named) => named switch
    {
        NamedTime.CalendarDay day => day.Year is not null,
        NamedTime.CalendarMonth month => month.Year is not null,
        NamedTime.Season season => season.Year is not null,
        NamedTime.PartOfYear part => part.Year is not null,
        NamedTime.Between between => IsComplete(between.Earlier) && IsComplete(between.Later),
        NamedTime.CalendarYears or NamedTime.TimeOfDay or NamedTime.Unclear => true,
        _ => false,
    };

    private static string Adverb(string text, ImmutableArray<Piece> pieces, Moment moment, Window window)
    {
        bool day = window.Preposition == "on";
        string name = window.Words;
        if (moment.Part.Length > 0)
            name = $"the {moment.Part} of {name}";
        string clock = moment.ClockWords switch
        {
            "first" => text[pieces[moment.Core].Start..pieces[moment.CoreEnd - 1].End],
            "last" => ClockLast(text, pieces, moment),
            _ => "",
        };
        if (moment.ClockWords == "first")
            return $"{(moment.Preposition.Length > 0 ? moment.Preposition + " " : "at ")}{clock} on {name}";
        string placed = moment.Edge switch
        {
            "" when moment.IsGoverned && moment.Preposition.Length == 0 => name,
            "" => moment.Preposition.Length > 0 ? $"{Fitting(moment.Preposition, window)} {name}" : $"{window.Preposition} {name}",
            // The report's own "at the beginning of" stays.
            "end" or "start" or "middle" => $"{text[pieces[moment.First].Start..pieces[moment.Core].Start]}{name}",
            "mid" => $"{(moment.Preposition.Length > 0 ? moment.Preposition : "in")} mid-{name}",
            _ when day || moment.Edge is "earlier" or "later" => $"{(moment.Preposition is "" or "on" or "in" ? "" : moment.Preposition + " ")}{moment.Edge} {window.Preposition} {name}",
            _ => $"{(moment.Preposition.Length > 0 ? moment.Preposition : "in")} {moment.Edge} {name}",
        };
        return clock.Length > 0 ? $"{placed} {clock}" : placed;
    }

    // "in" a week, "on" a day: another small preposition ("at the weekend") takes the fitting one.
    private static string Fitting(string preposition, Window window) => preposition is "on" or "in" or "at" or "within" or "during" && !window.Words.StartsWith("the ", StringComparison.Ordinal)
        ? window.Preposition
        : preposition;

    private static string ClockLast(string text, ImmutableArray<Piece> pieces, Moment moment)
    {
        int at = moment.CoreEnd;
        while (at < moment.End - 1 && (pieces[at].Is(",") || pieces[at].Is(moment.Part) || pieces[at].IsHyphen))
            at++;
        string words = text[pieces[at].Start..pieces[moment.End - 1].End];
        return words.StartsWith("at ", StringComparison.Ordinal) ? words : "at " + words;
    }

    /// <summary>"Tuesday's vote" becomes "the 13 January 2026 vote", "the Tuesday vote" "the Tuesday 13 January 2026 vote".</summary>
    private static string Attribute(ImmutableArray<Piece> pieces, Moment moment, Window window)
    {
        string name = window.Words.StartsWith("the ", StringComparison.Ordinal) ? window.Words[4..] : window.Words;
        if (moment.IsPossessive && moment.Named is NamedTime.DayOfTheWeek)
            name = name[(name.IndexOf(' ', StringComparison.Ordinal) + 1)..];
        if (moment.Edge.Length > 0)
            name = $"{moment.Edge} {name}";
        if (moment.Part.Length > 0 && !moment.IsPossessive)
            name = $"{name} {moment.Part}";
        return moment.IsPossessive && !(moment.First > 0 && pieces[moment.First - 1].Lower is "the") ? "the " + name : name;
    }

    private static string Joined(string text, ImmutableArray<Piece> pieces, Moment moment, Window window)
    {
        string[] ends = window.Words.Split('\n');
        var between = (NamedTime.Between)moment.Named;
        if (ends[0].Length == 0 || ends[1].Length == 0)
            return text[pieces[moment.First].Start..pieces[moment.End - 1].End];
        _ = between;
        return moment.Preposition switch
        {
            "between" => $"between {ends[0]} and {ends[1]}",
            "" => $"from {ends[0]} to {ends[1]}",
            _ => $"{moment.Preposition} {ends[0]} to {ends[1]}",
        };
    }
}
