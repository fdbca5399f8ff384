namespace Attest.Engine.Text;

/// <summary>The trained models that travel inside the engine's own file.</summary>
internal static class ModelFile
{
    /// <summary>Reads an embedded model ("tagger.bin").</summary>
    public static T Read<T>(string name, Func<BinaryReader, T> read)
    {
        using var stream = typeof(ModelFile).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"the model {name} is not part of this build");
        return Read(stream, read);
    }

    /// <summary>Reads a model from a stream.</summary>
    public static T Read<T>(Stream stream, Func<BinaryReader, T> read)
    {
        using var buffered = new BufferedStream(stream, 1 << 16);
        using var reader = new BinaryReader(buffered);
        return read(reader);
    }
}
