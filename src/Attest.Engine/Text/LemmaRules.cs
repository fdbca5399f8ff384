using System.Buffers;

namespace Attest.Engine.Text;

/// <summary>Dictionary forms of regular words by their endings. What the rules get wrong among known words is in the <see cref="Lemmatiser"/>'s table.</summary>
internal static class LemmaRules
{
    private static readonly SearchValues<char> Vowels = SearchValues.Create("aeiouy");

    /// <summary>The dictionary form of a word in lower case with a Penn tag.</summary>
    public static string Of(string lower, string tag) => tag switch
    {
        "NNS" => Singular(lower),
        "VBZ" => ThirdPerson(lower),
        "VBD" or "VBN" => WithoutEnding(lower, "ed"),
        "VBG" => WithoutEnding(lower, "ing"),
        "JJR" or "RBR" => WithoutEnding(lower, "er"),
        "JJS" or "RBS" => WithoutEnding(lower, "est"),
        _ => lower,
    };

    private static string Singular(string w)
    {
        if (w.Length < 3 || w[^1] != 's' || w[^2] is 's' or '\'' or '’')
            return w;
        if (Ends(w, "ies") && w.Length > 4)
            return string.Concat(w.AsSpan(0, w.Length - 3), "y");
        return Ends(w, "sses") || Ends(w, "shes") || Ends(w, "ches") || Ends(w, "xes") || Ends(w, "zzes") ? w[..^2] : w[..^1];
    }

    private static string ThirdPerson(string w) => Ends(w, "oes") && w.Length > 4 ? w[..^2] : Singular(w);

    private static string WithoutEnding(string w, string ending)
    {
        if (w.Length < ending.Length + 2 || !Ends(w, ending) || (!Ends(w, "ied") && !HasVowel(w.AsSpan(0, w.Length - ending.Length))))
            return w;
        string stem = w[..^ending.Length];
        char last = stem[^1], before = stem[^2];
        if (last == 'i' && ending != "ing")
            return string.Concat(stem.AsSpan(0, stem.Length - 1), "y");
        if (last == before && last is not ('l' or 's' or 'z' or 'f' or 'e' or 'o'))
            return stem[..^1];
        return NeedsE(stem) ? stem + "e" : stem;
    }

    // Stems that English does not end a word with.
    private static bool NeedsE(string s)
    {
        char last = s[^1], before = s[^2];
        bool consonantBefore = !IsVowel(before);
        return last switch
        {
            'c' or 'v' or 'u' => true,
            'z' => before != 'z',
            's' => before is not 's' and not 'u',
            'g' => before is 'd' or 'n' or 'r' or 'a' && s.Length > 3,
            'l' => consonantBefore && before is not ('l' or 'r' or 'w'),
            't' => Ends(s, "at") && s.Length > 3 && !IsVowel(s[^3]) || Ends(s, "ut") && s.Length > 4,
            'r' => Ends(s, "ir") || Ends(s, "ur") || Ends(s, "tor") || Ends(s, "plor") || Ends(s, "uar"),
            'd' => Ends(s, "id") || Ends(s, "ud") || Ends(s, "ad") && s.Length > 3 && !IsVowel(s[^3]),
            'n' => Ends(s, "in") && s.Length > 4 && s[^3] is not 'a' and not 'e' || Ends(s, "ign") is false && Ends(s, "un") && s.Length > 3,
            'k' => !consonantBefore && before is 'a' or 'i' && !IsVowel(s.Length > 2 ? s[^3] : 'a'),
            'm' => Ends(s, "um") || Ends(s, "am") && s.Length > 3,
            _ => false,
        };
    }

    private static bool HasVowel(ReadOnlySpan<char> s) => s.IndexOfAny(Vowels) >= 0;

    private static bool IsVowel(char c) => c is 'a' or 'e' or 'i' or 'o' or 'u';

    private static bool Ends(string w, string ending) => w.EndsWith(ending, StringComparison.Ordinal);
}
