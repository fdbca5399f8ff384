using Attest.Engine.Matching;
using Attest.Engine.Text;
using Attest.Engine.Text.Tenors;

namespace Attest.Train;

/// <summary>A headline whose stance is known.</summary>
/// <param name="Measures">What was measured of it.</param>
/// <param name="Stance">0 for, 1 against, 2 observing.</param>
/// <param name="Claim">The claim: only words of several claims are learnt.</param>
internal sealed record HeadlineExample(HeadlineMeasures Measures, int Stance, string Claim);

/// <summary>Fits <see cref="HeadlineModel"/>: softmax regression with a ridge. Numbers are brought to one spread before, and the weights back to the numbers as measured.</summary>
internal static class HeadlineTrainer
{
    // Chosen over five folds among few values each: the ridge, and how far each sort of feature may go under it.
    private const int Classes = 3, LeastClaims = 2, Steps = 400;

    private const double Ridge = 2, Spread = 0.4, BesideSpread = 0.7, ClaimSpread = 0.5;

    /// <summary>The model's bytes.</summary>
    public static byte[] Fit(IReadOnlyList<HeadlineExample> examples)
    {
        int count = HeadlineMeasures.Count;
        uint[] words = [.. examples.SelectMany(e => e.Measures.Words.Select(w => (w.Feature, e.Claim))).Distinct().GroupBy(w => w.Feature).Where(g => g.Count() >= LeastClaims).Select(g => g.Key).Order()];
        var places = words.Select((w, i) => (w, i)).ToDictionary(x => x.w, x => count + x.i);
        var scales = Enumerable.Range(0, count).Select(i => ScaleOf(examples, i)).ToArray();
        (int, double)[][] rows = [.. examples.Select(e => e.Measures.Numbers.Select((n, i) => (i, (n - scales[i].Mean) * scales[i].Factor))
            .Concat(e.Measures.Words.Where(w => places.ContainsKey(w.Feature)).Select(w => (places[w.Feature], (double)w.Value))).ToArray())];
        var (start, weights) = SoftmaxFit.Of(rows, [.. examples.Select(e => e.Stance)], Classes, count + words.Length, Ridge, Steps);
        for (int c = 0; c < Classes; c++)
            for (int i = 0; i < count; i++)
            {
                weights[c][i] *= scales[i].Factor;
                start[c] -= weights[c][i] * scales[i].Mean;
            }
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        foreach (double[] of in weights)
            foreach (double weight in of.AsSpan(0, count))
                writer.Write((float)weight);
        HashedSoftmax.Write(writer, [.. start.Select(s => (float)s)], [.. words.Select((w, i) => (w, weights.Select(of => (float)of[count + i]).ToArray()))]);
        writer.Flush();
        return stream.ToArray();
    }

    /// <summary>Reads a model as the engine does.</summary>
    public static HeadlineModel Read(byte[] bytes, TenorModel tenors) => ModelFile.Read(new MemoryStream(bytes), reader => HeadlineModel.Read(reader, tenors));

    // Directions have one spread by themselves.
    private static (double Mean, double Factor) ScaleOf(IReadOnlyList<HeadlineExample> examples, int number)
    {
        var (beside, claim) = HeadlineMeasures.Starts;
        if (number >= beside)
            return (0, number >= claim ? ClaimSpread : BesideSpread);
        double mean = examples.Average(e => (double)e.Measures.Numbers[number]);
        return (mean, Spread / Math.Sqrt(1e-6 + examples.Average(e => Math.Pow(e.Measures.Numbers[number] - mean, 2))));
    }
}
