namespace Attest.Engine.Text;

/// <summary>
/// Long sentences of news are clauses strung together, and a greedy parser loses its way between them. Where a comma with a
/// conjunction, a semicolon or a subordinator plainly begins a new clause (a nominal, then a finite verb), the two sides are read by
/// themselves and joined as the grammar joins them.
/// </summary>
internal static class ClauseBoundaries
{
    private const int LongestSubject = 12;

    /// <summary>How two clauses meet.</summary>
    /// <param name="At">First word of the join: comma, semicolon, subordinator.</param>
    /// <param name="Right">First word of the second clause itself.</param>
    /// <param name="Relation">What the second clause is to the first.</param>
    internal readonly record struct Boundary(int At, int Right, string Relation);

    /// <summary>The first boundary with a finite clause on both sides; null where there is none.</summary>
    public static Boundary? Find(Sentence s)
    {
        bool verbBefore = false, quoted = false;
        int depth = 0;
        for (int i = 0; i < s.Tokens.Length - 3; i++)
        {
            var t = s.Tokens[i];
            if (t.Form is "“" or "”" or "\"")
                quoted = t.Form == "“" || t.Form == "\"" && !quoted;
            depth += t.Form is "(" or "[" ? 1 : t.Form is ")" or "]" ? -1 : 0;
            if (depth > 0 || quoted || !verbBefore)
            {
                verbBefore |= IsFinite(s, i);
                continue;
            }
            verbBefore |= IsFinite(s, i);
            if (t.Form == ";" && Enumerable.Range(i + 1, s.Tokens.Length - i - 1).Any(k => IsFinite(s, k)))
                return new Boundary(i, i + 1, "parataxis");
            if (t.Form == "," && s.Tokens[i + 1].Lower is "and" or "but" or "while" or "although" or "though" or "because" or "so" && BeginsClause(s, i + 2, out _))
                return new Boundary(i, i + 2, s.Tokens[i + 1].Lower is "and" or "but" or "so" ? "conj" : "advcl");
            if (t.Lower is "after" or "because" or "while" or "although" && i > 2 && BeginsClause(s, i + 1, out _) && s.Tokens[i - 1].Form != ",")
                return new Boundary(i, i + 1, "advcl");
        }
        return null;
    }

    /// <summary>Joins two clauses that were read by themselves.</summary>
    public static Sentence Join(Sentence whole, Sentence left, Sentence right, Boundary boundary)
    {
        var tokens = new Token[whole.Tokens.Length];
        int leftRoot = left.Root, rightRoot = right.Root + boundary.Right;
        for (int i = 0; i < boundary.At; i++)
            tokens[i] = left.Tokens[i];
        for (int i = boundary.At; i < boundary.Right; i++)
        {
            var t = whole.Tokens[i];
            string relation = t.Tag == PartOfSpeech.Punct ? "punct" : boundary.Relation == "conj" ? "cc" : "mark";
            var tag = relation == "cc" ? PartOfSpeech.Cconj : relation == "mark" ? PartOfSpeech.Sconj : t.Tag;
            tokens[i] = new Token(t.Span, t.Form, t.Lower, t.Lemma, tag, t.FineTag, rightRoot, relation);
        }
        for (int i = boundary.Right; i < tokens.Length; i++)
        {
            var t = right.Tokens[i - boundary.Right];
            tokens[i] = new Token(t.Span, t.Form, t.Lower, t.Lemma, t.Tag, t.FineTag, t.Head < 0 ? leftRoot : t.Head + boundary.Right, t.Head < 0 ? boundary.Relation : t.Relation);
        }
        return new Sentence(whole.Index, whole.Paragraph, whole.Span, [.. tokens], whole.Names);
    }

    private static bool IsFinite(Sentence s, int t) => s.Tokens[t].FineTag is "VBD" or "VBZ" or "VBP" or "MD";

    /// <summary>Whether nothing but a nominal stands before the next finite verb.</summary>
    private static bool BeginsClause(Sentence s, int from, out int verb)
    {
        bool nominal = false;
        for (verb = from; verb < s.Tokens.Length && verb <= from + LongestSubject; verb++)
        {
            var t = s.Tokens[verb];
            if (IsFinite(s, verb))
                return nominal;
            bool within = t.Tag is PartOfSpeech.Det or PartOfSpeech.Adj or PartOfSpeech.Noun or PartOfSpeech.Propn or PartOfSpeech.Num or PartOfSpeech.Part or PartOfSpeech.Adv or PartOfSpeech.Sym
                || t.Tag == PartOfSpeech.Pron && t.FineTag is not ("WP" or "WDT") || t.Tag == PartOfSpeech.Adp && nominal || t.Tag is PartOfSpeech.Cconj && nominal || t.Form is "," or "-" or "$" && nominal;
            if (!within)
                return false;
            nominal |= t.Tag is PartOfSpeech.Noun or PartOfSpeech.Propn or PartOfSpeech.Pron or PartOfSpeech.Num;
        }
        return false;
    }
}
