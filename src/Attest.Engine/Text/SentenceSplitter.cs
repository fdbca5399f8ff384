using System.Collections.Frozen;

namespace Attest.Engine.Text;

/// <summary>Finds where sentences end among the tokens of a paragraph.</summary>
internal static class SentenceSplitter
{
    /// <summary>No sentence has more tokens; a longer one is cut, after a comma or semicolon where there is one near.</summary>
    public const int LongestSentence = 220;

    private const int SearchForCut = 40;

    // Words that start sentences and hardly ever are part of a name: after "Inc." or "U.S." they tell that a new sentence began.
    private static readonly FrozenSet<string> Starters =
        ("The He She It They We I In But And A An This That These Those On At For If As You There His Her Its Their When While After Before However Meanwhile " +
         "Some Many Most No Not What Who Why How Where So Then Or By From With To Both Each Another Since Although Though Because Under Last").Split(' ')
        .ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Adds the end (exclusive, as index into <paramref name="tokens"/>) of each sentence among the tokens from <paramref name="first"/> on.</summary>
    public static void Split(string text, List<Span> tokens, int first, List<int> ends)
    {
        int start = first;
        for (int i = first; i < tokens.Count; i++)
        {
            int end = i + 1 == tokens.Count ? tokens.Count : EndAfter(text, tokens, i);
            if (end < 0 && i + 1 - start >= LongestSentence)
                end = Cut(text, tokens, start, i + 1);
            if (end < 0)
                continue;
            ends.Add(end);
            start = end;
            i = end - 1;
        }
    }

    // The end of the sentence that token i finishes together with the closing marks after it; −1 where it finishes none.
    private static int EndAfter(string text, List<Span> tokens, int i)
    {
        var token = tokens[i].Of(text);
        bool final = token[0] is '.' or '!' or '?' or '…' && !char.IsDigit(token[^1]);
        bool abbreviation = !final && token.Length > 1 && token[^1] == '.' && !Abbreviations.IsTitle(token) && !IsInitial(token);
        if (!final && !abbreviation)
            return -1;
        int end = i + 1;
        while (end < tokens.Count && tokens[end].Start == tokens[end - 1].End && IsCloser(text, tokens[end]))
            end++;
        if (end >= tokens.Count)
            return end;
        var next = tokens[end];
        if (next.Start == tokens[end - 1].End)
            return -1;
        int word = end;
        while (word < tokens.Count && !char.IsLetterOrDigit(text[tokens[word].Start]) && word - end < 3)
            word++;
        if (word >= tokens.Count)
            return end;
        char start = text[tokens[word].Start];
        if (char.IsLower(start) && !tokens[word].Of(text).AsSpan(1).ContainsAnyInRange('A', 'Z'))
            return -1;
        if (abbreviation && !Starters.Contains(tokens[word].Of(text)))
            return -1;
        return end;
    }

    private static bool IsInitial(string token) => token.Length == 2 && char.IsUpper(token[0]);

    private static bool IsCloser(string text, Span token) => token.Length <= 2 && text[token.Start] is '"' or '”' or '’' or '\'' or ')' or ']' or '»';

    // Where an endless sentence is cut: after its last comma or semicolon near the limit, else at the limit.
    private static int Cut(string text, List<Span> tokens, int start, int limit)
    {
        for (int i = limit - 1; i > limit - SearchForCut && i > start; i--)
            if (text[tokens[i].Start] is ',' or ';' or ':')
                return i + 1;
        return limit;
    }
}
