namespace Attest.Engine.Text.Pairs;

/// <summary>How much two short texts mean the same: the mean of trees and of small networks over <see cref="PairFeatures"/>, trained on STS-B (Cer et al. 2017) by tools/Attest.Train.</summary>
internal sealed class PairModel
{
    // The set scores from 0 to 5.
    private const float Most = 5;

    private static readonly Lazy<PairModel> Loaded = new(() => ModelFile.Read("pairs.bin", Read));

    private readonly Trees trees;
    private readonly Networks networks;

    private PairModel(Trees trees, Networks networks)
    {
        this.trees = trees;
        this.networks = networks;
    }

    /// <summary>The model that ships with the engine; read on first use.</summary>
    public static PairModel Shared => Loaded.Value;

    /// <summary>From 0 (nothing to do with one another) to 1 (the same); the same whichever comes first.</summary>
    public float Similarity(PairSide a, PairSide b)
    {
        // The same words say the same, whatever the model makes of few words.
        if (a.Lower == b.Lower)
            return 1;
        Span<float> row = stackalloc float[PairFeatures.Count];
        PairFeatures.Measure(a, b, row);
        return Similarity(row);
    }

    /// <summary>The same for a row that was measured already.</summary>
    public float Similarity(ReadOnlySpan<float> row) => Math.Clamp((trees.Score(row) + networks.Score(row)) / (2 * Most), 0, 1);

    /// <summary>Reads trees, then networks.</summary>
    public static PairModel Read(BinaryReader reader) => new(Trees.Read(reader), Networks.Read(reader));
}
