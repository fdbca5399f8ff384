namespace Attest.Engine.Text;

/// <summary>Tags that the tree itself refutes: what has a subject and a clause of its own is no noun, and what has a subject and no auxiliary is no participle.</summary>
internal static class VerbRepair
{
    /// <summary>The sentence with those words as finite verbs.</summary>
    public static Sentence Mend(Sentence s)
    {
        Token[]? mended = null;
        for (int i = 1; i < s.Tokens.Length; i++)
            if (FineTag(s, i) is { } fine)
            {
                mended ??= [.. s.Tokens];
                mended[i] = mended[i] with { Tag = PartOfSpeech.Verb, FineTag = fine };
                HangOnSubject(s, i, mended);
            }
        return mended is null ? s : new Sentence(s.Index, s.Paragraph, s.Span, [.. mended], s.Names);
    }

    private static string? FineTag(Sentence s, int word)
    {
        var token = s.Tokens[word];
        bool noun = token.FineTag is "NN" or "NNS";
        if (!noun && token.FineTag != "VBN")
            return null;
        bool subject = false, clause = false;
        foreach (int child in s.Children(word))
        {
            var t = s.Tokens[child];
            if (t.BaseRelation is "cop" or "aux" or "det" or "amod" or "nummod" || t.Relation is "nsubj:pass" or "nmod:poss" || t.Relation == "case" && Between(s, child, word) < 0)
                return null;
            subject |= t.Relation == "nsubj" && child < word && t.Tag is PartOfSpeech.Noun or PartOfSpeech.Propn or PartOfSpeech.Pron or PartOfSpeech.Num;
            clause |= t.Relation == "ccomp" && child > word;
        }
        if (!subject)
            return null;
        // "Posts on social media claim the fire was set."
        if (noun)
            return clause ? token.FineTag == "NN" ? "VBP" : "VBZ" : null;
        // "A source says that a bomb exploded in the hold": a clause of its own, not one that shares an auxiliary ("was struck and killed").
        return token.BaseRelation is "ccomp" or "advcl" or "root" ? "VBD" : null;
    }

    /// <summary>The noun between a preposition and the word that both hang on; −1 where there is none.</summary>
    private static int Between(Sentence s, int preposition, int word)
    {
        for (int i = word - 1; i > preposition; i--)
            if (s.Tokens[i].Head == word && s.Tokens[i].Relation == "compound")
                return i;
        return -1;
    }

    /// <summary>"Posts on social media claim": a phrase that was hung on the noun belongs to the verb's subject.</summary>
    private static void HangOnSubject(Sentence s, int verb, Token[] mended)
    {
        int subject = s.Children(verb).First(c => s.Tokens[c].Relation == "nsubj");
        foreach (int child in s.Children(verb))
            if (s.Tokens[child].Relation == "case" && Between(s, child, verb) is var noun and >= 0)
            {
                mended[child] = mended[child].Hung(noun, "case");
                mended[noun] = mended[noun].Hung(subject, "nmod");
            }
    }
}
