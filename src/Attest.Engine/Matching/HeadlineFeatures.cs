using Attest.Engine.Text.Pairs;
using Attest.Engine.Text.Tenors;

namespace Attest.Engine.Matching;

/// <summary>What decides how a headline takes a claim. A change of these numbers or of their order needs headlines.bin trained anew.</summary>
internal static class HeadlineFeatures
{
    /// <summary>How many there are.</summary>
    public const int Count = 27;

    /// <summary>Measures a claim against a headline.</summary>
    public static void Measure(PairSide claim, Tenor claimed, PairSide headline, Tenor tenor, Span<float> into)
    {
        var row = new FeatureRow(into);
        Span<float> pair = stackalloc float[PairFeatures.Count];
        var alignment = new WordAlignment(claim, headline);
        PairFeatures.Measure(claim, headline, alignment, pair);
        row.Add(PairModel.Shared.Similarity(pair));
        row.Add(PairFeatures.Cosine(claim.Vector, headline.Vector));
        foreach (var (side, ways, alike, others) in new[] { (claim, alignment.ToB, (Func<int, int, float>)alignment.Alike, headline), (headline, alignment.ToA, (j, i) => alignment.Alike(i, j), claim) })
        {
            var cover = Cover.Of(side, ways, alike, others.Words.Length);
            row.Add(cover.Soft);
            row.Add(cover.Hard);
            row.Add(cover.Left);
            row.Add(cover.Heaviest);
        }
        row.Add(claim.Negations);
        row.Add(headline.Negations);
        row.Add(headline.Asks ? 1 : 0);
        row.Add(claim.Numbers.Length);
        row.Add(headline.Numbers.Length);
        row.Add(claim.Numbers.Count(headline.Numbers.Contains));
        row.Add(claim.Words.Length);
        row.Add(headline.Words.Length);
        row.Add(Unaligned(WordSort.Verb, headline, alignment.ToA));
        row.Add(Unaligned(WordSort.Verb, claim, alignment.ToB));
        row.Add((float)claimed.Against);
        row.Add((float)tenor.Against);
        row.Add((float)tenor.Open);
        row.Add((float)tenor.Refutes);
        row.Add((float)((claimed.Affirms * tenor.Affirms) + (claimed.Refutes * tenor.Refutes)));
        row.Add((float)((claimed.Affirms * tenor.Refutes) + (claimed.Refutes * tenor.Affirms)));
        row.Add((float)(tenor.Against - claimed.Against));
        row.End();
    }

    private static float Unaligned(WordSort sort, PairSide side, int[] aligned)
    {
        float weight = 0;
        for (int i = 0; i < aligned.Length; i++)
            weight += side.Words[i].Sort == sort && aligned[i] < 0 ? side.Words[i].Weight : 0;
        return weight;
    }
}
