namespace Attest.Engine.Text;

/// <summary>
/// Mends what a greedy parser gets wrong most often at the beginning of news sentences: a title before a name as a subject or root of
/// its own ("Analyst Bree Solano called …"), and a finite verb hung on its own subject like a relative clause without a pronoun.
/// </summary>
internal static class TreeRepair
{
    public static Sentence Mend(Sentence parsed)
    {
        var s = VerbRepair.Mend(parsed);
        int[] heads = [.. s.Tokens.Select(t => t.Head)];
        string[] relations = [.. s.Tokens.Select(t => t.Relation)];
        bool changed = SaidNoun(s, heads, relations);
        changed |= NumeralRoot(s, heads, relations);
        changed |= NominalRoot(s, heads, relations);
        changed |= VerbBehindAside(s, heads, relations);
        changed |= CompoundOfVerb(s, heads, relations);
        changed |= FiniteBelowSubject(s, heads, relations);
        changed |= ParticipleRoot(s, heads, relations);
        changed |= TwoSubjects(s, heads, relations);
        changed |= TitleAboveName(s, heads, relations);
        changed |= PhraseRepair.Mend(s, heads, relations);
        if (!changed)
            return s;
        // What was hung anew may show another tag wrong.
        var tokens = s.Tokens.Select((t, i) => new Token(t.Span, t.Form, t.Lower, t.Lemma, t.Tag, t.FineTag, heads[i], relations[i]));
        return VerbRepair.Mend(new Sentence(s.Index, s.Paragraph, s.Span, [.. tokens], s.Names));
    }

    /// <summary>Whether a word is a noun or a name.</summary>
    public static bool IsNominal(Sentence s, int t) => s.Tokens[t].Tag is PartOfSpeech.Noun or PartOfSpeech.Propn;

    /// <summary>Whether a verb carries tense, by itself or by an auxiliary.</summary>
    public static bool IsFinite(Sentence s, int verb, int[] heads)
    {
        if (s.Tokens[verb].FineTag is "VBD" or "VBZ" or "VBP")
            return true;
        for (int i = 0; i < heads.Length; i++)
            if (heads[i] == verb && s.Tokens[i].FineTag is "MD" or "VBD" or "VBZ" or "VBP" && s.Tokens[i].Tag == PartOfSpeech.Aux)
                return true;
        return false;
    }

    private static bool HasRelativePronoun(Sentence s, int verb, int[] heads)
    {
        for (int i = 0; i < heads.Length; i++)
            if (heads[i] == verb && s.Tokens[i].FineTag is "WP" or "WDT" or "WRB" or "WP$" || heads[i] == verb && i < verb && s.Tokens[i].Lower == "that")
                return true;
        return false;
    }

    /// <summary>"At least 15 large companies run …": the root is the numeral, and the verb with its subject hangs on it: the numeral counts the subject.</summary>
    private static bool NumeralRoot(Sentence s, int[] heads, string[] relations)
    {
        int root = Array.IndexOf(heads, -1);
        if (root < 0 || s.Tokens[root].Tag != PartOfSpeech.Num)
            return false;
        for (int v = root + 1; v < heads.Length; v++)
        {
            if (heads[v] != root || s.Tokens[v].Tag != PartOfSpeech.Verb || !IsFinite(s, v, heads))
                continue;
            int subject = -1;
            for (int i = root + 1; i < v && subject < 0; i++)
                if (heads[i] == v && relations[i].StartsWith("nsubj", StringComparison.Ordinal))
                    subject = i;
            if (subject < 0)
                continue;
            heads[v] = -1;
            relations[v] = "root";
            heads[root] = subject;
            relations[root] = "nummod";
            for (int i = v + 1; i < heads.Length; i++)
                if (heads[i] == root)
                    heads[i] = v;
            return true;
        }
        return false;
    }

    /// <summary>The root is a nominal without copula, and a finite verb without a relative pronoun hangs on it: that verb is the root.</summary>
    private static bool NominalRoot(Sentence s, int[] heads, string[] relations)
    {
        int root = Array.IndexOf(heads, -1);
        if (root < 0 || !IsNominal(s, root) && s.Tokens[root].Tag != PartOfSpeech.Num)
            return false;
        for (int i = 0; i < heads.Length; i++)
            if (heads[i] == root && relations[i] == "cop")
                return false;
        for (int v = root + 1; v < heads.Length; v++)
        {
            if (heads[v] != root && !PartOf(root, heads[v]) || s.Tokens[v].Tag != PartOfSpeech.Verb || !relations[v].StartsWith("acl", StringComparison.Ordinal) || !IsFinite(s, v, heads) || HasRelativePronoun(s, v, heads))
                continue;
            heads[v] = -1;
            relations[v] = "root";
            int subject = -1;
            for (int i = root + 1; i < v; i++)
                if (heads[i] == v && relations[i].StartsWith("nsubj", StringComparison.Ordinal))
                    subject = i;
            heads[root] = subject < 0 ? v : subject;
            relations[root] = subject < 0 ? "nsubj" : "compound";
            for (int i = v + 1; i < heads.Length; i++)
                if (heads[i] == root && relations[i] is "punct" or "conj" or "parataxis" or "advcl" or "obl" or "cc" or "ccomp")
                    heads[i] = v;
            return true;
        }
        return false;

        // "Six of the nine members voted".
        bool PartOf(int whole, int part) => part > whole && heads[part] == whole && relations[part] == "nmod" && s.Tokens[whole].Tag == PartOfSpeech.Num;
    }

