using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Xml.Linq;
using Attest.Hosting;
using Attest.Tests.Hosting;
using Attest.Web.Search;
using Attest.Web.Server;

namespace Attest.Tests.Web;

/// <summary>What programs read: search, the API's description, site maps, and what other sites' pages may read.</summary>
public sealed class ReadersApiTests : IAsyncLifetime
{
    private Served served = null!;

    private Newsroom Newsroom => served.Newsroom;
    private HttpClient Client => served.Client;

    public async ValueTask InitializeAsync() => served = await Served.StartAsync(
        s => s with { Site = new Uri("https://news.example/attest") }, newsroom => Kept.IngestAsync(newsroom, Kept.Lines("stories/twin-fires.jsonl")));

    public ValueTask DisposeAsync() => served.DisposeAsync();

    [Fact]
    public async Task Every_claim_and_report_is_found_by_its_words_and_pages_by_cursor_hold_each_once()
    {
        var story = Newsroom.Archive.Story(Newsroom.Archive.All()[0].Slug)!;
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
        Assert.Equal(HttpStatusCode.BadRequest, (await Client.GetAsync("/api/v1/search?q=")).StatusCode);
    }

    [Fact]
    public async Task A_report_is_found_by_words_that_no_claim_quotes_with_its_own_words_around_them()
    {
        await Kept.IngestAsync(Newsroom, [Kept.Line("courier", "school", "2026-03-10T09:00:00Z", "The city of Vessby opened a school on Tuesday, the city said.\n\nWhy so late? Nobody who was asked about the quagmire wanted to answer.", "School opens in Vessby")]);
        var found = Assert.Single((await FoundAsync("quagmires", 10)).Results, h => h.Kind == "report");
        Assert.Equal("https://courier.example/school", found.Url);
        Assert.Contains("asked about the quagmire wanted", found.Excerpt, StringComparison.Ordinal);
        var page = Rendered.Parse(new("search", await Client.GetByteArrayAsync("/search/?q=quagmire")));
        Assert.Contains("asked about the quagmire wanted", page.QuerySelector("q")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_changes_is_found_anew()
    {
        Assert.Empty((await FoundAsync("zeppelin", 10)).Results);
        await Kept.IngestAsync(Newsroom, [Kept.Line("herald", "zeppelin", "2026-03-09T09:00:00Z", "A zeppelin landed in the harbour of Vessby on Monday, the harbour master said.", "Zeppelin lands in Vessby")]);
        Assert.Contains((await FoundAsync("Zeppelins", 10)).Results, h => h.Kind == "report");
        string page = await Client.GetStringAsync("/search/?q=%3Cscript%3Ealert%28zeppelin%29");
        Assert.DoesNotContain("<script>alert", page, StringComparison.Ordinal);
        Assert.Contains("zeppelin", await Client.GetStringAsync("/search/?q=zeppelin"), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task The_description_of_the_API_names_every_address_that_the_docs_explain()
    {
        var paths = (await Client.GetFromJsonAsync<JsonElement>("/api/v1/openapi.json")).GetProperty("paths").EnumerateObject().Select(p => p.Name).Where(p => p.StartsWith("/api/v1/", StringComparison.Ordinal));
        using var page = new StreamReader(typeof(ReadersApiTests).Assembly.GetManifestResourceStream("api.md")!);
        string[] told = [.. page.ReadToEnd().Split('\n').Where(l => l.StartsWith("| `/api/", StringComparison.Ordinal)).Select(l => l.Split('`')[1])];
        Assert.Equal(told.Order(StringComparer.Ordinal), paths.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("stories/{slug}/claims", "claims")]
    [InlineData("stories/{slug}/updates", "updates")]
    [InlineData("stories/{slug}/reports", "reports")]
    [InlineData("claims/{claim}/evidence", "evidence")]
    [InlineData("sources", "sources")]
    [InlineData("stories", "stories")]
    public async Task A_list_in_parts_of_one_is_the_whole_list_and_its_head_leads_on(string address, string list)
    {
        var story = Newsroom.Archive.Wholes()[0];
        string path = "/api/v1/" + address.Replace("{slug}", story.Slug, StringComparison.Ordinal).Replace("{claim}", story.Claims.MaxBy(c => c.Evidence.Length)!.Id, StringComparison.Ordinal);
        var whole = (await Client.GetFromJsonAsync<JsonElement>(path)).GetProperty(list).EnumerateArray().Select(i => i.GetRawText()).ToArray();
        Assert.NotEmpty(whole);
        var parts = new List<string>();
        for (string? next = path + "?limit=1"; next is not null;)
        {
            using var answer = await Client.GetAsync(next);
            var part = JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
            Assert.Equal(whole.Length, part.GetProperty("total").GetInt32());
            parts.Add(Assert.Single(part.GetProperty(list).EnumerateArray()).GetRawText());
            Assert.Equal(part.TryGetProperty("next", out _), answer.Headers.TryGetValues("Link", out var links));
            next = links is null ? null : Assert.Single(links) is var link && link.EndsWith("; rel=\"next\"", StringComparison.Ordinal) ? link[1..link.IndexOf('>')] : null;
        }
        Assert.Equal(whole, parts);
        foreach (string wrong in new[] { "cursor=!", "cursor=bm9uZQ", "limit=0", "limit=501" })
            if (list != "stories" || wrong != "cursor=bm9uZQ")
                Assert.Equal(HttpStatusCode.BadRequest, (await Client.GetAsync($"{path}?{wrong}")).StatusCode);
    }

    [Fact]
    public async Task An_outlet_is_answered_by_itself_and_an_unknown_one_is_a_problem()
    {
        var first = (await Client.GetFromJsonAsync<JsonElement>("/api/v1/sources")).GetProperty("sources")[0];
        var own = await Client.GetFromJsonAsync<JsonElement>($"/api/v1/sources/{first.GetProperty("key").GetString()}");
        Assert.Equal(first.GetProperty("reports").GetInt32(), own.GetProperty("reports").GetInt32());
        using var none = await Client.GetAsync("/api/v1/sources/none");
        Assert.Equal((HttpStatusCode.NotFound, "application/problem+json"), (none.StatusCode, none.Content.Headers.ContentType!.MediaType));
    }

    [Fact]
    public async Task The_page_of_the_API_shows_every_address_of_its_description_once_in_words_and_needs_no_script()
    {
        var paths = (await Client.GetFromJsonAsync<JsonElement>("/api/v1/openapi.json")).GetProperty("paths").EnumerateObject().Where(p => p.Name.StartsWith("/api/v1/", StringComparison.Ordinal)).ToArray();
        var page = Rendered.Parse(new("api", await Client.GetByteArrayAsync("/api/")));
        Assert.Equal(
            paths.SelectMany(p => p.Value.EnumerateObject().Select(o => $"{o.Name.ToUpperInvariant()} {p.Name}")).Order(StringComparer.Ordinal),
            page.QuerySelectorAll("article.op h3").Select(h => h.TextContent).Order(StringComparer.Ordinal));
        Assert.All(page.QuerySelectorAll("article.op > p"), p => Assert.True(p.TextContent.Trim().Length > 12, p.OuterHtml));
        Assert.All(page.QuerySelectorAll("article.op dd"), d => Assert.False(string.IsNullOrWhiteSpace(d.TextContent)));
        Assert.Contains(page.QuerySelectorAll("article.op > p"), p => p.TextContent.EndsWith("Asks for the token.", StringComparison.Ordinal));
        Assert.Equal("../api/", Rendered.Parse(new("front", await Client.GetByteArrayAsync("/method/"))).QuerySelectorAll(".foot a")[^1].GetAttribute("href"));
        Assert.Equal(page.QuerySelectorAll("[id]").Select(e => e.Id).Distinct().Count(), page.QuerySelectorAll("[id]").Length);
        foreach (string answer in page.QuerySelectorAll("article.op a").Select(a => a.GetAttribute("href")!))
            Assert.Equal(HttpStatusCode.OK, (await Client.GetAsync("/api/" + answer)).StatusCode);
    }

    [Fact]
    public async Task Site_maps_name_the_public_address_and_other_sites_may_read_but_not_write()
    {
        var map = XDocument.Parse(await Client.GetStringAsync("/sitemap.xml"));
        Assert.Equal(Newsroom.Archive.All().Select(s => $"https://news.example/attest/stories/{s.Slug}/"), map.Descendants().Where(e => e.Name.LocalName == "loc").Select(e => e.Value));
        Assert.NotNull(XDocument.Parse(await Client.GetStringAsync("/news-sitemap.xml")).Root);
        using var read = await Client.GetAsync("/api/v1/stories");
        Assert.Equal("*", read.Headers.GetValues("Access-Control-Allow-Origin").Single());
        using var asked = await Client.SendAsync(new HttpRequestMessage(HttpMethod.Options, "/api/v1/reports"));
        Assert.Equal("GET, HEAD", asked.Headers.GetValues("Access-Control-Allow-Methods").Single());
        Assert.Equal(HttpStatusCode.OK, (await Client.GetAsync("/health")).StatusCode);
    }

    [Theory]
    [InlineData("127.0.0.1", null)]
    [InlineData("::1", null)]
    [InlineData("203.0.113.9", "203.0.113.9")]
    [InlineData("::ffff:203.0.113.9", "203.0.113.9")]
    [InlineData("2001:db8:1:2:3:4:5:6", "20010db800010002")]
    public void A_caller_is_counted_by_his_network(string address, string? caller) => Assert.Equal(caller, ApiLimits.CallerOf(IPAddress.Parse(address)));

    [Fact]
    public async Task Who_asks_too_often_is_told_to_wait_and_nobody_else_is()
    {
        await using var limited = await Served.StartAsync(s => s with { Rate = 3 }, caller: http => IPAddress.Parse(http.Request.Headers["X-Test-From"].ToString()));
        async Task<HttpResponseMessage> AskAsync(string path, string from, string? token = null)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, path);
            request.Headers.Add("X-Test-From", from);
            if (token is not null)
                request.Headers.Authorization = new("Bearer", token);
            return await limited.Client.SendAsync(request);
        }
        for (int asked = 0; asked < 3; asked++)
            Assert.Equal(HttpStatusCode.OK, (await AskAsync("/api/v1/stories", "203.0.113.9")).StatusCode);
        using var refused = await AskAsync("/api/v1/stories", "203.0.113.9");
        Assert.Equal((HttpStatusCode.TooManyRequests, "application/problem+json"), (refused.StatusCode, refused.Content.Headers.ContentType?.MediaType));
        Assert.Equal(TimeSpan.FromSeconds(60), refused.Headers.RetryAfter!.Delta);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await AskAsync("/api/v1/sources", "203.0.113.9", limited.Token + "x")).StatusCode);
        // Pages, other addresses, whoever holds the token, and the machine itself are not counted with him.
        Assert.Equal(HttpStatusCode.OK, (await AskAsync("/", "203.0.113.9")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await AskAsync("/api/v1/stories", "203.0.113.10")).StatusCode);
        for (int asked = 0; asked < 5; asked++)
        {
            Assert.Equal(HttpStatusCode.OK, (await AskAsync("/api/v1/stories", "203.0.113.9", limited.Token)).StatusCode);
            Assert.Equal(HttpStatusCode.OK, (await AskAsync("/api/v1/stories", "127.0.0.1")).StatusCode);
        }
    }

    [Fact]
    public async Task The_page_of_the_API_begins_with_the_list_of_stories() =>
        Assert.Equal("GET /api/v1/stories", Rendered.Parse(new("api", await Client.GetByteArrayAsync("/api/"))).QuerySelector("article.op h3")!.TextContent);

    [Fact]
    public async Task The_front_page_names_the_questions_that_wait_for_a_first_report()
    {
        await using var empty = await Served.StartAsync(before: n => n.FollowAsync("Who pays for the depot of the northern line?", CancellationToken.None));
        var page = Rendered.Parse(new("front", await empty.Client.GetByteArrayAsync("/")));
        Assert.Equal("One question waits for a first report", page.QuerySelector("h1")!.TextContent);
        Assert.Contains("Who pays for the depot of the northern line?", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    private async Task<(SearchHit[] Results, string? Next)> FoundAsync(string query, int limit, string? cursor = null)
    {
        var answer = await Client.GetFromJsonAsync<JsonElement>($"/api/v1/search?q={Uri.EscapeDataString(query)}&limit={limit}{(string.IsNullOrEmpty(cursor) ? "" : "&cursor=" + cursor)}");
        return (answer.GetProperty("results").Deserialize<SearchHit[]>(JsonSerializerOptions.Web)!, answer.GetProperty("next").GetString());
    }
}
