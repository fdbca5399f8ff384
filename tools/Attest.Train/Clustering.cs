using System.Runtime.Intrinsics;

namespace Attest.Train;

/// <summary>Spherical k-means over word vectors, seeded; the sums run in a fixed order so that every machine gets the same clusters.</summary>
internal static class Clustering
{
    /// <summary>The cluster of each word.</summary>
    /// <param name="vectors">The words.</param>
    /// <param name="count">Number of clusters.</param>
    /// <param name="rounds">How often the centres move.</param>
    /// <param name="seed">Chooses the first centres among the most frequent third of the words.</param>
    public static int[] Of(WordVectors vectors, int count, int rounds, int seed)
    {
        const int d = WordVectors.Padded;
        var random = new Random(seed);
        int n = vectors.Words.Length;
        float[] centres = new float[count * d];
        for (int k = 0; k < count; k++)
            Array.Copy(vectors.Values, random.Next(n / 3) * d, centres, k * d, d);
        int[] nearest = new int[n];
        for (int round = 0; round < rounds; round++)
        {
            for (int i = 0; i < n; i++)
                nearest[i] = Nearest(vectors.Values.AsSpan(i * d, d), centres);
            Array.Clear(centres);
            for (int i = 0; i < n; i++)
                for (int j = 0; j < d; j++)
                    centres[(nearest[i] * d) + j] += vectors.Values[(i * d) + j];
            for (int k = 0; k < count; k++)
                Normalise(centres.AsSpan(k * d, d));
        }
        return nearest;
    }

    private static int Nearest(ReadOnlySpan<float> word, float[] centres)
    {
        const int d = WordVectors.Padded;
        int best = 0;
        float most = float.NegativeInfinity;
        for (int k = 0; k * d < centres.Length; k++)
        {
            var sum = Vector256<float>.Zero;
            var centre = centres.AsSpan(k * d, d);
            for (int j = 0; j < d; j += 8)
                sum += Vector256.Create(word.Slice(j, 8)) * Vector256.Create(centre.Slice(j, 8));
            float similarity = Vector256.Sum(sum);
            if (similarity > most)
            {
                most = similarity;
                best = k;
            }
        }
        return best;
    }

    private static void Normalise(Span<float> vector)
    {
        float norm = 0;
        foreach (float x in vector)
            norm += x * x;
        norm = MathF.Sqrt(norm);
        for (int i = 0; i < vector.Length && norm > 0; i++)
            vector[i] /= norm;
    }
}
