using System.Net.Http.Headers;
using System.Text;
using System.Text.RegularExpressions;
using Attest.Hosting;
using Attest.Settings;
using Attest.Tests.Hosting;
using Attest.Web.Server;
using Microsoft.AspNetCore.Builder;

namespace Attest.Tests.Web;

/// <summary>The examples of the API's page in the docs: they are the compiled ones, and they do what the page says.</summary>
public sealed partial class ApiExamplesTests : IAsyncLifetime
{
    private readonly Kept kept = new();
    private Newsroom newsroom = null!;
    private WebApplication app = null!;
    private HttpClient client = null!;
    private string token = "";

    public async ValueTask InitializeAsync()
    {
        newsroom = kept.Open();
        await Kept.IngestAsync(newsroom, Kept.Lines("stories/twin-fires.jsonl"));
        var desk = new ServedDesk(newsroom, null, WriteToken.Of(kept.Folder), TimeProvider.System) { Settings = new ServerSettings { Urls = "http://127.0.0.1:0", Gather = false } };
        token = desk.Token.Fresh!;
        app = SiteServer.Create(desk);
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
    public void The_examples_of_the_docs_are_the_compiled_ones()
    {
        string compiled = Resource("ApiExamples.cs");
        var examples = Example().Matches(Resource("api.md"));
        Assert.True(examples.Count >= 5);
        foreach (Match example in examples)
            Assert.Contains(string.Join('\n', example.Groups[1].Value.TrimEnd('\n').Split('\n').Select(l => l.Length > 0 ? "    " + l : l)), compiled, StringComparison.Ordinal);
    }

    [Fact]
    public async Task They_read_list_listen_and_send()
    {
        var story = newsroom.Archive.Wholes()[0];
        Assert.Equal(newsroom.Archive.Wholes().SelectMany(s => s.Claims).Count(c => c.Confirmed), (await ApiExamples.ConfirmedAsync(client)).Count);
        var claims = await ApiExamples.AllAsync(client, $"api/v1/stories/{story.Slug}/claims", "claims").Select(c => c.GetProperty("id").GetString()!).ToArrayAsync();
        Assert.Equal(story.Claims.Select(c => c.Id), claims);

        using var first = await client.GetAsync($"api/v1/stories/{story.Slug}");
        Assert.Null(await ApiExamples.ChangedAsync(client, $"api/v1/stories/{story.Slug}", first.Headers.ETag));
        Assert.NotNull(await ApiExamples.ChangedAsync(client, $"api/v1/stories/{story.Slug}", new EntityTagHeaderValue("\"another\"")));

        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        await foreach (var (id, kind, data) in ApiExamples.ListenAsync(client, story.Slug, "0", patience.Token))
        {
            Assert.Equal(data.GetProperty("version").GetInt64().ToString(System.Globalization.CultureInfo.InvariantCulture), id);
            if (kind == "now")
                break;
        }

        Assert.Equal(1, await ApiExamples.SendAsync(client, token, new { url = "https://post.example/tower", text = "The clock tower of Vessby was closed on Tuesday, the city said.", published = "2026-03-03T09:00:00Z" }));
    }

    private static string Resource(string name)
    {
        using var reader = new StreamReader(typeof(ApiExamplesTests).Assembly.GetManifestResourceStream(name)!, Encoding.UTF8);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }

    [GeneratedRegex("```csharp\n(.*?)```", RegexOptions.Singleline, 2_000)]
    private static partial Regex Example();
}
