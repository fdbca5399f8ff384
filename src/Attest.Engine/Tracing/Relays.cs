using Attest.Engine.Model;

namespace Attest.Engine.Tracing;

/// <summary>Statements that another outlet is said to have made ("according to Continental Wire"): their origin is that outlet's for what it said.</summary>
internal static class Relays
{
    /// <summary>The statement with the relayed outlet's origin; null where it relays nobody else.</summary>
    public static TracedStatement? Of(Statement statement, Report report, EarlierReports story)
    {
        if (statement.Speaker is not { Kind: SpeakerKind.Outlet } speaker || NameKeys.OfOutlet(speaker.Name) == NameKeys.OfOutlet(report.Outlet.Name))
            return null;
        var outlet = story.Outlet(speaker.Name);
        if (outlet is not null && outlet.Family == report.Outlet.Family)
            return null;
        var grade = statement.Voice is Voice.Hedges or Voice.Asks ? EvidenceGrade.Unknown : EvidenceGrade.RelayOnly;
        if (outlet is not null && story.Telling(statement, outlet) is { } original)
            return new TracedStatement(statement, report.Outlet, original.Origin, grade, original.Family,
                original.CollapsedWith is { } root && original.Because != CollapseReason.SameSpeaker ? root : original.Statement.Report, CollapseReason.AttributedToOutlet);
        var (origin, family) = NewsroomOrigins.Of(speaker.Name, story, OriginKind.Relay);
        var newest = outlet is null ? null : story.Of(outlet)[^1];
        return new TracedStatement(statement, report.Outlet, origin, grade, family, newest?.Report.Id, CollapseReason.AttributedToOutlet);
    }
}
