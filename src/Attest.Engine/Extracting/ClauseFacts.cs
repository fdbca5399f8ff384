using System.Collections.Frozen;
using Attest.Engine.Model;
using Attest.Engine.Text;

namespace Attest.Engine.Extracting;

/// <summary>What sort of proposition a clause makes, by its predicate, tense, negation and subject.</summary>
internal static class ClauseFacts
{
    private static readonly FrozenSet<string> Acts = Set("""
        recall charge rule vote order sign retract rate fine appoint resign approve ban sue arrest sentence convict acquit pardon veto pass
        suspend dismiss nominate elect adopt reject license grant revoke certify award indict extradite dissolve enact ratify downgrade upgrade
        withdraw announce declare name recuse disqualify licence authorise authorize prohibit overturn uphold subpoena impeach inaugurate endorse
        """);

    private static readonly FrozenSet<string> Causes = Set("cause trigger spark provoke blame");

    private static readonly FrozenSet<string> CausesWithPreposition = Set("lead result stem contribute");

    private static readonly FrozenSet<string> Statives = Set("be have own contain belong cover cost live remain include stand consist know hold employ border lie weigh measure");

    private static readonly FrozenSet<string> Wrongs = Set("""
        embezzle steal bribe defraud murder rape assault abuse lie cheat launder smuggle torture poison kidnap forge falsify hack rig plot
        conspire extort harass molest misuse mislead
        """);

    private static readonly FrozenSet<string> Planning = Set("plan intend aim promise vow pledge hope threaten prepare propose expect");

    private static readonly FrozenSet<string> Planned = Set("expect schedule set due slate plan project forecast intend likely poised likely sure certain bound");

    private static readonly FrozenSet<string> Evaluative = Set("""
        good great bad terrible wonderful awful beautiful brilliant disgraceful shameful outrageous important fantastic amazing horrible unfair fair
        wrong right excellent poor perfect stupid smart ridiculous unacceptable disappointing remarkable incredible tragic absurd reckless
        irresponsible dangerous weak strong crazy sad happy proud impressive promising worrying unprecedented historic disastrous
        """);

    private static readonly FrozenSet<string> EvaluativeNouns = Set("disaster shame disgrace triumph masterpiece joke failure scandal tragedy mistake catastrophe insult embarrassment nightmare miracle outrage success loser winner hero fool");

    private static readonly FrozenSet<string> MeasuredSuperlatives = Set("large big high tall old long low small young short deep heavy fast late early near far much many few little most least");

    /// <summary>Whether the clause speaks of what is to come.</summary>
    /// <param name="s">Its sentence.</param>
    /// <param name="head">Its predicate.</param>
    /// <param name="attributed">Whether somebody is said to have said it: then "would" is the future of the past.</param>
    public static bool IsForecast(Sentence s, int head, bool attributed)
    {
        bool conditional = s.Children(head).Any(c => s.Tokens[c].BaseRelation == "advcl" && s.HasChild(c, "mark", "if"));
        foreach (int c in s.Children(head))
        {
            if (s.Tokens[c].BaseRelation is not ("aux" or "cop"))
                continue;
            if (s.Tokens[c].Lower is "will" or "'ll" or "’ll" or "wo" or "shall" || s.Tokens[c].Lemma == "will")
                return true;
            if (attributed && !conditional && IsWould(s, c, head))
                return true;
        }
        // "expects approval by the end of next year", "forecasts growth of 2 percent"
        if (s.Tokens[head].Tag == PartOfSpeech.Verb && s.Tokens[head].Lemma is "expect" or "forecast" or "predict" or "anticipate" or "foresee" && (s.Child(head, "obj") >= 0 || s.IsPassive(head)))
            return true;
        int complement = s.Child(head, "xcomp");
        // Right behind its verb an infinitive is what is planned, whatever the parser calls it.
        bool infinitive = complement >= 0 && s.IsInfinitive(complement)
            || head + 2 < s.Tokens.Length && s.Tokens[head + 1].Lower == "to" && s.Tokens[head + 2].FineTag == "VB" && s.Tokens[head + 2].Head == head;
        string lemma = s.Tokens[head].Lemma;
        if (infinitive && (Planning.Contains(lemma) || lemma == "go" && s.Tokens[head].FineTag == "VBG"))
            return true;
        if (infinitive && Planned.Contains(lemma) && (s.IsPassive(head) || s.Child(head, "cop") >= 0))
            return true;
        // "is to meet"
        return s.Tokens[head].Lemma == "be" && infinitive || s.IsInfinitive(head) && s.Child(head, "cop") >= 0 && s.IsFinite(head);
    }

    /// <summary>Whether the clause says only that it may or might be so.</summary>
    public static bool IsHedged(Sentence s, int head)
    {
        foreach (int c in s.Children(head))
        {
            if (s.Tokens[c].BaseRelation == "aux" && s.Tokens[c].Lower is "may" or "might" or "could")
                return true;
            if (s.Tokens[c].BaseRelation is "advmod" && s.Tokens[c].Lower is "reportedly" or "allegedly" or "apparently" or "possibly" or "perhaps" or "supposedly" or "purportedly" or "probably" or "seemingly" or "potentially")
                return true;
        }
        return s.Tokens[head].Lemma is "seem" or "appear" && s.Child(head, "xcomp") >= 0;
    }

    /// <summary>Whether the clause says what should or would be: advice and conditionals assert nothing.</summary>
    public static bool IsWish(Sentence s, int head, bool attributed)
    {
        foreach (int c in s.Children(head))
            if (s.Tokens[c].BaseRelation == "aux" && s.Tokens[c].Lower is "should" or "must" or "ought" || !attributed && s.Tokens[c].BaseRelation == "aux" && IsWould(s, c, head))
                return true;
        return s.Tokens[head].Lemma is "need" or "ought" && s.Child(head, "xcomp") >= 0
            || s.Children(head).Any(c => s.Tokens[c].BaseRelation == "advcl" && s.HasChild(c, "mark", "if") && !s.IsFinite(head));
    }

