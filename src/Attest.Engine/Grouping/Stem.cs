using System.Buffers;

namespace Attest.Engine.Grouping;

/// <summary>
/// Cuts a lower-case English word to the part that its inflected forms share ("recalls", "recalled", "recalling": "recall"), after
/// the first steps of Porter (1980). Grouping compares whole vocabularies, where a rare wrong cut does no harm; lemmas of a
/// tagger would tie every stored profile to one version of its model.
/// </summary>
internal static class Stem
{
    private static readonly SearchValues<char> Vowels = SearchValues.Create("aeiouy");

    /// <summary>The shared part of a word in lower case.</summary>
    public static string Of(string lower)
    {
        string word = lower;
        if (word.EndsWith("'s", StringComparison.Ordinal) || word.EndsWith("’s", StringComparison.Ordinal))
            word = word[..^2];
        if (word.Length <= 3 || !char.IsAsciiLetterLower(word[^1]))
            return word;
        word = WithoutPlural(word);
        word = WithoutTense(word);
        return word.Length > 3 && word[^1] == 'e' ? word[..^1] : word.Length > 3 && word[^1] == 'y' && !IsVowel(word, word.Length - 2) ? word[..^1] + "i" : word;
    }

    private static string WithoutPlural(string word)
    {
        if (word.EndsWith("sses", StringComparison.Ordinal))
            return word[..^2];
        if (word.EndsWith("ies", StringComparison.Ordinal))
            return word.Length > 4 ? word[..^3] + "y" : word[..^1];
        bool keeps = word.EndsWith("ss", StringComparison.Ordinal) || word.EndsWith("us", StringComparison.Ordinal) || word.EndsWith("is", StringComparison.Ordinal);
        return word[^1] == 's' && !keeps ? word[..^1] : word;
    }

    private static string WithoutTense(string word)
    {
        int cut = word.EndsWith("ing", StringComparison.Ordinal) ? 3 : word.EndsWith("ed", StringComparison.Ordinal) && !word.EndsWith("eed", StringComparison.Ordinal) ? 2 : 0;
        if (cut == 0 || word.Length - cut < 3 || !HasVowel(word.AsSpan(0, word.Length - cut)))
            return word;
        string rest = word[..^cut];
        bool doubled = rest[^1] == rest[^2] && rest[^1] is not ('l' or 's' or 'z') && !IsVowel(rest, rest.Length - 1);
        return doubled ? rest[..^1] : rest;
    }

    private static bool HasVowel(ReadOnlySpan<char> word) => word.ContainsAny(Vowels);

    private static bool IsVowel(string word, int i) => "aeiou".Contains(word[i]);
}
