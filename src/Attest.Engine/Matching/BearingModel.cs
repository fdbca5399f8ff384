using Attest.Engine.Model;
using Attest.Engine.Text;
using Attest.Engine.Text.Pairs;
using Attest.Engine.Text.Tenors;

namespace Attest.Engine.Matching;

/// <summary>
/// How a sentence that is given as evidence bears on a claim: trees over alignment and tenors, trained on the sentences of Climate-FEVER (Diggelmann et al. 2020)
/// by tools/Attest.Train.
/// </summary>
internal sealed class BearingModel(TenorModel tenors, Trees trees)
{
    private static readonly Lazy<BearingModel> Loaded = new(() => new BearingModel(TenorModel.Shared, ModelFile.Read("bearing.bin", Trees.Read)));

    /// <summary>The model that ships with the engine; read on first use.</summary>
    public static BearingModel Shared => Loaded.Value;

    /// <summary>How each of some sentences bears on a claim.</summary>
    public Bearing[] Of(AnalysedText claim, IEnumerable<AnalysedText> sentences)
    {
        var side = PairSide.Of(claim);
        var claimed = tenors.Of(TenorWords.Of(claim));
        return [.. sentences.Select(s => Of(side, claimed, s))];
    }

    /// <summary>Chances from what was measured.</summary>
    public Bearing Of(ReadOnlySpan<float> row)
    {
        Span<float> scores = stackalloc float[3];
        trees.Score(row, scores);
        double supports = Math.Exp(scores[0] - scores[2]), refutes = Math.Exp(scores[1] - scores[2]), sum = supports + refutes + 1;
        return new Bearing(supports / sum, refutes / sum);
    }

    private Bearing Of(PairSide claim, Tenor claimed, AnalysedText sentence)
    {
        Span<float> row = stackalloc float[BearingFeatures.Count];
        BearingFeatures.Measure(claim, claimed, PairSide.Of(sentence), tenors.Of(TenorWords.Of(sentence)), row);
        return Of(row);
    }
}
