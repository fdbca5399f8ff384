namespace Attest.Engine.Text.Pairs;

/// <summary>Sorted lists of hashes as sets.</summary>
internal static class SortedSets
{
    /// <summary>How many stand in both; a repeated one counts as often as it stands in both.</summary>
    public static int Common(ReadOnlySpan<uint> a, ReadOnlySpan<uint> b)
    {
        int common = 0, i = 0, j = 0;
        while (i < a.Length && j < b.Length)
        {
            common += a[i] == b[j] ? 1 : 0;
            (i, j) = a[i] == b[j] ? (i + 1, j + 1) : a[i] < b[j] ? (i + 1, j) : (i, j + 1);
        }
        return common;
    }
}
