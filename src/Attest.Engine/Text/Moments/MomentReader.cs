using System.Collections.Immutable;
using Attest.Engine.Text.Figures;

namespace Attest.Engine.Text.Moments;

/// <summary>
/// Finds the times that a sentence names: a preposition, an edge ("early", "the end of"), the name of the time, a part of
/// the day, a clock time, each but the name optional.
/// </summary>
internal static class MomentReader
{
    private static readonly HashSet<string> Prepositions =
        ["on", "in", "at", "by", "before", "until", "till", "since", "from", "after", "during", "within", "throughout", "through", "between", "over"];

    /// <summary>The times of a sentence, in order, not overlapping.</summary>
    public static List<Moment> All(ImmutableArray<Piece> pieces, Sentence sentence)
    {
        var moments = new List<Moment>();
        for (int at = 0; at < pieces.Length;)
        {
            Moment? moment = pieces[at].Lower.Length > 0 ? At(pieces, sentence, at) : null;
            if (moment is not null)
                moments.Add(moment);
            at = moment?.End ?? at + 1;
        }
        return moments;
    }

    /// <summary>For each piece whether it belongs to a time.</summary>
    public static bool[] Covered(ImmutableArray<Piece> pieces, Sentence sentence)
    {
        bool[] covered = new bool[pieces.Length];
        foreach (Moment moment in All(pieces, sentence))
            Array.Fill(covered, true, moment.First, moment.End - moment.First);
        return covered;
    }

    private static Moment? At(ImmutableArray<Piece> pieces, Sentence sentence, int at)
    {
        string preposition = Prepositions.Contains(pieces[at].Lower) ? pieces[at].Lower : "";
        int next = preposition.Length > 0 ? at + 1 : at;
        // "at about 6.30 a.m.", "since around noon"
        if (preposition is "at" or "since" or "by" or "until" or "from" && next + 1 < pieces.Length && pieces[next].Lower is "about" or "around" or "roughly" or "approximately")
            next++;
        string before = at > 0 ? pieces[at - 1].Lower : "";
        (string edge, int core) = EdgeReader.At(pieces, next);
        string part = "";
        if (PartBefore(pieces, core) is int past)
            (part, core) = (pieces[core].Is("the") ? pieces[core + 1].Lower : pieces[core].Lower, past);
        // "will last 72 hours"
        if (core >= pieces.Length || pieces[core].Is("last") && TagAt(sentence, pieces, core) == PartOfSpeech.Verb)
            return null;
        bool introduced = preposition is not ("" or "at") || edge.Length > 0 || part.Length > 0 || before is "of" or "between";
        if (Core(pieces, core, preposition, edge, introduced) is not (NamedTime named, int end))
            return null;
        // "tune in tonight", "drop in Monday": the word belongs to the verb.
        if (preposition is "in" or "at" or "over" or "on" or "through" && part.Length == 0 && edge.Length == 0
            && (named is NamedTime.DayFromNow || named is NamedTime.DayOfTheWeek && preposition is "in"))
            return null;
        if (preposition is "over" && named is not NamedTime.Stretch)
            return null;
        if (named is NamedTime.TimeOfDay time)
            return Clock(pieces, at, core, end, preposition, time);
        if (named is NamedTime.CalendarYears or NamedTime.CalendarMonth { Year: null } && !IsTimeAlone(pieces, sentence, at, core, end, preposition, named))
            return null;
        var moment = new Moment(at, core, end, end, named) { Preposition = preposition, Edge = edge, Part = part, IsGoverned = at > 0 && IsGoverned(pieces, sentence, at - 1) };
        if (Range(pieces, moment) is { } range)
            return range;
        if (preposition is "between")
            return null;
        moment = WithPart(pieces, moment);
        moment = WithClock(pieces, moment);
        return AsAttribute(pieces, sentence, moment);
    }

    private static (NamedTime Named, int End)? Core(ImmutableArray<Piece> pieces, int at, string preposition, string edge, bool introduced)
    {
        // "the end of the year", "by year-end"
        if (edge is "end" or "start" or "middle" && at + 1 < pieces.Length && pieces[at].Lower is "the" or "this" && CalendarWords.UnitOf(pieces[at + 1].Lower) is { } unit and >= CalendarUnit.Day)
            // "at the end of the day" is a phrase.
            return unit == CalendarUnit.Day ? null : (new NamedTime.PeriodFromNow(unit, 0), at + 2);
        return DateReader.At(pieces, at, introduced) ?? RelativeReader.At(pieces, at, preposition)
            ?? (ClockReader.At(pieces, at, preposition is not ("" or "in" or "on" or "within" or "during")) is (NamedTime.TimeOfDay time, int end) ? (time, end) : null);
    }

