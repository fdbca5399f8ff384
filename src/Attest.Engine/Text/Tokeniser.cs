namespace Attest.Engine.Text;

/// <summary>
/// Cuts a stretch of text into tokens as the English treebanks of Universal Dependencies do: punctuation, clitics ("n't", "'s"), hyphens between words,
/// currency signs and units stand alone; addresses, numbers, abbreviations and prefixed words ("co-founder") stay whole. One pass, linear time.
/// </summary>
internal static class Tokeniser
{
    /// <summary>No token is longer; a longer run is cut, so that one endless word costs no more than many short ones.</summary>
    public const int LongestToken = 512;

    /// <summary>Adds the tokens of a stretch to a list, in order.</summary>
    public static void Tokenise(string text, Span stretch, List<Span> tokens)
    {
        int i = stretch.Start;
        while (i < stretch.End)
        {
            if (IsBlank(text[i]))
            {
                i++;
                continue;
            }
            int end = EndOfToken(text, i, stretch, out int cut);
            end = Math.Min(end, i + LongestToken);
            if (end < stretch.End && end > i + 1 && char.IsLowSurrogate(text[end]) && char.IsHighSurrogate(text[end - 1]))
                end--;
            if (cut > i && cut < end)
                tokens.Add(new Span(i, cut));
            tokens.Add(new Span(cut > i && cut < end ? cut : i, end));
            i = end;
        }
    }

    /// <summary>Whether a character only separates: white space, control characters, and the invisible ones of the web.</summary>
    public static bool IsBlank(char c) => char.IsWhiteSpace(c) || char.IsControl(c) || c is '\u200B' or '\u200E' or '\u200F' or '\uFEFF' or '\u00AD' or '\u2060';

    /// <summary>Whether a character can be within a word.</summary>
    public static bool IsWordPart(char c) => char.IsLetterOrDigit(c) || c == '_' ||
        char.GetUnicodeCategory(c) is System.Globalization.UnicodeCategory.NonSpacingMark or System.Globalization.UnicodeCategory.SpacingCombiningMark;

    // The end of the token at i; cut is where it falls into two (before "n't"), or −1.
    private static int EndOfToken(string text, int i, Span stretch, out int cut)
    {
        cut = -1;
        // No rule looks further, so that one endless run of characters stays linear.
        var rest = text.AsSpan(i, Math.Min(stretch.End - i, LongestToken + 64));
        char before = i > stretch.Start ? text[i - 1] : ' ';
        int length = WebAddress.LengthAt(rest, before);
        if (length > 0)
            return i + length;
        if (char.IsDigit(rest[0]) || (rest[0] == '.' && rest.Length > 1 && char.IsDigit(rest[1]) && IsBlank(before)))
        {
            length = NumberToken.LengthAt(rest);
            if (length > 0)
                return i + length;
        }
        if (IsWordPart(rest[0]))
            return i + WordToken.LengthAt(rest, before, i, out cut);
        length = WordToken.LengthOfApostropheToken(rest, before);
        return i + (length > 0 ? length : PunctuationToken.LengthAt(rest, before));
    }
}
