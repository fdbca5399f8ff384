using Attest.Engine.Model;
using Attest.Engine.Text;

namespace Attest.Engine.Extracting;

/// <summary>"The claim could not be independently verified": hedges what the sentence before it states (R7), and states nothing.</summary>
internal static class BackHedges
{
    /// <summary>Applies the sentence if it is such a one; says whether it was.</summary>
    public static bool Apply(ReportReading reading, Sentence s, StatementList statements)
    {
        int verb = -1;
        for (int i = 0; i < s.Tokens.Length && verb < 0; i++)
            if (s.Tokens[i].Lemma is "verify" or "confirm" or "corroborate" or "substantiate" or "authenticate" && IsOpen(s, i))
                verb = i;
        if (verb < 0)
            return false;
        int what = s.ChildExactly(verb, "nsubj:pass");
        if (what < 0)
            what = s.Child(verb, "obj");
        bool back = what >= 0 && (s.Tokens[what].Tag == PartOfSpeech.Pron || Nouns.Sayings.Contains(s.Tokens[what].Lemma) && s.Child(what, "acl") < 0);
        if (!back)
            return false;
        int sentence = s.Index;
        bool own = statements.Of(s.Index).Any();
        for (int at = own ? sentence : sentence - 1; at >= 0 && at >= sentence - 1; at--)
        {
            var places = statements.Of(at).Where(i => statements[i].Kind != ClaimKind.Utterance).ToList();
            foreach (int i in places)
                if (statements[i].Voice is Voice.Asserts or Voice.Attributes or Voice.Relays)
                    statements[i] = statements[i] with { Voice = Voice.Hedges };
            if (places.Count > 0)
                break;
        }
        // What else the sentence tells before the hedge is read as usual.
        return s.Tokens[s.Root].Lemma == s.Tokens[verb].Lemma || s.Root == verb || s.Tokens[verb].Head == s.Root && s.Tokens[verb].BaseRelation is "xcomp";
    }

    /// <summary>Whether the verb is what could not be done, or has not been.</summary>
    private static bool IsOpen(Sentence s, int verb)
    {
        if (s.IsNegated(verb) && (s.Children(verb).Any(c => s.Tokens[c].BaseRelation == "aux" && s.Tokens[c].Lower is "could" or "can" or "has" or "have" or "had")))
            return true;
        int head = s.Tokens[verb].Head;
        return head >= 0 && s.Tokens[verb].BaseRelation == "xcomp" && (s.Tokens[head].Lower == "unable" || s.Tokens[head].Lower == "able" && s.IsNegated(head));
    }
}
