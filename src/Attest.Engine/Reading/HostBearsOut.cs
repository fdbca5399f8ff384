using System.Globalization;
using System.Text;

namespace Attest.Engine.Reading;

/// <summary>
/// R4: whether a host bears out that it belongs to the issuer of a name. Every label that its owner chose must be made of the name's words, or of
/// beginnings of four letters and more of them, run together or joined by hyphens: "safetyagency.example" for "Consumer Safety Agency".
/// </summary>
internal static class HostBearsOut
{
    private const int ShortestBeginning = 4;

    // Normalisation forms are not there where globalisation is invariant.
    private const string Accented = "àáâãäåçèéêëìíîïñòóôõöùúûüýÿāăąćĉċčďēĕėęěĝğġģĥĩīĭįĵķĺļľńņňōŏőŕŗřśŝşšţťũūŭůűųŵŷźżžøłđıß";
    private const string Plain = "aaaaaaceeeeiiiinooooouuuuyyaaaccccdeeeeegggghiiiijklllnnnooorrrssssttuuuuuuwyzzzoldis";

    // Parts of one owner's site; the label to their right says whose.
    private static readonly HashSet<string> Sections = new(StringComparer.Ordinal)
    {
        "www", "www2", "m", "en", "news", "newsroom", "press", "media", "about", "corporate", "corp", "ir", "investor", "investors", "blog", "info", "web",
    };

    private static readonly HashSet<string> SmallWords = new(StringComparer.Ordinal) { "a", "an", "and", "at", "de", "for", "in", "of", "on", "the" };

    /// <summary>Whether the labels of a host are made of the words of a name.</summary>
    public static bool Says(string host, string name)
    {
        if (RegistrableDomain.IsLent(host) || System.Net.IPAddress.TryParse(host, out _))
            return false;
        var labels = RegistrableDomain.OwnLabels(host);
        var words = Words(name);
        for (int i = 0; i < labels.Length; i++)
        {
            bool registered = i == labels.Length - 1;
            if (!registered && Sections.Contains(labels[i]))
                continue;
            if (!labels[i].Split('-').All(part => IsMadeOf(part, words)))
                return false;
        }
        return true;
    }

    /// <summary>The words of a name in lower case, without accents and apostrophes.</summary>
    public static IReadOnlyList<string> Words(string name)
    {
        var plain = new StringBuilder(name.Length);
        foreach (char written in name.ToLowerInvariant())
        {
            int accent = Accented.IndexOf(written, StringComparison.Ordinal);
            char c = accent < 0 ? written : Plain[accent];
            if (char.IsLetterOrDigit(c))
                plain.Append(c);
            else if (c == '&')
                plain.Append(" and ");
            else if (c is not ('\'' or '’') && CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
                plain.Append(' ');
        }
        return plain.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries);
    }

    // reached[i] tells whether the first i letters are made of the name, and whether by more than its small words alone.
    private static bool IsMadeOf(string label, IReadOnlyList<string> words)
    {
        var reached = new (bool Any, bool Telling)[label.Length + 1];
        reached[0] = (true, false);
        for (int start = 0; start < label.Length; start++)
        {
            if (!reached[start].Any)
                continue;
            foreach (string word in words)
            {
                int common = CommonLength(label.AsSpan(start), word);
                for (int length = Math.Min(word.Length, ShortestBeginning); length <= common; length++)
                    if (length == word.Length || length >= ShortestBeginning)
                        reached[start + length] = (true, reached[start + length].Telling || reached[start].Telling || !SmallWords.Contains(word));
            }
        }
        return reached[^1].Telling;
    }

    private static int CommonLength(ReadOnlySpan<char> label, string word)
    {
        int length = 0;
        while (length < label.Length && length < word.Length && label[length] == word[length])
            length++;
        return length;
    }
}
