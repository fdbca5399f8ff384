namespace Attest.Engine.Text;

/// <summary>Softmax regression over hashed features, one byte a weight; trained by tools/Attest.Train.</summary>
internal sealed class HashedSoftmax
{
    private readonly Dictionary<uint, int> places;
    private readonly sbyte[] weights;
    private readonly float scale;
    private readonly float[] start;

    private HashedSoftmax(Dictionary<uint, int> places, sbyte[] weights, float scale, float[] start)
    {
        this.places = places;
        this.weights = weights;
        this.scale = scale;
        this.start = start;
    }

    /// <summary>Number of classes.</summary>
    public int Classes => start.Length;

    /// <summary>Each class's score, before <see cref="ToChances"/>.</summary>
    public void Score(ReadOnlySpan<(uint Feature, float Value)> row, Span<double> scores)
    {
        for (int c = 0; c < start.Length; c++)
            scores[c] = start[c];
        foreach (var (feature, value) in row)
            if (places.TryGetValue(feature, out int place))
                for (int c = 0; c < start.Length; c++)
                    scores[c] += scale * weights[(place * start.Length) + c] * value;
    }

    /// <summary>Turns scores into chances that add up to 1.</summary>
    public static void ToChances(Span<double> scores)
    {
        double most = double.MinValue, sum = 0;
        foreach (double score in scores)
            most = Math.Max(most, score);
        foreach (ref double score in scores)
            sum += score = Math.Exp(score - most);
        foreach (ref double score in scores)
            score /= sum;
    }

    /// <summary>Reads what <see cref="Write"/> wrote of so many classes.</summary>
    public static HashedSoftmax Read(BinaryReader reader, int classes)
    {
        float[] start = new float[classes];
        for (int c = 0; c < classes; c++)
            start[c] = reader.ReadSingle();
        float scale = reader.ReadSingle();
        int count = reader.ReadInt32();
        var places = new Dictionary<uint, int>(count);
        uint feature = 0;
        for (int i = 0; i < count; i++)
            places[feature += (uint)reader.Read7BitEncodedInt()] = i;
        return new HashedSoftmax(places, [.. reader.ReadBytes(count * classes).Select(b => unchecked((sbyte)b))], scale, start);
    }

    /// <summary>Writes a model, features by rising hash.</summary>
    public static void Write(BinaryWriter writer, float[] start, IReadOnlyList<(uint Feature, float[] Weights)> rows)
    {
        foreach (float s in start)
            writer.Write(s);
        float largest = rows.SelectMany(r => r.Weights).Select(Math.Abs).DefaultIfEmpty(1).Max();
        writer.Write(largest / sbyte.MaxValue);
        writer.Write(rows.Count);
        uint before = 0;
        foreach (var (feature, _) in rows)
        {
            writer.Write7BitEncodedInt((int)(feature - before));
            before = feature;
        }
        foreach (float weight in rows.SelectMany(r => r.Weights))
            writer.Write((sbyte)Math.Round(weight / largest * sbyte.MaxValue));
    }
}
