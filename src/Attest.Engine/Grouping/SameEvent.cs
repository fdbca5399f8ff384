namespace Attest.Engine.Grouping;

/// <summary>Decides how likely two groups of reports tell of one event: likeness of what they say, against the silence between them.</summary>
internal static class SameEvent
{
    /// <summary>Log-odds for a report and a story; the better of the whole story and its newest reports.</summary>
    public static double LogOdds(Member report, OpenStory story, ReadOnlySpan<double> weights)
    {
        double odds = Similarity.LogOdds(report.Terms, story.Whole, weights);
        if (story.Recent is { } recent)
            odds = Math.Max(odds, Similarity.LogOdds(report.Terms, recent, weights));
        return odds - Silence(report.At, report.At, story);
    }

    /// <summary>Log-odds for two stories.</summary>
    public static double LogOdds(OpenStory a, OpenStory b, ReadOnlySpan<double> weights) =>
        Similarity.LogOdds(a.Whole, b.Whole, weights) - Silence(a.First, a.Last, b);

    private static double Silence(DateTimeOffset first, DateTimeOffset last, OpenStory story)
    {
        double gap = first > story.Last ? (first - story.Last).TotalDays : story.First > last ? (story.First - last).TotalDays : 0;
        return Calibration.Silence * Math.Log(1 + (gap / Calibration.SilenceDays));
    }
}
