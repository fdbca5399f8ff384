namespace Attest.Engine.Text;

/// <summary>Finds the stretches of a text that no sentence may cross: paragraphs, and lines where line ends carry meaning.</summary>
internal static class Paragraphs
{
    // Text wrapped by hand has no line beyond this; running text from the web nearly always has one.
    private const int LongestWrappedLine = 100;

    // A wrapped line is nearly full; a shorter line without a full stop is a headline, a byline or a list item.
    private const int ShortestWrappedLine = 40;

    /// <summary>The paragraphs in order, without those that are blank.</summary>
    public static List<Span> Of(string text)
    {
        var paragraphs = new List<Span>();
        bool mayBeWrapped = LongestLine(text) <= LongestWrappedLine;
        int start = 0, lineStart = 0;
        for (int i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && !IsLineEnd(text[i]))
                continue;
            if (i == text.Length || !Continues(text, lineStart, i, mayBeWrapped))
            {
                if (HasWords(text.AsSpan(start, i - start)))
                    paragraphs.Add(new Span(start, i));
                start = i;
            }
            lineStart = i + 1;
        }
        return paragraphs;
    }

    private static bool HasWords(ReadOnlySpan<char> line)
    {
        foreach (char c in line)
            if (!Tokeniser.IsBlank(c))
                return true;
        return false;
    }

    private static bool IsLineEnd(char c) => c is '\n' or '\r' or '\u2028' or '\u2029' or '\v' or '\f';

    // Whether the line [from, end) goes on in the next one.
    private static bool Continues(string text, int from, int end, bool mayBeWrapped)
    {
        int next = end + 1;
        if (next < text.Length && text[end] == '\r' && text[next] == '\n')
            next++;
        while (next < text.Length && text[next] is ' ' or '\t')
            next++;
        if (next >= text.Length || IsLineEnd(text[next]) || from == end)
            return false;
        if (char.IsLower(text[next]))
            return true;
        int last = end - 1;
        while (last > from && (char.IsWhiteSpace(text[last]) || text[last] is '"' or '”' or '’' or '\'' or ')'))
            last--;
        bool stops = text[last] is '.' or '!' or '?' or '…' or ':';
        return mayBeWrapped && !stops && end - from >= ShortestWrappedLine;
    }

    private static int LongestLine(string text)
    {
        int longest = 0, start = 0;
        for (int i = 0; i <= text.Length; i++)
            if (i == text.Length || IsLineEnd(text[i]))
            {
                longest = Math.Max(longest, i - start);
                start = i + 1;
            }
        return longest;
    }
}
