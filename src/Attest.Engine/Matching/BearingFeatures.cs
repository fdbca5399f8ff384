using Attest.Engine.Text.Pairs;
using Attest.Engine.Text.Tenors;

namespace Attest.Engine.Matching;

/// <summary>What decides how a sentence bears on a claim. A change of these numbers or of their order needs bearing.bin trained anew.</summary>
internal static class BearingFeatures
{
    /// <summary>How many there are.</summary>
    public const int Count = PairFeatures.Count + HeadlineFeatures.Count + (2 * OfRelation) + 2;

    private const int OfRelation = 5;

    /// <summary>Measures a claim against a sentence: as a pair, with their tenors, and what either leaves out of the other.</summary>
    public static void Measure(PairSide claim, Tenor claimed, PairSide sentence, Tenor tenor, Span<float> into)
    {
        PairFeatures.Measure(claim, sentence, into[..PairFeatures.Count]);
        HeadlineFeatures.Measure(claim, claimed, sentence, tenor, into.Slice(PairFeatures.Count, HeadlineFeatures.Count));
        var row = new FeatureRow(into[(PairFeatures.Count + HeadlineFeatures.Count)..]);
        Add(PairRelation.Of(claim, sentence), ref row);
        Add(PairRelation.Of(sentence, claim), ref row);
        row.Add((float)claimed.Open);
        row.Add(claim.Asks ? 1 : 0);
        row.End();
    }

    private static void Add(PairRelation relation, ref FeatureRow row)
    {
        row.Add(relation.Uncovered);
        row.Add(relation.Heaviest);
        row.Add(relation.SignsDiffer ? 1 : 0);
        row.Add(relation.Opposed ? 1 : 0);
        row.Add(relation.NumbersDiffer ? 1 : 0);
    }
}
