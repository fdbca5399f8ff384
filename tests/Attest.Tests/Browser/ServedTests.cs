using Attest.Engine.Gathering.Manners;
using Attest.Fetch;
using Attest.Hosting;
using Attest.Tests.Hosting;
using Attest.Tests.Web;
using Microsoft.Extensions.Time.Testing;
using Microsoft.Playwright;

namespace Attest.Tests.Browser;

/// <summary>What only a running server shows: news while a page is read, and the page of feeds.</summary>
public sealed class ServedTests(Chromium chromium) : IAsyncLifetime
{
    private Served served = null!;
    private readonly FakeTimeProvider clock = new(new DateTimeOffset(2026, 3, 2, 12, 0, 0, TimeSpan.Zero));

    private Newsroom Newsroom => served.Newsroom;
    private string Token => served.Token;

    public async ValueTask InitializeAsync() => served = await Served.StartAsync(clock: clock, before: async newsroom =>
    {
        await TakeAsync(newsroom, "herald", "09:00", "Two people died in a fire at the Corran mill in Ostby on Monday, police said.");
        await FeedsAsync(newsroom);
    });

    public ValueTask DisposeAsync() => served.DisposeAsync();

    [Fact]
    public async Task News_is_offered_and_never_moves_the_text_under_the_reader()
    {
        var page = await chromium.OnServerAsync(served.App.Urls.First() + "/");
        await page.GotoAsync($"stories/{Newsroom.Archive.All()[0].Slug}/");
        await Expect(page.Locator("#news")).ToBeHiddenAsync();
        const string place = "(() => { const r = document.querySelector('h1').getBoundingClientRect(); return `${r.x} ${r.y} ${r.width} ${document.documentElement.scrollHeight}`; })()";
        string before = await page.EvaluateAsync<string>(place);
        await TakeAsync(Newsroom, "courier", "09:10", "Three people died in the fire at the Corran mill in Ostby, the Ostby fire brigade said.");
        await Expect(page.Locator("#news")).ToContainTextAsync(new System.Text.RegularExpressions.Regex("^[1-9][0-9]* new changes?, show$"));
        Assert.Equal(before, await page.EvaluateAsync<string>(place));
        await page.Locator("#news a").ClickAsync();
        await Expect(page.Locator("#news")).ToBeHiddenAsync();
        await Expect(page.Locator(".chg").First).ToBeVisibleAsync();
        Assert.Contains("?since=", page.Url, StringComparison.Ordinal);
        await page.Context.CloseAsync();
        Assert.Empty(chromium.Complaints);
    }

    [Fact]
    public async Task A_reader_goes_back_in_time_to_the_second_and_returns_without_script()
    {
        await TakeAsync(Newsroom, "courier", "09:10", "Three people died in the fire at the Corran mill in Ostby, the Ostby fire brigade said.");
        var page = await chromium.OnServerAsync(served.App.Urls.First() + "/", o => o.JavaScriptEnabled = false);
        await page.GotoAsync($"stories/{Newsroom.Archive.All()[0].Slug}/");
        await Expect(page.Locator(".facts")).ToContainTextAsync("2 from 2 outlets");
        await page.GetByLabel("Date and time, UTC").FillAsync("2026-03-02T09:09:59");
        await page.GetByRole(AriaRole.Button, new() { Name = "Show", Exact = true }).ClickAsync();
        await Expect(page.Locator(".banner")).ToContainTextAsync("as it stood on 2 Mar 2026, 09:09:59 UTC");
        await Expect(page.Locator(".facts")).ToContainTextAsync("1 from 1 outlet");
        await Expect(page.Locator("#news")).ToHaveCountAsync(0);
        await page.GetByRole(AriaRole.Link, new() { Name = "Read it as it is now" }).ClickAsync();
        await Expect(page.Locator(".facts")).ToContainTextAsync("2 from 2 outlets");
        await page.Context.CloseAsync();
        Assert.Empty(chromium.Complaints);
    }

    [Fact]
    public async Task Who_comes_again_is_offered_what_changed_since_and_sees_it_marked()
    {
        var page = await chromium.OnServerAsync(served.App.Urls.First() + "/");
        string story = $"stories/{Newsroom.Archive.All()[0].Slug}/";
        await page.GotoAsync(story);
        await Expect(page.Locator("#sv")).ToBeHiddenAsync();
        await page.GotoAsync("method/");
        await TakeAsync(Newsroom, "courier", "09:10", "Three people died in the fire at the Corran mill in Ostby, the Ostby fire brigade said.");
        await page.GotoAsync(story);
        await page.Locator("#sv").ClickAsync();
        Assert.Contains("since=2026-03-02T09", page.Url, StringComparison.Ordinal);
        await Expect(page.Locator("#sv")).ToHaveAttributeAsync("aria-current", "true");
        await Expect(page.Locator(".chg .fresh").First).ToBeVisibleAsync();
        await page.Context.CloseAsync();
        Assert.Empty(chromium.Complaints);
    }

