namespace Attest.Engine.Text.Tenors;

/// <summary>Softmax regression over <see cref="TenorWords"/>, one byte a weight; trained by tools/Attest.Train.</summary>
internal sealed class TenorModel
{
    /// <summary>Affirms, refutes, leaves open.</summary>
    public const int Classes = 3;

    private static readonly Lazy<TenorModel> Loaded = new(() => ModelFile.Read("tenor.bin", Read));

    private readonly Dictionary<uint, int> places;
    private readonly sbyte[] weights;
    private readonly float scale;
    private readonly float[] start;

    private TenorModel(Dictionary<uint, int> places, sbyte[] weights, float scale, float[] start)
    {
        this.places = places;
        this.weights = weights;
        this.scale = scale;
        this.start = start;
    }

    /// <summary>The model that ships with the engine; read on first use.</summary>
    public static TenorModel Shared => Loaded.Value;

    /// <summary>The tenor of some words.</summary>
    public Tenor Of(TenorWords words)
    {
        Span<double> scores = [start[0], start[1], start[2]];
        foreach (var (word, value) in words.ToVector())
            if (places.TryGetValue(word, out int place))
                for (int c = 0; c < Classes; c++)
                    scores[c] += scale * weights[(place * Classes) + c] * value;
        double most = Math.Max(scores[0], Math.Max(scores[1], scores[2])), sum = 0;
        for (int c = 0; c < Classes; c++)
            sum += scores[c] = Math.Exp(scores[c] - most);
        return new Tenor(scores[0] / sum, scores[1] / sum, scores[2] / sum);
    }

    /// <summary>The tenor of a sentence by itself.</summary>
    public Tenor Of(Sentence sentence) => Of(new TenorWords().Add(sentence));

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    public static TenorModel Read(BinaryReader reader)
    {
        float[] start = [reader.ReadSingle(), reader.ReadSingle(), reader.ReadSingle()];
        float scale = reader.ReadSingle();
        int count = reader.ReadInt32();
        var places = new Dictionary<uint, int>(count);
        uint word = 0;
        for (int i = 0; i < count; i++)
            places[word += (uint)reader.Read7BitEncodedInt()] = i;
        return new TenorModel(places, [.. reader.ReadBytes(count * Classes).Select(b => unchecked((sbyte)b))], scale, start);
    }

    /// <summary>Writes a model, words by rising hash.</summary>
    public static void Write(BinaryWriter writer, float[] start, IReadOnlyList<(uint Word, float[] Weights)> rows)
    {
        foreach (float s in start)
            writer.Write(s);
        float largest = rows.SelectMany(r => r.Weights).Select(Math.Abs).DefaultIfEmpty(1).Max();
        writer.Write(largest / sbyte.MaxValue);
        writer.Write(rows.Count);
        uint before = 0;
        foreach (var (word, _) in rows)
        {
            writer.Write7BitEncodedInt((int)(word - before));
            before = word;
        }
        foreach (float weight in rows.SelectMany(r => r.Weights))
            writer.Write((sbyte)Math.Round(weight / largest * sbyte.MaxValue));
    }
}
