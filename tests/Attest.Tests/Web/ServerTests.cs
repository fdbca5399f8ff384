using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Attest.Hosting;
using Attest.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Attest.Tests.Web;

/// <summary>The real server on a real socket, over a data folder.</summary>
public sealed class ServerTests : IAsyncLifetime
{
    private const string Good = """{"url":"https://herald.example/fire","outlet":"Herald","title":"Fire at the Corran mill kills two","published":"2026-03-02T09:00:00Z","text":"Two people died in a fire at the Corran mill in Ostby on Monday, police said."}""";

    private Served served = null!;

    private Newsroom Newsroom => served.Newsroom;
    private HttpClient Client => served.Client;
    private string Token => served.Token;

    public async ValueTask InitializeAsync() => served = await Served.StartAsync();

    public ValueTask DisposeAsync() => served.DisposeAsync();

    [Fact]
    public async Task Whatever_writes_asks_for_the_token_and_whatever_reads_is_public()
    {
        using var without = await Client.PostAsync("/api/v1/reports", new StringContent(Good));
        Assert.Equal(HttpStatusCode.Unauthorized, without.StatusCode);
        Assert.Equal("application/problem+json", without.Content.Headers.ContentType!.MediaType);
        using var wrong = await PostAsync(Good, Token + "x");
        Assert.Equal(HttpStatusCode.Unauthorized, wrong.StatusCode);
        Assert.Equal(0, Newsroom.Log.Newest);
        foreach (string path in new[] { "/", "/index.html", "/index.json", "/api/v1/stories", "/health", "/assets/style.css" })
            Assert.Equal(HttpStatusCode.OK, (await Client.GetAsync(path)).StatusCode);
    }

