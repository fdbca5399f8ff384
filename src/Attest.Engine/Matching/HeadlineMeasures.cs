using Attest.Engine.Text;
using Attest.Engine.Text.Pairs;
using Attest.Engine.Text.Tenors;

namespace Attest.Engine.Matching;

/// <summary>
/// All that is measured of a headline towards a claim: numbers (<see cref="HeadlineFeatures"/>, then the direction of what the headline says beside the claim, then that of the claim) and
/// hashed words.
/// </summary>
/// <param name="Numbers">The numbers.</param>
/// <param name="Words">The words.</param>
internal sealed record HeadlineMeasures(float[] Numbers, (uint Feature, float Value)[] Words)
{
    /// <summary>How many numbers there are.</summary>
    public static int Count => HeadlineFeatures.Count + (2 * Lexicon.Shared.Dimensions);

    /// <summary>Where each sort of numbers begins after the first.</summary>
    public static (int Beside, int Claim) Starts => (HeadlineFeatures.Count, HeadlineFeatures.Count + Lexicon.Shared.Dimensions);

    /// <summary>Measures a claim against a headline.</summary>
    public static HeadlineMeasures Of(AnalysedText claim, AnalysedText headline, TenorModel tenors)
    {
        var (a, b) = (PairSide.Of(claim), PairSide.Of(headline));
        float[] numbers = new float[Count];
        HeadlineFeatures.Measure(a, tenors.Of(TenorWords.Of(claim)), b, tenors.Of(TenorWords.Of(headline)), numbers.AsSpan(0, HeadlineFeatures.Count));
        int[] aligned = new WordAlignment(a, b).ToA;
        Direction(b, i => aligned[i] < 0 && b.Words[i].Sort != WordSort.Name, numbers.AsSpan(Starts.Beside, Lexicon.Shared.Dimensions));
        Direction(a, _ => true, numbers.AsSpan(Starts.Claim));
        return new HeadlineMeasures(numbers, HeadlineWords.Of(headline, b, aligned));
    }

    // Sum of the vectors of some content words by how much they tell, brought to length 1; nothing where there are none.
    private static void Direction(PairSide side, Func<int, bool> counts, Span<float> into)
    {
        for (int i = 0; i < side.Words.Length; i++)
            if (side.Words[i].IsContent && counts(i))
                Lexicon.Shared.AddVector(side.Words[i].Id, side.Words[i].Weight, into);
        double length = 0;
        foreach (float x in into)
            length += x * x;
        foreach (ref float x in into)
            x = length < 1e-12 ? 0 : (float)(x / Math.Sqrt(length));
    }
}
