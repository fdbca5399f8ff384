using Attest.Engine.Text;
using Attest.Engine.Text.Pairs;
using Attest.Engine.Text.Tenors;

namespace Attest.Engine.Matching;

/// <summary>How a headline takes a claim.</summary>
internal enum HeadlineStance
{
    /// <summary>It says that it is so.</summary>
    For,

    /// <summary>It says that it is not so.</summary>
    Against,

    /// <summary>It leaves it open.</summary>
    Observing,
}

/// <summary>How a single sentence or headline takes a claim: trees over alignment and tenors, trained on Emergent's headlines (Ferreira and Vlachos 2016) by tools/Attest.Train.</summary>
internal sealed class HeadlineModel(TenorModel tenors, Trees trees)
{
    private static readonly Lazy<HeadlineModel> Loaded = new(() => new HeadlineModel(TenorModel.Shared, ModelFile.Read("headlines.bin", Trees.Read)));

    /// <summary>The model that ships with the engine; read on first use.</summary>
    public static HeadlineModel Shared => Loaded.Value;

    /// <summary>The likeliest stance.</summary>
    public HeadlineStance Of(AnalysedText claim, AnalysedText headline)
    {
        Span<float> row = stackalloc float[HeadlineFeatures.Count], scores = stackalloc float[3];
        HeadlineFeatures.Measure(PairSide.Of(claim), tenors.Of(TenorWords.Of(claim)), PairSide.Of(headline), tenors.Of(TenorWords.Of(headline)), row);
        trees.Score(row, scores);
        int best = 0;
        for (int c = 1; c < scores.Length; c++)
            if (scores[c] > scores[best])
                best = c;
        return (HeadlineStance)best;
    }
}
