using System.Collections.Immutable;

namespace Attest.Engine.Text;

/// <summary>The trained models of the language stage, read once from the engine's own file and shared by all threads.</summary>
internal sealed class LanguageModels
{
    private static readonly Lazy<LanguageModels> Shared = new(() => new LanguageModels(ModelFile.Open));

    /// <summary>Reads all models.</summary>
    /// <param name="open">Opens a model by its name ("tagger.bin").</param>
    public LanguageModels(Func<string, Stream> open)
    {
        Lemmatiser = Read("lemmas.bin", Lemmatiser.Read);
        Classes = Read("words.bin", WordClasses.Read);
        (Tags, TagModel) = Read("tagger.bin", ReadTagger);
        ParserModel = Read("parser.bin", ReadParser);
        NameModel = Read("names.bin", LinearModel.Read);

        T Read<T>(string name, Func<BinaryReader, T> read)
        {
            using var stream = open(name);
            return ModelFile.Read(stream, read);
        }
    }

    /// <summary>The one instance.</summary>
    public static LanguageModels Instance => Shared.Value;

    public Lemmatiser Lemmatiser { get; }

    public WordClasses Classes { get; }

    public TagSet Tags { get; }

    public LinearModel TagModel { get; }

    public ImmutableArray<string> Relations => ParserModel.Relations;

    public ParserModel ParserModel { get; }

    public LinearModel NameModel { get; }

    /// <summary>Reads names, then the model over them.</summary>
    public static (TagSet Tags, LinearModel Model) ReadTagger(BinaryReader reader) => (new TagSet(ReadNames(reader)), LinearModel.Read(reader));

    /// <summary>Reads names of relations, then the models for actions and for punctuation.</summary>
    public static ParserModel ReadParser(BinaryReader reader) => new(ReadNames(reader), LinearModel.Read(reader), LinearModel.Read(reader));

    /// <summary>Writes what <see cref="ReadNames"/> reads.</summary>
    public static void WriteNames(BinaryWriter writer, IReadOnlyList<string> names)
    {
        writer.Write(names.Count);
        foreach (string name in names)
            writer.Write(name);
    }

    private static ImmutableArray<string> ReadNames(BinaryReader reader)
    {
        var names = new string[reader.ReadInt32()];
        for (int i = 0; i < names.Length; i++)
            names[i] = string.Intern(reader.ReadString());
        return [.. names];
    }
}
