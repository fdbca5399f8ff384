namespace Attest.Engine.Text.Moments;

/// <summary>Whether the clause around a word tells what was, or what is to come.</summary>
internal enum Tense
{
    /// <summary>Neither can be told.</summary>
    Unclear,

    /// <summary>It happened.</summary>
    Past,

    /// <summary>It is to come.</summary>
    Future,
}

/// <summary>Reads the tense of the clause that a word stands in from the syntax, with the nearest verb to its left where the syntax gives none.</summary>
internal static class ClauseTense
{
    // Deeper chains of verbs are parse errors.
    private const int MostSteps = 6;

    private static readonly HashSet<string> Planning =
    [
        "plan", "expect", "schedule", "intend", "agree", "promise", "vow", "pledge", "hope", "set", "due", "aim", "order", "require", "want", "propose", "prepare", "need", "likely",
        "decide", "ask", "urge", "tell", "begin", "threaten", "anticipate", "slate", "mean", "project", "forecast", "predict",
    ];

    private static readonly HashSet<string> Possibility = ["possible", "impossible", "likely", "unlikely", "probable", "imminent"];

    private static readonly HashSet<string> CallingOff = ["cancel", "postpone", "delay", "avert", "suspend", "scrap", "reschedule", "defer"];

    /// <summary>Whether what a time belongs to lies ahead by its own meaning: "planned for Monday", "called off Monday's strike".</summary>
    public static bool LiesAhead(Sentence sentence, int token)
    {
        if (token < 0 || token >= sentence.Tokens.Length)
            return false;
        if (Enumerable.Range(Math.Max(0, token - 2), Math.Min(2, token)).Any(i => sentence.Tokens[i].Lower == "for"))
            for (int i = token - 1; i >= Math.Max(0, token - 6); i--)
                if (sentence.Tokens[i].Tag is PartOfSpeech.Verb or PartOfSpeech.Adj && IsPlanned(sentence.Tokens[i]))
                    return true;
        int thing = sentence.Tokens[token].Head;
        if (thing < 0 || sentence.Tokens[token].BaseRelation is not ("nmod" or "compound") || sentence.Tokens[thing].Tag is not (PartOfSpeech.Noun or PartOfSpeech.Propn) || sentence.Tokens[thing].Head is not (>= 0 and var verb))
            return false;
        bool off = sentence.Tokens[verb].Lemma == "call" && sentence.Children(verb).Any(c => sentence.Tokens[c].Lower == "off");
        return off || sentence.Tokens[verb].Tag == PartOfSpeech.Verb && CallingOff.Contains(sentence.Tokens[verb].Lemma);
    }

    /// <summary>The tense around a token.</summary>
    /// <param name="sentence">The sentence.</param>
    /// <param name="token">The token.</param>
    /// <param name="isHeadline">Whether the present tells the past ("Blast kills 12 on Monday").</param>
    public static Tense At(Sentence sentence, int token, bool isHeadline)
    {
        if (token < 0 || token >= sentence.Tokens.Length)
            return Tense.Unclear;
        int verb = Governor(sentence, token);
        if (verb < 0)
            verb = NearestLeft(sentence, token);
        if (verb < 0)
            return Tense.Unclear;
        bool present = sentence.Tokens[verb].FineTag is "VBZ" or "VBP";
        // "we remember how bad we were in May": where the parser hangs the time too high, the nearest verb tells.
        int nearest = NearestLeft(sentence, token);
        if (present && (isHeadline || nearest > verb && sentence.Tokens[nearest].FineTag == "VBD"))
            return Tense.Past;
        return Of(sentence, verb, 0);
    }

    private static int Governor(Sentence sentence, int token)
    {
        int at = sentence.Tokens[token].Head;
        for (int steps = 0; at >= 0 && steps < 12; steps++, at = sentence.Tokens[at].Head)
            if (sentence.Tokens[at].Tag == PartOfSpeech.Verb || HasAuxiliary(sentence, at))
                return at;
        return -1;
    }

    private static int NearestLeft(Sentence sentence, int token)
    {
        for (int i = token - 1; i >= Math.Max(0, token - 20); i--)
            if (sentence.Tokens[i].Tag is PartOfSpeech.Verb or PartOfSpeech.Aux)
                return i;
        return -1;
    }

