using Attest.Fetch;
using Attest.Hosting;
using Attest.Input;
using Attest.Tests.Hosting;

namespace Attest.Tests.Fetch;

/// <summary>From a feed on a server to the story of a question: what joins, what is left out, what an edit changes.</summary>
public sealed class FollowingTests : IAsyncLifetime
{
    private const string Question = "What happened at the mill in Ostby?";

    private readonly Kept kept = new();
    private SmallWeb web = null!;

    public async ValueTask InitializeAsync()
    {
        web = await SmallWeb.StartAsync();
        Publish("herald.example", "fire", "Fire at the Corran mill kills two", "Two people died in a fire at the Corran mill in Ostby on Monday, police said. The fire began in the drying hall. Firemen fought it until noon.");
        Publish("courier.example", "mill", "Two dead in mill fire", "Two people died in the fire at the Corran mill in Ostby, the Ostby fire brigade said. The mill employs 90 people, its owner said in a statement.");
    }

    public async ValueTask DisposeAsync()
    {
        await web.DisposeAsync();
        kept.Dispose();
    }

    [Fact]
    public async Task What_bears_on_the_question_joins_and_the_rest_is_left_out()
    {
        Publish("herald.example", "choir", "Choir wins prize", "The town choir of Lunde won the first prize of the singing festival on Sunday. It sang three songs by composers of the region, the jury said.", also: "fire");
        await using var newsroom = Open();
        using var desk = Desk(newsroom);
        await desk.FollowAsync(Question, [web.At("herald.example", "/feed"), web.At("courier.example", "/feed")], CancellationToken.None);
        await PassAsync(newsroom, desk, TimeSpan.FromMinutes(4));
        var story = newsroom.Archive.Story(Assert.Single(newsroom.Archive.All()).Slug)!;
        Assert.Equal(["/fire", "/mill"], story.Reports.Select(r => new Uri(r.Url).AbsolutePath).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task An_edited_page_is_a_new_version_of_its_report()
    {
        await using var newsroom = Open();
        using var desk = Desk(newsroom);
        await desk.FollowAsync(Question, [web.At("herald.example", "/feed")], CancellationToken.None);
        await PassAsync(newsroom, desk, TimeSpan.FromMinutes(4));
        Publish("herald.example", "fire", "Fire at the Corran mill kills three", "Three people died in a fire at the Corran mill in Ostby on Monday, police said. The fire began in the drying hall. Firemen fought it until noon.");
        await PassAsync(newsroom, desk, TimeSpan.FromHours(2));
        var report = Assert.Single(newsroom.Archive.Story(Assert.Single(newsroom.Archive.All()).Slug)!.Reports);
        Assert.Equal(2, report.Version);
    }

    [Fact]
    public async Task Feeds_and_their_states_outlive_the_process()
    {
        string address = web.At("herald.example", "/feed");
        await using (var newsroom = Open())
        {
            using var desk = Desk(newsroom);
            Assert.Equal(1, await desk.FollowAsync(Question, [address], CancellationToken.None));
            await PassAsync(newsroom, desk, TimeSpan.FromMinutes(4));
        }
        await using (var newsroom = Open())
        {
            using var desk = Desk(newsroom);
            var row = Assert.Single(desk.Rows);
            Assert.Equal((address, "works", 1, false), (row.Address, row.State, row.Questions, row.ForAll));
            Assert.Equal(0, await desk.FollowAsync(Question, [address], CancellationToken.None));
            Assert.True(await desk.LeaveAsync(address, CancellationToken.None));
        }
        await using (var newsroom = Open())
            Assert.Empty(new FeedBook(newsroom.Log, newsroom.Cache, web.Clock).Followed);
    }

    [Fact]
    public async Task A_page_that_was_named_but_not_read_when_the_process_died_is_read_by_the_next()
    {
        await using (var newsroom = Open())
        {
            using var desk = Desk(newsroom);
            await desk.FollowAsync(Question, [web.At("herald.example", "/feed")], CancellationToken.None);
            while (web.Asked < 2) // its rules for robots, then the feed: the page waits for its host's turn
                if (await desk.RunDueAsync(CancellationToken.None) is { } next && web.Asked < 2)
                    web.Clock.Advance(next - web.Clock.GetUtcNow());
            Assert.Empty(newsroom.Log.KeysOf("r"));
        }
        await using (var newsroom = Open())
        {
            using var desk = Desk(newsroom);
            await PassAsync(newsroom, desk, TimeSpan.FromSeconds(30));
            Assert.Single(newsroom.Archive.All());
        }
    }

    [Fact]
    public async Task A_feed_that_fails_says_so_in_words_with_what_to_do()
    {
        await using var newsroom = Open();
        using var desk = Desk(newsroom);
        await desk.FollowAsync(null, [web.At("herald.example", "/nothing")], CancellationToken.None);
        await PassAsync(newsroom, desk, TimeSpan.FromMinutes(4));
        var row = Assert.Single(desk.Rows);
        Assert.Equal(("fails", true), (row.State, row.ForAll));
        Assert.StartsWith("there is nothing at the address", row.Problem, StringComparison.Ordinal);
        Assert.NotNull(row.FailingSince);
        Assert.NotNull(row.Mend);
    }

    [Fact]
    public async Task A_feed_on_a_private_network_says_what_to_do_and_is_asked_at_once_by_who_follows_it_again()
    {
        string address = web.At("herald.example", "/feed");
        await using (var newsroom = Open())
        {
            using var desk = new FeedDesk(newsroom, SmallWeb.Allowing(), web.Clock, () => 0.5, SmallWeb.LookUp);
            await desk.FollowAsync(Question, [address], CancellationToken.None);
            await PassAsync(newsroom, desk, TimeSpan.FromSeconds(30));
            Assert.Equal("allow the host by name in the settings if it is yours", Assert.Single(desk.Rows).Mend);
        }
        await using (var newsroom = Open())
        {
            using var desk = Desk(newsroom);
            await desk.FollowAsync(Question, [address], CancellationToken.None);
            await PassAsync(newsroom, desk, TimeSpan.FromSeconds(30));
            Assert.Equal("works", Assert.Single(desk.Rows).State);
            Assert.Single(newsroom.Archive.All());
        }
    }

    [Fact]
    public void A_feed_saved_as_a_file_is_read_as_reports()
    {
        string file = Path.Combine(kept.Folder, "saved.xml");
        File.WriteAllText(file, "<rss><channel><title>Herald</title><item><title>Fire</title><link>https://herald.example/fire</link><pubDate>Mon, 02 Mar 2026 09:00:00 GMT</pubDate><description>&lt;p&gt;Two people died.&lt;/p&gt;</description></item><item><title>No text</title><link>https://herald.example/x</link></item></channel></rss>");
        var input = InputFiles.Read([file]);
        var (place, line) = Assert.Single(input.Lines);
        Assert.Equal((file + ":1", "https://herald.example/fire", "Two people died.", "Herald", "Fire"), (place, line.Url, line.Text, line.Outlet, line.Title));
        Assert.Equal(file + ":2", Assert.Single(input.Bad).Place);
    }

    private Newsroom Open() => Newsroom.Open(kept.Folder, web.Clock);

    private FeedDesk Desk(Newsroom newsroom) => new(newsroom, SmallWeb.Allowing("herald.example", "courier.example"), web.Clock, () => 0.5, SmallWeb.LookUp);

    private void Publish(string host, string path, string title, string text, string? also = null) => web.Publish(host, path, title, text, also);

    private async Task PassAsync(Newsroom newsroom, FeedDesk desk, TimeSpan time)
    {
        var until = web.Clock.GetUtcNow() + time;
        while (await desk.RunDueAsync(CancellationToken.None) is { } next && next < until)
            if (next > web.Clock.GetUtcNow())
                web.Clock.Advance(next - web.Clock.GetUtcNow());
        if (until > web.Clock.GetUtcNow())
            web.Clock.Advance(until - web.Clock.GetUtcNow());
        await newsroom.PlaceAsync(show: true, CancellationToken.None);
        await newsroom.SettleAsync(web.Clock.GetUtcNow(), everywhere: true, CancellationToken.None);
    }
}
