using System.Collections.Frozen;
using Attest.Engine.Text;

namespace Attest.Engine.Extracting;

/// <summary>How something said before is taken back or contradicted.</summary>
/// <param name="Source">Head of who does so; null where the sentence itself does.</param>
/// <param name="Verb">The word that does it ("wrong", "retract", "reverse").</param>
/// <param name="Earlier">Whether it is said to have been reported before.</param>
/// <param name="Own">Whether who takes it back said it himself ("our earlier statement that P was wrong").</param>
internal sealed record Reversal(TokenRef? Source, string Verb, bool Earlier, bool Own = false);

/// <summary>Denials by a noun of saying: "claims that P are untrue", "rejected reports that P", "reversing earlier reports that P".</summary>
internal static class Denials
{
    private static readonly FrozenSet<string> Untrue = FrozenSet.ToFrozenSet(
        ["untrue", "false", "wrong", "incorrect", "baseless", "unfounded", "fake", "inaccurate", "mistaken", "fabricated", "nonsense", "hoax", "lie", "erroneous", "groundless", "fabrication"], StringComparer.Ordinal);

    private static readonly FrozenSet<string> Refuting = FrozenSet.ToFrozenSet(
        ["deny", "reject", "dismiss", "refute", "rebut", "dispute", "contradict", "reverse", "retract", "withdraw", "correct", "debunk", "disprove", "discredit"], StringComparer.Ordinal);

    /// <summary>The denial in which the noun cue of an attribution stands; null where it stands in none.</summary>
    public static Reversal? Of(ReportReading reading, Sentence s, Attribution cue)
    {
        int noun = cue.CueHead.Token;
        int verb = s.Tokens[noun].Head;
        bool earlier = s.Children(noun).Any(c => s.Tokens[c].Lower is "earlier" or "previous" or "initial" or "prior" or "first") || s.Tokens[noun].Lemma == "report" && s.Child(noun, "nmod") >= 0 && s.ChildExactly(noun, "nmod:poss") >= 0;
        bool own = s.ChildExactly(noun, "nmod:poss") is var owner and >= 0 && s.Tokens[owner].Lower is "our" or "my";
        if (verb < 0)
            return null;
        string relation = s.Tokens[noun].BaseRelation;
        if (relation == "nsubj" && (Untrue.Contains(s.Tokens[verb].Lemma) || (s.IsPassive(verb) && Refuting.Contains(s.Tokens[verb].Lemma))) && !s.IsNegated(verb))
            return new Reversal(null, s.Tokens[verb].Lemma, earlier || own, own);
        if (relation is "obj" or "obl" && Refuting.Contains(s.Tokens[verb].Lemma) && !s.IsNegated(verb))
        {
            int source = VerbCues.Source(s, verb);
            return new Reversal(source < 0 ? null : new TokenRef(s.Index, source), s.Tokens[verb].Lemma, earlier || s.Tokens[verb].Lemma is "retract" or "reverse" or "withdraw" or "correct");
        }
        return null;
    }

    /// <summary>Whether a verb rejects something said ("rejected the claim").</summary>
    public static bool IsRefuting(string lemma) => Refuting.Contains(lemma);

    /// <summary>A bare noun for something said ("the claim"): what was said stands elsewhere.</summary>
    public static bool IsTakenUp(Sentence s, int noun) =>
        Nouns.Sayings.Contains(s.Tokens[noun].Lemma) && s.Child(noun, "acl") < 0 && s.Child(noun, "ccomp") < 0 && s.Child(noun, "nmod") < 0;

    /// <summary>Whether a word says that something said is not so ("baseless").</summary>
    public static bool IsUntrue(string lemma) => Untrue.Contains(lemma);

    /// <summary>Whether a clause's predicate says that something said is not so.</summary>
    public static bool IsVerdict(Sentence s, Clause clause) =>
        clause.Subject >= 0 && Nouns.Sayings.Contains(s.Tokens[clause.Subject].Lemma) && Untrue.Contains(s.Tokens[clause.Head].Lemma);
}