    /// <summary>Whether the nearest verb to the left is an infinitive: "ordered it to pay within 60 days", whatever the parser hangs the days on.</summary>
    public static bool IsBehindInfinitive(Sentence sentence, int token)
    {
        int verb = token < 0 ? -1 : NearestLeft(sentence, token);
        return verb > 0 && sentence.Tokens[verb].FineTag == "VB" && sentence.Tokens[verb - 1].Lower == "to";
    }

    private static bool HasAuxiliary(Sentence sentence, int token) => sentence.Children(token).Any(c => sentence.Tokens[c].BaseRelation is "cop" or "aux");

    private static Tense Of(Sentence sentence, int verb, int depth)
    {
        Token token = sentence.Tokens[verb];
        var auxiliaries = sentence.Children(verb).Where(c => sentence.Tokens[c].BaseRelation is "aux" or "cop").Select(c => sentence.Tokens[c]).ToList();
        if (Modal(auxiliaries) is { } modal)
            return modal;
        bool infinitive = sentence.Children(verb).Any(c => sentence.Tokens[c].Lower == "to" && sentence.Tokens[c].BaseRelation == "mark");
        if (infinitive && token.FineTag is "VB" or "VBN" or "JJ")
            return Infinitive(sentence, verb, depth);
        // "A strike was possible in November, she warned": told in the past, meant of what is to come.
        if (Possibility.Contains(token.Lower) && auxiliaries.Any(a => a.Lower is "was" or "were" or "is" or "are"))
            return Tense.Future;
        if (auxiliaries.Any(a => a.Lower is "was" or "were" or "had" or "did" or "been" or "has" or "have" or "'ve"))
            return IsPlanned(token) && !auxiliaries.Any(a => a.Lower is "had") && auxiliaries.Any(a => a.Lower is "has" or "have") ? Tense.Future : Tense.Past;
        if (auxiliaries.Any(a => a.Lower is "is" or "are" or "'re" or "'m" or "am" or "do" or "does"))
            return Tense.Future;
        return token.FineTag switch
        {
            "VBD" => Tense.Past,
            "VBZ" or "VBP" => token.Lemma is "say" or "tell" or "report" or "show" ? Tense.Unclear : Tense.Future,
            "VB" => Tense.Future,
            "VBN" or "VBG" when token.BaseRelation is "advcl" or "xcomp" or "ccomp" or "conj" => Above(sentence, verb, depth),
            "VBN" => Tense.Past,
            _ => Tense.Unclear,
        };
    }

    private static Tense? Modal(List<Token> auxiliaries)
    {
        bool modal = auxiliaries.Any(a => a.FineTag == "MD");
        bool perfect = auxiliaries.Any(a => a.Lower is "have");
        return modal ? perfect ? Tense.Past : Tense.Future : null;
    }

    /// <summary>"plans to meet" is to come, "went to meet" is not.</summary>
    private static Tense Infinitive(Sentence sentence, int verb, int depth)
    {
        int above = sentence.Tokens[verb].Head;
        if (above < 0 || IsPlanned(sentence.Tokens[above]))
            return Tense.Future;
        // "had an opportunity to show", "has a plan to show"
        if (sentence.Tokens[above].Tag is PartOfSpeech.Noun or PartOfSpeech.Adj && !HasAuxiliary(sentence, above))
        {
            int governor = Governor(sentence, above);
            return governor >= 0 && depth < MostSteps && Of(sentence, governor, depth + 1) == Tense.Past ? Tense.Past : Tense.Future;
        }
        return depth < MostSteps && sentence.Tokens[above].Tag == PartOfSpeech.Verb && Of(sentence, above, depth + 1) == Tense.Past ? Tense.Past : Tense.Future;
    }

    private static Tense Above(Sentence sentence, int verb, int depth)
    {
        int above = sentence.Tokens[verb].Head;
        return above >= 0 && depth < MostSteps && sentence.Tokens[above].Tag == PartOfSpeech.Verb ? Of(sentence, above, depth + 1) : Tense.Unclear;
    }

    private static bool IsPlanned(Token token) => Planning.Contains(token.Lemma) || Planning.Contains(token.Lower);
}
