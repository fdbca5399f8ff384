using System.Collections.Immutable;
using Attest.Engine.Model;

namespace Attest.Engine;

/// <summary>
/// Bounds what one report can cost: of a text longer than any article only the beginning is analysed, and the report says so. The whole text is kept, and compared with others
/// when copies are looked for.
/// </summary>
public static class LongText
{
    /// <summary>
    /// Characters that are analysed: half as many again as the longest of the real articles measured (`attribution` and `verdicts`: 33,672).
    /// </summary>
    public const int MostCharacters = 50_000;

    /// <summary>
    /// Statements that are taken from one report: twice as many as the same longest article makes (307). Each is compared with those of its kind in the story, so that a text of nothing
    /// but short sentences, all of one thing, would cost a story more than a hundred articles do.
    /// </summary>
    public const int MostStatements = 600;

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

    /// <summary>The statements that are taken: all, or the first, to the end of a sentence.</summary>
    public static ImmutableArray<Statement> Taken(ImmutableArray<Statement> statements)
    {
        if (statements.Length <= MostStatements)
            return statements;
        int end = MostStatements;
        while (end > 0 && statements[end - 1].Sentence == statements[end].Sentence)
            end--;
        return statements[..end];
    }

    /// <summary>The report, flagged where only a part of it is analysed.</summary>
    /// <param name="report">The report.</param>
    /// <param name="isCut">Whether it makes more statements than are taken.</param>
    public static Report Flagged(Report report, bool isCut)
    {
        ArgumentNullException.ThrowIfNull(report);
        return !isCut && report.Text.Length <= MostCharacters || report.Flags.Contains(ReportFlag.PartlyAnalysed) ? report : report with { Flags = [.. report.Flags, ReportFlag.PartlyAnalysed] };
    }
}
