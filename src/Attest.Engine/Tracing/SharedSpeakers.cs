using Attest.Engine.Model;

namespace Attest.Engine.Tracing;

/// <summary>Which earlier report already had a statement from the same origin, and why the two count as one (R3).</summary>
internal static class SharedSpeakers
{
    /// <summary>The statement, collapsed into the first one of another outlet that tells the same from the same origin.</summary>
    public static TracedStatement Collapse(TracedStatement traced, Report report, EarlierReports story)
    {
        var earlier = Alike.Best(story.Of(traced.Origin.Id).Where(s => s.Outlet.Name != report.Outlet.Name), traced.Statement, Calibration.SimilarContent);
        if (earlier is null)
            return traced;
        var because = Why(traced, earlier, report, story);
        bool itsAccess = because is CollapseReason.SameSpeaker or CollapseReason.SameFamily;
        return traced with { CollapsedWith = earlier.Statement.Report, Because = because, Family = itsAccess ? traced.Family : earlier.Family };
    }

    private static CollapseReason Why(TracedStatement traced, TracedStatement earlier, Report report, EarlierReports story)
    {
        var statement = traced.Statement;
        if (statement.Speaker is not { } speaker)
            return CollapseReason.SameFamily;
        if (speaker.Kind is SpeakerKind.Unnamed or SpeakerKind.Crowd)
            return CollapseReason.SameUnnamedSource;
        bool heardItself = statement.OwnAccess || speaker.SaysItsOwn;
        return statement.Verbatim && !heardItself && earlier.Statement.Verbatim && Quotation(earlier, story) is { } other
            && Alike.SameWords(Words.Of(statement.Content.Of(report.Text)), Words.Of(other))
            ? CollapseReason.SameQuotation
            : CollapseReason.SameSpeaker;
    }

    private static string? Quotation(TracedStatement traced, EarlierReports story) =>
        story.All.FirstOrDefault(r => r.Report.Id == traced.Statement.Report && r.Report.Version == traced.Statement.Version) is { } report
            ? traced.Statement.Content.Of(report.Report.Text)
            : null;
}
