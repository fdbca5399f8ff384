namespace Attest.Engine.Text;

/// <summary>Mends phrases that a greedy parser hangs in the wrong place: fronted phrases, compounds across an article, what follows "why" or "calling itself".</summary>
internal static class PhraseRepair
{
    /// <summary>Changes heads and relations in place.</summary>
    /// <returns>Whether anything was changed.</returns>
    public static bool Mend(Sentence s, int[] heads, string[] relations)
    {
        bool changed = PrepositionAsMark(s, heads, relations);
        changed |= ConjunctionAbove(s, heads, relations);
        changed |= CompoundBeyondArticle(s, heads, relations);
        changed |= PrepositionOfCompound(heads, relations);
        changed |= SubjectBehindComma(s, heads, relations);
        changed |= AskedClause(s, heads, relations);
        changed |= CallingItself(s, heads, relations);
        changed |= Contrary(s, heads, relations);
        return changed;
    }

    /// <summary>"The hiker missing on Mount Serra was found dead": no clause begins with "on", and what stands behind it is nobody's subject. The verb is that of the nominal before.</summary>
    private static bool PrepositionAsMark(Sentence s, int[] heads, string[] relations)
    {
        bool changed = false;
        for (int mark = 2; mark + 2 < heads.Length; mark++)
        {
            int verb = heads[mark], noun = mark + 1;
            if (relations[mark] != "mark" || s.Tokens[mark].Tag != PartOfSpeech.Adp || s.Tokens[mark].Lower is not ("on" or "of" or "at" or "in" or "from" or "by" or "near" or "into" or "off")
                || verb <= mark || !TreeRepair.IsFinite(s, verb, heads))
                continue;
            while (noun < verb && (heads[noun] != verb || !relations[noun].StartsWith("nsubj", StringComparison.Ordinal)))
                noun++;
            int top = mark - 1;
            while (heads[top] >= 0 && heads[top] < mark)
                top = heads[top];
            // Only where the verb hangs on what stands before, and that on nothing: then it is the main verb.
            if (noun == verb || heads[top] >= 0 || !TreeRepair.IsNominal(s, top) || Enumerable.Range(0, heads.Length).Any(i => heads[i] == top && relations[i] == "cop"))
                continue;
            (heads[top], relations[top]) = (verb, relations[noun]);
            (heads[verb], relations[verb]) = (-1, "root");
            (heads[noun], relations[noun]) = (mark - 1, TreeRepair.IsNominal(s, mark - 1) ? "nmod" : "obl");
            (heads[mark], relations[mark]) = (noun, "case");
            for (int i = verb + 1; i < heads.Length; i++)
                if (heads[i] == top)
                    heads[i] = verb;
            changed = true;
        }
        return changed;
    }

    /// <summary>"… burned 900 hectares and is nearly out": nothing hangs on a conjunction; the verb behind it goes with the main verb.</summary>
    private static bool ConjunctionAbove(Sentence s, int[] heads, string[] relations)
    {
        bool changed = false;
        int root = Array.IndexOf(heads, -1);
        for (int verb = root + 2; root >= 0 && verb < heads.Length; verb++)
        {
            int and = heads[verb];
            if (and <= root || and >= verb || s.Tokens[and].Tag != PartOfSpeech.Cconj || !TreeRepair.IsFinite(s, verb, heads))
                continue;
            int measure = Enumerable.Range(verb + 1, heads.Length - verb - 1).FirstOrDefault(i => heads[i] == verb && relations[i].StartsWith("nsubj", StringComparison.Ordinal), -1), head = verb;
            if (measure >= 0)
            {
                // "is 5 percent contained": the measure is no subject, the participle carries the clause.
                head = Enumerable.Range(measure + 1, heads.Length - measure - 1).FirstOrDefault(i => heads[i] == measure && s.Tokens[i].FineTag == "VBN", -1);
                if (head < 0 || s.Tokens[verb].Lemma != "be")
                    continue;
                (heads[verb], relations[verb]) = (head, "aux:pass");
                (heads[measure], relations[measure]) = (head, "obl:unmarked");
            }
            (heads[head], relations[head]) = (root, "conj");
            (heads[and], relations[and]) = (head, "cc");
            changed = true;
        }
        return changed;
    }

