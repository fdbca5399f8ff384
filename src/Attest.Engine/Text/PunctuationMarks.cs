namespace Attest.Engine.Text;

/// <summary>Marks that stand in pairs, by the hashes that the classifiers see.</summary>
internal static class PunctuationMarks
{
    private static readonly (uint Open, uint Close)[] Pairs =
        [.. new[] { ("(", ")"), ("[", "]"), ("“", "”"), ("``", "''"), ("‘", "’"), ("«", "»") }.Select(p => (FeatureHash.Of(p.Item1), FeatureHash.Of(p.Item2)))];

    // The same mark at both ends: the second closes the first.
    private static readonly uint[] Straight = [FeatureHash.Of("\""), FeatureHash.Of("'")];

    /// <summary>Whether a mark may open a pair.</summary>
    public static bool MayOpen(uint mark) => Array.Exists(Pairs, p => p.Open == mark) || Straight.Contains(mark);

    /// <summary>Whether a mark may close a pair.</summary>
    public static bool MayClose(uint mark) => Array.Exists(Pairs, p => p.Close == mark) || Straight.Contains(mark);

    /// <summary>Whether the one closes the other.</summary>
    public static bool Matches(uint open, uint close) => Array.Exists(Pairs, p => p.Open == open && p.Close == close) || (open == close && Straight.Contains(open));
}