    /// <summary>"the morning of": the piece after it; null where none stands here.</summary>
    private static int? PartBefore(ImmutableArray<Piece> pieces, int at)
    {
        int word = at < pieces.Length && pieces[at].Is("the") ? at + 1 : at;
        return word + 2 < pieces.Length && CalendarWords.Parts.ContainsKey(pieces[word].Lower) && pieces[word + 1].Is("of") ? word + 2 : null;
    }

    /// <summary>Bare years and months that are counts or names: "2000 people", "a March".</summary>
    private static bool IsTimeAlone(ImmutableArray<Piece> pieces, Sentence sentence, int at, int core, int end, string preposition, NamedTime named)
    {
        if (named is NamedTime.CalendarMonth)
            // "in May", but not "in March's hands"; "by April Jones" is a person.
            return !(preposition is "by" or "at" or "after" or "before" or "from" && end < pieces.Length && pieces[end].Capital && TagAt(sentence, pieces, end) == PartOfSpeech.Propn
                && pieces[core].Lower is "april" or "may" or "june" or "august");
        string before = core > 0 ? pieces[core - 1].Lower : "";
        if (before is "$" or "£" or "€" or "no" or "number" or "#" or "than" or "least" or "about" or "some" or "nearly" or "almost" or "over" || named is NamedTime.CalendarYears { FirstYear: var first, LastYear: var last } && first != last && last - first < 10 && end - core > 3)
            return false;
        if (end - core > 1 || end >= pieces.Length || pieces[end].Token < 0)
            return true;
        string after = pieces[end].Lower;
        bool plural = sentence.Tokens[pieces[end].Token].FineTag is "NNS" && preposition is not ("in" or "since" or "until" or "from") && before is not ("the" or "a" or "its" or "his" or "their" or "'s");
        return !plural && after is not ("percent" or "per" or "million" or "billion" or "people" or "miles" or "km" or "feet" or "metres" or "meters" or "dollars" or "euros" or "pounds");
    }

    /// <summary>A clock time first: "at 6.30 a.m. on Monday"; alone it keeps its preposition.</summary>
    private static Moment Clock(ImmutableArray<Piece> pieces, int at, int core, int end, string preposition, NamedTime.TimeOfDay time)
    {
        var alone = new Moment(at, core, end, end, time) { Preposition = preposition };
        int next = end < pieces.Length && pieces[end].Lower is "," or "on" ? end + 1 : end;
        if (next >= pieces.Length)
            return alone;
        (string edge, int day) = next > end && pieces[end].Is("on") ? EdgeReader.At(pieces, next) : ("", next);
        if (day >= pieces.Length || (DateReader.At(pieces, day, false) ?? RelativeReader.At(pieces, day, "")) is not (NamedTime named, int past) || !IsDay(named))
            return alone;
        Moment joined = WithPart(pieces, new Moment(at, core, end, past, named) { Preposition = preposition, Edge = edge, Clock = time });
        return joined with { ClockWords = "first" };
    }

    /// <summary>"between A and B", "from A to B", "A to B" of one kind.</summary>
    private static Moment? Range(ImmutableArray<Piece> pieces, Moment moment)
    {
        int join = moment.CoreEnd;
        if (join + 1 >= pieces.Length || moment.Part.Length > 0)
            return null;
        string word = pieces[join].Lower;
        bool joined = moment.Preposition switch
        {
            "between" => word is "and",
            "from" => word is "to" or "until" or "till" or "through",
            _ => moment.Named is NamedTime.CalendarDay or NamedTime.CalendarMonth && (pieces[join].IsHyphen || word is "to" or "through"),
        };
        if (!joined)
            return null;
        (_, int core) = EdgeReader.At(pieces, join + 1);
        if (core >= pieces.Length || (DateReader.At(pieces, core, true) ?? RelativeReader.At(pieces, core, "")) is not (NamedTime later, int end))
            return null;
        bool alike = later.GetType() == moment.Named.GetType() || moment.Named is NamedTime.CalendarDay or NamedTime.CalendarMonth or NamedTime.CalendarYears && later is NamedTime.CalendarDay or NamedTime.CalendarMonth or NamedTime.CalendarYears;
        return alike && later is not NamedTime.Unclear ? moment with { End = end, Named = new NamedTime.Between(moment.Named, later) } : null;
    }

