namespace Attest.Engine.Text;

/// <summary>The trained models that travel inside the engine's own file.</summary>
internal static class ModelFile
{
    /// <summary>Reads an embedded model ("tagger.bin").</summary>
    public static T Read<T>(string name, Func<BinaryReader, T> read)
    {
        using var stream = Open(name);
        return Read(stream, read);
    }

    /// <summary>Opens an embedded model.</summary>
    public static Stream Open(string name) =>
        typeof(ModelFile).Assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"the model {name} is not part of this build");

    /// <summary>Reads a model from a stream.</summary>
    public static T Read<T>(Stream stream, Func<BinaryReader, T> read)
    {
        using var buffered = new BufferedStream(stream, 1 << 16);
        using var reader = new BinaryReader(buffered);
        return read(reader);
    }
}