    /// <summary>"Veltra, which makes chips, plans …": the verb behind the comma that ends the relative clause goes with the root nominal, not with that clause.</summary>
    private static bool VerbBehindAside(Sentence s, int[] heads, string[] relations)
    {
        int root = Array.IndexOf(heads, -1);
        if (root < 0 || !IsNominal(s, root) || Enumerable.Range(0, heads.Length).Any(i => heads[i] == root && relations[i] == "cop"))
            return false;
        for (int v = root + 3; v < heads.Length; v++)
        {
            int aside = heads[v];
            if (relations[v] is not ("conj" or "parataxis") || aside < 0 || heads[aside] != root || !relations[aside].EndsWith("relcl", StringComparison.Ordinal) || s.Tokens[v - 1].Form != ","
                || !IsFinite(s, v, heads) || HasMarkOrSubject(v, heads, relations))
                continue;
            heads[v] = -1;
            relations[v] = "root";
            heads[root] = v;
            relations[root] = "nsubj";
            for (int i = v + 1; i < heads.Length; i++)
                if (heads[i] == root)
                    heads[i] = v;
            return true;
        }
        return false;
    }

    /// <summary>"Exchange data shows": a noun is no part of the finite verb behind it, but its subject.</summary>
    private static bool CompoundOfVerb(Sentence s, int[] heads, string[] relations)
    {
        bool changed = false;
        for (int i = 0; i < heads.Length; i++)
        {
            if (relations[i] != "compound" || heads[i] <= i || !IsNominal(s, i) || s.Tokens[heads[i]].Tag != PartOfSpeech.Verb || !IsFinite(s, heads[i], heads))
                continue;
            relations[i] = "nsubj";
            changed = true;
        }
        return changed;
    }

    /// <summary>"Twelve miners died …, and one came out": the verb in the past tense hung on its subject, which was given to the second verb.</summary>
    private static bool FiniteBelowSubject(Sentence s, int[] heads, string[] relations)
    {
        for (int v = 1; v < heads.Length; v++)
        {
            if (s.Tokens[v].FineTag is not ("VBD" or "VBZ" or "VBP") || s.Tokens[v].Tag != PartOfSpeech.Verb || relations[v] != "acl" || HasRelativePronoun(s, v, heads))
                continue;
            int noun = heads[v];
            int main = noun < 0 ? -1 : heads[noun];
            if (main <= v || heads[main] >= 0 || !relations[noun].StartsWith("nsubj", StringComparison.Ordinal) || s.Tokens[main].Tag != PartOfSpeech.Verb)
                continue;
            heads[v] = -1;
            relations[v] = "root";
            heads[noun] = v;
            relations[noun] = "nsubj";
            heads[main] = v;
            relations[main] = "conj";
            return true;
        }
        return false;
    }

    /// <summary>"The number published on 3 February left out one model": the root is a participle of the subject, the finite verb hangs below it.</summary>
    private static bool ParticipleRoot(Sentence s, int[] heads, string[] relations)
    {
        int root = Array.IndexOf(heads, -1);
        // "The man wanted for murder was arrested": a past tense that governs a finite verb without a subject is a participle too.
        bool past = root >= 0 && s.Tokens[root].FineTag == "VBD";
        if (root < 0 || !past && (s.Tokens[root].FineTag != "VBN" || IsFinite(s, root, heads)))
            return false;
        int subject = -1, verb = -1;
        for (int i = 0; i < heads.Length; i++)
        {
            if (heads[i] != root)
                continue;
            if (i < root && relations[i].StartsWith("nsubj", StringComparison.Ordinal))
                subject = i;
            bool second = past ? s.Tokens[i].FineTag == "VBN" && IsFinite(s, i, heads) && relations[i] is "xcomp" or "ccomp"
                : s.Tokens[i].FineTag is "VBD" or "VBZ" or "VBP" && relations[i] is "advcl" or "ccomp" or "conj" or "parataxis" or "xcomp";
            if (i > root && verb < 0 && second && s.Tokens[i].Tag == PartOfSpeech.Verb && !HasMarkOrSubject(i, heads, relations))
                verb = i;
        }
        if (subject < 0 || verb < 0)
            return false;
        heads[verb] = -1;
        relations[verb] = "root";
        heads[subject] = verb;
        relations[subject] = "nsubj";
        heads[root] = subject;
        relations[root] = "acl";
        for (int i = verb + 1; i < heads.Length; i++)
            if (heads[i] == root)
                heads[i] = verb;
        return true;
    }

