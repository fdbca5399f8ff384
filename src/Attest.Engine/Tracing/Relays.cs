using Attest.Engine.Model;
using Attest.Engine.Text;

namespace Attest.Engine.Tracing;

/// <summary>Statements that another outlet is said to have made ("according to Continental Wire"): their origin is that outlet's for what it said.</summary>
internal static class Relays
{
    private const string According = "according to ";

    /// <summary>The statement with the relayed outlet's origin; null where it relays nobody else.</summary>
    public static TracedStatement? Of(Statement statement, Report report, AnalysedText text, EarlierReports story)
    {
        if (Whom(statement, report, text, story) is not { } name)
            return null;
        var outlet = story.Outlet(name);
        var grade = statement.Voice is Voice.Hedges or Voice.Asks ? EvidenceGrade.Unknown : EvidenceGrade.RelayOnly;
        if (outlet is not null && story.Telling(statement, outlet) is { } original)
            return new TracedStatement(statement, report.Outlet, original.Origin, grade, original.Family,
                original.CollapsedWith is { } root && original.Because != CollapseReason.SameSpeaker ? root : original.Statement.Report, CollapseReason.AttributedToOutlet);
        var (origin, family) = NewsroomOrigins.Of(name, story, OriginKind.Relay);
        var newest = outlet is null ? null : story.Of(outlet)[^1];
        return new TracedStatement(statement, report.Outlet, origin, grade, family, newest?.Report.Id, CollapseReason.AttributedToOutlet);
    }

    // What names an outlet that the story holds is an outlet, though its name alone ("Quayside Markets") does not show it.
    private static string? Whom(Statement statement, Report report, AnalysedText text, EarlierReports story)
    {
        string? name = statement.Speaker switch
        {
            { Kind: SpeakerKind.Outlet } speaker => speaker.Name,
            { Kind: SpeakerKind.Party or SpeakerKind.Person or SpeakerKind.Unnamed or SpeakerKind.Crowd, Body: null } speaker when story.Outlet(speaker.Name) is { IsNewsroom: true } => speaker.Name,
            null when statement.Voice == Voice.Asserts => AccordingTo(statement, text, story),
            _ => null,
        };
        bool itself = name is null || NameKeys.OfOutlet(name) == NameKeys.OfOutlet(report.Outlet.Name) || story.Outlet(name)?.Family == report.Outlet.Family;
        return itself ? null : name;
    }

    // Where the attribution was not seen for what it is: an outlet's name behind "according to" leaves no doubt.
    private static string? AccordingTo(Statement statement, AnalysedText text, EarlierReports story)
    {
        if (statement.Sentence >= text.Sentences.Length)
            return null;
        string sentence = text.Sentences[statement.Sentence].Span.Of(text.Text);
        int at = sentence.IndexOf(According, StringComparison.OrdinalIgnoreCase);
        if (at < 0)
            return null;
        string rest = sentence[(at + According.Length)..];
        rest = rest.StartsWith("the ", StringComparison.OrdinalIgnoreCase) ? rest[4..] : rest;
        return story.Outlets.Where(o => o.IsNewsroom && rest.StartsWith(NameKeys.WithoutArticle(o.Name), StringComparison.OrdinalIgnoreCase)).Select(o => o.Name).FirstOrDefault();
    }
}
