using Attest.Engine.Text;
using static Attest.Engine.Text.FeatureHash;

namespace Attest.Engine.Extracting;

/// <summary>
/// What the choice among candidates looks at: the cue with its clusters and its place in the tree, how the content hangs on it and where it begins and ends, quotation
/// marks, the source, and what the text says around them.
/// </summary>
internal ref struct AttributionFeatures
{
    /// <summary>More than there are.</summary>
    public const int Most = 96;

    private readonly Span<uint> to;
    private int count;

    private AttributionFeatures(Span<uint> to) => this.to = to;

    /// <summary>Writes the features of a candidate and gives their number.</summary>
    public static int Of(AttributionDraft draft, QuotedTokens quoted, WordClasses classes, Span<uint> to)
    {
        var features = new AttributionFeatures(to);
        features.AddAll(draft, quoted, classes);
        return features.count;
    }

    private void AddAll(AttributionDraft draft, QuotedTokens quoted, WordClasses classes)
    {
        var s = draft.Sentence;
        var cue = s.Tokens[draft.Cue];
        var known = classes.Of(FeatureHash.Of(cue.Lower));
        uint lemma = FeatureHash.Of(cue.Lemma), tag = FeatureHash.Of(cue.FineTag), relation = FeatureHash.Of(cue.BaseRelation), fine = known.Fine, coarse = known.Coarse;
        uint kind = ((uint)draft.Proposal * 64) + (uint)draft.Frame;

        int inside = 0, first = -1, last = -1, quotedWords = 0;
        foreach (var t in draft.Content)
        {
            quotedWords += quoted.Of(t) >= 0 ? 1 : 0;
            if (t.Sentence != s.Index)
                continue;
            inside++;
            if (first < 0)
                first = t.Token;
            last = t.Token;
        }
        int total = draft.Content.Count;
        uint side = first < 0 ? 3u : last < draft.Cue ? 0u : first > draft.Cue ? 1u : 2u;
        uint length = Bucket(inside), gap = side switch { 0 => Bucket(draft.Cue - last), 1 => Bucket(first - draft.Cue), _ => 99 };
        uint whole = (uint)(4 * inside / Math.Max(1, s.Tokens.Length));
        uint quotation = (quotedWords == 0 ? 0u : quotedWords * 10 >= total * 9 ? 3u : quotedWords * 2 >= total ? 2u : 1u) + (total > inside ? 4u : 0);
        uint cueQuoted = quoted.IsWithin(s, draft.Cue) ? 1u : 0;
        uint negated = draft.Negated ? 1u : 0;

        // The word that heads the content, how it hangs, and what opens and closes the content.
        int head = draft.ContentHead >= 0 ? draft.ContentHead : first;
        uint headTag = head < 0 ? 1 : FeatureHash.Of(s.Tokens[head].FineTag), headRelation = head < 0 ? 1 : FeatureHash.Of(s.Tokens[head].BaseRelation), headLemma = head < 0 ? 1 : FeatureHash.Of(s.Tokens[head].Lemma);
        uint opens = Word(s, first), before = Word(s, first - 1), after = Word(s, last + 1), closes = Tag(s, last);
        uint mark = head < 0 ? 0 : s.Child(head, "mark") is var m and >= 0 ? FeatureHash.Of(s.Tokens[m].Lower) : 1;
        uint joins = head < 0 ? 0 : FeatureHash.Of(s.Preposition(head));
        uint finite = head < 0 ? 2u : s.IsFinite(head) ? 1u : 0;

        // The cue's clause.
        uint auxiliary = 1, modal = 0, hasObject = 0, hasClause = 0, dependants = 0;
        foreach (int c in s.Children(draft.Cue))
        {
            string r = s.Tokens[c].BaseRelation;
            if (r is "aux" or "cop")
                auxiliary = Mix(auxiliary, FeatureHash.Of(s.Tokens[c].Lemma));
            modal |= s.Tokens[c].FineTag == "MD" ? 1u : 0;
            hasObject |= r == "obj" ? 1u : 0;
            hasClause |= r is "ccomp" or "xcomp" ? 1u : 0;
            dependants |= r switch { "nsubj" => 1u, "obj" => 2u, "ccomp" => 4u, "xcomp" => 8u, "obl" => 16u, "advcl" => 32u, "parataxis" => 64u, "iobj" => 128u, "mark" => 256u, "nmod" => 512u, "acl" => 1024u, _ => 0u };
        }
        uint above = cue.Head < 0 ? 1 : FeatureHash.Of(s.Tokens[cue.Head].Lemma), aboveTag = cue.Head < 0 ? 1 : FeatureHash.Of(s.Tokens[cue.Head].FineTag);

        // The source.
        uint source = 1, sourceKind = 0;
        if (draft.Source >= 0)
        {
            var t = s.Tokens[draft.Source];
            source = FeatureHash.Of(t.Lemma);
            sourceKind = Mix(FeatureHash.Of(t.FineTag), (uint)NamedAs(s, draft.Source), draft.Content.Contains(new TokenRef(s.Index, draft.Source)) ? 1u : 0);
        }

        uint form = Mix(kind, side);
        Add(1);
        Add(lemma); Add(Mix(lemma, tag)); Add(Mix(lemma, kind)); Add(Mix(lemma, form, quotation)); Add(Mix(lemma, sourceKind)); Add(Mix(lemma, relation)); Add(Mix(lemma, joins)); Add(Mix(lemma, mark, side)); Add(Mix(lemma, headTag));
        Add(Mix(lemma, headRelation)); Add(Mix(lemma, auxiliary)); Add(Mix(lemma, dependants)); Add(Mix(lemma, whole, side)); Add(Mix(lemma, modal)); Add(Mix(lemma, Word(s, draft.Cue + 1))); Add(Mix(lemma, source)); Add(Mix(lemma, kind, headRelation));
        Add(Mix(fine, kind)); Add(Mix(fine, form, quotation)); Add(Mix(coarse, kind)); Add(Mix(coarse, sourceKind)); Add(Mix(fine, headRelation)); Add(Mix(fine, joins)); Add(Mix(fine, tag)); Add(Mix(coarse, dependants));
        Add(kind); Add(form); Add(Mix(form, length)); Add(Mix(form, whole)); Add(Mix(form, quotation)); Add(Mix(form, gap)); Add(Mix(form, relation)); Add(Mix(form, opens)); Add(Mix(form, after)); Add(Mix(form, before));
        Add(Mix(form, closes)); Add(Mix(form, headTag)); Add(Mix(form, headRelation, finite)); Add(Mix(form, hasClause, hasObject)); Add(Mix(form, dependants)); Add(Mix(form, sourceKind)); Add(Mix(form, mark)); Add(Mix(form, tag)); Add(Mix(form, whole, quotation));
        Add(tag); Add(Mix(tag, relation)); Add(Mix(tag, auxiliary)); Add(Mix(relation, dependants)); Add(Mix(relation, sourceKind)); Add(Mix(above, relation)); Add(Mix(aboveTag, relation)); Add(Mix(cueQuoted, sourceKind)); Add(Mix(cueQuoted, lemma)); Add(Mix(cueQuoted, kind));
        Add(quotation); Add(Mix(quotation, sourceKind)); Add(Mix(quotation, finite, side)); Add(Mix(negated, kind)); Add(Mix(negated, lemma)); Add(Mix(modal, sourceKind)); Add(Mix(modal, tag)); Add(Mix(auxiliary, sourceKind)); Add(source); Add(sourceKind);
        Add(Mix(headLemma, kind)); Add(Mix(headRelation, headTag, form)); Add(Mix(joins, form)); Add(Mix(opens, Word(s, first + 1))); Add(Mix(before, opens, side)); Add(Mix(after, closes, side)); Add(Mix(length, whole, side));
        Add(Mix(Word(s, draft.Cue - 1), lemma)); Add(Mix(Tag(s, draft.Cue - 1), Tag(s, draft.Cue + 1), tag)); Add(Mix(Word(s, draft.Cue + 1), form)); Add(Mix(Tag(s, draft.Cue + 1), form)); Add(Mix(Bucket(s.Tokens.Length), form)); Add(Mix(s.Index == 0 ? 1u : 0, form));
        Add(Mix(Bucket(CommasWithin(s, first, last)), form)); Add(Mix(Bucket(total - inside), form)); Add(Mix(gap, before, form));
    }

    private void Add(uint value)
    {
        to[count] = Mix((uint)count + 900, value);
        count++;
    }

    private static uint Bucket(int n) => n <= 3 ? (uint)Math.Max(0, n) : n <= 5 ? 4u : n <= 8 ? 5u : n <= 12 ? 6u : n <= 20 ? 7u : n <= 35 ? 8u : 9u;

    private static uint Word(Sentence s, int t) => t < 0 ? 1u : t >= s.Tokens.Length ? 2u : FeatureHash.Of(s.Tokens[t].Lower);

    private static uint Tag(Sentence s, int t) => t < 0 ? 1u : t >= s.Tokens.Length ? 2u : FeatureHash.Of(s.Tokens[t].FineTag);

    private static int NamedAs(Sentence s, int token)
    {
        foreach (var name in s.Names)
            if (token >= name.First && token < name.End)
                return 1 + (int)name.Kind;
        return 0;
    }

    private static int CommasWithin(Sentence s, int first, int last)
    {
        int n = 0;
        for (int t = Math.Max(0, first); t <= last; t++)
            n += s.Tokens[t].Form == "," ? 1 : 0;
        return n;
    }
}
