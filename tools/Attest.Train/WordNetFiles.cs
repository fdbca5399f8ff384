using System.Globalization;

namespace Attest.Train;

/// <summary>What WordNet says of a list of words.</summary>
/// <param name="Senses">By word: its usual senses, as numbers of synonym sets.</param>
/// <param name="Rarer">By word: its next senses, which count only where the vectors agree ("blast" as "explosion").</param>
/// <param name="Parents">By synonym set: the sets that it is a kind of.</param>
/// <param name="Antonyms">By word: its opposites.</param>
/// <param name="Derived">By word: words made from it, or from which it is made.</param>
internal sealed record WordNetFiles(
    IReadOnlyList<IReadOnlyList<int>> Senses,
    IReadOnlyList<IReadOnlyList<int>> Rarer,
    IReadOnlyList<IReadOnlyList<int>> Parents,
    IReadOnlyList<IReadOnlyList<int>> Antonyms,
    IReadOnlyList<IReadOnlyList<int>> Derived)
{
    /// <summary>Rarer senses than these make synonyms that no reader of news thinks of ("people" and "hoi polloi" are one, "man" and "piece" too).</summary>
    private const int MostSenses = 3;

    private const int RarerSenses = 4;

    private sealed record Synset(string[] Words, List<(string Symbol, string Target, int From, int To)> Pointers);

    /// <summary>Reads index and data files of a folder.</summary>
    public static WordNetFiles Read(string folder, IReadOnlyDictionary<string, int> ids)
    {
        var sets = new Dictionary<string, Synset>(StringComparer.Ordinal);
        var used = new SortedDictionary<int, List<string>>();
        var more = new SortedDictionary<int, List<string>>();
        foreach (var (part, letter) in new[] { ("noun", 'n'), ("verb", 'v'), ("adj", 'a'), ("adv", 'r') })
        {
            foreach (string line in File.ReadLines(Path.Combine(folder, "data." + part)).Where(l => l[0] != ' '))
                ReadSet(line, letter, sets);
            foreach (string line in File.ReadLines(Path.Combine(folder, "index." + part)).Where(l => l[0] != ' '))
                ReadIndex(line, letter, ids, used, more);
        }
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        var parents = new List<IReadOnlyList<int>>();
        var queue = new List<string>();
        List<int>[] Numbered(SortedDictionary<int, List<string>> keysOf)
        {
            var lists = Empty(ids.Count);
            foreach (var (word, keys) in keysOf)
                lists[word].AddRange(keys.Select(Number));
            return lists;
        }
        int Number(string key)
        {
            if (numbers.TryGetValue(key, out int known))
                return known;
            queue.Add(key);
            return numbers[key] = numbers.Count;
        }
        var senses = Numbered(used);
        var rarer = Numbered(more);
        for (int i = 0; i < queue.Count; i++)
            parents.Add([.. sets[queue[i]].Pointers.Where(p => p.Symbol is "@" or "@i").Select(p => Number(p.Target))]);
        return new WordNetFiles(senses, rarer, parents, Links(ids, used, sets, "!"), Links(ids, used, sets, "+"));
    }

    private static List<int>[] Links(IReadOnlyDictionary<string, int> ids, SortedDictionary<int, List<string>> used, Dictionary<string, Synset> sets, string symbol)
    {
        var links = Empty(ids.Count);
        foreach (var (word, keys) in used)
            foreach (string key in keys)
                foreach (var p in sets[key].Pointers.Where(p => p.Symbol == symbol && p.From > 0))
                    if (ids.TryGetValue(sets[key].Words[p.From - 1], out int from) && from == word
                        && ids.TryGetValue(sets[p.Target].Words[p.To - 1], out int to) && to != word)
                    {
                        Add(links[word], to);
                        Add(links[to], word);
                    }
        foreach (var list in links)
            list.Sort();
        return links;
    }

    private static void ReadIndex(string line, char letter, IReadOnlyDictionary<string, int> ids, SortedDictionary<int, List<string>> used, SortedDictionary<int, List<string>> more)
    {
        var parts = line.TrimEnd().Split(' ');
        if (!ids.TryGetValue(parts[0], out int id))
            return;
        int count = int.Parse(parts[2], CultureInfo.InvariantCulture);
        Keys(used, id).AddRange(parts[^count..].Take(MostSenses).Select(offset => letter + offset));
        Keys(more, id).AddRange(parts[^count..].Skip(MostSenses).Take(RarerSenses).Select(offset => letter + offset));
    }

    private static List<string> Keys(SortedDictionary<int, List<string>> lists, int id)
    {
        if (!lists.TryGetValue(id, out var keys))
            lists[id] = keys = [];
        return keys;
    }

    private static void ReadSet(string line, char letter, Dictionary<string, Synset> sets)
    {
        var parts = line.Split(' ');
        int words = int.Parse(parts[3], NumberStyles.HexNumber, CultureInfo.InvariantCulture), at = 4 + (2 * words);
        var names = new string[words];
        for (int i = 0; i < words; i++)
        {
            string word = parts[4 + (2 * i)].ToLowerInvariant();
            names[i] = word.EndsWith(')') ? word[..word.LastIndexOf('(')] : word;
        }
        int pointers = int.Parse(parts[at++], CultureInfo.InvariantCulture);
        var list = new List<(string, string, int, int)>(pointers);
        for (int i = 0; i < pointers; i++, at += 4)
            list.Add((parts[at], (parts[at + 2] == "s" ? "a" : parts[at + 2]) + parts[at + 1],
                int.Parse(parts[at + 3][..2], NumberStyles.HexNumber, CultureInfo.InvariantCulture),
                int.Parse(parts[at + 3][2..], NumberStyles.HexNumber, CultureInfo.InvariantCulture)));
        sets[letter + parts[0]] = new Synset(names, list);
    }

    private static List<int>[] Empty(int count) => [.. Enumerable.Range(0, count).Select(_ => new List<int>())];

    private static void Add(List<int> list, int value)
    {
        if (!list.Contains(value))
            list.Add(value);
    }
}
