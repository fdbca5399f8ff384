namespace Attest.Train;

/// <summary>Trains small networks that give a number: least squares, Adam (Kingma and Ba 2015) with weight decay, the step falling to nothing.</summary>
internal sealed class NetworkTrainer
{
    // Chosen on STS-B dev among four shapes; larger ones and stronger decay were worse.
    private const int Hidden = 16, Networks = 6, Epochs = 30, Batch = 32;

    private const float Step = 0.003f, Decay = 0.1f;

    private readonly float[][] inputs;
    private readonly float[] labels, means, scales;

    public NetworkTrainer(float[][] rows, IReadOnlyList<float> labels)
    {
        this.labels = [.. labels];
        int width = rows[0].Length;
        means = [.. Enumerable.Range(0, width).Select(i => rows.Average(r => r[i]))];
        scales = [.. Enumerable.Range(0, width).Select(i => 1 / MathF.Sqrt(rows.Average(r => (r[i] - means[i]) * (r[i] - means[i])) + 1e-4f))];
        inputs = [.. rows.Select(r => r.Select((x, i) => Math.Clamp((x - means[i]) * scales[i], -Attest.Engine.Text.Networks.Furthest, Attest.Engine.Text.Networks.Furthest)).ToArray())];
    }

    /// <summary>The networks' bytes.</summary>
    public byte[] Train()
    {
        float[][] networks = new float[Networks][];
        Parallel.For(0, Networks, n => networks[n] = One(seed: n + 1));
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        writer.Write(means.Length);
        writer.Write(Hidden);
        writer.Write(Networks);
        foreach (float value in means.Concat(scales).Concat(networks.SelectMany(n => n)))
            writer.Write(value);
        writer.Flush();
        return stream.ToArray();
    }

    private float[] One(int seed)
    {
        int width = means.Length, row = width + 2;
        var random = new Random(seed);
        float[] w = new float[(Hidden * row) + 1];
        for (int unit = 0; unit < Hidden; unit++)
        {
            for (int i = 0; i < width; i++)
                w[(unit * row) + i] = (float)((random.NextDouble() - 0.5) * 2 / Math.Sqrt(width));
            w[(unit * row) + width + 1] = (float)((random.NextDouble() - 0.5) * 2 / Math.Sqrt(Hidden));
        }
        w[^1] = labels.Average();
        float[] slope = new float[w.Length], first = new float[w.Length], second = new float[w.Length], units = new float[Hidden];
        int[] order = [.. Enumerable.Range(0, inputs.Length)];
        int step = 0;
        for (int epoch = 0; epoch < Epochs; epoch++)
        {
            random.Shuffle(order);
            float rate = Step * (1 - (epoch / (float)Epochs));
            for (int from = 0; from < order.Length; from += Batch)
            {
                Array.Clear(slope);
                int count = Math.Min(Batch, order.Length - from);
                foreach (int i in order.AsSpan(from, count))
                    Slope(w, inputs[i], labels[i], count, units, slope);
                Move(w, slope, first, second, rate, ++step);
            }
        }
        return w;
    }

    private static void Slope(float[] w, float[] input, float label, int count, float[] units, float[] slope)
    {
        int width = input.Length, row = width + 2;
        float sum = w[^1];
        for (int unit = 0; unit < Hidden; unit++)
        {
            float at = w[(unit * row) + width];
            for (int i = 0; i < width; i++)
                at += w[(unit * row) + i] * input[i];
            units[unit] = MathF.Tanh(at);
            sum += units[unit] * w[(unit * row) + width + 1];
        }
        float error = 2 * (sum - label) / count;
        slope[^1] += error;
        for (int unit = 0; unit < Hidden; unit++)
        {
            slope[(unit * row) + width + 1] += error * units[unit];
            float back = error * w[(unit * row) + width + 1] * (1 - (units[unit] * units[unit]));
            slope[(unit * row) + width] += back;
            for (int i = 0; i < width; i++)
                slope[(unit * row) + i] += back * input[i];
        }
    }

    private static void Move(float[] w, float[] slope, float[] first, float[] second, float rate, int step)
    {
        float ofFirst = 1 - MathF.Pow(0.9f, step), ofSecond = 1 - MathF.Pow(0.999f, step);
        for (int i = 0; i < w.Length; i++)
        {
            first[i] = (0.9f * first[i]) + (0.1f * slope[i]);
            second[i] = (0.999f * second[i]) + (0.001f * slope[i] * slope[i]);
            w[i] -= (rate * first[i] / ofFirst / (MathF.Sqrt(second[i] / ofSecond) + 1e-8f)) + (i == w.Length - 1 ? 0 : rate * Decay * w[i]);
        }
    }
}
