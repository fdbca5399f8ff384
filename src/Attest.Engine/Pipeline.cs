using System.Collections.Immutable;
using Attest.Engine.Extracting;
using Attest.Engine.Matching;
using Attest.Engine.Model;
using Attest.Engine.Text;
using Attest.Engine.Tracing;
using Attest.Engine.Weighing;
using Attest.Engine.Writing;

namespace Attest.Engine;

/// <summary>
/// The whole road of a report: read → extract → trace → match → weigh → write. (Grouping decides before it which story a report belongs to;
/// publishing turns the state into documents after it.)
/// </summary>
public static class Pipeline
{
    /// <summary>How long a claim without new evidence stays before it lapses, and how long a story is breaking: when time itself is an event (R23).</summary>
    private static readonly TimeSpan lapse = TimeSpan.FromDays(14), breaking = TimeSpan.FromHours(2);

    /// <summary>What a report states. Depends on the report alone.</summary>
    public static ReadReport Read(Report report)
    {
        ArgumentNullException.ThrowIfNull(report);
        if (report.Language != "en")
            return LeaveUnread(report);
        var text = new AnalysedText(report.Text, Language.Analyse(LongText.Analysed(report.Text)).Sentences);
        var all = Extractor.Extract(report, text);
        var statements = LongText.Taken(all);
        return new ReadReport(LongText.Flagged(report, statements.Length < all.Length), text, statements) { Telling = Tellings.Of(text, statements) };
    }

    /// <summary>A report that is kept and shown as not analysed: it states nothing.</summary>
    public static ReadReport LeaveUnread(Report report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return new ReadReport(report with { Flags = [.. report.Flags.Append(ReportFlag.NotAnalysed).Distinct()] }, new AnalysedText(report.Text, []), []);
    }

    /// <summary>A story before its first event. Without a question it bears the first report's headline as its address until a claim words one.</summary>
    public static Story Open(StoryId id, string? question, Report first)
    {
        ArgumentNullException.ThrowIfNull(first);
        string working = question ?? (first.Title.Length > 0 ? first.Title : first.Outlet.Name);
        return new Story
        {
            Id = id,
            Slug = Slug.Of(working),
            Question = working,
            QuestionGiven = question is not null,
            Opened = first.At,
            AsOf = first.At,
            LastChange = first.At,
        };
    }

    /// <summary>The state after an event. Pure: the same story and event give the same state.</summary>
    /// <param name="before">The state before it.</param>
    /// <param name="happened">The event.</param>
    /// <param name="memory">What the stages derived at earlier steps of this story: saves time, changes nothing.</param>
    public static Story Step(Story before, StoryEvent happened, StoryMemory? memory = null)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(happened);
        memory ??= new();
        var (reports, claims) = happened switch
        {
            StoryEvent.Arrived arrived => Arrive(before, arrived.Reports, memory),
            StoryEvent.TimePassed passed => (before.Reports, Matcher.OpenDue(ClaimsOf(before), passed.At)),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
        var weighed = Weigher.Weigh(claims, new WeighingContext(happened.At, before.Opened, before.HasTimes) { Receptions = Receptions.Of(claims, reports) }, memory.Weighing);
        var fresh = happened is StoryEvent.Arrived a ? a.Reports.Select(r => r.Report.Id).Distinct().ToImmutableArray() : [];
        var history = Histories(before, weighed, happened.At);
        bool changed = !ReferenceEquals(history, before.History) || !fresh.IsEmpty;
        var untold = before.Untold.Union(fresh).ToImmutableArray();
        var context = new WritingContext(before.Id, before.Question, happened.At, before.Opened) { Earlier = before.Updates, NewReports = untold };
        var update = Writer.Write(context, before.Told, weighed, memory.Writing);
        return before with
        {
            AsOf = happened.At,
            Question = before.QuestionGiven ? before.Question : QuestionOf(before, update, weighed),
            Reports = reports,
            Claims = weighed,
            History = history,
            LastChange = changed ? happened.At : before.LastChange,
            Version = before.Version + (changed ? 1 : 0),
            Updates = update is null ? before.Updates : before.Updates.Add(update),
            Told = update is null ? before.Told : weighed,
            Untold = update is null ? untold : [],
        };
    }

