using System.Net.Http.Headers;
using System.Text;
using System.Text.RegularExpressions;
using Attest.Hosting;
using Attest.Tests.Hosting;

namespace Attest.Tests.Web;

/// <summary>The examples of the API's page in the docs: they are the compiled ones, and they do what the page says.</summary>
public sealed partial class ApiExamplesTests : IAsyncLifetime
{
    private Served served = null!;

    private Newsroom Newsroom => served.Newsroom;
    private HttpClient Client => served.Client;
    private string Token => served.Token;

    public async ValueTask InitializeAsync() => served = await Served.StartAsync(before: newsroom => Kept.IngestAsync(newsroom, Kept.Lines("stories/twin-fires.jsonl")));

    public ValueTask DisposeAsync() => served.DisposeAsync();

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
        var story = Newsroom.Archive.Wholes()[0];
        Assert.Equal(Newsroom.Archive.Wholes().SelectMany(s => s.Claims).Count(c => c.Confirmed), (await ApiExamples.ConfirmedAsync(Client)).Count);
        var claims = await ApiExamples.AllAsync(Client, $"api/v1/stories/{story.Slug}/claims", "claims").Select(c => c.GetProperty("id").GetString()!).ToArrayAsync();
        Assert.Equal(story.Claims.Select(c => c.Id), claims);

        using var first = await Client.GetAsync($"api/v1/stories/{story.Slug}");
        Assert.Null(await ApiExamples.ChangedAsync(Client, $"api/v1/stories/{story.Slug}", first.Headers.ETag));
        Assert.NotNull(await ApiExamples.ChangedAsync(Client, $"api/v1/stories/{story.Slug}", new EntityTagHeaderValue("\"another\"")));

        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        await foreach (var (id, kind, data) in ApiExamples.ListenAsync(Client, story.Slug, "0", patience.Token))
        {
            Assert.Equal(data.GetProperty("version").GetInt64().ToString(System.Globalization.CultureInfo.InvariantCulture), id);
            if (kind == "now")
                break;
        }

        Assert.Equal(1, await ApiExamples.SendAsync(Client, Token, new { url = "https://post.example/tower", text = "The clock tower of Vessby was closed on Tuesday, the city said.", published = "2026-03-03T09:00:00Z" }));
    }

    private static string Resource(string name)
    {
        using var reader = new StreamReader(typeof(ApiExamplesTests).Assembly.GetManifestResourceStream(name)!, Encoding.UTF8);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }

    [GeneratedRegex("```csharp\n(.*?)```", RegexOptions.Singleline, 2_000)]
    private static partial Regex Example();
}
