using System.Collections.Immutable;
using System.Globalization;
using Attest.Engine;
using Attest.Engine.Publishing;

namespace Attest.Web;

/// <summary>What became of a report that states nothing on the page, in words (R19): silence is shown, never taken for agreement.</summary>
internal static class ReportWords
{
    private static readonly ImmutableDictionary<string, string> languages = ImmutableDictionary.CreateRange(StringComparer.Ordinal, new KeyValuePair<string, string>[]
    {
        new("ar", "Arabic"), new("cs", "Czech"), new("da", "Danish"), new("de", "German"), new("el", "Greek"), new("es", "Spanish"), new("fi", "Finnish"),
        new("fr", "French"), new("he", "Hebrew"), new("hi", "Hindi"), new("hu", "Hungarian"), new("id", "Indonesian"), new("it", "Italian"), new("ja", "Japanese"),
        new("ko", "Korean"), new("nb", "Norwegian"), new("nl", "Dutch"), new("no", "Norwegian"), new("pl", "Polish"), new("pt", "Portuguese"), new("ro", "Romanian"),
        new("ru", "Russian"), new("sv", "Swedish"), new("th", "Thai"), new("tr", "Turkish"), new("uk", "Ukrainian"), new("vi", "Vietnamese"), new("zh", "Chinese"),
    });

    /// <summary>Why a report was not analysed, as the end of a line; null where it was.</summary>
    public static string? NotAnalysed(ReportDocument report) =>
        report.Flags.Contains("text-removed") ? "its text was removed from the archive"
        : !report.Flags.Contains("not-analysed") ? null
        : report.Lang is { } language ? $"not analysed: it is in {languages.GetValueOrDefault(language, "a language")}{(languages.ContainsKey(language) ? "" : " that Attest does not read")}"
        : "not analysed: Attest failed on it";

    /// <summary>How much of a report was analysed, as the end of a line; null where all was.</summary>
    public static string? Partly(ReportDocument report) =>
        report.Flags.Contains("partly-analysed") ? string.Create(CultureInfo.InvariantCulture, $"only its beginning was analysed: of its first {LongText.MostCharacters:N0} characters at most {LongText.MostStatements:N0} statements") : null;

    /// <summary>The reports of a story that state nothing on its page, oldest first.</summary>
    public static ImmutableArray<ReportDocument> Silent(StoryDocument story) => [.. story.Reports.Where(r => NotAnalysed(r) is not null)];

    /// <summary>How many of a story's reports are silent, as an addition to their count: "; 2 not analysed".</summary>
    public static string SilentCount(StoryDocument story) =>
        Silent(story).Length is > 0 and var count ? string.Create(CultureInfo.InvariantCulture, $"; {count:N0} not analysed") : "";
}
