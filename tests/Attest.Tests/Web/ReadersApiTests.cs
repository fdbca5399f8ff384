using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Xml.Linq;
using Attest.Hosting;
using Attest.Settings;
using Attest.Tests.Hosting;
using Attest.Web.Search;
using Attest.Web.Server;
using Microsoft.AspNetCore.Builder;

namespace Attest.Tests.Web;

/// <summary>What programs read: search, the API's description, site maps, and what other sites' pages may read.</summary>
public sealed class ReadersApiTests : IAsyncLifetime
{
    private readonly Kept kept = new();
    private Newsroom newsroom = null!;
    private WebApplication app = null!;
    private HttpClient client = null!;

    public async ValueTask InitializeAsync()
    {
        newsroom = kept.Open();
        await Kept.IngestAsync(newsroom, Kept.Lines("stories/twin-fires.jsonl"));
        app = SiteServer.Create(new ServedDesk(newsroom, null, WriteToken.Of(kept.Folder), TimeProvider.System)
        {
            Settings = new ServerSettings { Urls = "http://127.0.0.1:0", Gather = false, Site = new Uri("https://news.example/attest") },
        });
        await app.StartAsync();
        client = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
    }

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await app.StopAsync();
        await app.DisposeAsync();
        await newsroom.DisposeAsync();
        kept.Dispose();
    }

    [Fact]
    public async Task Every_claim_and_report_is_found_by_its_words_and_pages_by_cursor_hold_each_once()
    {
        var story = newsroom.Archive.Story(newsroom.Archive.All()[0].Slug)!;
        foreach (var claim in story.Claims)
            Assert.Contains((await FoundAsync(string.Join(' ', claim.Text.Split(' ').Take(12)).ToUpperInvariant(), 100)).Results, h => h.Id == claim.Id);
        var all = (await FoundAsync("fires", 100)).Results;
        var paged = new List<string>();
        for (string? cursor = ""; cursor is not null;)
        {
            var (results, next) = await FoundAsync("fires", 2, cursor);
            paged.AddRange(results.Select(h => h.Id));
            cursor = next;
        }
        Assert.NotEmpty(paged);
        Assert.Equal(all.Select(h => h.Id), paged);
        Assert.Empty((await FoundAsync("xyzzy fire", 10)).Results);
        Assert.Equal(HttpStatusCode.BadRequest, (await client.GetAsync("/api/v1/search?q=")).StatusCode);
    }

    [Fact]
    public async Task What_changes_is_found_anew()
    {
        Assert.Empty((await FoundAsync("zeppelin", 10)).Results);
        await Kept.IngestAsync(newsroom, [Kept.Line("herald", "zeppelin", "2026-03-09T09:00:00Z", "A zeppelin landed in the harbour of Vessby on Monday, the harbour master said.", "Zeppelin lands in Vessby")]);
        Assert.Contains((await FoundAsync("Zeppelins", 10)).Results, h => h.Kind == "report");
        string page = await client.GetStringAsync("/search/?q=%3Cscript%3Ealert%28zeppelin%29");
        Assert.DoesNotContain("<script>alert", page, StringComparison.Ordinal);
        Assert.Contains("zeppelin", await client.GetStringAsync("/search/?q=zeppelin"), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task The_description_of_the_API_names_every_address_that_the_docs_explain()
    {
        var paths = (await client.GetFromJsonAsync<JsonElement>("/api/v1/openapi.json")).GetProperty("paths").EnumerateObject().Select(p => p.Name).Where(p => p.StartsWith("/api/v1/", StringComparison.Ordinal));
        using var page = new StreamReader(typeof(ReadersApiTests).Assembly.GetManifestResourceStream("api.md")!);
        string[] told = [.. page.ReadToEnd().Split('\n').Where(l => l.StartsWith("| `/api/", StringComparison.Ordinal)).Select(l => l.Split('`')[1])];
        Assert.Equal(told.Order(StringComparer.Ordinal), paths.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Site_maps_name_the_public_address_and_other_sites_may_read_but_not_write()
    {
        var map = XDocument.Parse(await client.GetStringAsync("/sitemap.xml"));
        Assert.Equal(newsroom.Archive.All().Select(s => $"https://news.example/attest/stories/{s.Slug}/"), map.Descendants().Where(e => e.Name.LocalName == "loc").Select(e => e.Value));
        Assert.NotNull(XDocument.Parse(await client.GetStringAsync("/news-sitemap.xml")).Root);
        using var read = await client.GetAsync("/api/v1/stories");
        Assert.Equal("*", read.Headers.GetValues("Access-Control-Allow-Origin").Single());
        using var asked = await client.SendAsync(new HttpRequestMessage(HttpMethod.Options, "/api/v1/reports"));
        Assert.Equal("GET, HEAD", asked.Headers.GetValues("Access-Control-Allow-Methods").Single());
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/health")).StatusCode);
    }

    [Theory]
    [InlineData("127.0.0.1", null)]
    [InlineData("::1", null)]
    [InlineData("203.0.113.9", "203.0.113.9")]
    [InlineData("::ffff:203.0.113.9", "203.0.113.9")]
    [InlineData("2001:db8:1:2:3:4:5:6", "20010db800010002")]
    public void A_caller_is_counted_by_his_network(string address, string? caller) => Assert.Equal(caller, ApiLimits.CallerOf(IPAddress.Parse(address)));

    private async Task<(SearchHit[] Results, string? Next)> FoundAsync(string query, int limit, string? cursor = null)
    {
        var answer = await client.GetFromJsonAsync<JsonElement>($"/api/v1/search?q={Uri.EscapeDataString(query)}&limit={limit}{(string.IsNullOrEmpty(cursor) ? "" : "&cursor=" + cursor)}");
        return (answer.GetProperty("results").Deserialize<SearchHit[]>(JsonSerializerOptions.Web)!, answer.GetProperty("next").GetString());
    }
}
