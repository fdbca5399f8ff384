using Attest.Engine;
using Attest.Engine.Model;
using Attest.Engine.Publishing;
using Attest.Engine.Reading;
using Attest.Hosting;
using Attest.Log;

namespace Attest.Tests.Hosting;

/// <summary>An error of the engine in one report: it is kept and flagged, the others are not held up, and the log says so.</summary>
public sealed class NotAnalysedTests : IDisposable
{
    private static readonly DateTimeOffset noon = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);

    private static readonly ReportLine[] lines =
    [
        Kept.Line("Herald", "fire", "2026-03-02T09:00:00Z", "Two people died in a fire at the Corran mill in Ostby on Monday, police said. The fire began in the drying hall.", "Fire at the Corran mill in Ostby kills two"),
        Kept.Line("Poison", "fire", "2026-03-02T09:00:10Z", "Two people died in a fire at the Corran mill in Ostby on Monday, the mayor said.", "Fire at the Corran mill in Ostby kills two"),
        Kept.Line("Courier", "mill", "2026-03-02T10:00:00Z", "Two people died in the fire at the Corran mill in Ostby, the Ostby fire brigade said. The mill employs 90 people.", "Two dead in fire at the Corran mill in Ostby"),
    ];

    private readonly Kept kept = new();

    public void Dispose() => kept.Dispose();

    [Fact]
    public async Task It_is_kept_flagged_and_holds_nothing_up()
    {
        await using var newsroom = await IngestedAsync(Fails);
        var story = Whole(newsroom);
        Assert.Equal(3, story.Reports.Length);
        var poison = Assert.Single(story.Reports, r => r.Flags.Contains("not-analysed"));
        Assert.Equal("Poison", poison.Outlet);
        Assert.DoesNotContain(story.Claims.SelectMany(c => c.Evidence), e => e.Report == poison.Id);
        Assert.Contains(story.Claims, c => c.Text.Contains("90 people", StringComparison.Ordinal));
        var (url, cause) = Assert.Single(newsroom.NotAnalysed());
        Assert.Equal("https://poison.example/fire", url);
        Assert.Contains("InvalidOperationException", cause, StringComparison.Ordinal);
        Assert.Contains("a word without end", cause, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_log_says_so_and_verify_agrees_though_the_error_does_not_come_again()
    {
        await using (var newsroom = await IngestedAsync(Fails))
        {
            var decided = Assert.Single(newsroom.Log.Read(), e => e.Kind == EntryKinds.NotAnalysed);
            Assert.Contains("a word without end", LogJson.Read<NotAnalysedBody>(decided.Body).Cause, StringComparison.Ordinal);
        }
        await using (var log = SqliteLog.OpenToRead(kept.Folder))
        {
            var found = Verification.Of(log, (_, _) => { }, CancellationToken.None);
            Assert.True(found.Broken is null, found.Why);
            Assert.Equal(0, found.ToldOtherwise);
        }
        await using var again = kept.Open();
        Assert.Contains(Whole(again).Reports, r => r.Flags.Contains("not-analysed"));
    }

    [Fact]
    public async Task Another_engine_analyses_it_again_and_what_was_published_stays()
    {
        StoryDocument before;
        await using (var newsroom = await IngestedAsync(Fails))
            before = Whole(newsroom);
        // The log as another engine wrote it: its name stands in what it decided and published.
        await using var other = Newsroom.Of(await Logs.CopyAsync(kept.Folder, e => e.Replace(Algorithm.Version, "another engine", StringComparison.Ordinal)), Cache.None, TimeProvider.System);
        await other.AcceptAsync([Kept.Line("Gazette", "late", "2026-03-02T11:00:00Z", "Two people died in the fire at the Corran mill in Ostby, a hospital said.", "Fire at the Corran mill in Ostby: two dead")], null, isLive: false, null, CancellationToken.None);
        await other.PlaceAsync(show: false, CancellationToken.None);
        await other.SettleAsync(noon, everywhere: true, CancellationToken.None);
        var story = Whole(other);
        var poison = Assert.Single(story.Reports, r => r.Outlet == "Poison");
        Assert.DoesNotContain("not-analysed", poison.Flags);
        Assert.Contains(story.Claims.SelectMany(c => c.Evidence), e => e.Report == poison.Id);
        Assert.Equal(before.Updates.Select(u => u.Headline), story.Updates.Skip(story.Updates.Length - before.Updates.Length).Select(u => u.Headline));
        Assert.Null(Verification.Of(other.Log, (_, _) => { }, CancellationToken.None).Broken);
    }

    [Fact]
    public async Task An_error_that_comes_once_only_decides_nothing()
    {
        int tried = 0;
        await using var newsroom = await IngestedAsync(r => r.Outlet.Name == "Poison" && Interlocked.Increment(ref tried) == 1 ? Fails(r) : Analysis.Of(r));
        Assert.DoesNotContain(Whole(newsroom).Reports, r => r.Flags.Contains("not-analysed"));
        Assert.DoesNotContain(newsroom.Log.Read(), e => e.Kind == EntryKinds.NotAnalysed);
    }

    [Fact]
    public async Task An_error_in_a_report_that_this_engine_published_analysed_is_not_held_against_it()
    {
        StoryDocument before;
        await using (var newsroom = await IngestedAsync(Analysis.Of))
            before = Whole(newsroom);
        // Without its cache the engine must read the report again, and fails of it.
        await using (var newsroom = Newsroom.Of(SqliteLog.Open(kept.Folder), Cache.None, TimeProvider.System, Fails))
        {
            await Assert.ThrowsAsync<AggregateException>(() => newsroom.PrepareAsync(CancellationToken.None));
            Assert.DoesNotContain(newsroom.Log.Read(), e => e.Kind == EntryKinds.NotAnalysed);
        }
        await using var again = kept.Open();
        Assert.Equal(Kept.Bytes(before), Kept.Bytes(Whole(again)));
    }

    [Fact]
    public async Task Another_engine_that_fails_of_a_published_report_says_so_and_shows_its_story()
    {
        await using (var newsroom = await IngestedAsync(Analysis.Of))
            Assert.Single(newsroom.Archive.All());
        await using var other = Newsroom.Of(await Logs.CopyAsync(kept.Folder, e => e.Replace(Algorithm.Version, "another engine", StringComparison.Ordinal)), Cache.None, TimeProvider.System, Fails);
        await other.PrepareAsync(CancellationToken.None);
        Assert.Contains(Whole(other).Reports, r => r.Flags.Contains("not-analysed"));
        Assert.Single(other.NotAnalysed());
    }

    [Fact]
    public void Building_goes_on_without_it_and_says_why()
    {
        var edition = Edition.Of(Intake.Of(lines), null, null, r => r.Outlet.Name == "Poison" ? throw new InvalidOperationException("a word without end") : Pipeline.Read(r), CancellationToken.None);
        Assert.Equal(3, edition.Stories.Sum(s => s.Reports.Length));
        var (report, why) = Assert.Single(edition.Failed);
        Assert.Equal("Poison", report.Outlet.Name);
        Assert.Contains("a word without end", why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_report_whose_statements_make_its_story_fail_is_found_and_set_aside()
    {
        // Statements that no stage can take: they have no proposition.
        static Analysis Broken(Report report)
        {
            var analysis = Analysis.Of(report);
            return report.Outlet.Name != "Poison" ? analysis : analysis with { Read = analysis.Read with { Statements = [.. analysis.Read.Statements.Select(s => s with { Proposition = null! })] } };
        }
        await using var newsroom = await IngestedAsync(Broken);
        var story = Whole(newsroom);
        Assert.Equal(3, story.Reports.Length);
        Assert.Equal("Poison", Assert.Single(story.Reports, r => r.Flags.Contains("not-analysed")).Outlet);
        Assert.Single(newsroom.NotAnalysed());
        var edition = Edition.Of(Intake.Of(lines), null, null, r => Broken(r).Read, CancellationToken.None);
        Assert.Equal("Poison", Assert.Single(edition.Failed).Report.Outlet.Name);
    }

    private static Analysis Fails(Report report) =>
        Analysis.Of(report, r => r.Outlet.Name == "Poison" ? throw new InvalidOperationException("a word without end") : Pipeline.Read(r));

    private static StoryDocument Whole(Newsroom newsroom) => newsroom.Archive.Story(Assert.Single(newsroom.Archive.All()).Slug)!;

    private async Task<Newsroom> IngestedAsync(Func<Report, Analysis> analyse)
    {
        var newsroom = Newsroom.Of(SqliteLog.Open(kept.Folder), Cache.None, TimeProvider.System, analyse);
        await Kept.IngestAsync(newsroom, lines);
        return newsroom;
    }
}
