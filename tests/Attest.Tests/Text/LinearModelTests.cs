using Attest.Engine.Text;
using CsCheck;

namespace Attest.Tests.Text;

public sealed class LinearModelTests
{
    private const float Largest = 90;

    // Rows of few and of many cells, since they are added in different ways; hashes near one another, so that places collide.
    private static readonly Gen<(int Classes, (uint Key, (byte Class, sbyte Weight)[] Cells)[] Rows)> Models =
        from classes in Gen.Int[1, 256]
        from rows in Gen.Select(Gen.OneOf(Gen.UInt, Gen.UInt[0, 40]), Gen.Select(Gen.Byte[0, (byte)(classes - 1)], Gen.SByte).Array[1, Math.Min(classes, 255)]).Array[1, 60]
        select (classes, rows.DistinctBy(r => r.Item1).OrderBy(r => r.Item1).Select(r => (r.Item1, r.Item2.DistinctBy(c => c.Item1).ToArray())).ToArray());

    [Fact]
    public void A_score_is_the_exact_sum_of_the_weights_whatever_the_order_of_features() =>
        Gen.Select(Models, Gen.UInt.Array[0, 20], Gen.Int[0, 10_000]).Sample((model, strange, seed) =>
        {
            var read = Written(model.Classes, model.Rows);
            uint[] features = [.. model.Rows.Select(r => r.Key), .. strange];
            var rows = model.Rows.ToDictionary(r => r.Key, r => r.Cells);
            var sums = new long[model.Classes];
            foreach (uint feature in features)
                foreach (var (c, w) in rows.GetValueOrDefault(feature, []))
                    sums[c] += w * Math.Abs((int)w);
            new Random(seed).Shuffle(features);

            var scores = new float[LinearModel.Room];
            scores.AsSpan().Fill(float.NaN);
            read.Score(features, scores);

            for (int c = 0; c < model.Classes; c++)
                Assert.Equal(sums[c] * (Largest / (127 * 127)), scores[c]);
        }, iter: 200);

    private static LinearModel Written(int classes, (uint Key, (byte Class, sbyte Weight)[] Cells)[] rows)
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        LinearModel.Write(writer, classes, Largest, rows);
        stream.Position = 0;
        using var reader = new BinaryReader(stream);
        return LinearModel.Read(reader);
    }
}
