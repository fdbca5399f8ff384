namespace Attest.Engine.Text;

/// <summary>What is known of frequent words before any sentence is seen: two clusterings by use, and the parts of speech that a dictionary gives.</summary>
internal sealed class WordClasses
{
    /// <summary>The classes of a word that is not known.</summary>
    public static readonly Entry Unknown = new(0, 0, 0);

    private readonly Dictionary<uint, Entry> entries;

    private WordClasses(Dictionary<uint, Entry> entries) => this.entries = entries;

    /// <summary>The classes of a word in lower case, given by its <see cref="FeatureHash"/>.</summary>
    public Entry Of(uint word) => entries.GetValueOrDefault(word, Unknown);

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    public static WordClasses Read(BinaryReader reader)
    {
        int count = reader.ReadInt32();
        var entries = new Dictionary<uint, Entry>(count);
        uint word = 0;
        for (int i = 0; i < count; i++)
        {
            word += (uint)reader.Read7BitEncodedInt();
            entries[word] = new Entry(reader.ReadUInt16(), reader.ReadByte(), reader.ReadByte());
        }
        return new WordClasses(entries);
    }

    /// <summary>Writes entries by rising hash.</summary>
    public static void Write(BinaryWriter writer, IReadOnlyList<(uint Word, Entry Entry)> entries)
    {
        writer.Write(entries.Count);
        uint before = 0;
        foreach (var (word, entry) in entries)
        {
            writer.Write7BitEncodedInt((int)(word - before));
            before = word;
            writer.Write(entry.Fine);
            writer.Write(entry.Coarse);
            writer.Write(entry.Lexical);
        }
    }

    /// <summary>The classes of one word.</summary>
    /// <param name="Fine">Its fine cluster, from 1; 0 where unknown.</param>
    /// <param name="Coarse">Its coarse cluster, from 1; 0 where unknown.</param>
    /// <param name="Lexical">Bits: noun 1, verb 2, adjective 4, adverb 8, inflected noun 16, inflected verb 32, name of a place 64, of a person 128, of a group both.</param>
    public readonly record struct Entry(ushort Fine, byte Coarse, byte Lexical);
}