    private static bool IsSaying(Sentence s, int t) => s.Tokens[t].Tag == PartOfSpeech.Noun
        && s.Tokens[t].Lemma is "claim" or "report" or "allegation" or "accusation" or "rumour" or "rumor" or "suggestion" or "story" or "statement" or "assertion";

    /// <summary>
    /// "Retracted its report that P": P belongs to the report, not to the verb. "Reports that P were false": the verdict is the main clause,
    /// not a second verb of P.
    /// </summary>
    private static bool SaidNoun(Sentence s, int[] heads, string[] relations)
    {
        bool changed = false;
        for (int noun = 0; noun + 2 < heads.Length; noun++)
        {
            if (!IsSaying(s, noun) || s.Tokens[noun + 1].Lower != "that")
                continue;
            int clause = -1;
            for (int v = noun + 2; v < heads.Length && clause < 0; v++)
                if (relations[v] is "ccomp" or "acl" or "acl:relcl" or "advcl" && (heads[v] == noun || heads[v] == heads[noun] && heads[v] >= 0) && heads[noun + 1] == v)
                    clause = v;
            if (clause < 0)
                continue;
            changed |= heads[clause] != noun;
            heads[clause] = noun;
            relations[clause] = "acl";
            relations[noun + 1] = "mark";
            for (int w = clause + 1; w < heads.Length && heads[noun] < 0; w++)
            {
                bool copula = Enumerable.Range(0, heads.Length).Any(i => heads[i] == w && relations[i] is "cop" or "aux:pass" && i > clause);
                if (heads[w] != clause || !copula || HasMarkOrSubject(w, heads, relations))
                    continue;
                heads[w] = -1;
                relations[w] = "root";
                heads[noun] = w;
                relations[noun] = "nsubj";
                for (int i = w + 1; i < heads.Length; i++)
                    if (heads[i] == noun && i != clause)
                        heads[i] = w;
                changed = true;
            }
        }
        return changed;
    }

    private static bool HasMarkOrSubject(int verb, int[] heads, string[] relations)
    {
        for (int i = 0; i < heads.Length; i++)
            if (heads[i] == verb && (relations[i] is "mark" or "cc" || relations[i].StartsWith("nsubj", StringComparison.Ordinal)))
                return true;
        return false;
    }

    /// <summary>Two subjects side by side are one nominal, the name its head.</summary>
    private static bool TwoSubjects(Sentence s, int[] heads, string[] relations)
    {
        bool changed = false;
        for (int b = 1; b < heads.Length; b++)
        {
            if (relations[b] is not ("nsubj" or "nsubj:pass") || heads[b] <= b)
                continue;
            for (int a = b - 1; a >= 0; a--)
            {
                if (s.Tokens[a].Form is "," or ";" or ":" || s.Tokens[a].Tag is PartOfSpeech.Verb or PartOfSpeech.Pron or PartOfSpeech.Aux)
                    break;
                if (heads[a] != heads[b] || relations[a] is not ("nsubj" or "nsubj:pass" or "obl" or "nmod") || !IsNominal(s, a) || s.Tokens[a + 1].Tag == PartOfSpeech.Adp)
                    continue;
                heads[a] = b;
                relations[a] = "compound";
                changed = true;
            }
        }
        return changed;
    }

    /// <summary>"spokeswoman Delia Munro" without a comma: the name is the head, the title stands before it.</summary>
    private static bool TitleAboveName(Sentence s, int[] heads, string[] relations)
    {
        bool changed = false;
        for (int title = 0; title + 1 < heads.Length; title++)
        {
            int name = title + 1;
            if (s.Tokens[title].Tag != PartOfSpeech.Noun || s.Tokens[name].Tag != PartOfSpeech.Propn || heads[name] != title || relations[name] is not ("appos" or "flat" or "nmod:desc" or "dep"))
                continue;
            heads[name] = heads[title];
            relations[name] = relations[title];
            heads[title] = name;
            relations[title] = "compound";
            for (int i = 0; i < heads.Length; i++)
                if (i != title && heads[i] == title && (i > name || i < title && relations[i] is "compound" or "det" or "amod" or "nmod:poss" or "case"))
                    heads[i] = name;
            changed = true;
        }
        return changed;
    }
}
