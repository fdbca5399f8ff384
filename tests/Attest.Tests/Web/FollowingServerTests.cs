using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Attest.Fetch;
using Attest.Hosting;
using Attest.Settings;
using Attest.Tests.Fetch;
using Attest.Tests.Hosting;
using Attest.Web.Server;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Attest.Tests.Web;

/// <summary>A server that gathers: from a question that is posted to it to the story that its feeds bring.</summary>
public sealed class FollowingServerTests : IAsyncLifetime
{
    private const string Question = "What happened at the mill in Ostby?";

    private readonly Kept kept = new();
    private SmallWeb web = null!;
    private Newsroom newsroom = null!;
    private WebApplication app = null!;
    private HttpClient client = null!;
    private string token = "";

    public async ValueTask InitializeAsync()
    {
        web = await SmallWeb.StartAsync();
        web.Publish("herald.example", "fire", "Fire at the Corran mill kills two", "Two people died in a fire at the Corran mill in Ostby on Monday, police said. The fire began in the drying hall. Firemen fought it until noon.");
        newsroom = kept.Open();
        var desk = new ServedDesk(newsroom, null, WriteToken.Of(kept.Folder), TimeProvider.System)
        {
            Settings = new ServerSettings { Urls = "http://127.0.0.1:0", Contact = "mailto:editor@invented.example", AllowHosts = ["herald.example"], Spacing = TimeSpan.FromMilliseconds(10) },
            LookUp = SmallWeb.LookUp,
        };
        token = desk.Token.Fresh!;
        app = SiteServer.Create(desk);
        await app.StartAsync();
        client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(app.Urls.First()) };
    }

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await app.StopAsync();
        await app.DisposeAsync();
        await newsroom.DisposeAsync();
        await web.DisposeAsync();
        kept.Dispose();
    }

    [Fact]
    public async Task A_question_that_is_posted_is_followed_its_feed_is_asked_and_its_story_appears()
    {
        using var without = await client.PostAsJsonAsync("/api/v1/questions", new { question = Question });
        Assert.Equal(HttpStatusCode.Unauthorized, without.StatusCode);
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        var shown = new TaskCompletionSource<string>();
        newsroom.Shelf.Changed += snapshot => shown.TrySetResult(snapshot.Document.Slug);
        using var posted = await client.PostAsJsonAsync("/api/v1/questions", new { question = Question, feeds = new[] { web.At("herald.example", "/feed") } });
        Assert.Equal(HttpStatusCode.Created, posted.StatusCode);
        string slug = await shown.Task.WaitAsync(TimeSpan.FromMinutes(2));
        Assert.Contains("Corran mill", await client.GetStringAsync($"/stories/{slug}/"), StringComparison.Ordinal);
        string page = await client.GetStringAsync("/feeds/");
        Assert.Contains(Question, page, StringComparison.Ordinal);
        Assert.Contains("<b>Works</b>", page, StringComparison.Ordinal);

        string id = (await QuestionsAsync())[0].GetProperty("id").GetString()!;
        Assert.Equal(HttpStatusCode.NoContent, (await client.DeleteAsync("/api/v1/questions/" + id)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await client.DeleteAsync("/api/v1/questions/" + id)).StatusCode);
        Assert.Empty(await QuestionsAsync());
        Assert.Empty((await client.GetFromJsonAsync<JsonElement>("/api/v1/feeds")).GetProperty("feeds").EnumerateArray());
        Assert.Contains("Corran mill", await client.GetStringAsync($"/stories/{slug}/"), StringComparison.Ordinal);
        using var again = await client.PostAsJsonAsync("/api/v1/questions", new { question = Question });
        Assert.Equal(slug, (await QuestionsAsync())[0].GetProperty("slug").GetString());
    }

    [Fact]
    public async Task The_form_follows_for_the_token_alone_and_keeps_what_was_written_when_it_is_wrong()
    {
        using var wrong = await PostAsync(("question", Question), ("feeds", "nowhere"), ("token", token), ("do", "follow"));
        Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
        string page = await wrong.Content.ReadAsStringAsync();
        Assert.Contains("“nowhere” is not an http(s) address.", page, StringComparison.Ordinal);
        Assert.Contains($"value=\"{Question}\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain(token, page, StringComparison.Ordinal);
        using var stranger = await PostAsync(("question", Question), ("token", "guess"), ("do", "follow"));
        Assert.Equal(HttpStatusCode.BadRequest, stranger.StatusCode);
        Assert.Empty(await QuestionsAsync());
        using var right = await PostAsync(("question", Question), ("feeds", web.At("herald.example", "/feed") + "\n"), ("token", token), ("do", "follow"));
        Assert.Equal(HttpStatusCode.SeeOther, right.StatusCode);
        Assert.Contains("Followed from now on", await client.GetStringAsync(right.Headers.Location), StringComparison.Ordinal);
        Assert.Equal(Question, Assert.Single(await QuestionsAsync()).GetProperty("question").GetString());
        string feed = (await client.GetFromJsonAsync<JsonElement>("/api/v1/feeds")).GetProperty("feeds")[0].GetProperty("id").GetString()!;
        using var left = await PostAsync(("leave", feed), ("token", token), ("do", "leave"));
        Assert.Equal(HttpStatusCode.SeeOther, left.StatusCode);
        Assert.Empty(app.Services.GetRequiredService<FeedDesk>().Rows);
    }

    [Fact]
    public async Task Names_and_passwords_in_a_feeds_address_are_shown_to_its_keeper_only()
    {
        await app.Services.GetRequiredService<FeedDesk>().FollowAsync(null, ["http://ann:secret@closed.example/feed"], CancellationToken.None);
        Assert.DoesNotContain("secret", await client.GetStringAsync("/feeds/"), StringComparison.Ordinal);
        Assert.DoesNotContain("secret", await client.GetStringAsync("/api/v1/feeds"), StringComparison.Ordinal);
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        Assert.Contains("secret", await client.GetStringAsync("/api/v1/feeds"), StringComparison.Ordinal);
    }

    private Task<HttpResponseMessage> PostAsync(params (string Name, string Value)[] fields) =>
        client.PostAsync("/feeds/", new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value))));

    private async Task<JsonElement[]> QuestionsAsync() => [.. (await client.GetFromJsonAsync<JsonElement>("/api/v1/questions")).GetProperty("questions").EnumerateArray()];
}