    // "She'd go" is would, "she'd gone" and "she'd been named" are had.
    private static bool IsWould(Sentence s, int aux, int head) =>
        s.Tokens[aux].Lower == "would" || s.Tokens[aux].Lower is "'d" or "’d" && s.Tokens[head].FineTag is not ("VBN" or "VBD") && !s.HasChild(head, "cop", "been");

    /// <summary>Whether the clause evaluates.</summary>
    public static bool IsOpinion(Sentence s, int head)
    {
        bool copula = s.Child(head, "cop") >= 0;
        if (copula && s.Tokens[head].Tag == PartOfSpeech.Adj && (Evaluative.Contains(s.Tokens[head].Lemma) || IsBoast(s, head)))
            return true;
        if (copula && s.Tokens[head].Tag == PartOfSpeech.Noun && EvaluativeNouns.Contains(s.Tokens[head].Lemma))
            return true;
        foreach (int c in s.Children(head))
        {
            if (copula && s.Tokens[c].BaseRelation == "amod" && (IsBoast(s, c) || Evaluative.Contains(s.Tokens[c].Lemma)))
                return true;
            if (s.Tokens[c].BaseRelation is "xcomp" or "obj" or "appos" && s.Tokens[head].Lemma is "call" or "label" or "brand" or "consider" or "deem" or "find" or "describe"
                && s.Subtree(c).Any(t => EvaluativeNouns.Contains(s.Tokens[t].Lemma) || Evaluative.Contains(s.Tokens[t].Lemma)))
                return true;
            if (s.Tokens[c].BaseRelation == "obl" && s.Tokens[head].Lemma == "describe" && s.Preposition(c) == "as" && (EvaluativeNouns.Contains(s.Tokens[c].Lemma) || Evaluative.Contains(s.Tokens[c].Lemma)))
                return true;
        }
        return false;
    }

    /// <summary>A superlative of something that is not measured.</summary>
    private static bool IsBoast(Sentence s, int adjective)
    {
        bool superlative = s.Tokens[adjective].FineTag == "JJS" || s.Children(adjective).Any(c => s.Tokens[c].Lower is "most" && s.Tokens[c].BaseRelation == "advmod");
        return superlative && !MeasuredSuperlatives.Contains(s.Tokens[adjective].Lemma) || s.Tokens[adjective].Lower is "best" or "worst" or "greatest" or "finest";
    }

    /// <summary>Whether the clause names a cause or who is to blame.</summary>
    public static bool IsCause(Sentence s, int head)
    {
        string lemma = s.Tokens[head].Lemma;
        if (Causes.Contains(lemma) && (s.Child(head, "obj") >= 0 || s.IsPassive(head)))
            return true;
        if (CausesWithPreposition.Contains(lemma) && s.Children(head).Any(c => s.Tokens[c].BaseRelation == "obl" && s.Preposition(c) is "to" or "in" or "from"))
            return true;
        return lemma is "responsible" && s.Child(head, "cop") >= 0 || lemma == "cause" && s.Child(head, "cop") >= 0;
    }

    /// <summary>Whether the clause says what is not, did not happen, or nobody did.</summary>
    public static bool IsAbsence(Sentence s, int head)
    {
        if (s.IsNegated(head))
            return true;
        foreach (int c in s.Children(head))
        {
            if (s.Tokens[c].BaseRelation is "nsubj" or "obj" && (s.HasChild(c, "det", "no") || s.HasChild(c, "det", "neither") || s.Tokens[c].Lower is "nobody" or "none" or "nothing" or "neither"))
                return true;
            if (s.Tokens[c].Lower == "no" && s.Tokens[c].BaseRelation == "det" && s.Child(head, "cop") >= 0)
                return true;
        }
        return s.Child(head, "expl") >= 0 && s.HasChild(head, "det", "no");
    }

    /// <summary>Whether it is done in words by who has the power to.</summary>
    public static bool IsAct(Sentence s, int head) => s.Tokens[head].Tag == PartOfSpeech.Verb && Acts.Contains(s.Tokens[head].Lemma);

    /// <summary>Whether somebody is said to have done wrong.</summary>
    public static bool IsWrong(Sentence s, int head) => s.Tokens[head].Tag == PartOfSpeech.Verb && Wrongs.Contains(s.Tokens[head].Lemma);

    /// <summary>Whether something is so, rather than happens.</summary>
    public static bool IsState(Sentence s, int head) =>
        s.Child(head, "cop") >= 0 || s.Child(head, "expl") >= 0 || Statives.Contains(s.Tokens[head].Lemma) && s.Tokens[head].FineTag != "VBG";

    /// <summary>The kind of a clause that states no figure.</summary>
    public static ClaimKind Kind(Sentence s, int head, bool attributed) =>
        IsForecast(s, head, attributed) ? ClaimKind.Forecast
        : IsOpinion(s, head) || IsWish(s, head, attributed) ? ClaimKind.Opinion
        : s.IsPassive(head) && s.Tokens[head].Lemma is "accuse" or "suspect" or "allege" ? ClaimKind.Allegation
        : IsCause(s, head) ? ClaimKind.Cause
        : IsAbsence(s, head) ? ClaimKind.Absence
        : attributed && IsWrong(s, head) ? ClaimKind.Allegation
        : IsAct(s, head) ? ClaimKind.Act
        : IsState(s, head) ? ClaimKind.State
        : ClaimKind.Occurrence;

    private static FrozenSet<string> Set(string words) => words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);
}
