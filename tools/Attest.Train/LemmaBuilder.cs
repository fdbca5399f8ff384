using Attest.Engine.Text;

namespace Attest.Train;

/// <summary>Builds the lemmatiser's table: what the rules for endings get wrong among the treebanks' words and frequent words of WordNet.</summary>
internal static class LemmaBuilder
{
    private const int FrequentWords = 60_000;

    public static byte[] Build(string cache, WordNet wordNet, IEnumerable<TreebankWord[]> sentences)
    {
        var lemmas = new Dictionary<(string Lower, string Tag), string>();
        foreach (var (form, tag, lemma) in IrregularForms.All())
            lemmas.TryAdd((form, tag), lemma);
        foreach (var group in sentences.SelectMany(s => s).Where(w => !w.Joint.StartsWith("PROPN", StringComparison.Ordinal) && w.Lemma != "_")
            .GroupBy(w => (w.Lower, Tag: w.Joint[(w.Joint.IndexOf('|') + 1)..])))
        {
            var best = group.GroupBy(w => w.Lemma.ToLowerInvariant()).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).First();
            // A single odd lemma is as often a slip or a typing error mended as a fact.
            if (best.Count() > 1 || !LooksRegular(group.Key.Lower))
                lemmas.TryAdd(group.Key, best.Key);
        }
        foreach (string word in WordVectors.Read(cache, FrequentWords).Words.Where(w => w is not null && w.All(char.IsAsciiLetterLower)))
        {
            Add('n', word, "NNS");
            if (word.EndsWith('s'))
                Add('v', word, "VBZ");
            else if (word.EndsWith("ing", StringComparison.Ordinal))
                Add('v', word, "VBG");
            else
            {
                Add('v', word, "VBD");
                Add('v', word, "VBN");
            }
        }
        var exceptions = new SortedDictionary<uint, string>();
        foreach (var ((lower, tag), lemma) in lemmas.OrderBy(l => l.Key.Lower, StringComparer.Ordinal).ThenBy(l => l.Key.Tag, StringComparer.Ordinal))
            if (LemmaRules.Of(lower, tag) != lemma)
                exceptions.TryAdd(Lemmatiser.Key(lower, tag), lemma);
        using var stream = new MemoryStream();
        using (var writer = new BinaryWriter(stream))
            Lemmatiser.Write(writer, exceptions);
        return stream.ToArray();

        void Add(char part, string word, string tag)
        {
            if (wordNet.Lemma(part, word) is { } lemma)
                lemmas.TryAdd((word, tag), lemma);
        }
    }

    private static bool LooksRegular(string lower) => lower.Length > 3 && lower.All(char.IsAsciiLetterLower);
}
