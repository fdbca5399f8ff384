namespace Attest.Engine.Text.Pairs;

/// <summary>
/// Which word of one side stands for which of the other: by likeness of the words and of what stands around them, in syntax and in order
/// (Sultan, Bethard and Sumner 2014, "Back to Basics for Monolingual Alignment", in outline). Each word stands for at most one.
/// </summary>
internal sealed class WordAlignment
{
    // Share of the words themselves against their surroundings, and the least likeness to be laid together at all: judgements near Sultan et al., not fitted.
    private const float Own = 0.85f, Least = 0.45f;

    // How far to either side neighbours count.
    private const int Window = 3;

    private readonly PairSide a, b;
    private readonly float[] alike;
    private readonly int width;

    public WordAlignment(PairSide a, PairSide b)
    {
        (this.a, this.b) = (a, b);
        width = b.Words.Length;
        alike = new float[a.Words.Length * width];
        for (int i = 0; i < a.Words.Length; i++)
            for (int j = 0; j < width; j++)
                alike[(i * width) + j] = WordSimilarity.Of(a.Words[i], b.Words[j]);
        ToB = new int[a.Words.Length];
        ToA = new int[width];
        Array.Fill(ToB, -1);
        Array.Fill(ToA, -1);
        Align();
    }

    /// <summary>For each word of a the word of b that stands for it; −1 for none.</summary>
    public int[] ToB { get; }

    /// <summary>For each word of b the word of a that stands for it; −1 for none.</summary>
    public int[] ToA { get; }

    /// <summary>How alike two words are by themselves.</summary>
    public float Alike(int i, int j) => alike[(i * width) + j];

    private void Align()
    {
        var candidates = new List<(float Score, int I, int J)>();
        for (int i = 0; i < a.Words.Length; i++)
            for (int j = 0; j < width; j++)
                if (a.Words[i].IsContent && b.Words[j].IsContent && Alike(i, j) >= Least)
                    candidates.Add(((Own * Alike(i, j)) + ((1 - Own) * Around(i, j)), i, j));
        Take(candidates);
        candidates.Clear();
        // Grammar words follow those that they stand with.
        for (int i = 0; i < a.Words.Length; i++)
            for (int j = 0; j < width; j++)
                if (!a.Words[i].IsContent && Alike(i, j) == 1 && Beside(i, j) is > 0 and var beside)
                    candidates.Add((beside, i, j));
        Take(candidates);
    }

    private void Take(List<(float Score, int I, int J)> candidates)
    {
        candidates.Sort((x, y) => y.Score != x.Score ? y.Score.CompareTo(x.Score) : x.I != y.I ? x.I - y.I : x.J - y.J);
        foreach (var (_, i, j) in candidates)
            if (ToB[i] < 0 && ToA[j] < 0)
                (ToB[i], ToA[j]) = (j, i);
    }

    // Half from syntax (head and what hangs below), half from order.
    private float Around(int i, int j)
    {
        float found = 0, possible = 0;
        int headA = a.Words[i].Head, headB = b.Words[j].Head;
        if (headA >= 0 && headB >= 0)
        {
            possible++;
            found += Alike(headA, headB) * (a.Words[i].Relation == b.Words[j].Relation ? 1 : 0.5f);
        }
        foreach (int x in a.Children[i])
        {
            if (!a.Words[x].IsContent)
                continue;
            float best = 0;
            foreach (int y in b.Children[j])
                best = Math.Max(best, Alike(x, y) * (a.Words[x].Relation == b.Words[y].Relation ? 1 : 0.5f));
            found += best;
            possible++;
        }
        float syntax = possible == 0 ? 0 : found / possible;
        float near = 0, weight = 0;
        for (int x = Math.Max(0, i - Window); x <= Math.Min(a.Words.Length - 1, i + Window); x++)
        {
            if (x == i || !a.Words[x].IsContent)
                continue;
            float best = 0;
            for (int y = Math.Max(0, j - Window); y <= Math.Min(width - 1, j + Window); y++)
                if (y != j)
                    best = Math.Max(best, Alike(x, y));
            near += best;
            weight++;
        }
        return (syntax + (weight == 0 ? 0 : near / weight)) / 2;
    }

    private float Beside(int i, int j)
    {
        float score = 0;
        int headA = a.Words[i].Head, headB = b.Words[j].Head;
        if (headA >= 0 && headB >= 0 && ToB[headA] == headB)
            score += 1;
        for (int d = -1; d <= 1; d += 2)
            if (i + d >= 0 && i + d < a.Words.Length && j + d >= 0 && j + d < width && ToB[i + d] == j + d)
                score += 0.5f;
        return score;
    }
}
