namespace Attest.Engine.Text;

/// <summary>Gives words their dictionary form: a table of exceptions by word and tag, then the rules for endings.</summary>
internal sealed class Lemmatiser
{
    private readonly Dictionary<uint, string> exceptions;

    private Lemmatiser(Dictionary<uint, string> exceptions) => this.exceptions = exceptions;

    /// <summary>The dictionary form of a word.</summary>
    /// <param name="form">As written.</param>
    /// <param name="lower">In lower case.</param>
    /// <param name="tag">Its universal tag; a proper noun keeps its form.</param>
    /// <param name="fineTag">Its Penn tag.</param>
    public string Of(string form, string lower, PartOfSpeech tag, string fineTag)
    {
        if (tag == PartOfSpeech.Propn)
            return form;
        return exceptions.TryGetValue(Key(lower, fineTag), out string? lemma) ? lemma : LemmaRules.Of(lower, fineTag);
    }

    /// <summary>The key of a word with a Penn tag.</summary>
    public static uint Key(string lower, string fineTag) => FeatureHash.Mix(FeatureHash.Of(lower), FeatureHash.Of(fineTag));

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    public static Lemmatiser Read(BinaryReader reader)
    {
        int count = reader.ReadInt32();
        var exceptions = new Dictionary<uint, string>(count);
        for (int i = 0; i < count; i++)
            exceptions[reader.ReadUInt32()] = reader.ReadString();
        return new Lemmatiser(exceptions);
    }

    /// <summary>Writes the table of exceptions.</summary>
    public static void Write(BinaryWriter writer, IReadOnlyCollection<KeyValuePair<uint, string>> exceptions)
    {
        writer.Write(exceptions.Count);
        foreach (var (key, lemma) in exceptions)
        {
            writer.Write(key);
            writer.Write(lemma);
        }
    }
}
