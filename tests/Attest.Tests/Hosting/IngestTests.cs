using Attest.Engine.Reading;
using Attest.Hosting;

namespace Attest.Tests.Hosting;

/// <summary>What is taken into a data folder is what <c>build</c> makes of it, in one go or bit by bit, and what was published stays.</summary>
public sealed class IngestTests : IDisposable
{
    private const string Question = "What happened at the mill?";

    private static readonly ReportLine first = Kept.Line("Herald", "fire", "2026-03-02T09:00:00Z", "Two people died in a fire at the Corran mill in Ostby on Monday, police said. The fire began in the drying hall.", "Fire at the Corran mill kills two");
    private static readonly ReportLine second = Kept.Line("Courier", "mill", "2026-03-02T12:00:00Z", "Two people died in the fire at the Corran mill in Ostby, the Ostby fire brigade said. The mill employs 90 people.", "Two dead in mill fire");
    private static readonly ReportLine late = Kept.Line("Gazette", "fire-mill", "2026-03-02T10:00:00Z", "Three people died in a fire at the Corran mill in Ostby, a hospital spokeswoman said.", "Mill fire kills three");

    private readonly Kept kept = new();

    public static TheoryData<string> Inputs => Kept.Inputs;

    public void Dispose() => kept.Dispose();

    [Theory]
    [MemberData(nameof(Inputs))]
    public async Task Ingesting_into_an_empty_folder_gives_the_bytes_of_building(string input)
    {
        var lines = Kept.Lines(input);
        await using var newsroom = kept.Open();
        var taken = await Kept.IngestAsync(newsroom, lines);
        var built = Kept.Built(lines);
        Assert.Equal(built.Select(s => s.Slug), newsroom.Archive.All().Select(s => s.Slug));
        Assert.All(built, s => Assert.Equal(Kept.Bytes(s), Kept.Bytes(newsroom.Archive.Story(s.Slug))));
        Assert.All(built, s => Assert.Equal(Kept.Bytes(s), Kept.Bytes(newsroom.Archive.Story(s.Slug, taken.Now))));
    }

    [Theory]
    [InlineData("sample", "Is China closing the A.I. gap faster than expected?")]
    [InlineData("stories/quake-toll.jsonl", "How many people died in the Mirador earthquake?")]
    [InlineData("stories/twin-fires.jsonl", "What happened at the Harrow paper mill?")]
    public async Task With_a_question_too(string input, string question)
    {
        var lines = Kept.Lines(input);
        await using var newsroom = kept.Open();
        await Kept.IngestAsync(newsroom, lines, question);
        var built = Assert.Single(Kept.Built(lines, question));
        var ingested = Assert.Single(newsroom.Archive.All());
        Assert.Equal(Kept.Bytes(built), Kept.Bytes(newsroom.Archive.Story(ingested.Slug)));
    }

    [Fact]
    public async Task What_comes_in_order_of_time_bit_by_bit_gives_the_bytes_of_building_it_at_once()
    {
        await using var newsroom = kept.Open();
        await Kept.IngestAsync(newsroom, [first]);
        var then = newsroom.Archive.All()[0];
        await Kept.IngestAsync(newsroom, [second]);
        var built = Assert.Single(Kept.Built([first, second]));
        Assert.Equal(Kept.Bytes(built), Kept.Bytes(newsroom.Archive.Story(built.Slug)));
        Assert.Equal(Kept.Bytes(newsroom.Archive.Story(then.Slug, then.AsOf)), Kept.Bytes(Assert.Single(Kept.Built([first]))));
    }

