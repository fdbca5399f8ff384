using System.Buffers.Binary;
using System.Text;

namespace Attest.Engine.Text;

/// <summary>
/// What the 30,000 most frequent English words have to do with one another: synonym sets, antonyms, derivations and hypernyms of WordNet 3.1
/// (Fellbaum 1998), and 48-dimensional GloVe vectors (Pennington et al. 2014) in one byte a value. Built by tools/Attest.Train.
/// </summary>
internal sealed class Lexicon
{
    private const int MostParents = 3;

    // Two words that share only a rarer sense are synonyms where they are also used alike: "blast" and "explosion", not "people" and "mass".
    private const float UsedAlike = 0.4f;

    private static readonly Lazy<Lexicon> Loaded = new(() =>
    {
        using var stream = typeof(Lexicon).Assembly.GetManifestResourceStream("lexicon.bin")
            ?? throw new InvalidOperationException("models/lexicon.bin is not in the assembly");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return new Lexicon(bytes);
    });

    private readonly Dictionary<string, int> ids;
    private readonly int[][] senses;
    private readonly int[][] rarer;
    private readonly int[][] parents;
    private readonly int[][] antonyms;
    private readonly int[][] derived;
    private readonly int dimensions;
    private readonly sbyte[] vectors;
    private readonly float[] norms;

    private Lexicon(ReadOnlySpan<byte> bytes)
    {
        var reader = new Reader(bytes);
        int words = reader.Number();
        dimensions = reader.Number();
        ids = new Dictionary<string, int>(words, StringComparer.Ordinal);
        for (int i = 0; i < words; i++)
            ids[reader.Word()] = i;
        senses = reader.Lists(words);
        rarer = reader.Lists(words);
        parents = reader.Lists(reader.Number());
        antonyms = reader.Lists(words);
        derived = reader.Lists(words);
        vectors = reader.Values(words * dimensions);
        norms = new float[words];
        for (int i = 0; i < words; i++)
            norms[i] = MathF.Max(1, MathF.Sqrt(Dot(i, i)));
    }

    /// <summary>The lexicon that ships with the engine; read on first use.</summary>
    public static Lexicon Shared => Loaded.Value;

    /// <summary>A word's number, which is also its rank by frequency from 0; −1 for a word that it does not hold.</summary>
    public int Id(string lemma) => ids.GetValueOrDefault(lemma, -1);

    /// <summary>Whether two words share one of their usual senses, or a rarer one and are used alike.</summary>
    public bool Synonyms(int a, int b) => a >= 0 && b >= 0
        && (Share(senses[a], senses[b]) || ((Share(rarer[a], senses[b]) || Share(senses[a], rarer[b]) || Share(rarer[a], rarer[b])) && Cosine(a, b) >= UsedAlike));

    /// <summary>Whether two words are opposites.</summary>
    public bool Antonyms(int a, int b) => a >= 0 && b >= 0 && Array.IndexOf(antonyms[a], b) >= 0;

    /// <summary>Whether one word is made from the other ("explode", "explosion").</summary>
    public bool Derived(int a, int b) => a >= 0 && b >= 0 && Array.IndexOf(derived[a], b) >= 0;

    /// <summary>Whether every <paramref name="specific"/>, in its first sense, is a <paramref name="general"/> within three steps ("miner", "person").</summary>
    public bool IsA(int specific, int general)
    {
        // A leader is a kind of goods too, in a shop; nobody means it.
        return specific >= 0 && general >= 0 && senses[specific].Length > 0 && Rises(senses[specific][0], senses[general], MostParents);
    }

    /// <summary>Whether a word in lower case, singular or plural, is first of all a noun for things or bodies: neither a name nor somebody's calling.</summary>
    public bool IsCommonNoun(string lower)
    {
        int id = Id(lower);
        if (id < 0 || senses[id].Length == 0)
            id = lower.EndsWith('s') ? Id(lower[..^1]) : id;
        return id >= 0 && senses[id].Length > 0 && parents[senses[id][0]].Length > 0 && !IsA(id, Id("person"));
    }

    /// <summary>Whether a word in lower case is what a person is called by office or calling ("minister").</summary>
    public bool IsCalling(string lower) => IsA(Id(lower), Id("person")) || IsA(Id(lower), Id("leader"));

    /// <summary>Cosine of two words' vectors; 0 where one is not held.</summary>
    public float Cosine(int a, int b) => a < 0 || b < 0 ? 0 : Dot(a, b) / (norms[a] * norms[b]);

    /// <summary>Length of a vector.</summary>
    public int Dimensions => dimensions;

    /// <summary>Adds a word's vector, brought to length 1 and then weighted; nothing where it is not held.</summary>
    public void AddVector(int id, float weight, Span<float> sum)
    {
        if (id < 0)
            return;
        float factor = weight / norms[id];
        for (int i = 0; i < dimensions; i++)
            sum[i] += factor * vectors[(id * dimensions) + i];
    }

    private bool Rises(int sense, int[] to, int steps)
    {
        foreach (int parent in parents[sense])
            if (Array.IndexOf(to, parent) >= 0 || (steps > 1 && Rises(parent, to, steps - 1)))
                return true;
        return false;
    }

    private static bool Share(int[] a, int[] b)
    {
        foreach (int x in a)
            if (Array.IndexOf(b, x) >= 0)
                return true;
        return false;
    }

    private int Dot(int a, int b)
    {
        int sum = 0;
        var x = vectors.AsSpan(a * dimensions, dimensions);
        var y = vectors.AsSpan(b * dimensions, dimensions);
        for (int i = 0; i < x.Length; i++)
            sum += x[i] * y[i];
        return sum;
    }

    /// <summary>Reads what <c>LexiconFile</c> of the trainer writes: 32-bit counts, length-prefixed words, lists of 7-bit numbers.</summary>
    private ref struct Reader(ReadOnlySpan<byte> bytes)
    {
        private readonly ReadOnlySpan<byte> all = bytes;
        private int at;

        public int Number()
        {
            int value = BinaryPrimitives.ReadInt32LittleEndian(all[at..]);
            at += 4;
            return value;
        }

        public string Word()
        {
            int length = all[at++];
            string word = Encoding.UTF8.GetString(all.Slice(at, length));
            at += length;
            return word;
        }

        public int[][] Lists(int count)
        {
            var lists = new int[count][];
            for (int i = 0; i < count; i++)
            {
                int length = Small();
                var list = length == 0 ? [] : new int[length];
                for (int k = 0; k < length; k++)
                    list[k] = Small();
                lists[i] = list;
            }
            return lists;
        }

        public sbyte[] Values(int count)
        {
            var values = new sbyte[count];
            for (int i = 0; i < count; i++)
                values[i] = unchecked((sbyte)all[at + i]);
            at += count;
            return values;
        }

        private int Small()
        {
            int value = 0;
            for (int shift = 0; ; shift += 7)
            {
                byte b = all[at++];
                value |= (b & 0x7f) << shift;
                if (b < 0x80)
                    return value;
            }
        }
    }
}
