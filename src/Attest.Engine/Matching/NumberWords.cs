using System.Collections.Frozen;

namespace Attest.Engine.Matching;

/// <summary>Figures among lemmas: quantities are compared as quantities, never as words.</summary>
internal static class NumberWords
{
    private static readonly FrozenSet<string> All = (
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen " +
        "twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion trillion dozen dozens hundreds thousands half score"
        ).Split(' ').ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether a lemma, in lower case, is a figure or a word for one ("48,000", "twelve", "twenty-one").</summary>
    public static bool Contains(string lemma)
    {
        if (char.IsDigit(lemma[0]))
            return true;
        int dash = lemma.IndexOf('-', StringComparison.Ordinal);
        return All.Contains(dash > 0 ? lemma[..dash] : lemma);
    }
}
