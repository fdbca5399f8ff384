namespace Attest.Engine.Text.Tenors;

/// <summary>Softmax regression over <see cref="TenorWords"/>; trained by tools/Attest.Train.</summary>
internal sealed class TenorModel(HashedSoftmax weights)
{
    /// <summary>Affirms, refutes, leaves open.</summary>
    public const int Classes = 3;

    private static readonly Lazy<TenorModel> Loaded = new(() => ModelFile.Read("tenor.bin", Read));

    /// <summary>The model that ships with the engine; read on first use.</summary>
    public static TenorModel Shared => Loaded.Value;

    /// <summary>The tenor of some words.</summary>
    public Tenor Of(TenorWords words)
    {
        Span<double> chances = stackalloc double[Classes];
        weights.Score(words.ToVector(), chances);
        HashedSoftmax.ToChances(chances);
        return new Tenor(chances[0], chances[1], chances[2]);
    }

    /// <summary>The tenor of a sentence by itself.</summary>
    public Tenor Of(Sentence sentence) => Of(new TenorWords().Add(sentence));

    /// <summary>Reads a trained model.</summary>
    public static TenorModel Read(BinaryReader reader) => new(HashedSoftmax.Read(reader, Classes));
}
