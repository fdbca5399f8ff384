using Attest.Engine.Text;

namespace Attest.Train;

/// <summary>Builds the table of word classes: clusters of word vectors and parts of speech from WordNet.</summary>
internal static class WordClassBuilder
{
    // The trial's sizes; beyond 60,000 words the gain was within the noise.
    private const int Words = 60_000, Fine = 768, Coarse = 64;

    public static byte[] Build(string cache, WordNet wordNet)
    {
        var vectors = WordVectors.Read(cache, Words);
        int[] fine = Clustering.Of(vectors, Fine, rounds: 10, seed: 1), coarse = Clustering.Of(vectors, Coarse, rounds: 12, seed: 2);
        var entries = new SortedDictionary<uint, WordClasses.Entry>();
        for (int i = 0; i < Words; i++)
            if (vectors.Words[i] is { } word)
                entries.TryAdd(FeatureHash.Of(word), new((ushort)(fine[i] + 1), (byte)(coarse[i] + 1), Lexical(wordNet, word)));
        // Names of one word and of two; those of two are looked up by the pair.
        foreach (var (name, kind) in wordNet.Names.OrderBy(n => n.Key, StringComparer.Ordinal).Where(n => n.Key.Count(c => c == '_') <= 1))
        {
            uint hash = FeatureHash.Of(name.Replace('_', ' '));
            var entry = entries.GetValueOrDefault(hash, WordClasses.Unknown);
            entries[hash] = entry with { Lexical = (byte)(entry.Lexical | (kind << 6)) };
        }
        using var stream = new MemoryStream();
        using (var writer = new BinaryWriter(stream))
            WordClasses.Write(writer, [.. entries.Select(e => (e.Key, e.Value))]);
        return stream.ToArray();
    }

    private static byte Lexical(WordNet wordNet, string word)
    {
        int bits = wordNet.Has('n', word) ? 1 : 0;
        bits |= wordNet.Has('v', word) ? 2 : 0;
        bits |= wordNet.Has('a', word) ? 4 : 0;
        bits |= wordNet.Has('r', word) ? 8 : 0;
        bits |= wordNet.Lemma('n', word) is not null ? 16 : 0;
        bits |= wordNet.Lemma('v', word) is not null ? 32 : 0;
        return (byte)bits;
    }
}
