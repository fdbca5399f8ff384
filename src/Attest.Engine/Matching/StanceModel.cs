using Attest.Engine.Text;
using Attest.Engine.Text.Pairs;
using Attest.Engine.Text.Tenors;

namespace Attest.Engine.Matching;

/// <summary>How a report takes a claim.</summary>
internal enum ReportStance
{
    /// <summary>It tells it as so.</summary>
    Agrees,

    /// <summary>It tells it as not so.</summary>
    Disagrees,

    /// <summary>It speaks of it and leaves it open.</summary>
    Discusses,

    /// <summary>It does not speak of it.</summary>
    Unrelated,
}

/// <summary>
/// How a whole report takes a claim, however it puts it: what of the claim stands where in the report, and in which tenor both speak. Trained on FNC-1
/// (Pomerleau and Rao 2017) by tools/Attest.Train.
/// </summary>
internal sealed class StanceModel
{
    private static readonly Lazy<StanceModel> Loaded = new(() => new StanceModel(TenorModel.Shared, ModelFile.Read("stance.bin", Trees.Read)));

    private readonly Trees trees;

    /// <summary>A model of tenors and trees that were trained together.</summary>
    public StanceModel(TenorModel tenors, Trees trees)
    {
        Tenors = tenors;
        this.trees = trees;
    }

    /// <summary>The model that ships with the engine; read on first use.</summary>
    public static StanceModel Shared => Loaded.Value;

    /// <summary>By which it judges tenors.</summary>
    public TenorModel Tenors { get; }

    /// <summary>How a report takes a claim.</summary>
    public ReportStance Of(PairSide claim, Tenor claimed, ReportText report, ReportTenor tenor)
    {
        Span<float> row = stackalloc float[StanceFeatures.Count];
        StanceFeatures.Measure(claim, claimed, report, tenor, row);
        return Of(row);
    }

    /// <summary>The likeliest stance of measured features, after what each kind weighs (<see cref="Calibration.StanceWeights"/>).</summary>
    public ReportStance Of(ReadOnlySpan<float> row)
    {
        Span<float> scores = stackalloc float[Calibration.StanceWeights.Length];
        trees.Score(row, scores);
        int best = 0;
        for (int c = 1; c < scores.Length; c++)
            if (scores[c] + Calibration.StanceWeights[c] > scores[best] + Calibration.StanceWeights[best])
                best = c;
        return (ReportStance)best;
    }
}
