using static Attest.Engine.Text.FeatureHash;

namespace Attest.Engine.Text;

/// <summary>
/// Hangs punctuation into a finished tree of the words. A mark hangs as high as it can without crossing an arc, on the unit that it sets off (Universal Dependencies): the
/// candidates are the word before it and that word's heads as long as they stand before the mark, and likewise behind. Which one is chosen by a linear model.
/// </summary>
internal sealed class PunctuationAttachment
{
    /// <summary>Number of features of a candidate.</summary>
    public const int FeatureCount = 22;

    /// <summary>Chooses one of the candidates and gives its number.</summary>
    /// <param name="mark">Place of the mark among all words.</param>
    /// <param name="candidates">Places of the candidates among the words without punctuation.</param>
    /// <param name="features">Their features, <see cref="FeatureCount"/> for each.</param>
    public delegate int Choice(int mark, ReadOnlySpan<int> candidates, ReadOnlySpan<uint> features);

    private readonly List<(uint Mark, int Head)> open = [];
    private int[] candidates = new int[64];
    private uint[] features = new uint[64 * FeatureCount];
    private int count;

    /// <summary>Gives each mark its head.</summary>
    /// <param name="all">The sentence.</param>
    /// <param name="words">Its words without punctuation, at least one.</param>
    /// <param name="heads">Heads of the words; their number for the root.</param>
    /// <param name="labels">Hash of the relation of each word.</param>
    /// <param name="choose">The choice.</param>
    /// <param name="to">Heads of the marks, as places among the words, by place among all.</param>
    public void Attach(WordBuffer all, WordBuffer words, ReadOnlySpan<int> heads, ReadOnlySpan<uint> labels, Choice choose, Span<int> to)
    {
        open.Clear();
        int next = 0;
        for (int i = 0; i < all.Count; i++)
        {
            if (next < words.Count && words.Origin(next) == i)
            {
                next++;
                continue;
            }
            uint mark = all[i].Lower;
            int partner = -1;
            if (PunctuationMarks.MayClose(mark) && open.FindLastIndex(o => PunctuationMarks.Matches(o.Mark, mark)) is var at and >= 0)
            {
                partner = open[at].Head;
                open.RemoveRange(at, open.Count - at);
            }
            count = 0;
            Candidates(all, words, heads, labels, i, next, partner);
            to[i] = candidates[choose(i, candidates.AsSpan(0, count), features.AsSpan(0, count * FeatureCount))];
            if (partner < 0 && PunctuationMarks.MayOpen(mark))
                open.Add((mark, to[i]));
        }
    }

    // The mark stands between the words next-1 and next.
    private void Candidates(WordBuffer all, WordBuffer words, ReadOnlySpan<int> heads, ReadOnlySpan<uint> labels, int mark, int next, int partner)
    {
        int n = words.Count, topLeft = next - 1, topRight = next;
        while (topLeft >= 0 && heads[topLeft] < next)
            topLeft = heads[topLeft];
        while (topRight < n && heads[topRight] >= next && heads[topRight] < n)
            topRight = heads[topRight];
        for (int c = next - 1, level = 0; c >= 0 && c < next; c = heads[c], level++)
            Add(c, level, left: true, heads, labels);
        for (int c = next, level = 0; c < n && c >= next; c = heads[c], level++)
            Add(c, level, left: false, heads, labels);

        void Add(int c, int level, bool left, ReadOnlySpan<int> heads, ReadOnlySpan<uint> labels)
        {
            if (count == candidates.Length)
            {
                Array.Resize(ref candidates, count * 2);
                Array.Resize(ref features, count * 2 * FeatureCount);
            }
            candidates[count] = c;
            var to = features.AsSpan(count * FeatureCount, FeatureCount);
            count++;

            uint side = left ? 1u : 2u, edge = next == n ? 1u : next == 0 ? 2u : 0u, isLast = mark == all.Count - 1 ? 1u : 0u;
            uint below = (topRight < n && heads[topRight] < next ? 1u : 0) | (topLeft >= 0 && heads[topLeft] < n ? 2u : 0);
            uint kind = Mix(all[mark].Lower, side, (edge * 4) + below);
            uint top = c == (left ? topLeft : topRight) ? 1u : 0, bottom = level == 0 ? 1u : 0;
            uint relation = labels[c], upos = words[c].Upos, above = heads[c] < n ? labels[heads[c]] : 7;
            uint relationLeft = topLeft >= 0 ? labels[topLeft] : 1, relationRight = topRight < n ? labels[topRight] : 1;
            uint pair = partner < 0 ? (open.Count > 0 ? 3u : 0u) : partner == c ? 1u : 2u;
            uint kindTop = Mix(kind, top), kindRelation = Mix(kind, relation), both = Mix(relationLeft, relationRight);

            to[0] = kindTop;
            to[1] = Mix(kindTop, relation);
            to[2] = Mix(kindTop, bottom);
            to[3] = Mix(kindRelation, upos);
            to[4] = Mix(kind, pair);
            to[5] = Mix(kindTop, pair);
            to[6] = Mix(kindTop, relationLeft);
            to[7] = Mix(kindTop, relationRight);
            to[8] = Mix(kindTop, both);
            to[9] = Mix(kindRelation, isLast);
            to[10] = Mix(kindRelation, top, all[mark + 1].Lower);
            to[11] = Mix(kindRelation, top, all[mark - 1].Lower);
            to[12] = Mix(kindTop, (uint)Math.Min(level, 5));
            to[13] = Mix(kindRelation, top, above);
            to[14] = Mix(side, top, relation);
            to[15] = Mix(Mix(side, edge), top, pair);
            to[16] = Mix(kindTop, words[next].Xpos);
            to[17] = Mix(kindTop, words[next - 1].Xpos);
            to[18] = Mix(kindRelation, words[c].Lower);
            to[19] = Mix(Mix(kindRelation, upos), both, top);
            to[20] = Mix(kindRelation, above);
            to[21] = Mix(kind, heads[c] == n ? 1u : 0, isLast);
            for (uint f = 0; f < FeatureCount; f++)
                to[(int)f] = Mix(f + 1, to[(int)f]);
        }
    }
}
