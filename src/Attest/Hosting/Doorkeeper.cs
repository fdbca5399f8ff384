using Attest.Engine.Model;
using Attest.Engine.Reading;
using Attest.Log;
using Attest.Telemetry;

namespace Attest.Hosting;

/// <summary>Takes reports in: makes them of lines, numbers their versions on from those in the log, and has them on the disk before it says so.</summary>
internal sealed class Doorkeeper(ILog log, TimeProvider clock)
{
    /// <summary>Entries of one append: large enough to share a sync, small enough that others are not held up.</summary>
    private const int Together = 256;

    private readonly Lock numbering = new();
    private readonly Dictionary<ReportId, List<string>> arriving = [];

    /// <summary>Takes reports in.</summary>
    /// <param name="lines">The good lines of an input, in its order.</param>
    /// <param name="now">What counts as now; the input's own latest time where null.</param>
    /// <param name="isLive">Whether the reports come as they appear: then one without any time takes effect now, not in 1970.</param>
    /// <param name="question">The question that they were gathered for; it is followed from now on, and no other story takes them.</param>
    /// <param name="cancel">Ends the work early; what was appended stays.</param>
    /// <param name="forQuestions">Whether only followed questions may take them, whichever.</param>
    /// <exception cref="LogException">The log did not take them.</exception>
    public async Task<Taken> AcceptAsync(IReadOnlyList<ReportLine> lines, DateTimeOffset? now, bool isLive, string? question, CancellationToken cancel, bool forQuestions = false)
    {
        using var run = Stage.Begin(Stage.Accept);
        var (intake, reports) = Number(lines, now, isLive);
        try
        {
            string? story = question is not null ? await FollowAsync(question, cancel) : forQuestions ? ReportBody.AnyQuestion : null;
            var appended = clock.GetUtcNow();
            var appends = reports
                .Select(r => EntryOf(r, intake.HasTimes, intake.Sample, story, appended))
                .Chunk(Together)
                .Select(chunk => log.AppendAsync(chunk, cancel))
                .ToArray();
            foreach (var done in await Task.WhenAll(appends))
                Check(done);
            Stage.Accepted(reports.Length);
            return new Taken(reports.Length, lines.Count - intake.Refused.Length - reports.Length, intake.Refused, intake.Now);
        }
        finally
        {
            Forget(reports);
        }
    }

    /// <summary>Follows a question; once, however often it is asked. One that was left is followed again.</summary>
    /// <returns>Id of its story.</returns>
    public async Task<string> FollowAsync(string question, CancellationToken cancel)
    {
        string story = StoryId.Of(question).Value;
        var (followed, left) = Turns(story);
        if (followed == left)
            await TurnAsync(EntryKinds.Question, new QuestionBody(question, story), FollowKey(story, followed), cancel);
        return story;
    }

    /// <summary>Follows a question no longer; its story stays, and takes no more reports.</summary>
    /// <returns>Whether it was followed.</returns>
    public async Task<bool> LeaveAsync(QuestionBody question, CancellationToken cancel)
    {
        var (followed, left) = Turns(question.Story);
        if (followed == left)
            return false;
        await TurnAsync(EntryKinds.QuestionLeft, question, LeftKey(question.Story, left), cancel);
        return true;
    }

    // A question is followed, left, followed again: each turn has a key of its own, so that none is in the log twice.
    private (int Followed, int Left) Turns(string story) => (log.KeysOf(FollowKey(story, 0)).Count, log.KeysOf(LeftKey(story, 0)).Count);

    private static string FollowKey(string story, int turn) => "question|" + story + (turn == 0 ? "" : $"|{turn}");

    private static string LeftKey(string story, int turn) => "questionLeft|" + story + (turn == 0 ? "" : $"|{turn}");

    private async Task TurnAsync(string kind, QuestionBody body, string key, CancellationToken cancel)
    {
        var appended = await log.AppendAsync([new NewEntry(null, 0, kind, clock.GetUtcNow(), LogJson.Write(body), key)], cancel);
        if (appended is not Appended.Known)
            Check(appended);
    }

    private static void Check(Appended appended)
    {
        if (appended is Appended.Failed failed)
            throw new LogException(failed.Why);
        if (appended is not Appended.Done)
            throw new LogException("the log has some of the reports already, though it did not a moment ago: is another program writing it?");
    }

    private (Intake Intake, Report[] Reports) Number(IReadOnlyList<ReportLine> lines, DateTimeOffset? now, bool isLive)
    {
        lock (numbering)
        {
            var intake = Intake.Of(lines, now, known: Known);
            if (isLive && !intake.HasTimes)
                intake = intake with { HasTimes = true, Reports = [.. intake.Reports.Select(r => r with { Published = intake.Now, At = intake.Now })] };
            foreach (var report in intake.Reports)
            {
                if (!arriving.TryGetValue(report.Id, out var contents))
                    arriving[report.Id] = contents = [];
                contents.Add(report.ContentHash);
            }
            return (intake, [.. intake.Reports]);
        }
    }

    private List<string> Known(ReportId id) =>
        [.. log.KeysOf(id.Value + "|").Select(ReportKey.ContentOf).Concat(arriving.GetValueOrDefault(id, [])).Distinct(StringComparer.Ordinal)];

    private void Forget(Report[] reports)
    {
        lock (numbering)
            foreach (var report in reports)
                if (arriving.TryGetValue(report.Id, out var contents) && contents.Remove(report.ContentHash) && contents.Count == 0)
                    arriving.Remove(report.Id);
    }

    private static NewEntry EntryOf(Report report, bool hasTimes, bool sample, string? story, DateTimeOffset now)
    {
        string text = ContentId.Hash(report.Text);
        var body = new ReportBody(report with { Text = "" }, text, hasTimes, sample, story);
        return new NewEntry(null, 0, EntryKinds.Report, now, LogJson.Write(body), ReportKey.Of(report), [new StoredText(text, report.Text)]);
    }
}
