namespace Attest.Engine.Reading;

/// <summary>How deep a page is nested, found by one linear pass: building a tree of a hundred thousand levels takes minutes.</summary>
internal static class PageDepth
{
    /// <summary>Browsers flatten at 512 levels; no article needs more.</summary>
    public const int Most = 512;

    private static readonly HashSet<string> neverNest = new(StringComparer.OrdinalIgnoreCase)
    {
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr", "p", "li", "dt", "dd", "option", "tr", "td", "th",
    };

    /// <summary>Whether more elements are open at once than <paramref name="most"/>; elements that close themselves do not count.</summary>
    public static bool Exceeds(string html, int most)
    {
        int depth = 0;
        for (int i = html.IndexOf('<', StringComparison.Ordinal); i >= 0 && i + 1 < html.Length; i = html.IndexOf('<', i + 1))
        {
            bool closes = html[i + 1] == '/';
            int start = closes ? i + 2 : i + 1, end = start;
            while (end < html.Length && end - start < 32 && char.IsAsciiLetterOrDigit(html[end]))
                end++;
            if (end == start || neverNest.GetAlternateLookup<ReadOnlySpan<char>>().Contains(html.AsSpan(start, end - start)))
                continue;
            depth = closes ? Math.Max(0, depth - 1) : depth + 1;
            if (depth > most)
                return true;
        }
        return false;
    }
}
