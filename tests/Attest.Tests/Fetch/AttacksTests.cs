using System.IO.Compression;
using Attest.Engine.Gathering.Manners;
using Attest.Fetch;
using Microsoft.AspNetCore.Http;

namespace Attest.Tests.Fetch;

/// <summary>What hostile servers try, and what becomes of it. Documents are in <see cref="HostileDocumentsTests"/>.</summary>
public sealed class AttacksTests : IAsyncLifetime
{
    private SmallWeb web = null!;

    public async ValueTask InitializeAsync() => web = await SmallWeb.StartAsync();

    public ValueTask DisposeAsync() => web.DisposeAsync();

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    [InlineData("deflate")]
    public async Task A_bomb_is_given_up_after_a_few_megabytes(string packing)
    {
        web.Answers["bad.example/feed"] = async http =>
        {
            http.Response.Headers.ContentEncoding = packing;
            await using Stream packed = packing switch
            {
                "gzip" => new GZipStream(http.Response.Body, CompressionLevel.Optimal),
                "br" => new BrotliStream(http.Response.Body, CompressionLevel.Optimal),
                _ => new ZLibStream(http.Response.Body, CompressionLevel.Optimal),
            };
            var blanks = new byte[1 << 20];
            for (int i = 0; i < 64 && !http.RequestAborted.IsCancellationRequested; i++)
                await packed.WriteAsync(blanks);
        };
        long before = GC.GetTotalAllocatedBytes();
        Assert.Equal(FetchFailure.Bomb, await CauseAsync("bad.example", "/feed"));
        Assert.True(GC.GetTotalAllocatedBytes() - before < 64 << 20);
    }

    [Fact]
    public async Task An_answer_without_end_is_given_up_at_the_limit()
    {
        web.Answers["bad.example/feed"] = async http =>
        {
            var part = new byte[1 << 16];
            while (!http.RequestAborted.IsCancellationRequested)
                await http.Response.Body.WriteAsync(part);
        };
        Assert.Equal(FetchFailure.TooLarge, await CauseAsync("bad.example", "/feed"));
    }

    [Fact]
    public async Task A_length_beyond_the_limit_is_not_read_at_all()
    {
        web.Answers["bad.example/feed"] = async http =>
        {
            http.Response.ContentLength = 1L << 40;
            await http.Response.Body.WriteAsync(new byte[1024]);
            await http.Response.Body.FlushAsync();
        };
        Assert.Equal(FetchFailure.TooLarge, await CauseAsync("bad.example", "/feed"));
    }

    [Fact]
    public async Task Headers_without_end_are_given_up()
    {
        web.Answers["bad.example/feed"] = http =>
        {
            for (int i = 0; i < 100; i++)
                http.Response.Headers["X-" + i] = new string('a', 1000);
            return Task.CompletedTask;
        };
        Assert.Equal(FetchFailure.TooLarge, await CauseAsync("bad.example", "/feed"));
    }

