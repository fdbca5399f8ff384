using System.Collections.Immutable;
using Attest.Engine.Model;
using Attest.Engine.Text;

namespace Attest.Engine.Tracing;

/// <summary>
/// Finds where the evidence behind a report's statements comes from (R3), so that forty reprints are one origin. A statement of the body takes its origin from the
/// first of:
/// <list type="number">
/// <item>another outlet that it relays ("according to Continental Wire"), see <see cref="Relays"/>;</item>
/// <item>whom its speaker has it from ("he had the news from the families");</item>
/// <item>the earlier report whose passage it carries, see <see cref="CopiedReports"/> and <see cref="CarriedStatements"/>;</item>
/// <item>the outlet that the report credits, see <see cref="Credits"/>;</item>
/// <item>its speaker, see <see cref="SpeakerOrigins"/>, and whoever reported that speaker before, see <see cref="SharedSpeakers"/>;</item>
/// <item>its outlet: as an issuer of records, as a copier of a rare error (<see cref="SharedErrors"/>), or as a newsroom with its family.</item>
/// </list>
/// A headline takes that of the body statement that it shortens; without one it is no evidence (R22). Earlier wins: reports come in canonical order.
/// </summary>
public static class Tracer
{
    /// <summary>Traces a report.</summary>
    /// <param name="earlier">The story's reports before it, in canonical order, with older versions of this one.</param>
    /// <param name="report">The report.</param>
    /// <param name="text">Its text taken apart.</param>
    /// <param name="statements">What it states, in order of the text.</param>
    /// <param name="memory">The speakers of this story's earlier reports: saves time, changes nothing.</param>
    public static TracedReport Trace(
        ImmutableArray<TracedReport> earlier, Report report, AnalysedText text, ImmutableArray<Statement> statements, SpeakerMemory? memory = null)
    {
        ArgumentNullException.ThrowIfNull(report);
        var words = Words.Of(report.Text);
        var fingerprint = Fingerprint.Of(words);
        var story = new EarlierReports(earlier, report);
        var speakers = new SpeakerOrigins(story, memory ?? new());
        var credit = Credits.Of(report, story);
        var sources = CopiedReports.Of(story, report, words, fingerprint);
        var main = CopiedReports.Main(sources, report);
        var outlet = OwnVoice(report, credit, credit is null && main is null ? SharedErrors.With(text, report, story) : null, story, speakers);

        var body = new Dictionary<StatementId, TracedStatement>();
        foreach (var statement in statements.Where(s => s.Sentence >= 0))
            body[statement.Id] = Relays.Of(statement, report, text, story)
                ?? HeardFromAnother(statement, report, statements, speakers)
                ?? CarriedStatements.Of(statement, report, sources, story, speakers)
                ?? (credit is null ? null : Credited(statement, report, credit, story, speakers))
                ?? (statement.Speaker is { Kind: not SpeakerKind.Outlet } speaker && !IsOwnWork(speaker, report.Outlet) ? Spoken(statement, speaker, report, story, speakers) : null)
                ?? InOwnVoice(statement, report, outlet, story);
        ImmutableArray<TracedStatement> traced = [.. statements.Select(s => body.GetValueOrDefault(s.Id) ?? Headline(s, report, body.Values, outlet))];

        var lead = traced.FirstOrDefault(t => t.Statement.Sentence >= 0);
        return new TracedReport
        {
            Report = report,
            Statements = traced,
            Lead = lead?.Origin ?? (main is { } copied && credit is null ? copied.Report.Lead : outlet.Origin),
            CopyOf = main?.Report.Report.Id,
            CollapsedBecause = credit?.Because ?? (main is not null ? CollapseReason.ContainedPassage : lead is null ? outlet.Because : lead.Because),
            Fingerprint = fingerprint.Values,
        };
    }

    // "The Herald's analysis shows", in the Herald, is its own reporting.
    private static bool IsOwnWork(Speaker speaker, Outlet outlet) => speaker.Kind == SpeakerKind.Document && outlet.IsNewsroom
        && NameKeys.WithoutArticle(speaker.Name).StartsWith(NameKeys.WithoutArticle(outlet.Name), StringComparison.OrdinalIgnoreCase);

