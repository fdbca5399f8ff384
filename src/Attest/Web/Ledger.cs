using System.Collections.Immutable;
using Attest.Engine.Publishing;

namespace Attest.Web;

/// <summary>A claim's evidence as the page lists it: one row per origin and stance, oldest first, repeats grouped under the first.</summary>
internal static class Ledger
{
    /// <summary>The rows of a claim.</summary>
    public static ImmutableArray<LedgerRow> Of(ClaimDocument claim, StoryLookup story)
    {
        var rows = claim.Evidence
            .Where(e => story.Report(e.Report) is not null)
            .GroupBy(e => (e.Origin, e.Stance, e.Withdrawn))
            .Select(g => Row([.. g.OrderBy(e => e.At)], story))
            .OrderBy(r => r.First.At)
            .ToImmutableArray();
        return rows.Length > 1 ? rows.SetItem(0, rows[0] with { IsFirst = true }) : rows;
    }

    /// <summary>The strongest row of a side: the best grade of evidence that was not taken back, then the earliest.</summary>
    public static LedgerRow? Strongest(IEnumerable<LedgerRow> rows, string stance) => rows
        .Where(r => r.First.Stance == stance && !r.First.Withdrawn)
        .OrderBy(r => r.First.Kind, StringComparer.Ordinal)
        .ThenBy(r => r.First.At)
        .FirstOrDefault();

    private static LedgerRow Row(ImmutableArray<EvidenceDocument> evidence, StoryLookup story)
    {
        var first = evidence[0];
        var report = story.Report(first.Report)!;
        var more = evidence.Where(e => e.Report == first.Report && e.Quote != first.Quote).Select(e => e.Quote).Distinct(StringComparer.Ordinal);
        var repeats = evidence.Where(e => e.Report != first.Report).DistinctBy(e => e.Report).Select(e => (story.Report(e.Report)!, e.At));
        return new(first, report, story.Origin(first.Origin), false, [.. more], [.. repeats]) { HasSource = story.HasSource(report.Outlet) };
    }
}

/// <summary>A row of a ledger.</summary>
/// <param name="First">The origin's first statement.</param>
/// <param name="Report">The report that makes it.</param>
/// <param name="Origin">The origin.</param>
/// <param name="IsFirst">Whether nobody said it before.</param>
/// <param name="MoreQuotes">What else the same report says to it.</param>
/// <param name="Repeats">The other reports that rest on the origin, with their times.</param>
public sealed record LedgerRow(
    EvidenceDocument First, ReportDocument Report, OriginDocument? Origin, bool IsFirst, ImmutableArray<string> MoreQuotes,
    ImmutableArray<(ReportDocument Report, DateTimeOffset At)> Repeats)
{
    /// <summary>Whether the outlet has a page of its own.</summary>
    public bool HasSource { get; init; }

    /// <summary>The origin's name, where neither the outlet nor the speaker already says it.</summary>
    public string? From =>
        Origin is { } origin && !Same(origin.Label, Report.Outlet) && !Same(origin.Label, First.Speaker) ? origin.Label : null;

    /// <summary>"3 copies", or "3 more reports of the same origin" where they are not copies of one text.</summary>
    public string RepeatsInWords => Repeats.All(r => Words.IsCopy(r.Report))
        ? Words.Count(Repeats.Length, "copy", "copies")
        : Words.Count(Repeats.Length, "more report") + " of the same origin";

    private static bool Same(string a, string? b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase);
}