    [Fact]
    public async Task A_stalling_answer_is_given_up()
    {
        web.Answers["bad.example/feed"] = async http =>
        {
            await http.Response.WriteAsync("<rss>");
            await http.Response.Body.FlushAsync();
            web.Clock.Advance(TimeSpan.FromMinutes(1));
            await Task.Delay(Timeout.InfiniteTimeSpan, http.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
        };
        Assert.Equal(FetchFailure.TimedOut, await CauseAsync("bad.example", "/feed"));
    }

    [Theory]
    [InlineData("gzip, gzip")]
    [InlineData("zstd")]
    public async Task Packing_that_was_not_offered_is_not_unpacked(string packing)
    {
        web.Answers["bad.example/feed"] = async http =>
        {
            http.Response.Headers.ContentEncoding = packing;
            await http.Response.WriteAsync("x");
        };
        Assert.Equal(FetchFailure.BadPacking, await CauseAsync("bad.example", "/feed"));
    }

    [Fact]
    public async Task What_is_said_to_be_packed_and_is_not_is_no_crash()
    {
        web.Answers["bad.example/feed"] = async http =>
        {
            http.Response.Headers.ContentEncoding = "gzip";
            await http.Response.WriteAsync("<rss></rss>");
        };
        Assert.Equal(FetchFailure.BadPacking, await CauseAsync("bad.example", "/feed"));
    }

    [Theory]
    [InlineData("http://localhost.example/")]
    [InlineData("http://127.0.0.1/")]
    [InlineData("http://2130706433/")]
    [InlineData("http://0x7f.1/")]
    [InlineData("http://[::1]/")]
    [InlineData("http://[::ffff:10.0.0.1]/")]
    [InlineData("http://169.254.169.254/latest/meta-data/")]
    [InlineData("http://rebinding.example/")]
    public async Task Nothing_of_a_private_network_is_connected_to(string address)
    {
        using var fetcher = new WebFetcher(SmallWeb.Allowing(), web.Clock, SmallWeb.LookUp);
        Assert.Equal(FetchFailure.ClosedAddress, Assert.IsType<Fetched.Failed>(await fetcher.GetAsync(new Uri(address), null, "*/*", CancellationToken.None)).Cause);
    }

    [Theory]
    [InlineData("file:///etc/passwd")]
    [InlineData("gopher://a.example/")]
    [InlineData("javascript:alert(1)")]
    [InlineData("")]
    public async Task A_redirect_to_what_is_no_web_address_is_not_followed(string to)
    {
        web.Answers["bad.example/feed"] = SmallWeb.LeadsTo(to);
        Assert.Equal(FetchFailure.BadRedirect, await CauseAsync("bad.example", "/feed"));
    }

    [Fact]
    public async Task A_redirect_into_the_own_network_is_not_followed()
    {
        web.Answers["good.example/feed"] = SmallWeb.LeadsTo(web.At("inside.example", "/secret"));
        bool wasAsked = false;
        web.Answers["inside.example/secret"] = _ => { wasAsked = true; return Task.CompletedTask; };
        var feed = await FollowedAsync("good.example");
        // Its robots.txt is where the road ends.
        Assert.Equal(FetchFailure.ClosedAddress, feed.Failure);
        Assert.False(wasAsked);
    }

    [Fact]
    public async Task A_circle_of_redirects_ends()
    {
        web.Answers["bad.example/feed"] = SmallWeb.LeadsTo("/other");
        web.Answers["bad.example/other"] = SmallWeb.LeadsTo("/feed");
        Assert.Equal(FetchFailure.TooManyRedirects, (await FollowedAsync("bad.example")).Failure);
    }

    [Fact]
    public async Task Two_sites_whose_rules_lead_to_each_other_do_not_wait_for_ever()
    {
        foreach (var (from, to) in new[] { ("a.example", "b.example"), ("b.example", "a.example") })
        {
            web.Answers[from + "/robots.txt"] = SmallWeb.LeadsTo(web.At(to, "/robots.txt"));
            web.Answers[from + "/feed"] = SmallWeb.Says("<rss><channel><title>T</title></channel></rss>");
        }
        using var gatherer = Gatherer("a.example", "b.example");
        gatherer.Follow(FeedState.New(web.At("a.example", "/feed"), web.Clock.GetUtcNow()));
        gatherer.Follow(FeedState.New(web.At("b.example", "/feed"), web.Clock.GetUtcNow()));
        await PassAsync(gatherer, TimeSpan.FromMinutes(10));
        Assert.All(gatherer.Feeds, f => Assert.Equal("T", f.Title));
    }

    [Fact]
    public async Task A_password_in_an_address_is_not_sent()
    {
        string? sent = null;
        web.Answers["good.example/feed"] = http =>
        {
            sent = http.Request.Headers.Authorization;
            return Task.CompletedTask;
        };
        using var fetcher = new WebFetcher(SmallWeb.Allowing("good.example"), web.Clock, SmallWeb.LookUp);
        Assert.IsType<Fetched.Document>(await fetcher.GetAsync(new Uri($"http://me:secret@good.example:{web.Port}/feed"), null, "*/*", CancellationToken.None));
        Assert.True(string.IsNullOrEmpty(sent));
    }

    [Fact]
    public async Task A_site_that_was_given_in_place_of_its_feed_leads_to_it()
    {
        web.Answers["good.example/"] = SmallWeb.Says("<html><head><link rel=alternate type=application/atom+xml href=/atom></head><body></body></html>");
        web.Answers["good.example/atom"] = SmallWeb.Says("<feed xmlns='http://www.w3.org/2005/Atom'><title>Found</title></feed>", "application/atom+xml");
        using var gatherer = Gatherer("good.example");
        gatherer.Follow(FeedState.New(web.At("good.example", "/"), web.Clock.GetUtcNow()));
        await PassAsync(gatherer, TimeSpan.FromMinutes(1));
        Assert.Equal("Found", Assert.Single(gatherer.Feeds).Title);
    }

    private async Task<FetchFailure?> CauseAsync(string host, string path)
    {
        using var fetcher = new WebFetcher(SmallWeb.Allowing(host), web.Clock, SmallWeb.LookUp);
        return (await fetcher.GetAsync(new Uri(web.At(host, path)), null, "*/*", CancellationToken.None) as Fetched.Failed)?.Cause;
    }

    private Gatherer Gatherer(params string[] hosts)
    {
        var settings = SmallWeb.Allowing(hosts);
        return new Gatherer(settings, web.Clock, new WebFetcher(settings, web.Clock, SmallWeb.LookUp), (_, _) => Task.CompletedTask, () => 0.5);
    }

    private async Task<FeedState> FollowedAsync(string host)
    {
        using var gatherer = Gatherer(host);
        gatherer.Follow(FeedState.New(web.At(host, "/feed"), web.Clock.GetUtcNow()));
        await PassAsync(gatherer, TimeSpan.FromMinutes(1));
        return Assert.Single(gatherer.Feeds);
    }

    private async Task PassAsync(Gatherer gatherer, TimeSpan time)
    {
        var until = web.Clock.GetUtcNow() + time;
        while (await gatherer.RunDueAsync(CancellationToken.None) is { } next && next < until)
            if (next > web.Clock.GetUtcNow())
                web.Clock.Advance(next - web.Clock.GetUtcNow());
    }
}
