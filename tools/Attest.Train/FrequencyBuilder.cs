using Attest.Engine.Grouping;

namespace Attest.Train;

/// <summary>Builds frequency.bin, the order of frequency of English words by which grouping tells a rare word from a usual one.</summary>
internal static class FrequencyBuilder
{
    // Beyond this place words stand less than once in two thousand reports; where exactly makes no difference.
    private const int Words = 40_000;

    /// <summary>The table as bytes.</summary>
    public static byte[] Build(string cache)
    {
        using var stream = new MemoryStream();
        using (var writer = new BinaryWriter(stream))
            Rarity.Write(WordVectors.Read(cache, Words).Words, writer);
        return stream.ToArray();
    }
}
