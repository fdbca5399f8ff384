using System.Text;

namespace Attest.Engine.Model;

/// <summary>A story's part of the address. It never changes, whatever becomes of the question.</summary>
public static class Slug
{
    /// <summary>Long enough to tell a story by, short enough to be read aloud.</summary>
    private const int MaxLength = 60;

    private static readonly HashSet<string> empty = new(StringComparer.Ordinal) { "a", "an", "the", "of", "to", "in", "on", "at", "and", "is", "are", "was", "were", "did", "does", "do", "has", "have" };

    /// <summary>Lower-case letters, digits and hyphens from the telling words of a question; "story" where none are left.</summary>
    public static string Of(string question)
    {
        ArgumentNullException.ThrowIfNull(question);
        var words = new List<string>();
        foreach (string word in Letters(question).Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (empty.Contains(word))
                continue;
            if (words.Sum(w => w.Length + 1) + word.Length > MaxLength)
                break;
            words.Add(word);
        }
        return words.Count == 0 ? "story" : string.Join('-', words);
    }

    // Unicode decomposition needs ICU, which a fresh machine may lack; these rows are the accented letters of European names.
    private static readonly string[] plain =
    [
        "aàáâãäåāăą", "cçćĉċč", "dďđ", "eèéêëēĕėęě", "gĝğġģ", "hĥħ", "iìíîïĩīĭįı", "jĵ", "kķ", "lĺļľŀł", "nñńņňŋ", "oòóôõöøōŏő",
        "rŕŗř", "sśŝşšș", "tţťŧț", "uùúûüũūŭůűų", "wŵ", "yýÿŷ", "zźżž",
    ];

    private static string Letters(string text)
    {
        var letters = new StringBuilder(text.Length);
        foreach (char c in text.ToLowerInvariant())
        {
            if (char.IsAsciiLetterOrDigit(c))
                letters.Append(c);
            else if (Array.Find(plain, row => row.Contains(c, StringComparison.Ordinal)) is { } row)
                letters.Append(row[0]);
            else if (c is not ('\'' or '’' or '.'))
                letters.Append(' ');
        }
        return letters.ToString();
    }
}
