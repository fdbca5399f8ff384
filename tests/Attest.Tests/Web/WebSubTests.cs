using System.Collections.Concurrent;
using System.Xml.Linq;
using Attest.Hosting;
using Attest.Tests.Fetch;
using Attest.Tests.Hosting;

namespace Attest.Tests.Web;

/// <summary>Feeds that lead to a WebSub hub, and a hub that is told when they change.</summary>
public sealed class WebSubTests : IAsyncLifetime
{
    private const string Site = "https://news.example/attest";

    private static readonly string[] formats = ["atom", "rss", "json"];

    private readonly ConcurrentQueue<(string Mode, string[] Feeds)> told = new();
    private SmallWeb web = null!;
    private Served served = null!;
    private int failures;

    public async ValueTask InitializeAsync()
    {
        web = await SmallWeb.StartAsync();
        web.Answers["hub.example/"] = async http =>
        {
            var form = await http.Request.ReadFormAsync();
            told.Enqueue((form["hub.mode"].ToString(), [.. form["hub.url"]!]));
            http.Response.StatusCode = Interlocked.Decrement(ref failures) >= 0 ? 500 : 204;
        };
        served = await Served.StartAsync(
            s => s with { AllowHosts = ["hub.example"], Hub = new Uri(web.At("hub.example", "/")), Site = new Uri(Site) }, clock: web.Clock, lookUp: SmallWeb.LookUp,
            before: newsroom => TakeAsync(newsroom, "herald", "09:00", "Two people died in a fire at the Corran mill in Ostby on Monday, police said."));
    }

    public async ValueTask DisposeAsync()
    {
        await served.DisposeAsync();
        await web.DisposeAsync();
    }

    [Theory]
    [InlineData("")]
    [InlineData("stories/{slug}/")]
    public async Task Every_feed_names_the_hub_and_itself_in_its_text_and_in_its_head(string folder)
    {
        folder = folder.Replace("{slug}", served.Newsroom.Archive.All()[0].Slug, StringComparison.Ordinal);
        foreach (string format in formats.Select(f => "feed." + f))
        {
            using var answer = await served.Client.GetAsync("/" + folder + format);
            string self = $"{Site}/{folder}{format}", hub = web.At("hub.example", "/");
            Assert.Equal([$"<{hub}>; rel=\"hub\"", $"<{self}>; rel=\"self\""], answer.Headers.GetValues("Link"));
            string text = await answer.Content.ReadAsStringAsync();
            if (format == "feed.json")
            {
                Assert.Contains($"\"url\": \"{hub}\"", text, StringComparison.Ordinal);
                Assert.Contains($"\"feed_url\": \"{self}\"", text, StringComparison.Ordinal);
                continue;
            }
            var links = XDocument.Parse(text).Descendants(XName.Get("link", "http://www.w3.org/2005/Atom")).ToLookup(l => l.Attribute("rel")!.Value, l => l.Attribute("href")!.Value);
            Assert.Equal(hub, Assert.Single(links["hub"]));
            Assert.Equal(self, Assert.Single(links["self"]));
        }
        Assert.False((await served.Client.GetAsync("/index.json")).Headers.Contains("Link"));
    }

    [Fact]
    public async Task The_hub_is_told_which_feeds_changed_and_again_where_it_did_not_hear()
    {
        failures = 2;
        await TakeAsync(served.Newsroom, "courier", "09:10", "Three people died in the fire at the Corran mill in Ostby, the Ostby fire brigade said.");
        string slug = served.Newsroom.Archive.All()[0].Slug;
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        while (told.Count < 3)
        {
            patience.Token.ThrowIfCancellationRequested();
            web.Clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }
        Assert.All(told, t =>
        {
            Assert.Equal("publish", t.Mode);
            Assert.Equal(new[] { "", $"stories/{slug}/" }.SelectMany(f => formats.Select(e => $"{Site}/{f}feed.{e}")), t.Feeds);
        });
    }

    private static async Task TakeAsync(Newsroom newsroom, string outlet, string time, string text)
    {
        await newsroom.AcceptAsync([Kept.Line(outlet, "fire", $"2026-03-02T{time}:00Z", text)], null, isLive: true, null, CancellationToken.None);
        await newsroom.PlaceAsync(show: true, CancellationToken.None);
        await newsroom.SettleAsync(DateTimeOffset.UnixEpoch, everywhere: false, CancellationToken.None);
    }
}
