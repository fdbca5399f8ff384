namespace Attest.Engine.Reading.Pages;

/// <summary>What a line of text looks like, whatever its language.</summary>
internal static class TextLine
{
    private const string Ends = ".!?…。！？।؟";
    private const string Closers = "\"'”’»)]›」』*";

    /// <summary>Whether it ends like a sentence.</summary>
    public static bool EndsSentence(string text)
    {
        int i = text.Length - 1;
        while (i > 0 && (Closers.Contains(text[i], StringComparison.Ordinal) || char.IsWhiteSpace(text[i])))
            i--;
        return i >= 0 && Ends.Contains(text[i], StringComparison.Ordinal);
    }

    /// <summary>Whether it reads as part of a text: a sentence of some words, or long.</summary>
    public static bool IsProse(PageNode line) =>
        line.LinkShare < 0.6 && (line.Chars >= 120 || EndsSentence(line.Text!) && line.Chars >= 20 && line.Text!.AsSpan().Count(' ') >= 3 || line.Chars >= 20 && IsUnspaced(line.Text!) && EndsSentence(line.Text!));

    /// <summary>The words of a line in lower case, divided by single blanks, without marks.</summary>
    public static string Words(string text) => string.Join(' ', text.ToLowerInvariant().Split([.. text.Where(c => !char.IsLetterOrDigit(c)).Distinct()], StringSplitOptions.RemoveEmptyEntries));

    // Chinese, Japanese, Thai.
    private static bool IsUnspaced(string text) => text.Count(c => c >= '\u0E00') * 2 > text.Length;
}