    [Fact]
    public async Task A_report_that_comes_late_joins_and_rewrites_nothing()
    {
        await using var newsroom = kept.Open();
        await Kept.IngestAsync(newsroom, [first, second]);
        var before = newsroom.Archive.Story(newsroom.Archive.All()[0].Slug)!;
        string then = Kept.Bytes(before);
        await Kept.IngestAsync(newsroom, [late]);
        var after = newsroom.Archive.Story(before.Slug)!;
        Assert.Equal(3, after.Reports.Length);
        Assert.Equal(before.Updates.Select(u => u.Headline), after.Updates.TakeLast(before.Updates.Length).Select(u => u.Headline));
        Assert.Contains(after.Claims.SelectMany(c => c.Evidence), e => e.Quote.Contains("Three people", StringComparison.Ordinal));
        Assert.Equal(then, Kept.Bytes(newsroom.Archive.Story(before.Slug, before.AsOf)));
        Assert.True(after.LastChange > before.AsOf);
    }

    [Fact]
    public async Task The_same_report_is_kept_once_and_an_edit_is_a_new_version()
    {
        await using var newsroom = kept.Open();
        await Kept.IngestAsync(newsroom, [first, second]);
        var again = await Kept.IngestAsync(newsroom, [first, second with { Text = second.Text + " Its owner is Corran Paper.", Updated = second.Published!.Value.AddHours(2) }]);
        Assert.Equal((1, 1), (again.Accepted, again.Known));
        var story = newsroom.Archive.Story(newsroom.Archive.All()[0].Slug)!;
        Assert.Equal([1, 2], story.Reports.Select(r => r.Version));
        Assert.Equal(second.Published!.Value.AddHours(2), story.LastChange);
    }

    [Fact]
    public async Task What_was_acknowledged_and_not_placed_is_placed_after_a_restart()
    {
        await using (var newsroom = kept.Open())
            await newsroom.AcceptAsync([first, second], null, isLive: false, Question, CancellationToken.None);
        await using var again = kept.Open();
        await again.PlaceAsync(show: true, CancellationToken.None);
        await again.SettleAsync(second.Published!.Value, everywhere: true, CancellationToken.None);
        var built = Assert.Single(Kept.Built([first, second], Question));
        Assert.Equal(Kept.Bytes(built), Kept.Bytes(again.Archive.Story(built.Slug)));
    }

    [Fact]
    public async Task A_story_derived_from_stored_analyses_is_the_same()
    {
        var lines = Kept.Lines("sample");
        await using (var newsroom = kept.Open())
            await Kept.IngestAsync(newsroom, lines);
        await using var reader = Newsroom.OpenToRead(kept.Folder, TimeProvider.System);
        foreach (var built in Kept.Built(lines))
            Assert.Equal(Kept.Bytes(built), Kept.Bytes(reader.Archive.Story(built.Slug, built.AsOf)));
    }

    [Fact]
    public async Task What_was_placed_is_shown_at_once_and_its_update_follows_when_the_story_has_settled()
    {
        await using var newsroom = kept.Open();
        await newsroom.AcceptAsync([first, second], null, isLive: true, null, CancellationToken.None);
        await newsroom.PlaceAsync(show: true, CancellationToken.None);
        var shown = newsroom.Archive.Story(newsroom.Archive.All()[0].Slug)!;
        Assert.NotEmpty(shown.Claims);
        Assert.Empty(shown.Updates);
        await newsroom.SettleAsync(second.Published!.Value, everywhere: false, CancellationToken.None);
        Assert.NotEmpty(newsroom.Archive.Story(shown.Slug)!.Updates);
    }

    [Fact]
    public async Task Time_that_passes_is_published_like_a_report()
    {
        await using var newsroom = kept.Open();
        await Kept.IngestAsync(newsroom, [first]);
        string slug = newsroom.Archive.All()[0].Slug;
        var later = first.Published!.Value.AddDays(30);
        await newsroom.SettleAsync(later, everywhere: false, CancellationToken.None);
        Assert.Equal(Kept.Bytes(Assert.Single(Kept.Built([first], asOf: later))), Kept.Bytes(newsroom.Archive.Story(slug)));
        Assert.Contains(newsroom.Archive.Story(slug)!.Claims, c => c.Standing == "lapsed");
    }
}
