using System.Globalization;
using Attest.Engine.Publishing;

namespace Attest.Web;

/// <summary>The page's own words, as the design's word list has them.</summary>
internal static class Words
{
    private static readonly string[] small =
        ["No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten", "Eleven", "Twelve"];

    /// <summary>"1 report", "7 reports", "1,200 reports".</summary>
    public static string Count(int count, string noun, string? plural = null) =>
        $"{Number(count)} {(count == 1 ? noun : plural ?? noun + "s")}";

    /// <summary>"1,200".</summary>
    public static string Number(int count) => count.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>"Six", up to twelve; then figures. Zero is "No".</summary>
    public static string Spelled(int count) => (uint)count < (uint)small.Length ? small[count] : Number(count);

    /// <summary>"3 independent origins · 7 reports": never the reports without the origins.</summary>
    public static string Backing(ClaimDocument claim) =>
        claim.Reports == 0 ? "no report supports it now"
        : (claim.Origins == 0 ? "no independent origin" : Count(claim.Origins, "independent origin")) + " · " + Count(claim.Reports, "report");

    /// <summary>A claim's origins, with how many of its reports only repeat them: "5; 4 reports are copies".</summary>
    public static string OriginsOf(ClaimDocument claim) => (claim.Reports - claim.Origins) switch
    {
        > 0 and var more when claim.Origins > 0 => $"{Number(claim.Origins)}; {Count(more, "report")} {(more == 1 ? "repeats" : "repeat")} {(claim.Origins == 1 ? "it" : "them")}",
        _ => Number(claim.Origins),
    };

    /// <summary>What would settle a claim, behind those very words: the sentence without its "would settle it".</summary>
    public static string Settles(string sentence)
    {
        const string verb = " would settle it.";
        return sentence.EndsWith(verb, StringComparison.Ordinal) ? sentence[..^verb.Length].TrimEnd(',') + "." : sentence;
    }

    /// <summary>The text with its first letter as a capital.</summary>
    public static string Sentence(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];

    /// <summary>"Reports read" of the facts strip: "23 from 18 outlets".</summary>
    public static string Read(CountsDocument counts) => $"{Number(counts.Reports)} from {Count(counts.Outlets, "outlet")}";

    /// <summary>"Reports read" of the list of stories: never without their origins.</summary>
    public static string Read(IReadOnlyCollection<StoryDocument> stories) =>
        $"{Number(stories.Sum(s => s.Counts.Reports))} from {Count(stories.Sum(s => s.Counts.Origins), "origin")}";

    /// <summary>"Independent origins" of the facts strip, with how many reports add nothing.</summary>
    public static string Origins(CountsDocument counts, int repeats) => repeats == 0
        ? Number(counts.Origins)
        : $"{Number(counts.Origins)}; {Count(repeats, "report")} {(repeats == 1 ? "repeats" : "repeat")} {(counts.Origins == 1 ? "it" : "them")}";

    /// <summary>How a statement's outlet speaks.</summary>
    public static string How(EvidenceDocument evidence)
    {
        string? who = evidence.Speaker;
        return (evidence.Stance, evidence.Voice) switch
        {
            ("refutes", "denies") when who is not null => $"Reports a denial by {who}",
            (_, "denies") => "Denies it",
            ("refutes", "attributes") when who is not null => $"Attributes the contrary to {who}",
            ("refutes", "hedges") => "Hedges, to the contrary",
            ("refutes", _) => "States the contrary",
            (_, "asks") => "Asks whether it is so",
            (_, "hedges") when who is not null => $"Hedges, naming {who}",
            (_, "hedges") => "Hedges",
            (_, "relays") => who is null ? "Relays it" : $"Relays it from {who}",
            ("mentions", "attributes") when who is not null => $"Mentions it, from {who}",
            ("mentions", _) => "Mentions it",
            (_, "attributes") => who is null ? "Attributes it to others" : $"Attributes it to {who}",
            _ => "States it itself",
        };
    }

    /// <summary>Why a report adds nothing to another (R3), beside its name.</summary>
    public static string? Collapsed(string? reason) => reason switch
    {
        "agency credit" => "credits the agency",
        "attributed to outlet" => "cites the outlet",
        "contained passage" => "carries its text",
        "same quotation" => "has the same quotation",
        "same speaker" => "has the same speaker",
        "same unnamed source" => "has the same unnamed source",
        "same family" => "has the same owner",
        "syndication" => "is syndicated",
        "shared error" => "shares its error",
        _ => null,
    };

    /// <summary>Whether a report is a copy in a reader's sense.</summary>
    public static bool IsCopy(ReportDocument report) =>
        report.CopyOf is not null || report.CollapsedBecause is "agency credit" or "contained passage" or "syndication";

    /// <summary>A figure with its bound and unit: "At least 12,000 people", "3.5 percent".</summary>
    public static string Figure(SeriesDocument value, string unit)
    {
        string bound = value.Bound switch { "atLeast" => "At least ", "atMost" => "At most ", "about" => "About ", _ => "" };
        return $"{bound}{value.Value.ToString("#,0.#########", CultureInfo.InvariantCulture)} {unit}".TrimEnd();
    }

    /// <summary>A flag of a claim in a sentence; null for one that pages do not print.</summary>
    public static string? Flag(string flag) => flag switch
    {
        "unnamed-only" => "It rests on unnamed sources only.",
        "party-interested" => "It rests on a party with an interest in it.",
        "denied" => "It is denied.",
        "number-moving" => "The figure is still moving.",
        "breaking-window" => "The story was less than two hours old, so a third origin or a record was asked for.",
        "legal-presumption" => "A charge is not a conviction.",
        "scope-unclear" => "What exactly it covers is not clear.",
        "human-reviewed" => "An editor decided this.",
        _ => null,
    };

    /// <summary>The strength of the evidence in a sentence.</summary>
    public static string? Strength(string? strength) => strength switch
    {
        "high" => "The evidence is strong.",
        "moderate" => "The evidence is of moderate strength.",
        "low" => "The evidence is weak.",
        _ => null,
    };
}
