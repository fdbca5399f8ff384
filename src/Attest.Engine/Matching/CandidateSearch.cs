using System.Runtime.InteropServices;
using Attest.Engine.Text.Pairs;

namespace Attest.Engine.Matching;

/// <summary>
/// Finds which of many short texts speak of the same thing as a given one: an inverted index over dictionary forms, names counting for more, ranked by BM25
/// (Robertson and Zaragoza 2009).
/// </summary>
internal sealed class CandidateSearch
{
    private readonly Dictionary<uint, List<(int Place, int Count)>> postings = [];
    private readonly List<int> lengths = [];
    private long total;
    private int texts;

    /// <summary>Adds a text in one or more wordings; found texts are given by the order of adding, from 0.</summary>
    public void Add(params PairSide[] wordings)
    {
        var counts = new Dictionary<uint, int>();
        int length = 0;
        foreach (var word in wordings.SelectMany(w => w.Words))
        {
            if (!word.IsContent)
                continue;
            CollectionsMarshal.GetValueRefOrAddDefault(counts, word.Key, out _)++;
            length++;
        }
        foreach (var (key, count) in counts)
        {
            if (!postings.TryGetValue(key, out var list))
                postings[key] = list = [];
            list.Add((texts, count));
        }
        lengths.Add(length);
        texts++;
        total += length;
    }

    /// <summary>The texts nearest to a query, best first; equal ones in the order of adding.</summary>
    /// <param name="query">What is looked for.</param>
    /// <param name="most">How many at most.</param>
    public IReadOnlyList<int> Nearest(PairSide query, int most)
    {
        var scores = new Dictionary<int, float>();
        float usual = texts == 0 ? 1 : total / (float)texts;
        foreach (var word in query.Words.DistinctBy(w => w.Key))
        {
            if (!word.IsContent || !postings.TryGetValue(word.Key, out var list))
                continue;
            float rare = MathF.Log(1 + ((texts - list.Count + 0.5f) / (list.Count + 0.5f))) * (word.Sort == WordSort.Name ? Calibration.NameFactor : 1);
            foreach (var (place, count) in list)
                CollectionsMarshal.GetValueRefOrAddDefault(scores, place, out _) +=
                    rare * count * (Calibration.Saturation + 1) / (count + (Calibration.Saturation * (1 - Calibration.LengthShare + (Calibration.LengthShare * lengths[place] / usual))));
        }
        return [.. scores.OrderByDescending(s => s.Value).ThenBy(s => s.Key).Take(most).Select(s => s.Key)];
    }
}
