using Attest.Engine.Text;
using Attest.Engine.Text.Tenors;

namespace Attest.Train;

/// <summary>A text whose tenor is known.</summary>
/// <param name="Vector">Its words.</param>
/// <param name="Tenor">0 affirms, 1 refutes, 2 leaves open.</param>
/// <param name="Topic">What it is about: only words of several topics are learnt.</param>
/// <param name="Fold">Fold of its claim.</param>
internal sealed record TenorExample((uint Word, float Value)[] Vector, int Tenor, int Topic, int Fold);

/// <summary>Fits <see cref="TenorModel"/>: softmax regression by stochastic gradient with a step for each weight (Duchi et al. 2011).</summary>
internal static class TenorTrainer
{
    // Chosen by five folds of the training data among few values; words of fewer topics are their stories' own.
    private const int LeastTopics = 4, Epochs = 12;

    private const float Step = 0.3f, StartStep = 0.02f, Shrink = 1e-4f;

    /// <summary>The model's bytes.</summary>
    public static byte[] Fit(IReadOnlyList<TenorExample> examples)
    {
        var topics = new SortedDictionary<uint, HashSet<int>>();
        foreach (var example in examples)
            foreach (var (word, _) in example.Vector)
            {
                if (!topics.TryGetValue(word, out var of))
                    topics[word] = of = [];
                of.Add(example.Topic);
            }
        uint[] words = [.. topics.Where(t => t.Value.Count >= LeastTopics).Select(t => t.Key)];
        var places = words.Select((w, i) => (w, i)).ToDictionary(x => x.w, x => x.i);
        (int Place, float Value)[][] rows = [.. examples.Select(e => e.Vector.Where(v => places.ContainsKey(v.Word)).Select(v => (places[v.Word], v.Value)).ToArray())];
        float[][] weights = [.. words.Select(_ => new float[TenorModel.Classes])], squares = [.. words.Select(_ => new float[TenorModel.Classes])];
        float[] start = new float[TenorModel.Classes];
        int[] order = [.. Enumerable.Range(0, rows.Length)];
        var random = new Random(1);
        for (int epoch = 0; epoch < Epochs; epoch++)
        {
            random.Shuffle(order);
            foreach (int i in order)
                Learn(rows[i], examples[i].Tenor, weights, squares, start);
        }
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        HashedSoftmax.Write(writer, start, [.. words.Select((w, i) => (w, weights[i]))]);
        writer.Flush();
        return stream.ToArray();
    }

    /// <summary>Reads a model as the engine does.</summary>
    public static TenorModel Read(byte[] bytes) => ModelFile.Read(new MemoryStream(bytes), TenorModel.Read);

    private static void Learn((int Place, float Value)[] row, int tenor, float[][] weights, float[][] squares, float[] start)
    {
        double[] scores = [.. start.Select(s => (double)s)];
        foreach (var (place, value) in row)
            for (int c = 0; c < scores.Length; c++)
                scores[c] += weights[place][c] * value;
        double[] p = TreeTrainer.Softmax(scores);
        for (int c = 0; c < scores.Length; c++)
        {
            float error = (float)((tenor == c ? 1 : 0) - p[c]);
            start[c] += StartStep * error;
            foreach (var (place, value) in row)
            {
                float slope = (error * value) - (Shrink * weights[place][c]);
                squares[place][c] += slope * slope;
                weights[place][c] += Step * slope / (1e-3f + MathF.Sqrt(squares[place][c]));
            }
        }
    }
}
