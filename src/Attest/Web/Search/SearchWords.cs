using System.Text;

namespace Attest.Web.Search;

/// <summary>The words by which texts are found: runs of letters and digits, small, without accents, plural like singular.</summary>
internal static class SearchWords
{
    private const int Longest = 40;

    /// <summary>The words of a text, in its order.</summary>
    public static IEnumerable<string> Of(string text)
    {
        var word = new StringBuilder();
        foreach (char c in text.Normalize(NormalizationForm.FormD))
        {
            if (char.IsLetterOrDigit(c))
                word.Append(char.ToLowerInvariant(c));
            else if (char.GetUnicodeCategory(c) != System.Globalization.UnicodeCategory.NonSpacingMark && word.Length > 0)
            {
                yield return Plain(word);
                word.Clear();
            }
        }
        if (word.Length > 0)
            yield return Plain(word);
    }

    /// <summary>The words of a text around the first that is looked for, in one line, at whole words; null where none is in it.</summary>
    public static string? Around(string text, IReadOnlySet<string> words)
    {
        const int before = 70, whole = 200;
        for (int begin = 0; begin < text.Length; begin++)
        {
            if (!char.IsLetterOrDigit(text[begin]))
                continue;
            int end = begin;
            while (end < text.Length && (char.IsLetterOrDigit(text[end]) || char.GetUnicodeCategory(text[end]) == System.Globalization.UnicodeCategory.NonSpacingMark))
                end++;
            if (Of(text[begin..end]).Any(words.Contains))
            {
                int from = Math.Max(0, begin - before), to = Math.Min(text.Length, from + whole);
                while (from > 0 && from < begin && !char.IsWhiteSpace(text[from - 1]))
                    from++;
                while (to < text.Length && to > end && !char.IsWhiteSpace(text[to]))
                    to--;
                return (from > 0 ? "… " : "") + string.Join(' ', text[from..to].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)) + (to < text.Length ? " …" : "");
            }
            begin = end;
        }
        return null;
    }

    private static string Plain(StringBuilder word)
    {
        string plain = word.ToString(0, Math.Min(word.Length, Longest));
        return plain.Length <= 3 || !plain.EndsWith('s') || plain.EndsWith("ss", StringComparison.Ordinal) ? plain
            : plain.EndsWith("ies", StringComparison.Ordinal) ? plain[..^3] + "y" : plain[..^1];
    }
}
