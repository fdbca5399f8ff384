using Attest.Engine.Gathering.Manners;
using Attest.Fetch;
using Microsoft.AspNetCore.Http;

namespace Attest.Tests.Fetch;

/// <summary>A site that cannot say for a while whether robots may come (RFC 9309, 2.3.1.4): nothing else is asked of it, and nothing that a feed named there is lost.</summary>
public sealed class RulesUnreadableTests : IAsyncLifetime
{
    private readonly List<Gathered> taken = [];
    private SmallWeb web = null!;

    public async ValueTask InitializeAsync()
    {
        web = await SmallWeb.StartAsync();
        web.Publish("pages.example", "fire", "Fire at the Corran mill", "Two people died in a fire at the Corran mill in Ostby on Monday, police said.");
    }

    public ValueTask DisposeAsync() => web.DisposeAsync();

    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    [InlineData(20)]
    public async Task A_page_waits_until_its_sites_rules_can_be_read(int hours)
    {
        Names("<link>" + web.At("pages.example", "/fire") + "</link>");
        var until = web.Clock.GetUtcNow().AddHours(hours);
        int early = 0;
        var page = web.Answers["pages.example/fire"];
        web.Answers["pages.example/fire"] = http =>
        {
            early += web.Clock.GetUtcNow() < until ? 1 : 0;
            return page(http);
        };
        await PassAsync(until, TimeSpan.FromDays(2));
        Assert.Equal(0, early);
        Assert.NotNull(Assert.Single(taken, t => !t.IsEdit).Page);
    }

    [Fact]
    public async Task An_item_with_a_text_of_its_own_gives_it_within_hours()
    {
        Names($"<link>{web.At("pages.example", "/fire")}</link><description>Two people died in a fire at the Corran mill in Ostby on Monday, police said.</description>");
        await PassAsync(web.Clock.GetUtcNow().AddDays(1), TimeSpan.FromHours(3));
        var own = Assert.Single(taken);
        Assert.Equal((null, FetchFailure.RulesUnreadable.Says), (own.Page, own.WhyNoPage));
    }

    [Fact]
    public async Task A_feed_is_asked_for_again_when_its_sites_rules_can_be_read()
    {
        var until = web.Clock.GetUtcNow().AddMinutes(20);
        web.Answers["news.example/robots.txt"] = http => StatusAsync(http, web.Clock.GetUtcNow() < until ? 503 : 404);
        Names($"<link>{web.At("pages.example", "/fire")}</link>");
        await PassAsync(web.Clock.GetUtcNow(), TimeSpan.FromMinutes(50));
        Assert.Single(taken);
    }

    private void Names(string item) => web.Answers["news.example/feed"] = SmallWeb.Says($"<rss><channel><title>News</title><item><title>Fire</title>{item}</item></channel></rss>", "application/rss+xml");

    private static Task StatusAsync(HttpContext http, int status)
    {
        http.Response.StatusCode = status;
        return Task.CompletedTask;
    }

    private async Task PassAsync(DateTimeOffset silentUntil, TimeSpan time)
    {
        web.Answers["pages.example/robots.txt"] = http => StatusAsync(http, web.Clock.GetUtcNow() < silentUntil ? 503 : 404);
        var settings = SmallWeb.Allowing("news.example", "pages.example");
        using var gatherer = new Gatherer(settings, web.Clock, new WebFetcher(settings, web.Clock, SmallWeb.LookUp), (gathered, _) =>
        {
            taken.Add(gathered);
            return Task.CompletedTask;
        }, () => 0.5);
        gatherer.Follow(FeedState.New(web.At("news.example", "/feed"), web.Clock.GetUtcNow()));
        var end = web.Clock.GetUtcNow() + time;
        while (await gatherer.RunDueAsync(CancellationToken.None) is { } next && next < end)
            if (next > web.Clock.GetUtcNow())
                web.Clock.Advance(next - web.Clock.GetUtcNow());
    }
}
