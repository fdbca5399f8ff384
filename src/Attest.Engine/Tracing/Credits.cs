using System.Text.RegularExpressions;
using Attest.Engine.Model;

namespace Attest.Engine.Tracing;

/// <summary>That a report says whose copy it is.</summary>
/// <param name="Name">The outlet credited, as written.</param>
/// <param name="Because">A credit line, a tip, or a remark that another outlet published it.</param>
internal sealed record Credit(string Name, CollapseReason Because);

/// <summary>
/// Finds whom a report credits with its text, in this order: 1. the dateline ("HOLLOW RIDGE (Continental Wire) - "), 2. a credit that closes the text
/// ("… on Tuesday. (Continental Wire)"), 3. the author line ("By Jo Hill, Continental Wire"), 4. a tip that closes the text ("h/t: …"): it is a relay, 5. a remark that it was published elsewhere. A credit of the outlet
/// itself is none.
/// </summary>
internal static partial class Credits
{
    private const int DatelineWithin = 500;
    private const int ClosingWithin = 240;

    private const string OutletName = @"(?<name>(?:dpa|\p{Lu}[\w.&'’-]*)(?:[ ](?:of|de|and|&|\p{Lu}[\w.&'’-]*|\d{1,2})){0,5})";

    // Not whom but what: "(Video)", "(Updated)".
    private static readonly HashSet<string> NoOutlets = new(StringComparer.Ordinal)
    {
        "advertisement", "analysis", "continued", "editorial", "exclusive", "facebook", "file", "gallery", "graphic", "image", "opinion", "photo", "photos", "picture", "pictures",
        "read more", "sponsored", "twitter", "update", "updated", "video", "watch", "youtube",
    };

    // Outlets that call themselves so write for others.
    private static readonly HashSet<string> AgencyWords = new(StringComparer.Ordinal)
    {
        "agency", "newswire", "presse", "press", "wire", "wires",
    };

    private static readonly HashSet<string> Agencies = new(StringComparer.Ordinal)
    {
        "agence france-presse", "ansa", "anadolu", "associated press", "australian associated press", "belga", "bloomberg", "canadian press", "dow jones", "dpa", "efe",
        "interfax", "jiji", "kyodo", "pa media", "press trust of india", "reuters", "ria novosti", "states newsroom", "tass", "united press international", "xinhua", "yonhap",
    };

    /// <summary>The credit of a report; null where it gives none.</summary>
    public static Credit? Of(Report report, EarlierReports story)
    {
        bool IsOther(string name) => !IsItself(name, report.Outlet, story);
        // Before the dateline a page may have left its headline and author line in the text.
        string start = report.Text.Length > DatelineWithin ? report.Text[..DatelineWithin] : report.Text;
        if (Dateline().Match(start) is { Success: true } dateline && Name(dateline) is var first && IsOutlet(first) && IsOther(first))
            return new Credit(first, CollapseReason.AgencyCredit);
        string end = report.Text.Length > ClosingWithin ? report.Text[^ClosingWithin..] : report.Text;
        if (Closing().Match(end.TrimEnd()) is { Success: true } closing && Name(closing) is var last && IsOutlet(last) && IsOther(last)
            && ((closing.Value.Contains('(', StringComparison.Ordinal) && last.Contains(' ', StringComparison.Ordinal)) || IsKnown(last, story)))
            return new Credit(last, CollapseReason.AgencyCredit);
        foreach (string part in Separators().Split(report.Byline ?? "").Select(p => p.Trim()))
            if (part.Length > 0 && IsKnown(part, story) && IsOther(part))
                return new Credit(part, CollapseReason.AgencyCredit);
        if (ReportingBy().Match(end) is { Success: true } by && IsKnown(Name(by), story) && IsOther(Name(by)))
            return new Credit(Name(by), CollapseReason.AgencyCredit);
        if (HatTip().Match(end.TrimEnd()) is { Success: true } tip && IsOutlet(Name(tip)) && IsOther(Name(tip)))
            return new Credit(Name(tip), CollapseReason.AttributedToOutlet);
        return Elsewhere().Match(report.Text) is { Success: true } elsewhere && IsOther(Name(elsewhere)) ? new Credit(Name(elsewhere), CollapseReason.Syndication) : null;
    }

    private static string Name(Match match) => match.Groups["name"].Value.Trim().TrimEnd('.');

    private static bool IsOutlet(string name) => !NoOutlets.Contains(name.ToLowerInvariant());

    private static bool IsKnown(string name, EarlierReports story)
    {
        string key = NameKeys.OfOutlet(name);
        return Agencies.Contains(key) || story.Outlet(name) is not null || (key.Split(' ') is [_, .., var last] && AgencyWords.Contains(last));
    }

    private static bool IsItself(string name, Outlet outlet, EarlierReports story) =>
        NameKeys.OfOutlet(name) == NameKeys.OfOutlet(outlet.Name) || NameKeys.IsInitials(name, outlet.Name) || story.Outlet(name)?.Family == outlet.Family;

    [GeneratedRegex(@"(?:\A|\n)\s*(?:\p{Lu}[^\n()]{0,80}?)?[(\[]" + OutletName + @"[)\]]\s*(?:[-–—:]|--)\s", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Dateline();

    [GeneratedRegex(@"(?:(?:[.!?][""”’]?|\n)\s*[(\[]|\n\s*[-–—©]\s*(?:\d{4}\s+)?|\n\s*[Ss]ource:\s*)" + OutletName + @"[)\]]?\.?\s*\z", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Closing();

    [GeneratedRegex(@",|/|\||;|\bvia\b|\bfor\b|\band\b|\b[Bb]y\b", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Separators();

    [GeneratedRegex(@"\b[Rr]eporting by (?:the )?" + OutletName, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex ReportingBy();

    [GeneratedRegex(@"\n\s*(?:[Hh]/[Tt]|[Hh]at tip|[Vv]ia):?\s+(?:to )?(?:the )?" + OutletName + @"\.?\s*\z", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex HatTip();

    [GeneratedRegex(@"\b(?:(?:originally|first) (?:published|appeared) (?:by|in|on|at)|(?:[Rr]epublished|[Rr]eprinted|[Ss]yndicated) (?:from|by|(?:with|by) (?:the )?(?:kind )?permission (?:of|from))) (?:the )?" + OutletName, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Elsewhere();
}
