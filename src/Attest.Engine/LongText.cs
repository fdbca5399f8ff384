using Attest.Engine.Model;

namespace Attest.Engine;

/// <summary>
/// Bounds what one report can cost: of a text longer than any article only the beginning is analysed, and the report says so. The whole text is kept, and compared with others
/// when copies are looked for.
/// </summary>
public static class LongText
{
    /// <summary>
    /// Characters that are analysed: half as many again as the longest of the real articles measured (`attribution` and `verdicts`: 33,672). A few of the texts made to be slow
    /// (`HostileDocumentsTests`) still take longer than two seconds: their cost grows faster than their length.
    /// </summary>
    public const int MostCharacters = 50_000;

    /// <summary>The part of a text that is analysed: all of it, or its beginning up to the end of a paragraph, or else of a word.</summary>
    public static string Analysed(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length <= MostCharacters)
            return text;
        int end = text.LastIndexOf("\n\n", MostCharacters - 1, MostCharacters / 2, StringComparison.Ordinal);
        if (end < 0)
            end = text.LastIndexOfAny([' ', '\n'], MostCharacters - 1, MostCharacters / 2);
        if (end < 0)
            end = char.IsLowSurrogate(text[MostCharacters]) ? MostCharacters - 1 : MostCharacters;
        return text[..end];
    }

    /// <summary>The report, flagged where only a part of it is analysed.</summary>
    public static Report Flagged(Report report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return report.Text.Length <= MostCharacters || report.Flags.Contains(ReportFlag.PartlyAnalysed) ? report : report with { Flags = [.. report.Flags, ReportFlag.PartlyAnalysed] };
    }
}