    [Fact]
    public async Task A_bad_line_is_named_and_the_rest_is_kept_and_shown()
    {
        using var sent = await PostAsync("not json\n" + Good + "\n\n{\"url\":\"ftp://x\",\"text\":\"t\"}\n", Token);
        Assert.Equal(HttpStatusCode.Accepted, sent.StatusCode);
        using var answer = JsonDocument.Parse(await sent.Content.ReadAsStringAsync());
        Assert.Equal(1, answer.RootElement.GetProperty("accepted").GetInt32());
        Assert.Equal([1, 4], answer.RootElement.GetProperty("bad").EnumerateArray().Select(b => b.GetProperty("line").GetInt32()));
        string slug = await ShownAsync();
        string page = await Client.GetStringAsync($"/stories/{slug}/");
        Assert.Contains("Corran mill", page, StringComparison.Ordinal);
        using var story = JsonDocument.Parse(await Client.GetStringAsync($"/api/v1/stories/{slug}"));
        string claim = story.RootElement.GetProperty("claims")[0].GetProperty("id").GetString()!;
        Assert.Contains("Corran", await Client.GetStringAsync($"/api/v1/claims/{claim}"), StringComparison.Ordinal);
        Assert.Contains("Corran", await Client.GetStringAsync($"/stories/{slug}/claims/{claim}/"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_good_line_is_a_problem_that_names_each()
    {
        using var sent = await PostAsync("nothing\n", Token);
        Assert.Equal(HttpStatusCode.BadRequest, sent.StatusCode);
        Assert.Contains("not JSON", await sent.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_past_is_exact_to_the_second()
    {
        await Kept.IngestAsync(Newsroom, Kept.Lines("stories/quake-toll.jsonl"));
        var story = Newsroom.Archive.All()[0];
        var first = story.FollowedSince;
        Assert.Equal(HttpStatusCode.NotFound, (await Client.GetAsync($"/api/v1/stories/{story.Slug}?asof={first.AddSeconds(-1):yyyy-MM-ddTHH:mm:ssZ}")).StatusCode);
        string then = await Client.GetStringAsync($"/api/v1/stories/{story.Slug}?asof={first:yyyy-MM-ddTHH:mm:ssZ}");
        Assert.Equal(Kept.Bytes(Assert.Single(Kept.Built(Kept.Lines("stories/quake-toll.jsonl"), asOf: first))), then);
        using var bad = await Client.GetAsync($"/api/v1/stories/{story.Slug}?asof=yesterday");
        Assert.Equal(HttpStatusCode.BadRequest, bad.StatusCode);
        string since = await Client.GetStringAsync($"/api/v1/stories/{story.Slug}?since={first.AddSeconds(-1):yyyy-MM-ddTHH:mm:ssZ}");
        string none = await Client.GetStringAsync($"/api/v1/stories/{story.Slug}?since={DateTimeOffset.UtcNow:yyyy-MM-ddTHH:mm:ssZ}");
        Assert.True(Changes(since) > Changes(none));
        Assert.Equal(0, Changes(none));
    }

    [Fact]
    public async Task What_a_reader_has_is_not_sent_again_and_pages_keep_their_policy()
    {
        await Kept.IngestAsync(Newsroom, Kept.Lines("stories/twin-fires.jsonl"));
        string address = $"/stories/{Newsroom.Archive.All()[0].Slug}/";
        using var first = await Client.GetAsync(address);
        Assert.Contains("default-src 'none'", first.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", first.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        using var card = await Client.GetAsync(address + "card/");
        Assert.Contains("frame-ancestors *", card.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        using var again = new HttpRequestMessage(HttpMethod.Get, address);
        again.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        Assert.Equal(HttpStatusCode.NotModified, (await Client.SendAsync(again)).StatusCode);
        Assert.Equal(HttpStatusCode.MovedPermanently, (await Client.GetAsync(address.TrimEnd('/'))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await Client.GetAsync("/stories/none/")).StatusCode);
    }

    [Fact]
    public async Task A_page_is_packed_for_who_takes_it_packed_and_is_the_same_page()
    {
        await Kept.IngestAsync(Newsroom, Kept.Lines("stories/twin-fires.jsonl"));
        string slug = Newsroom.Archive.All()[0].Slug;
        foreach (string address in new[] { $"/stories/{slug}/", $"/api/v1/stories/{slug}", "/assets/style.css" })
        {
            using var plain = await Client.GetAsync(address);
            Assert.Empty(plain.Content.Headers.ContentEncoding);
            using var asked = new HttpRequestMessage(HttpMethod.Get, address);
            asked.Headers.AcceptEncoding.ParseAdd("gzip, br;q=0.8");
            using var packed = await Client.SendAsync(asked);
            Assert.Equal(["br"], packed.Content.Headers.ContentEncoding);
            Assert.Contains("Accept-Encoding", packed.Headers.Vary);
            Assert.Equal(plain.Headers.ETag, packed.Headers.ETag);
            using var unpacked = new MemoryStream();
            await using (var brotli = new System.IO.Compression.BrotliStream(await packed.Content.ReadAsStreamAsync(), System.IO.Compression.CompressionMode.Decompress))
                await brotli.CopyToAsync(unpacked);
            Assert.Equal(await plain.Content.ReadAsByteArrayAsync(), unpacked.ToArray());
        }
        using var refused = new HttpRequestMessage(HttpMethod.Get, "/assets/style.css");
        refused.Headers.AcceptEncoding.ParseAdd("br;q=0");
        Assert.Empty((await Client.SendAsync(refused)).Content.Headers.ContentEncoding);
    }

    private static int Changes(string story) => JsonDocument.Parse(story).RootElement.GetProperty("whatChanged").GetProperty("changes").GetArrayLength();

    private async Task<HttpResponseMessage> PostAsync(string lines, string bearer)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/reports") { Content = new StringContent(lines, Encoding.UTF8, "application/x-ndjson") };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", bearer);
        return await Client.SendAsync(request);
    }

    /// <summary>Waits until the server has placed what came: the writer works while the test asks.</summary>
    private async Task<string> ShownAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        while (true)
        {
            using var index = JsonDocument.Parse(await Client.GetStringAsync("/api/v1/stories", patience.Token));
            if (index.RootElement.GetProperty("stories").GetArrayLength() > 0)
                return index.RootElement.GetProperty("stories")[0].GetProperty("slug").GetString()!;
            await Task.Yield();
        }
    }
}
