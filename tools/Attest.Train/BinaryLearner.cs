using Attest.Engine.Text;

namespace Attest.Train;

/// <summary>Logistic regression over hashed features, each with a rate of its own (AdaGrad, Duchi et al. 2011), weights averaged over all steps.</summary>
internal sealed class BinaryLearner(float rate, float shrink)
{
    private readonly Dictionary<uint, int> places = [];
    private readonly List<uint> keys = [];
    private float[] weights = [], squares = [];
    private double[] sums = [];
    private int[] seen = [], stamps = [];
    private int step = 1;

    /// <summary>The place of a feature, given on first sight.</summary>
    public int Place(uint feature)
    {
        if (!places.TryGetValue(feature, out int place))
        {
            places[feature] = place = keys.Count;
            keys.Add(feature);
        }
        return place;
    }

    /// <summary>Runs over examples in a shuffled order, so and so many times; features of fewer examples than two are not learnt.</summary>
    public void Train(IReadOnlyList<(int[] Features, bool Right)> examples, int epochs, int seed, int leastSeen)
    {
        int n = keys.Count;
        (weights, squares, sums, seen, stamps) = (new float[n], new float[n], new double[n], new int[n], new int[n]);
        foreach (var (features, _) in examples)
            foreach (int f in features)
                seen[f]++;
        var random = new Random(seed);
        int[] order = [.. Enumerable.Range(0, examples.Count)];
        for (int epoch = 0; epoch < epochs; epoch++)
        {
            random.Shuffle(order);
            foreach (int e in order)
            {
                var (features, right) = examples[e];
                float score = 0;
                foreach (int f in features)
                    score += weights[f];
                float error = (right ? 1 : 0) - (1 / (1 + MathF.Exp(-score)));
                step++;
                foreach (int f in features)
                {
                    if (seen[f] < leastSeen)
                        continue;
                    sums[f] += (double)(step - stamps[f]) * weights[f];
                    stamps[f] = step;
                    float slope = error - (shrink * weights[f]);
                    squares[f] += slope * slope;
                    weights[f] += rate * slope / MathF.Sqrt(squares[f] + 1e-3f);
                }
            }
        }
    }

    /// <summary>The log-odds by averaged weights.</summary>
    public float Average(int[] features)
    {
        float score = 0;
        foreach (int f in features)
            if (f < weights.Length)
                score += Averaged(f);
        return score;
    }

    private float Averaged(int f) => (float)((sums[f] + ((double)(step - stamps[f]) * weights[f])) / step);

    /// <summary>Writes the averaged weights as a <see cref="LinearModel"/> of one class.</summary>
    public void Write(BinaryWriter writer, float prune)
    {
        var kept = new List<(uint Key, float Weight)>();
        for (int f = 0; f < weights.Length; f++)
        {
            float weight = Averaged(f);
            if (MathF.Abs(weight) >= prune)
                kept.Add((keys[f], weight));
        }
        float largest = kept.Max(k => MathF.Abs(k.Weight));
        List<(uint, (byte, sbyte)[])> rows = [.. kept.OrderBy(k => k.Key).Select(k => (k.Key, new[] { ((byte)0, Companded.Of(k.Weight, largest)) })).Where(r => r.Item2[0].Item2 != 0)];
        LinearModel.Write(writer, 1, largest, rows);
        Console.WriteLine($"    {keys.Count} features seen, {rows.Count} kept, largest {largest:F2}");
    }
}