    /// <summary>The story with its standing summary written anew: for readers, and so after the last event only.</summary>
    /// <param name="story">The story.</param>
    /// <param name="memory">What the stages derived at its steps: saves time, changes nothing.</param>
    public static Story Summarise(Story story, StoryMemory? memory = null)
    {
        ArgumentNullException.ThrowIfNull(story);
        return story with { Summary = Writer.SummaryOf(new WritingContext(story.Id, story.Question, story.AsOf, story.Opened), story.Claims, memory?.Writing) };
    }

    /// <summary>When time itself next changes something: the breaking window's end, a forecast's deadline, a claim's lapse. Null where nothing is due.</summary>
    public static DateTimeOffset? NextDue(Story story)
    {
        ArgumentNullException.ThrowIfNull(story);
        if (!story.HasTimes)
            return null;
        DateTimeOffset? next = null;
        Consider(story.Opened + breaking);
        foreach (var claim in story.Claims)
        {
            Consider(claim.Claim.Deadline);
            Consider(LapseOf(claim));
        }
        return next;

        void Consider(DateTimeOffset? due)
        {
            if (due > story.AsOf && !(next <= due))
                next = due;
        }
    }

    /// <summary>A story found without a question asks after the lead claim of its first update, for good; a headline once that is confirmed.</summary>
    private static string QuestionOf(Story before, Update? update, ImmutableArray<WeighedClaim> claims) =>
        (before.Updates.FirstOrDefault() ?? update) is { } first && claims.FirstOrDefault(c => c.Claim.Id == first.Lead[0]) is { } lead
            // "Did Regents say that …?" is not what a story asks: it asks whether what was said is so.
            ? StoryQuestion.Of(claims.FirstOrDefault(c => c.Claim.Id == lead.Claim.Utters) ?? lead, claims)
            : before.Question;

    private static DateTimeOffset? LapseOf(WeighedClaim claim) =>
        claim.Standing is Standing.Disputed or Standing.Stated or Standing.Uncorroborated && !claim.Claim.Evidence.IsEmpty
            ? claim.Claim.Evidence.Max(e => e.Traced.Statement.At) + lapse
            : null;

    private static (ImmutableArray<TracedReport>, ImmutableArray<Claim>) Arrive(Story before, ImmutableArray<ReadReport> arrived, StoryMemory memory)
    {
        var reports = before.Reports;
        var claims = ClaimsOf(before);
        foreach (var read in arrived)
        {
            var traced = Tracer.Trace(reports, read.Report, read.Text, read.Statements, memory.Speakers);
            reports = reports.Add(traced with { Telling = read.Telling ?? (read.Text.Sentences.IsEmpty ? null : Tellings.Of(read.Text, read.Statements)) });
            claims = Matcher.Match(claims, traced.Statements, memory.Claims, read.Report);
        }
        return (reports, claims);
    }

    private static ImmutableArray<Claim> ClaimsOf(Story story) => [.. story.Claims.Select(c => c.Claim)];

    private static ImmutableSortedDictionary<string, ImmutableArray<StandingChange>> Histories(Story before, ImmutableArray<WeighedClaim> after, DateTimeOffset at)
    {
        var history = before.History;
        for (int i = 0; i < after.Length; i++)
        {
            var claim = after[i];
            if (i < before.Claims.Length && ReferenceEquals(claim, before.Claims[i]))
                continue;
            string key = claim.Claim.Id.Value;
            var steps = history.TryGetValue(key, out var known) ? known : [];
            if (steps.IsEmpty || steps[^1].Standing != claim.Standing || steps[^1].Probability != claim.Probability || steps[^1].Wording != claim.Claim.Wording)
                history = history.SetItem(key, steps.Add(new StandingChange(at, claim.Standing, claim.Probability, claim.Reason, claim.Claim.Wording)));
        }
        return history;
    }
}
