using System.Collections.Immutable;

namespace Attest.Engine.Text.Pairs;

/// <summary>What the pair model looks at. A change of these numbers or of their order needs the models that read them trained anew.</summary>
internal static class PairFeatures
{
    /// <summary>How many there are.</summary>
    public const int Count = 67;

    private static readonly ImmutableArray<WordSort> Sorts = [WordSort.Noun, WordSort.Verb, WordSort.Quality, WordSort.Name, WordSort.Number];

    /// <summary>Measures a pair; the same whichever side comes first.</summary>
    public static void Measure(PairSide a, PairSide b, Span<float> into) => Measure(a, b, new WordAlignment(a, b), into);

    /// <summary>The same over an alignment that the caller has.</summary>
    public static void Measure(PairSide a, PairSide b, WordAlignment alignment, Span<float> into)
    {
        var row = new FeatureRow(into);
        Vectors(a, b, ref row);
        Runs(a, b, ref row);
        Letters(a, b, ref row);
        Covers(a, b, alignment, ref row);
        Syntax(a, b, alignment, ref row);
        Numbers(a, b, ref row);
        row.Both(a.Words.Length, b.Words.Length);
        row.Add(Ratio(a.Words.Length, b.Words.Length));
        row.Add(Ratio(a.Weight, b.Weight));
        row.Both(a.Negations, b.Negations);
        row.Add(a.Asks != b.Asks ? 1 : 0);
        row.End();
    }

    private static void Vectors(PairSide a, PairSide b, ref FeatureRow row)
    {
        row.Add(Cosine(a.Vector, b.Vector));
        float inner = 0, outer = 0, apart = 0;
        float na = MathF.Max(1e-3f, Norm(a.Vector)), nb = MathF.Max(1e-3f, Norm(b.Vector));
        for (int i = 0; i < a.Vector.Length; i++)
        {
            float d = (a.Vector[i] / na) - (b.Vector[i] / nb);
            inner += Math.Abs(d);
            outer = Math.Max(outer, Math.Abs(d));
            apart += (a.Vector[i] - b.Vector[i]) * (a.Vector[i] - b.Vector[i]);
        }
        row.Add(inner);
        row.Add(outer);
        row.Add(MathF.Sqrt(apart));
    }

    private static void Runs(PairSide a, PairSide b, ref FeatureRow row)
    {
        for (int n = 0; n < a.Runs.Length; n++)
        {
            int common = SortedSets.Common(a.Runs[n], b.Runs[n]);
            row.Add(Share(common, a.Runs[n].Length + b.Runs[n].Length - common));
            row.Add(Share(common, Math.Min(a.Runs[n].Length, b.Runs[n].Length)));
        }
        row.Add(Share(2 * LongestCommon(a, b), a.Words.Length + b.Words.Length));
    }

    private static void Letters(PairSide a, PairSide b, ref FeatureRow row)
    {
        for (int n = 0; n < a.Letters.Length; n++)
        {
            int common = SortedSets.Common(a.Letters[n], b.Letters[n]);
            row.Add(Share(common, a.Letters[n].Length + b.Letters[n].Length - common));
            row.Add(Share(common, Math.Min(a.Letters[n].Length, b.Letters[n].Length)));
        }
    }

    private static void Covers(PairSide a, PairSide b, WordAlignment alignment, ref FeatureRow row)
    {
        var x = Cover.Of(a, alignment.ToB, alignment.Alike, b.Words.Length);
        var y = Cover.Of(b, alignment.ToA, (j, i) => alignment.Alike(i, j), a.Words.Length);
        row.Both(x.Soft, y.Soft);
        row.Both(x.Hard, y.Hard);
        row.Both(x.Aligned, y.Aligned);
        row.Add(Harmonic(x.Soft, y.Soft));
        row.Add(Harmonic(x.Aligned, y.Aligned));
        row.Both(x.Left, y.Left);
        row.Both(x.Heaviest, y.Heaviest);
        row.Add(x.WeightSquare + y.WeightSquare == 0 ? 0 : 2 * Math.Min(x.SoftSquare, y.SoftSquare) / (x.WeightSquare + y.WeightSquare));
        row.Add(x.Functions + y.Functions == 0 ? -1 : (x.FunctionsAligned + y.FunctionsAligned) / (float)(x.Functions + y.Functions));
        foreach (var sort in Sorts)
        {
            var (left, total) = LeftOf(sort, a, alignment.ToB);
            var (otherLeft, otherTotal) = LeftOf(sort, b, alignment.ToA);
            row.Add(total + otherTotal == 0 ? -1 : 1 - ((left + otherLeft) / (total + otherTotal)));
            row.Both(left, otherLeft);
        }
        row.Both(x.BestFree, y.BestFree);
        row.Add(Crossings(alignment.ToB));
    }

