using Attest.Engine.Gathering.Manners;
using Attest.Fetch;

namespace Attest.Tests.Fetch.Rehearsal;

/// <summary>
/// A rehearsal of the web on a fake clock. CI plays three days of 40 sites; ATTEST_REHEARSAL=full plays a week of 200 (docs/operating.md has its outcome).
/// </summary>
[Collection(nameof(MeasuresMemory))]
public sealed class RehearsalTests(ITestOutputHelper output)
{
    private static readonly bool isFull = Environment.GetEnvironmentVariable("ATTEST_REHEARSAL") == "full";

    [Fact]
    public async Task A_week_of_the_web_is_read_whole_and_politely()
    {
        var length = isFull ? TimeSpan.FromDays(7) : TimeSpan.FromDays(3);
        await using var web = await RehearsedWeb.StartAsync(isFull ? 200 : 40, isFull ? 900 : 60, length);
        var gathered = new List<Gathered>();
        var random = new Random(1);
        using var gatherer = new Gatherer(web.Settings, web.Clock, web.Fetcher(), (g, _) => { gathered.Add(g with { Page = g.Page is { } p ? p with { Html = Marked(p.Html) } : null }); return Task.CompletedTask; }, random.NextDouble);
        foreach (var site in web.Sites)
            gatherer.Follow(FeedState.New(site.FeedAddress, web.Start));

        await web.PassAsync(gatherer, web.Start + length / 2);
        long half = GC.GetTotalMemory(forceFullCollection: true);
        await web.PassAsync(gatherer, web.Start + length);
        long whole = GC.GetTotalMemory(forceFullCollection: true);
        output.WriteLine($"{web.Polite.Requests} requests, {web.Sites.Sum(s => s.Articles.Length)} articles, {gathered.Count} versions gathered, {half >> 20} and {whole >> 20} MiB held");

        Assert.True(web.Polite.Impolite.Count == 0, string.Join("\n", web.Polite.Impolite.Take(20)));
        var missing = Missing(web, gathered);
        Assert.True(missing.Count == 0, string.Join("\n", missing.Take(20)));
        Assert.Empty(gathered.Where(g => g.Page is not null).GroupBy(g => (g.Page!.Address, g.Page.Html)).Where(g => g.Count() > 1).Select(g => g.Key));
        Assert.Empty(Lost(web, gatherer));
        Assert.True(whole < half + (32 << 20), $"{half:N0} bytes were held after half of the time, {whole:N0} at the end");
    }

    [Fact]
    public async Task A_feed_that_failed_says_what_and_since_when_and_comes_back()
    {
        await using var web = await RehearsedWeb.StartAsync(20, 30, TimeSpan.FromDays(2));
        using var gatherer = new Gatherer(web.Settings, web.Clock, web.Fetcher(), (_, _) => Task.CompletedTask, () => 0.5);
        foreach (var site in web.Sites)
            gatherer.Follow(FeedState.New(site.FeedAddress, web.Start));
        await web.PassAsync(gatherer, web.Start + TimeSpan.FromHours(35.9));
        var seen = new Dictionary<Oddity, FetchFailure?>();
        foreach (var site in web.Sites)
            seen[site.Oddity] = gatherer.Feeds.Single(f => f.Given == site.FeedAddress).Failure;
        Assert.Equal(FetchFailure.AskedToWait, seen[Oddity.AsksToWait]);
        Assert.Equal(FetchFailure.ServerTrouble, seen[Oddity.FailsForHours]);
        Assert.Equal(FetchFailure.TimedOut, seen[Oddity.Stalls]);
        Assert.Equal(FetchFailure.Bomb, seen[Oddity.Bomb]);
        Assert.Equal(FetchFailure.Unreadable, seen[Oddity.Nested]);
        Assert.Equal(FetchFailure.Unreadable, seen[Oddity.EntityBomb]);
        Assert.Null(seen[Oddity.None]);
        Assert.All(gatherer.Feeds.Where(f => f.Failure is not null), f => Assert.InRange(f.FailingSince!.Value, web.Start + TimeSpan.FromHours(30), web.Start + TimeSpan.FromHours(35.9)));
        await web.PassAsync(gatherer, web.Start + TimeSpan.FromHours(70));
        Assert.Empty(Lost(web, gatherer));
    }

    [Fact]
    public async Task Many_hosts_are_asked_at_once_and_each_one_at_a_time()
    {
        await using var web = await RehearsedWeb.StartAsync(20, 0, TimeSpan.FromDays(1));
        using var gatherer = new Gatherer(web.Settings with { Parallel = 8 }, web.Clock, web.Fetcher(), (_, _) => Task.CompletedTask, () => 0.5);
        foreach (var site in web.Sites)
            gatherer.Follow(FeedState.New(site.FeedAddress, web.Start));
        await web.PassAsync(gatherer, web.Start + TimeSpan.FromHours(12));
        Assert.Empty(web.Polite.Impolite);
        Assert.Empty(Lost(web, gatherer));
    }

    /// <summary>Versions that stood long enough to be seen, and were not.</summary>
    private static List<string> Missing(RehearsedWeb web, List<Gathered> gathered)
    {
        var end = web.Clock.GetUtcNow();
        var pages = gathered.Where(g => g.Page is not null).Select(g => (new Uri(g.Page!.Address).PathAndQuery, new Uri(g.Page.Address).Host, g.Page.Html)).ToHashSet();
        var items = gathered.Where(g => g.Page is null).Select(g => g.Item.Link).ToHashSet();
        var missing = new List<string>();
        foreach (var site in web.Sites)
        {
            string host = new Uri(site.FeedAddress).Host;
            foreach (var article in site.Articles)
            {
                // Pages that are not to be read give way to what the feed says of them.
                bool byFeed = site.Oddity == Oddity.ForbidsPages || site.Oddity == Oddity.LeadsAstray && article.Event % 2 == 0 || site.Oddity == Oddity.LosesPages;
                foreach (var version in article.Versions)
                {
                    // A feed is seen at least once a day; what it says after its end, nobody knows.
                    bool seen = end - version.At < TimeSpan.FromHours(30) || site.Oddity == Oddity.Ends && version.At > web.Start + TimeSpan.FromHours(30)
                        || site.Oddity == Oddity.LosesPages && version != article.Versions[0]
                        || pages.Contains((article.Path, host, Marked(InventedNews.Page(host, article, version))))
                        || byFeed && items.Contains(new Uri(new Uri(site.FeedAddress), article.Path).AbsoluteUri)
                        // A version that another followed before anybody looked.
                        || version != article.Versions[^1] && article.Versions[^1].At - version.At < TimeSpan.FromHours(30);
                    if (!seen)
                        missing.Add($"{site.Oddity} {host}{article.Path} of {version.At:u}");
                }
            }
        }
        return missing;
    }

    /// <summary>Feeds that are not in the state that their site deserves.</summary>
    private static List<string> Lost(RehearsedWeb web, Gatherer gatherer) =>
        [.. from site in web.Sites
            let feed = gatherer.Feeds.Single(f => f.Given == site.FeedAddress)
            let ended = site.Oddity == Oddity.Ends && web.Clock.GetUtcNow() - web.Start > TimeSpan.FromHours(86)
            where feed.HasEnded && site.Oddity != Oddity.Ends || ended && !feed.HasEnded || !feed.HasEnded && feed.Failure is not null
            select $"{site.Oddity} {feed.Given}: {feed.Failure} {feed.Detail}"];

    // Whole pages of a week would be what fills the memory.
    private static string Marked(string html) => ContentHashOf(html);

    private static string ContentHashOf(string html) => Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(html)));
}
