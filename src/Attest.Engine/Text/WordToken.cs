using System.Collections.Frozen;

namespace Attest.Engine.Text;

/// <summary>Words, with their clitics, full stops of abbreviation and hyphenated prefixes.</summary>
internal static class WordToken
{
    private static readonly FrozenSet<string> Clitics = Set("s re ve ll d m");

    // English treebanks keep these with the word that follows the hyphen ("co-founder", "mid-1980s"); every other hyphen between words stands alone.
    private static readonly FrozenSet<string> Prefixes = Set("non mid pre anti re co post multi pro ex semi sub micro neo intra un counter mini inter e cross ultra socio");

    // Words that are two, with where they part.
    private static readonly FrozenDictionary<string, int> Fused = new Dictionary<string, int>
    {
        ["cannot"] = 3,
        ["gonna"] = 3,
        ["wanna"] = 3,
        ["gotta"] = 3,
        ["gimme"] = 3,
        ["lemme"] = 3,
        ["dont"] = 2,
        ["didnt"] = 3,
        ["doesnt"] = 4,
        ["isnt"] = 2,
        ["wasnt"] = 3,
        ["werent"] = 4,
        ["couldnt"] = 5,
        ["wouldnt"] = 5,
        ["shouldnt"] = 6,
        ["havent"] = 4,
        ["hasnt"] = 3,
        ["hadnt"] = 3,
        ["arent"] = 3,
        ["im"] = 1,
        ["ive"] = 1,
        ["thats"] = 4,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>Length of the word at the start of <paramref name="rest"/>.</summary>
    /// <param name="rest">The text from the word on.</param>
    /// <param name="before">The character before it.</param>
    /// <param name="at">Where the word starts in the text; <paramref name="cut"/> counts from the same origin.</param>
    /// <param name="cut">Where the word falls into two tokens; −1 where it does not.</param>
    public static int LengthAt(ReadOnlySpan<char> rest, char before, int at, out int cut)
    {
        cut = -1;
        int dotted = Dotted(rest);
        if (dotted > 0)
            return dotted;
        int n = Run(rest, 0);
        // Only the letters of the first run can be fused ("cannot").
        if (n <= 8 && Fused.TryGetValue(rest[..n].ToString(), out int part) && !IsApostrophe(rest, n) && !char.IsUpper(rest[n - 1]))
        {
            cut = at + part;
            return n;
        }
        while (n < rest.Length && IsApostrophe(rest, n) && n + 1 < rest.Length && char.IsLetter(rest[n + 1]))
        {
            int end = Run(rest, n + 1);
            if (IsNegation(rest, n, end))
            {
                cut = at + n - 1;
                return end;
            }
            if (IsClitic(rest[(n + 1)..end]))
                return n;
            n = end;
        }
        if (n < rest.Length && rest[n] == '.' && Abbreviations.KeepsItsStop(rest[..n], Next(rest, n + 1)))
            return n + 1;
        if (n == 1 && rest.Length > 2 && rest[1] == '.' && char.IsUpper(rest[0]) && rest[0] != 'I' && Tokeniser.IsBlank(rest[2]) && char.IsUpper(Next(rest, 2)) && !Tokeniser.IsWordPart(before))
            return 2;
        if (n + 1 < rest.Length && rest[n] == '&' && char.IsUpper(rest[n - 1]) && char.IsUpper(rest[n + 1]))
            return Run(rest, n + 1);
        if (n + 1 < rest.Length && rest[n] == '-' && n <= 7 && Tokeniser.IsWordPart(rest[n + 1]) && before != '-' &&
            Prefixes.GetAlternateLookup<ReadOnlySpan<char>>().Contains(rest[..n]))
            return Run(rest, n + 1);
        return n;
    }

    /// <summary>Length of a token that starts with an apostrophe: a clitic after a word ("'s"), or a clipped word ("'em", "'90s"); else 0.</summary>
    public static int LengthOfApostropheToken(ReadOnlySpan<char> rest, char before)
    {
        if (!IsApostrophe(rest, 0) || rest.Length < 2 || !Tokeniser.IsWordPart(rest[1]))
            return 0;
        int end = Run(rest, 1);
        var word = rest[1..end];
        if (!Tokeniser.IsBlank(before) && before is not ('(' or '"' or '“'))
            return IsClitic(word) ? end : 0;
        if (word.Length is 2 or 3 && char.IsDigit(word[0]) && char.IsDigit(word[1]) && (word.Length == 2 || word[2] == 's'))
            return end;
        return word is "em" or "cause" or "cuz" or "til" or "tis" or "twas" or "n" ? end : 0;
    }

    private static bool IsApostrophe(ReadOnlySpan<char> rest, int n) => n < rest.Length && rest[n] is '\'' or '’' or '`';

    private static bool IsNegation(ReadOnlySpan<char> rest, int apostrophe, int end) =>
        end == apostrophe + 2 && rest[apostrophe + 1] is 't' or 'T' && apostrophe > 1 && rest[apostrophe - 1] is 'n' or 'N';

    private static bool IsClitic(ReadOnlySpan<char> word)
    {
        if (word.Length is 0 or > 2)
            return false;
        Span<char> lower = stackalloc char[word.Length];
        word.ToLowerInvariant(lower);
        return Clitics.GetAlternateLookup<ReadOnlySpan<char>>().Contains(lower);
    }

    private static int Run(ReadOnlySpan<char> rest, int n)
    {
        while (n < rest.Length && n <= Tokeniser.LongestToken && Tokeniser.IsWordPart(rest[n]))
            n++;
        return n;
    }

    // "U.S.", "a.m.", "e.g.", "Ph.D.": single letters with full stops between.
    private static int Dotted(ReadOnlySpan<char> rest)
    {
        if (rest.StartsWith("Ph.D.", StringComparison.Ordinal))
            return 5;
        int n = 0;
        while (n + 1 < rest.Length && n < 16 && char.IsLetter(rest[n]) && rest[n + 1] == '.')
            n += 2;
        if (n == 0)
            return 0;
        if (n < rest.Length && Tokeniser.IsWordPart(rest[n]))
        {
            bool lastLetter = n >= 2 && (n + 1 >= rest.Length || !Tokeniser.IsWordPart(rest[n + 1]));
            return lastLetter ? n + 1 : n >= 4 ? n : 0;
        }
        return n >= 4 ? n : 0;
    }

    // The next character that is not blank, from n on; '\0' where there is none near.
    private static char Next(ReadOnlySpan<char> rest, int n)
    {
        int end = Math.Min(rest.Length, n + 8);
        while (n < end && (Tokeniser.IsBlank(rest[n]) || rest[n] is '"' or '“'))
            n++;
        return n < end ? rest[n] : '\0';
    }

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);
}