    private static void Syntax(PairSide a, PairSide b, WordAlignment alignment, ref FeatureRow row)
    {
        int same = 0, possible = 0, opposed = 0;
        for (int i = 0; i < a.Words.Length; i++)
        {
            int j = alignment.ToB[i];
            int head = a.Words[i].Head;
            if (!a.Words[i].IsContent || head < 0 || !a.Words[head].IsContent)
                continue;
            possible++;
            same += j >= 0 && b.Words[j].Head >= 0 && alignment.ToB[head] == b.Words[j].Head ? 1 : 0;
        }
        int there = 0;
        foreach (var word in b.Words)
            there += word.IsContent && word.Head >= 0 && b.Words[word.Head].IsContent ? 1 : 0;
        row.Add(possible + there == 0 ? -1 : 2f * same / (possible + there));
        for (int relation = Relations.Subject; relation <= Relations.Oblique; relation++)
            row.Add(Role(relation, a, b, alignment));
        row.Add(Roots(a, b, alignment));
        var lexicon = Lexicon.Shared;
        for (int i = 0; i < a.Words.Length; i++)
            for (int j = 0; j < b.Words.Length && alignment.ToB[i] < 0; j++)
                opposed += alignment.ToA[j] < 0 && lexicon.Antonyms(a.Words[i].LemmaId, b.Words[j].LemmaId) ? 1 : 0;
        row.Add(opposed);
    }

    // How alike the words are that best fill one role on either side; −1 where a side has none.
    private static float Role(int relation, PairSide a, PairSide b, WordAlignment alignment)
    {
        float best = -1;
        for (int i = 0; i < a.Words.Length; i++)
            for (int j = 0; j < b.Words.Length && a.Words[i].Relation == relation; j++)
                if (b.Words[j].Relation == relation)
                    best = Math.Max(best, alignment.Alike(i, j));
        return best;
    }

    private static float Roots(PairSide a, PairSide b, WordAlignment alignment)
    {
        float best = -1;
        for (int i = 0; i < a.Words.Length; i++)
            for (int j = 0; j < b.Words.Length && a.Words[i].Head < 0; j++)
                if (b.Words[j].Head < 0)
                    best = Math.Max(best, alignment.Alike(i, j));
        return best;
    }

    private static void Numbers(PairSide a, PairSide b, ref FeatureRow row)
    {
        int common = 0;
        foreach (decimal number in a.Numbers)
            common += b.Numbers.Contains(number) ? 1 : 0;
        row.Add(a.Numbers.Length + b.Numbers.Length == 0 ? -1 : Share(2 * common, a.Numbers.Length + b.Numbers.Length));
        row.Both(a.Numbers.Length, b.Numbers.Length);
    }

    private static int LongestCommon(PairSide a, PairSide b)
    {
        Span<int> best = stackalloc int[Math.Min(b.Words.Length, 256) + 1];
        for (int i = 0; i < a.Words.Length; i++)
        {
            int before = 0;
            for (int j = 0; j + 1 < best.Length; j++)
            {
                int above = best[j + 1];
                best[j + 1] = a.Words[i].Key == b.Words[j].Key ? before + 1 : Math.Max(above, best[j]);
                before = above;
            }
        }
        return best[^1];
    }

    private static (float Left, float Total) LeftOf(WordSort sort, PairSide side, int[] aligned)
    {
        float left = 0, total = 0;
        for (int i = 0; i < aligned.Length; i++)
            if (side.Words[i].Sort == sort)
            {
                total += side.Words[i].Weight;
                left += aligned[i] < 0 ? side.Words[i].Weight : 0;
            }
        return (left, total);
    }

    // Share of neighbouring aligned words whose order is turned round.
    private static float Crossings(int[] aligned)
    {
        int last = -1, pairs = 0, crossed = 0;
        foreach (int j in aligned)
        {
            if (j < 0)
                continue;
            if (last >= 0)
            {
                pairs++;
                crossed += j < last ? 1 : 0;
            }
            last = j;
        }
        return pairs == 0 ? -1 : crossed / (float)pairs;
    }

    /// <summary>Cosine of two sums of vectors; 0 where one is empty.</summary>
    public static float Cosine(float[] a, float[] b)
    {
        float norms = Norm(a) * Norm(b);
        return norms < 1e-6f ? 0 : Dot(a, b) / norms;
    }

    private static float Norm(float[] a) => MathF.Sqrt(Dot(a, a));

    private static float Dot(float[] a, float[] b)
    {
        float sum = 0;
        for (int i = 0; i < a.Length; i++)
            sum += a[i] * b[i];
        return sum;
    }

    private static float Share(float part, float whole) => whole == 0 ? 0 : part / whole;

    private static float Ratio(float a, float b) => Math.Max(a, b) == 0 ? 1 : Math.Min(a, b) / Math.Max(a, b);

    private static float Harmonic(float a, float b) => a + b == 0 ? 0 : 2 * a * b / (a + b);
}

/// <summary>Fills a row of features one after the other.</summary>
internal ref struct FeatureRow(Span<float> into)
{
    private readonly Span<float> values = into;
    private int at;

    /// <summary>One value.</summary>
    public void Add(float value) => values[at++] = value;

    /// <summary>The smaller, then the greater: which side is which must not count.</summary>
    public void Both(float x, float y)
    {
        Add(Math.Min(x, y));
        Add(Math.Max(x, y));
    }

    /// <summary>Leaves some at 0.</summary>
    public void Skip(int count)
    {
        values.Slice(at, count).Clear();
        at += count;
    }

    /// <summary>Checks that the row is full.</summary>
    public readonly void End()
    {
        if (at != values.Length)
            throw new InvalidOperationException($"{at} features for {values.Length} places");
    }
}