    [Fact]
    public async Task Search_works_by_keyboard_without_script_and_leads_to_the_claim()
    {
        var page = await chromium.OnServerAsync(served.App.Urls.First() + "/", o => o.JavaScriptEnabled = false);
        await page.GotoAsync("");
        await page.GetByRole(AriaRole.Searchbox).FillAsync("mill died");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("h1")).ToContainTextAsync("found");
        await page.Locator("#main li", new() { HasText = "claim in" }).First.GetByRole(AriaRole.Link).First.ClickAsync();
        await Expect(page.Locator("#main blockquote").First).ToContainTextAsync("Two people died in a fire at the Corran mill");
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData("search", "search/?q=mill")]
    [InlineData("api", "api/")]
    public async Task Pages_that_only_a_server_has_are_accessible_and_fit_every_width(string name, string path)
    {
        var page = await chromium.OnServerAsync(served.App.Urls.First() + "/");
        await page.GotoAsync(path);
        await LooksTests.HoldsAsync(page, name);
        await page.Context.CloseAsync();
        Assert.Empty(chromium.Complaints);
    }

    [Fact]
    public async Task The_page_of_feeds_says_how_each_does_and_its_form_works_without_script()
    {
        var page = await chromium.OnServerAsync(served.App.Urls.First() + "/", o => o.JavaScriptEnabled = false);
        await page.GotoAsync("feeds/");
        await page.GetByLabel("Question", new() { Exact = true }).FillAsync("Will the mill open again?");
        await page.GetByLabel("Token").First.FillAsync(Token);
        await page.GetByRole(AriaRole.Button, new() { Name = "Follow", Exact = true }).ClickAsync();
        await Expect(page.Locator("[role=status]")).ToContainTextAsync("Followed from now on");
        await Expect(page.Locator("#main")).ToContainTextAsync("Will the mill open again?");
        await page.Context.CloseAsync();
        page = await chromium.OnServerAsync(served.App.Urls.First() + "/");
        await page.GotoAsync("feeds/");
        await Expect(page.Locator("tbody tr").First).ToContainTextAsync("What to do: Look for the feed's new address on the site.");
        await LooksTests.HoldsAsync(page, "feeds");
        await page.Context.CloseAsync();
        Assert.Empty(chromium.Complaints);
    }

    private static ILocatorAssertions Expect(ILocator locator) => Assertions.Expect(locator);

    private static async Task TakeAsync(Newsroom newsroom, string outlet, string time, string text)
    {
        await newsroom.AcceptAsync([Kept.Line(outlet, "fire", $"2026-03-02T{time}:00Z", text)], null, isLive: true, null, CancellationToken.None);
        await newsroom.PlaceAsync(show: true, CancellationToken.None);
        await newsroom.SettleAsync(DateTimeOffset.UnixEpoch, everywhere: false, CancellationToken.None);
    }

    /// <summary>A feed in every state.</summary>
    private async Task FeedsAsync(Newsroom newsroom)
    {
        var book = new FeedBook(newsroom.Log, newsroom.Cache, clock);
        string story = await newsroom.FollowAsync("How many trams will the city of Lunde buy for its northern line, and who pays for the depot?", CancellationToken.None);
        string[] feeds = ["https://herald.example/feed", "https://courier.example/news/all-sections/rss.xml?edition=north&lang=en", "https://post.example/atom", "https://gazette.example/feed.json"];
        await book.FollowAsync(feeds[..2], story, CancellationToken.None);
        await book.FollowAsync(feeds[1..], null, CancellationToken.None);
        var now = clock.GetUtcNow();
        var works = FeedState.New(feeds[0], now) with { Title = "The Ostby Herald", LastAsked = now.AddMinutes(-4), LastGood = now.AddMinutes(-4), Due = now.AddMinutes(11) };
        book.Keep(works);
        book.Keep(works with { Given = feeds[1], Address = feeds[1], Title = "Courier: all sections", Failure = FetchFailure.NotFound, Detail = "status 404", FailingSince = now.AddDays(-2), LastGood = now.AddDays(-2), Due = now.AddHours(9) });
        book.Keep(works with { Given = feeds[2], Address = feeds[2], Title = "Post", Failure = FetchFailure.Gone, FailingSince = now.AddDays(-9), HasEnded = true });
    }
}
