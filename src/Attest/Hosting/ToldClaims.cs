using System.Collections.Immutable;
using Attest.Engine;
using Attest.Engine.Model;

namespace Attest.Hosting;

/// <summary>
/// Keeps published updates bound (R17). An update names claims by id; a newer engine, or the leaving of a report, may leave the story without
/// them. They are then listed as they were told, out of date, with the words of the reports that bore them.
/// </summary>
internal static class ToldClaims
{
    private const int MostEvidence = 3;

    /// <summary>The claims that an update names, as the story has them.</summary>
    public static ImmutableArray<ToldClaim> Of(Update update, Story story)
    {
        var named = Named(update).ToHashSet();
        return [.. story.Claims.Where(c => named.Contains(c.Claim.Id)).Select(c => Of(c.Claim))];
    }

    /// <summary>The story with what its updates name and it does not have.</summary>
    /// <param name="story">The story.</param>
    /// <param name="published">Its published updates with the claims that they told.</param>
    /// <param name="reports">Finds the versions of a report that were ever in the story.</param>
    public static Story Complete(Story story, IEnumerable<UpdateBody> published, Func<string, IReadOnlyList<Report>> reports)
    {
        var there = story.Claims.Select(c => c.Claim.Id).ToHashSet();
        string[] missing = [.. story.Updates.SelectMany(Named).Where(id => !there.Contains(id)).Select(id => id.Value).Distinct(StringComparer.Ordinal)];
        var here = story.Reports.Select(r => r.Report.Id).ToHashSet();
        ReportId[] gone = [.. story.Updates.SelectMany(u => u.Reports).Where(r => !here.Contains(r)).Distinct()];
        if (missing.Length == 0 && gone.Length == 0)
            return story;
        var told = published.SelectMany(u => u.Claims).GroupBy(c => c.Id, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Last(), StringComparer.Ordinal);
        ToldClaim[] lost = [.. missing.Where(told.ContainsKey).Select(id => told[id])];
        string[] cited = [.. lost.SelectMany(c => c.Evidence).Select(e => e.Report).Concat(gone.Select(g => g.Value)).Where(r => !here.Contains(new ReportId(r))).Distinct(StringComparer.Ordinal)];
        story = story with { Reports = [.. story.Reports, .. cited.SelectMany(reports).Select(Untraced)] };
        var versions = story.Reports.ToDictionary(r => (r.Report.Id, r.Report.Version));
        return story with { Claims = [.. story.Claims, .. lost.Select(c => OutOfDate(c, versions)).OfType<WeighedClaim>()] };
    }

    private static IEnumerable<ClaimId> Named(Update update) => update.Lead
        .Concat(update.Summary.SelectMany(s => s.Claims))
        .Concat(update.Confirmed)
        .Concat(update.Unconfirmed)
        .Concat(update.Changes.Select(c => c.Claim))
        .Concat(update.WhatChanged.Claims);

    private static ToldClaim Of(Claim claim) => new(
        claim.Id.Value,
        claim.Wording,
        claim.Kind,
        claim.FirstSeen,
        [.. claim.Evidence.OrderBy(e => e.Stance).Take(MostEvidence).Select(e => e.Traced).Select((t, i) => new ToldEvidence(
            t.Statement.Report.Value, t.Statement.Version, t.Statement.Quote.Start, t.Statement.Quote.End, t.Statement.Voice, t.Statement.Speaker?.Name,
            claim.Evidence.OrderBy(e => e.Stance).ElementAt(i).Stance, t.Grade, t.Statement.At))]);

    private static TracedReport Untraced(Report report) => new()
    {
        Report = report,
        Statements = [],
        Lead = new Origin(OriginId.Of(OriginKind.Unknown, report.Outlet.Name), OriginKind.Unknown, report.Outlet.Name),
    };

    private static WeighedClaim? OutOfDate(ToldClaim told, Dictionary<(ReportId, int), TracedReport> versions)
    {
        var evidence = told.Evidence
            .Where(e => versions.TryGetValue((new ReportId(e.Report), e.Version), out var r) && e.End <= r.Report.Text.Length)
            .Select((e, i) => Evidence(told, e, i, versions[(new ReportId(e.Report), e.Version)]))
            .ToImmutableArray();
        return evidence.IsEmpty ? null : new WeighedClaim
        {
            Claim = new Claim
            {
                Id = new ClaimId(told.Id),
                Wording = told.Wording,
                Kind = told.Kind,
                Proposition = evidence[0].Traced.Statement.Proposition,
                FirstSeen = told.FirstSeen,
                AsOf = told.FirstSeen,
                Evidence = evidence,
            },
            Standing = Standing.Superseded,
            Reason = "An earlier update told it so. The report behind it is now read otherwise, or belongs to another story.",
            Rules = ["R15"],
            Origins = 0,
            Reports = 0,
        };
    }

    private static Evidence Evidence(ToldClaim claim, ToldEvidence told, int number, TracedReport report) => new(
        new TracedStatement(
            new Statement
            {
                Id = new StatementId($"{claim.Id}.{number}"),
                Report = report.Report.Id,
                Version = told.Version,
                At = told.At,
                Quote = new Span(told.Start, told.End),
                Content = new Span(told.Start, told.End),
                Sentence = 0,
                Wording = claim.Wording,
                Voice = told.Voice,
                Speaker = null,
                Kind = claim.Kind,
                Proposition = new Proposition { Predicate = "" },
                AsOf = told.At,
            },
            report.Report.Outlet,
            report.Lead,
            told.Grade,
            report.Report.Outlet.Family),
        told.Stance,
        Withdrawn: true);
}