    /// <summary>"On Tuesday the plant closed": no compound stands before the article of its noun; with a preposition it belongs to the noun's own head.</summary>
    private static bool CompoundBeyondArticle(Sentence s, int[] heads, string[] relations)
    {
        bool changed = false;
        for (int i = 0; i < heads.Length; i++)
        {
            int noun = heads[i];
            if (relations[i] != "compound" || noun <= i || heads[noun] < 0)
                continue;
            bool article = false, preposition = false;
            for (int d = 0; d < noun; d++)
            {
                article |= d > i && heads[d] == noun && relations[d] == "det";
                preposition |= d < i && heads[d] == i && relations[d] == "case";
            }
            if (!article || !preposition)
                continue;
            heads[i] = heads[noun];
            relations[i] = "obl";
            changed = true;
        }
        return changed;
    }

    /// <summary>"According to Star Buzz": a preposition belongs to the whole name, not to the first of its words.</summary>
    private static bool PrepositionOfCompound(int[] heads, string[] relations)
    {
        bool changed = false;
        for (int d = 0; d < heads.Length; d++)
            while (relations[d] == "case" && heads[d] > d && relations[heads[d]] == "compound" && heads[heads[d]] > heads[d])
            {
                heads[d] = heads[heads[d]];
                changed = true;
            }
        return changed;
    }

    /// <summary>"Under the deal, pay will rise": a verb without subject has it between the comma behind a first phrase and itself.</summary>
    private static bool SubjectBehindComma(Sentence s, int[] heads, string[] relations)
    {
        int root = Array.IndexOf(heads, -1);
        if (root < 2 || s.Tokens[root].Tag != PartOfSpeech.Verb || !TreeRepair.IsFinite(s, root, heads) || s.Tokens[0].Tag != PartOfSpeech.Adp)
            return false;
        for (int i = 0; i < root; i++)
            if (heads[i] == root && (relations[i].StartsWith("nsubj", StringComparison.Ordinal) || relations[i].StartsWith("csubj", StringComparison.Ordinal) || relations[i] == "expl"))
                return false;
        int noun = root - 1;
        while (noun > 0 && s.Tokens[noun].Tag is PartOfSpeech.Aux or PartOfSpeech.Adv or PartOfSpeech.Part)
            noun--;
        if (!TreeRepair.IsNominal(s, noun) && s.Tokens[noun].Tag != PartOfSpeech.Pron)
            return false;
        int comma = Array.FindLastIndex([.. s.Tokens.Take(noun)], t => t.Form == ",");
        if (comma < 1 || Enumerable.Range(comma + 1, noun - comma - 1).Any(t => s.Tokens[t].Tag is PartOfSpeech.Verb or PartOfSpeech.Aux or PartOfSpeech.Adp) || heads[noun] >= comma && heads[noun] != root)
            return false;
        heads[noun] = root;
        relations[noun] = Enumerable.Range(0, root).Any(i => heads[i] == root && relations[i] == "aux:pass") ? "nsubj:pass" : "nsubj";
        return true;
    }

    /// <summary>"would examine why a line did not start": a clause that begins with a question word right behind a verb is what the verb governs.</summary>
    private static bool AskedClause(Sentence s, int[] heads, string[] relations)
    {
        bool changed = false;
        for (int i = 2; i < heads.Length; i++)
        {
            int verb = heads[i];
            if (verb < 0 || verb >= i || relations[i] is not ("parataxis" or "dep") || s.Tokens[verb].Tag != PartOfSpeech.Verb || s.Tokens[verb + 1].FineTag != "WRB" || heads[verb + 1] != i)
                continue;
            relations[i] = "ccomp";
            changed = true;
        }
        return changed;
    }

    /// <summary>"A group calling itself Nightjar says": the name belongs to the calling.</summary>
    private static bool CallingItself(Sentence s, int[] heads, string[] relations)
    {
        bool changed = false;
        for (int i = 1; i + 1 < heads.Length; i++)
            if (s.Tokens[i].Lower is "itself" or "himself" or "herself" or "themselves" && s.Tokens[i - 1].Lower == "calling" && TreeRepair.IsNominal(s, i + 1))
            {
                int name = i + 1;
                while (name + 1 < heads.Length && s.Tokens[name + 1].Tag == PartOfSpeech.Propn && heads[name] == name + 1)
                    name++;
                if (heads[name] == i - 1)
                    continue;
                (heads[name], relations[name]) = (i - 1, "xcomp");
                changed = true;
            }
        return changed;
    }

    /// <summary>"Contrary to earlier reports, no shots were fired": the phrase in front is nobody's subject.</summary>
    private static bool Contrary(Sentence s, int[] heads, string[] relations)
    {
        if (heads.Length < 4 || s.Tokens[0].Lower != "contrary" || s.Tokens[1].Lower != "to" || !relations[0].StartsWith("nsubj", StringComparison.Ordinal))
            return false;
        relations[0] = "advmod";
        return true;
    }
}
