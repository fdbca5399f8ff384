using Attest.Engine.Model;

namespace Attest.Engine.Matching;

/// <summary>
/// Whether two figures are values of one quantity, in whatever words: "12 reports of burns", "12 people were burned" (R10).
/// What is counted is compared by its event: the verb, or the noun that a mere count word ("reports of …") or a verb of counting ("covers") hides.
/// </summary>
internal static class SameSeries
{
    private static readonly HashSet<string> CountWords = new(StringComparer.Ordinal)
    {
        "report", "case", "complaint", "incident", "instance", "claim", "number", "figure", "total", "count", "toll", "tally", "people", "person", "man", "woman", "victim",
    };

    private static readonly HashSet<string> CountingVerbs = new(StringComparer.Ordinal)
    {
        "receive", "count", "record", "register", "log", "see", "cover", "involve", "affect", "include", "total", "number", "stand", "reach", "hit", "put", "know",
        "rise", "climb", "increase", "grow", "fall", "drop", "jump", "bring", "confirm", "report", "come", "estimate", "revise", "update", "leave", "cause", "claim", "list", "say",
    };

    // "Remain without power" is being without power still: what remains so is said behind it.
    private static readonly HashSet<string> Remaining = new(StringComparer.Ordinal) { "remain", "stay", "keep" };

    // Units that measure hold for many things at once: percent of what must agree.
    private static readonly HashSet<string> Measures = new(StringComparer.OrdinalIgnoreCase)
    {
        "percent", "point", "usd", "eur", "gbp", "jpy", "dollar", "euro", "pound", "year", "day", "hour", "minute", "month", "week", "meter", "metre", "kilometer", "kilometre",
        "mile", "kilogram", "tonne", "ton", "degree", "magnitude",
    };

    /// <summary>Whether a unit measures rather than counts.</summary>
    public static bool IsMeasure(string unit) => Measures.Contains(unit);

    /// <summary>Whether they are.</summary>
    public static bool Of(Alignment between, Meaning stated, Meaning claimed, StoryWords story)
    {
        if (stated.Figure is not { } a || claimed.Figure is not { } b || between.SubjectsApart || stated.Negated != claimed.Negated || a.IsChange != b.IsChange)
            return false;
        bool measured = IsMeasure(a.Unit) || IsMeasure(b.Unit);
        if (measured ? !string.Equals(a.Unit, b.Unit, StringComparison.OrdinalIgnoreCase) : !SameThings(a.Unit, b.Unit))
            return false;
        if (stated.Pole is { } x && claimed.Pole is { } y && x.Scale == y.Scale && x.Up != y.Up && (measured || x.Scale != "level"))
            return false;
        if (measured && a.Of.Length > 0 && b.Of.Length > 0 && !FiguresWithin.SameUnit(a.Of, b.Of))
            return false;
        if (measured)
            return between.Predicates == PredicatesAlign.Alike && between.Roles.Matched && between.TimesAgree;
        if (between.Predicates == PredicatesAlign.Alike && between.Roles.Matched && between.TimesAgree && !CountingVerbs.Contains(stated.Proposition.Predicate))
            return true;
        return EventsAgree(Event(stated), Event(claimed), story) && EventsAgree(Event(claimed), Event(stated), story);
    }

    private static bool SameThings(string a, string b) =>
        FiguresWithin.SameUnit(a, b) || (CountWords.Contains(a) && (CountWords.Contains(b) || IsBeing(b))) || (CountWords.Contains(b) && IsBeing(a));

    private static bool IsBeing(string unit) =>
        Word.Of(unit) is { } word && WordsAlign.Cover(word, Word.Of("person")!) >= Calibration.KindOf;

    // What happens to the things counted, without who and where.
    private static List<Word> Event(Meaning meaning)
    {
        var words = new List<Word>();
        bool remaining = meaning.Predicate is { } verb && Remaining.Contains(verb.Key);
        bool counting = meaning.Predicate is null || remaining || CountingVerbs.Contains(meaning.Predicate.Key);
        if (!counting)
            words.Add(meaning.Predicate!);
        if (CountWords.Contains(meaning.Figure!.Unit) && Word.Of(meaning.Figure.Of) is { } of)
            words.Add(of);
        foreach (var part in meaning.Parts)
        {
            bool holdsUnit = part.Head is null || string.Equals(part.Head.Key, meaning.Figure!.Unit, StringComparison.OrdinalIgnoreCase);
            bool countWord = part.Head is { } head && CountWords.Contains(head.Key);
            bool core = part.Argument.Role is ArgumentRole.Subject or ArgumentRole.Object or ArgumentRole.Complement;
            if ((holdsUnit && countWord && (counting || !core)) || (counting && core && !holdsUnit))
                words.AddRange(part.Words.Where(w => !w.IsName && !CountWords.Contains(w.Key) && !words.Contains(w)));
            // What came of it, not where: "alive in the mine" and "underground in the mine" are two events.
            else if (part is { Head: { } result, Argument.Role: ArgumentRole.Complement } && !counting)
                words.Add(result);
            else if (counting && !core && (remaining || part.Argument.Preposition == "of"))
                words.AddRange(part.Words.Where(w => !w.IsName && !words.Contains(w)));
        }
        return words;
    }

    private static bool EventsAgree(List<Word> of, List<Word> by, StoryWords story)
    {
        if (of.Count == 0 || by.Count == 0)
            return false;
        float best = 0;
        foreach (var word in of)
            foreach (var other in by)
                best = Math.Max(best, Math.Max(story.Cover(other, word), story.Cover(word, other)));
        return best >= Calibration.SameWord;
    }
}
