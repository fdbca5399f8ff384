using System.Collections.Immutable;

namespace Attest.Engine.Weighing;

/// <summary>Finds words and phrases of the competence table in names, at word ends only.</summary>
internal static class WholeWords
{
    /// <summary>Whether the text holds one of the phrases; a trailing asterisk stands for any ending.</summary>
    public static bool HasAny(string lowerText, ImmutableArray<string> phrases)
    {
        foreach (string phrase in phrases)
            if (Has(lowerText, phrase))
                return true;
        return false;
    }

    /// <summary>The words of a name in lower case, without articles and possessive endings.</summary>
    public static ImmutableHashSet<string> Of(string name) =>
        [.. name.ToLowerInvariant().Replace("’s", "", StringComparison.Ordinal).Replace("'s", "", StringComparison.Ordinal)
            .Split([' ', ',', '.', '-', '\'', '’', '"', '(', ')'], StringSplitOptions.RemoveEmptyEntries)
            .Where(w => w is not ("the" or "a" or "an" or "of" or "and" or "for" or "in" or "its" or "their"))];

    private static bool Has(string text, string phrase)
    {
        bool open = phrase.EndsWith('*');
        string stem = open ? phrase[..^1] : phrase;
        for (int at = text.IndexOf(stem, StringComparison.Ordinal); at >= 0; at = text.IndexOf(stem, at + 1, StringComparison.Ordinal))
        {
            int end = at + stem.Length;
            if ((at == 0 || !char.IsLetterOrDigit(text[at - 1])) && (open || end == text.Length || !char.IsLetterOrDigit(text[end])))
                return true;
        }
        return false;
    }
}
