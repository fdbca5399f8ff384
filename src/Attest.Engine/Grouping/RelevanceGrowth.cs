using System.Collections.Immutable;
using System.Globalization;

namespace Attest.Engine.Grouping;

/// <summary>The growing set of relevant reports; see <see cref="Relevance"/>.</summary>
internal sealed class RelevanceGrowth
{
    private readonly Vocabulary vocabulary = new(Rarity.English);
    private readonly ReportFeatures question;
    private readonly List<Candidate> candidates = [];
    private TermVector profile = TermVector.Empty;

    public RelevanceGrowth(ReportFeatures question, IReadOnlyList<ReportFeatures> reports)
    {
        this.question = question;
        foreach (var versions in reports.GroupBy(r => r.Key, StringComparer.Ordinal))
        {
            var newest = versions.Last();
            candidates.Add(new Candidate(newest, vocabulary.VectorOf(newest), QuestionCoverage.Of(question, newest)));
        }
    }

    public ImmutableArray<RelevanceDecision> Decide()
    {
        Seed();
        while (GrowByLikeness() || GrowByRecords())
        {
            // Each round adds at least one report, so it ends.
        }
        return [.. candidates.Select(c => new RelevanceDecision(c.Report.Key, c.IsIn, c.LogOdds, c.Reason))];
    }

    private void Seed()
    {
        double most = candidates.Count == 0 ? 0 : candidates.Max(c => c.Coverage);
        double enough = Math.Min(most, Calibration.SeedCoverage);
        Include([.. candidates.Where(c => most > 0 && c.Coverage >= enough)], c => $"it says {QuestionCoverage.Said(question, c.Report)}, as the question does");
    }

    private bool GrowByLikeness()
    {
        var found = new List<Candidate>();
        foreach (var candidate in candidates.Where(c => !c.IsIn))
        {
            candidate.LogOdds = LogOdds(candidate);
            bool isIn = profile.Reports > 0 && candidate.LogOdds > 0;
            if (isIn)
                found.Add(candidate);
            else
                candidate.Reason = WhyOut(candidate);
        }
        return Include(found, c => "like the relevant reports: " + Reasons.Between(c.Terms, profile, vocabulary));
    }

    private bool GrowByRecords()
    {
        var found = new List<(Candidate Record, string Reason)>();
        foreach (var record in candidates.Where(c => !c.IsIn && !c.Report.Issuer.IsEmpty))
            if (candidates.Where(c => c.IsIn).Select(c => Records.Link(record.Report, c.Report)).FirstOrDefault(l => l is not null) is { } reason)
                found.Add((record, reason));
        return Include([.. found.Select(f => f.Record)], c => found.Find(f => f.Record == c).Reason);
    }

    private double LogOdds(Candidate candidate)
    {
        Span<double> parts = stackalloc double[Similarity.Parts];
        Similarity.Measure(candidate.Terms, profile, parts);
        double nearest = 0;
        foreach (var other in candidates)
            if (other.IsIn)
                nearest = Math.Max(nearest, candidate.Terms.TextProduct(other.Terms));
        return Calibration.RelevantAlone + (Calibration.RelevantCoverage * candidate.Coverage) + (Calibration.RelevantProfile * parts[Similarity.CosinePart])
            + (Calibration.RelevantNames * parts[Similarity.NamesPart]) + (Calibration.RelevantNearest * nearest);
    }

    private string WhyOut(Candidate candidate)
    {
        if (profile.Reports == 0)
            return "no report says anything that the question says";
        string shared = Reasons.Between(candidate.Terms, profile, vocabulary);
        return string.Create(CultureInfo.InvariantCulture, $"it says {candidate.Coverage:P0} of what the question asks, and too little of what the relevant reports say: {shared}");
    }

    private bool Include(List<Candidate> found, Func<Candidate, string> reason)
    {
        foreach (var candidate in found)
            candidate.Reason = reason(candidate);
        foreach (var candidate in found)
        {
            candidate.IsIn = true;
            profile = profile.Plus(candidate.Terms);
        }
        return found.Count > 0;
    }

    private sealed class Candidate(ReportFeatures report, TermVector terms, double coverage)
    {
        public ReportFeatures Report { get; } = report;

        public TermVector Terms { get; } = terms;

        public double Coverage { get; } = coverage;

        public bool IsIn { get; set; }

        public double LogOdds { get; set; }

        public string Reason { get; set; } = "";
    }
}
