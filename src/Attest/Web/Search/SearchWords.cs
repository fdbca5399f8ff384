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

    private static string Plain(StringBuilder word)
    {
        string plain = word.ToString(0, Math.Min(word.Length, Longest));
        return plain.Length <= 3 || !plain.EndsWith('s') || plain.EndsWith("ss", StringComparison.Ordinal) ? plain
            : plain.EndsWith("ies", StringComparison.Ordinal) ? plain[..^3] + "y" : plain[..^1];
    }
}
