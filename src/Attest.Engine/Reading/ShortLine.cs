namespace Attest.Engine.Reading;

/// <summary>What stands in one line on every page: a headline, an author, a publisher. One that is longer than any is cut, lest a whole text be sent as one.</summary>
internal static class ShortLine
{
    /// <summary>Characters that are kept: several times the longest headline of the sets measured.</summary>
    public const int Most = 1000;

    /// <summary>A line without line ends and repeated blanks, cut at the end of a word with "…" where it is too long.</summary>
    public static string Of(string text)
    {
        string line = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (line.Length <= Most)
            return line;
        int end = line.LastIndexOf(' ', Most - 1, Most / 2);
        if (end < 0)
            end = char.IsLowSurrogate(line[Most - 1]) ? Most - 2 : Most - 1;
        return line[..end] + "…";
    }
}