    private static Moment WithPart(ImmutableArray<Piece> pieces, Moment moment)
    {
        if (!IsDay(moment.Named) || moment.Part.Length > 0)
            return moment;
        if (pieces[moment.End - 1].Is("tonight"))
            return moment with { Part = "night" };
        int word = moment.End < pieces.Length && pieces[moment.End].IsHyphen && pieces[moment.End].Glued ? moment.End + 1 : moment.End;
        return word < pieces.Length && CalendarWords.Parts.ContainsKey(pieces[word].Lower) ? moment with { Part = pieces[word].Lower, End = word + 1 } : moment;
    }

    /// <summary>"on Monday at 6.30 a.m.", "Monday, 6.30 a.m."</summary>
    private static Moment WithClock(ImmutableArray<Piece> pieces, Moment moment)
    {
        if (!IsDay(moment.Named))
            return moment;
        int next = moment.End;
        bool at = next < pieces.Length && pieces[next].Is("at");
        if (next < pieces.Length && pieces[next].Lower is "at" or ",")
            next++;
        if (next < pieces.Length && pieces[next].Lower is "about" or "around")
            next++;
        if (next >= pieces.Length || ClockReader.At(pieces, next, at) is not (NamedTime.TimeOfDay time, int end))
            return moment;
        return moment with { Clock = time, End = end, ClockWords = "last" };
    }

    private static Moment AsAttribute(ImmutableArray<Piece> pieces, Sentence sentence, Moment moment)
    {
        if (moment.End >= pieces.Length)
            return moment;
        bool possessive = pieces[moment.End].Is("'s") && pieces[moment.End].Glued;
        if (possessive)
            return moment with { First = moment.Edge.Length == 0 ? moment.Core : moment.First, End = moment.End + 1, IsAttribute = true, IsPossessive = true, Preposition = "" };
        if (moment.Clock is not null || moment.Preposition is "on" or "since" || moment.Preposition.Length > 0 && moment.Edge.Length > 0)
            return moment;
        int token = pieces[moment.End - 1].Token;
        if (token < 0 || TagAt(sentence, pieces, moment.End) is not (PartOfSpeech.Noun or PartOfSpeech.Adj or PartOfSpeech.Propn) && !pieces[moment.End].IsHyphen)
            return moment;
        string before = moment.First > 0 ? pieces[moment.First - 1].Lower : "";
        bool determined = moment.Preposition.Length == 0 && before is "the" or "a" or "an" or "its" or "his" or "her" or "their" or "our" or "this" or "that" or "'s";
        bool years = moment.Named is NamedTime.CalendarYears && moment.Preposition.Length == 0;
        Token last = sentence.Tokens[token];
        bool hangs = last.BaseRelation is "compound" or "nummod" or "amod" or "nmod" && last.Head > token && last.Head <= token + 5
            && sentence.Tokens[last.Head].Tag is PartOfSpeech.Noun && sentence.Tokens[last.Head].FineTag is not "NNP";
        bool attribute = determined || years || hangs && moment.Preposition.Length == 0;
        return attribute ? moment with { IsAttribute = true } : moment;
    }

    // "set for March 3", "the week of Monday": another preposition governs it.
    private static bool IsGoverned(ImmutableArray<Piece> pieces, Sentence sentence, int before) =>
        pieces[before].Lower is "for" or "of" or "to" or "as" or "than" or "like" or "about" or "around" or "towards" or "and" or "between"
        || pieces[before].Token >= 0 && sentence.Tokens[pieces[before].Token].Tag == PartOfSpeech.Adp && pieces[before].Lower is "with" or "into" or "past" or "beyond" or "following" or "per";

    private static bool IsDay(NamedTime named) => named is NamedTime.CalendarDay or NamedTime.DayOfTheWeek or NamedTime.DayFromNow;

    private static PartOfSpeech? TagAt(Sentence sentence, ImmutableArray<Piece> pieces, int at) => pieces[at].Token >= 0 ? sentence.Tokens[pieces[at].Token].Tag : null;
}
