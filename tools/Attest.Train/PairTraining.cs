using System.Text.Json.Nodes;
using Attest.Engine.Text;
using Attest.Engine.Text.Pairs;

namespace Attest.Train;

/// <summary>Trains pairs.bin, the pair model, from STS-B train (Cer et al. 2017). The set's sentences do not go into it, only bounds and weights over measures of them.</summary>
internal static class PairTraining
{
    private static readonly TreeSettings settings = new(Rounds: 500, Leaves: 10, Rate: 0.04, LeastRows: 15, Rows: 0.6, Columns: 0.3);

    /// <summary>The model's bytes: trees, then networks.</summary>
    public static byte[] Build(string data)
    {
        var rows = File.ReadLines(Path.Combine(data, "pairs/stsb.train.jsonl")).Where(l => l.Length > 0).Select(l => JsonNode.Parse(l)!).ToList();
        float[] labels = [.. rows.Select(r => (float)r["score"]!)];
        float[][] features = new float[rows.Count][];
        var texts = rows.ConvertAll(r => ((string)r["a"]!, (string)r["b"]!));
        Parallel.For(0, features.Length, i =>
        {
            features[i] = new float[PairFeatures.Count];
            PairFeatures.Measure(PairSide.Of(Language.Analyse(texts[i].Item1)), PairSide.Of(Language.Analyse(texts[i].Item2)), features[i]);
        });
        return [.. new TreeTrainer(features, settings).Numbers(labels, seed: 1), .. new NetworkTrainer(features, labels).Train()];
    }
}