    // What the outlet says itself: its credit's, its record, the copied error's, or its own newsroom's.
    private static OutletOrigin OwnVoice(Report report, Credit? credit, TracedReport? error, EarlierReports story, SpeakerOrigins speakers)
    {
        if (credit is not null)
        {
            var (origin, family) = NewsroomOrigins.Of(credit.Name, story, credit.Because == CollapseReason.AgencyCredit ? OriginKind.Agency : OriginKind.Relay);
            return new(origin, family, null, credit.Because);
        }
        if (report.Outlet.IsIssuer)
            return new(speakers.OfIssuer(report.Outlet), report.Outlet.Family, null, null);
        return error is null
            ? new(NewsroomOrigins.Of(report.Outlet, story), report.Outlet.Family, null, null)
            : new(NewsroomOrigins.Of(error.Report.Outlet, story), error.Report.Outlet.Family, error.Report.Id, CollapseReason.SharedError);
    }

    private static TracedStatement? HeardFromAnother(Statement statement, Report report, ImmutableArray<Statement> all, SpeakerOrigins speakers) =>
        statement.Speaker is { Kind: not SpeakerKind.Outlet, HasItFrom: { } from }
            ? new(statement, report.Outlet, speakers.OfWhomItIsFrom(from, all), Grades.Of(statement, report.Outlet), report.Outlet.Family)
            : null;

    private static TracedStatement Credited(Statement statement, Report report, Credit credit, EarlierReports story, SpeakerOrigins speakers)
    {
        var (origin, family) = NewsroomOrigins.Of(credit.Name, story, credit.Because == CollapseReason.AgencyCredit ? OriginKind.Agency : OriginKind.Relay);
        var outlet = story.Outlet(credit.Name);
        var original = outlet is null ? null : story.Telling(statement, outlet);
        if (statement.Speaker is { Kind: not SpeakerKind.Outlet } speaker)
            origin = speakers.Of(speaker, statement, outlet ?? report.Outlet);
        // The agency is a newsroom, whatever prints it; a tip is no more than a relay.
        var grade = Grades.Of(statement, outlet ?? report.Outlet with { Kind = OutletKind.Agency });
        if (credit.Because == CollapseReason.AttributedToOutlet && statement.Speaker is null)
            grade = (EvidenceGrade)Math.Max((int)grade, (int)EvidenceGrade.RelayOnly);
        return new(statement, report.Outlet, original?.Origin ?? origin, Grades.Copied(grade), original?.Family ?? family,
            original?.Statement.Report ?? (outlet is null ? null : story.Of(outlet)[^1].Report.Id), credit.Because);
    }

    private static TracedStatement Spoken(Statement statement, Speaker speaker, Report report, EarlierReports story, SpeakerOrigins speakers)
    {
        var grade = Grades.Of(statement, report.Outlet);
        var traced = new TracedStatement(statement, report.Outlet, speakers.Of(speaker, statement, report.Outlet), grade, report.Outlet.Family);
        return grade == EvidenceGrade.PrimaryRecord ? traced : SharedSpeakers.Collapse(traced, report, story);
    }

    private static TracedStatement InOwnVoice(Statement statement, Report report, OutletOrigin outlet, EarlierReports story)
    {
        // "The Herald has learnt", in the Herald, is its own voice.
        var voiced = statement.Speaker is null ? statement : statement with { Speaker = null, Voice = statement.Voice is Voice.Attributes or Voice.Relays ? Voice.Asserts : statement.Voice };
        var traced = new TracedStatement(statement, report.Outlet, outlet.Origin, Grades.Of(voiced, report.Outlet), outlet.Family, outlet.CollapsedWith, outlet.Because);
        return outlet.Because is null && !report.Outlet.IsIssuer ? SharedSpeakers.Collapse(traced, report, story) : traced;
    }

    private static TracedStatement Headline(Statement headline, Report report, IEnumerable<TracedStatement> body, OutletOrigin outlet) =>
        Alike.Best(body, headline, Calibration.SameContent) is { } shortened
            ? shortened with { Statement = headline }
            : new TracedStatement(headline, report.Outlet, outlet.Origin, EvidenceGrade.Unknown, outlet.Family, outlet.CollapsedWith, outlet.Because);

    private sealed record OutletOrigin(Origin Origin, string Family, ReportId? CollapsedWith, CollapseReason? Because);
}
