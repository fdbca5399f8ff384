using System.Collections.Immutable;

namespace Attest.Engine.Text.Pairs;

/// <summary>Runs of words and of letters as sorted hashes, so that what two texts share is counted in one pass.</summary>
internal static class PairRuns
{
    private const int LongestRun = 3, ShortestLetters = 2, LongestLetters = 5;

    /// <summary>By length from one: every run of dictionary forms.</summary>
    public static ImmutableArray<uint[]> OfWords(ImmutableArray<PairWord> words) => [.. Enumerable.Range(1, LongestRun).Select(n => OfWords(words, n))];

    /// <summary>By length from two: every run of letters, each once.</summary>
    public static ImmutableArray<uint[]> OfLetters(string lower) => [.. Enumerable.Range(ShortestLetters, LongestLetters - ShortestLetters + 1).Select(n => OfLetters(lower, n))];

    private static uint[] OfWords(ImmutableArray<PairWord> words, int length)
    {
        uint[] runs = new uint[Math.Max(0, words.Length - length + 1)];
        for (int i = 0; i < runs.Length; i++)
        {
            runs[i] = words[i].Key;
            for (int k = 1; k < length; k++)
                runs[i] = FeatureHash.Mix(runs[i], words[i + k].Key);
        }
        Array.Sort(runs);
        return runs;
    }

    private static uint[] OfLetters(string lower, int length)
    {
        uint[] runs = new uint[Math.Max(0, lower.Length - length + 1)];
        for (int i = 0; i < runs.Length; i++)
            runs[i] = FeatureHash.Of(lower.AsSpan(i, length));
        Array.Sort(runs);
        int kept = 0;
        foreach (uint run in runs)
            if (kept == 0 || runs[kept - 1] != run)
                runs[kept++] = run;
        return runs[..kept];
    }
}
