using System.Collections.Immutable;
using Attest.Engine.Model;

namespace Attest.Engine.Tracing;

/// <summary>
/// Which statements of a report that rests on another are the other's: most of their words stand in shared passages, or they tell the same and share some.
/// What a copying newsroom added stays its own.
/// </summary>
internal static class CarriedStatements
{
    /// <summary>The statement with the origin of the passage that it was carried over in; null where it is the report's own.</summary>
    public static TracedStatement? Of(Statement statement, Report report, ImmutableArray<Source> sources, EarlierReports story, SpeakerOrigins speakers)
    {
        foreach (var source in sources.OrderByDescending(s => s.Passages.Covered(statement.Content)))
        {
            double covered = source.Passages.Covered(statement.Content);
            if (covered == 0)
                return null;
            var original = Original(statement, source) ?? Alike.Best(source.Report.Statements, statement, Calibration.SameContent);
            bool carried = covered >= Calibration.CarriedShare || (original is not null && Alike.Content(original.Statement, statement) >= Calibration.SameContent);
            if (carried && !AnotherSays(statement, original, source) && Carried(statement, report, source.Report, original, story, speakers) is { } traced)
                return traced;
        }
        return null;
    }

    private static TracedStatement? Carried(Statement statement, Report report, TracedReport from, TracedStatement? original, EarlierReports story, SpeakerOrigins speakers)
    {
        // An outlet that repeats itself collapses into nobody; but what it copied before, it copies again.
        bool own = from.Report.Outlet.Family == report.Outlet.Family;
        if (own && original?.CollapsedWith is null)
            return null;
        var origin = statement.Speaker is { } speaker && original?.Statement.Speaker is null
            ? speakers.Of(speaker, statement, from.Report.Outlet)
            : original?.Origin ?? OwnOf(from, story, speakers);
        var grade = statement.Speaker is not null && original?.Statement.Speaker is null
            ? Grades.Of(statement, from.Report.Outlet)
            : original?.Grade ?? Grades.Of(statement, from.Report.Outlet);
        if (statement.Voice is Voice.Hedges or Voice.Asks)
            grade = EvidenceGrade.Unknown;
        bool chained = original is { CollapsedWith: not null, Because: not CollapseReason.SameSpeaker and not CollapseReason.SameFamily };
        return new TracedStatement(statement, report.Outlet, origin, Grades.Copied(grade), original?.Family ?? from.Report.Outlet.Family,
            chained ? original!.CollapsedWith : from.Report.Id, own ? original!.Because : CollapseReason.ContainedPassage);
    }

    // Where the copied stretch yields no statement there: who wrote that report.
    private static Origin OwnOf(TracedReport from, EarlierReports story, SpeakerOrigins speakers) =>
        from.Report.Outlet.IsIssuer ? speakers.OfIssuer(from.Report.Outlet)
        : from.CollapsedBecause is CollapseReason.AgencyCredit or CollapseReason.ContainedPassage or CollapseReason.Syndication ? from.Lead
        : NewsroomOrigins.Of(from.Report.Outlet, story);

    // The earlier report's statement that holds most of the words that this one shares with it.
    private static TracedStatement? Original(Statement statement, Source source)
    {
        var words = source.EarlierWords;
        var places = source.Passages.PlacesOf(statement.Content).Where(p => p < words.Length).Select(p => words[p].Span).ToList();
        return source.Report.Statements
            .Where(s => s.Statement.Sentence >= 0)
            .Select(s => (Statement: s, Shared: places.Count(s.Statement.Content.Contains)))
            .Where(s => s.Shared * 2 >= places.Count && s.Shared > 0)
            .OrderByDescending(s => s.Shared)
            .Select(s => s.Statement)
            .FirstOrDefault();
    }

    // "The bridge fell on Monday, police said" and "…, the hospital said" share a sentence, not a speaker.
    private static bool AnotherSays(Statement statement, TracedStatement? original, Source source) =>
        statement.Speaker is { } speaker
        && source.Passages.Covered(speaker.Span) < Calibration.CarriedShare
        && original?.Statement.Speaker?.Key != speaker.Key
        && !(original?.Statement.Speaker is { } other && NameKeys.SameBody(other.Body ?? other.Name, speaker.Body ?? speaker.Name));
}
