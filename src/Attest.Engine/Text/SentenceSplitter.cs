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

    /// <summary>Adds the end (exclusive, as index into <paramref name="tokens"/>) of each sentence .</summary>
    public static void Split(string text, List<Span> tokens, List<int> ends)
    {
        int start = 0;
        for (int i = 0; i < tokens.Count; i++)
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
        var token = tokens[i].In(text);
        bool final = token[0] is '.' or '!' or '?' or '…' && !char.IsDigit(token[^1]);
        bool abbreviation = !final && token.Length > 1 && token[^1] == '.' && !Abbreviations.NeverEnds(token) && !IsInitial(token);
        if (!final && !abbreviation)
            return -1;
        int end = PastClosers(text, tokens, i + 1, out bool quoted);
        if (end >= tokens.Count)
            return end;
        if (tokens[end].Start == tokens[end - 1].End || text[tokens[end].Start] is ',' or ';' or ':' or ')' or '.')
            return -1;
        int word = end;
        while (word < tokens.Count && !char.IsLetterOrDigit(text[tokens[word].Start]) && word - end < 3)
            word++;
        if (word >= tokens.Count)
            return end;
        var next = tokens[word].In(text);
        if (abbreviation)
            return Starters.GetAlternateLookup<ReadOnlySpan<char>>().Contains(next) ? end : -1;
        return !StartsSmall(next) || (!quoted && i > 0 && EndsPlainly(token, tokens[i - 1].In(text))) ? end : -1;
    }

    // Closing quotes and brackets, notes ("[17]") and faces belong to the sentence before them.
    private static int PastClosers(string text, List<Span> tokens, int end, out bool quoted)
    {
        quoted = false;
        for (; end < tokens.Count; end++)
        {
            var token = tokens[end].In(text);
            if (end + 2 < tokens.Count && token is "[" && char.IsDigit(text[tokens[end + 1].Start]) && tokens[end + 2].In(text) is "]")
                end += 2;
            else if (tokens[end].Start == tokens[end - 1].End && IsCloser(token))
                quoted = true;
            else if (token.Length < 2 || token[0] is not (':' or ';' or '=') || !PunctuationToken.IsFace(token))
                break;
        }
        return end;
    }

    // "iPhone" starts a sentence, "it" does not.
    private static bool StartsSmall(ReadOnlySpan<char> word) => char.IsLower(word[0]) && !word[1..].ContainsAnyInRange('A', 'Z');

    // Where people write without capitals, a full stop after a plain word ends a sentence all the same; after a capital it may be an abbreviation.
    private static bool EndsPlainly(ReadOnlySpan<char> final, ReadOnlySpan<char> before) =>
        final[0] is '!' or '?' || (final is "." && before.Length >= 3 && char.IsLower(before[0]) && !before.ContainsAnyInRange('0', '9'));

    private static bool IsInitial(ReadOnlySpan<char> token) => token.Length == 2 && char.IsUpper(token[0]);

    private static bool IsCloser(ReadOnlySpan<char> token) => token.Length <= 2 && token[0] is '"' or '”' or '’' or '\'' or ')' or ']' or '»';

    // Where an endless sentence is cut: after its last comma or semicolon near the limit, else at the limit.
    private static int Cut(string text, List<Span> tokens, int start, int limit)
    {
        for (int i = limit - 1; i > limit - SearchForCut && i > start; i--)
            if (text[tokens[i].Start] is ',' or ';' or ':')
                return i + 1;
        return limit;
    }
}
