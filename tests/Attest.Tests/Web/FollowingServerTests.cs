using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Attest.Fetch;
using Attest.Hosting;
using Attest.Tests.Fetch;
using Microsoft.Extensions.DependencyInjection;

namespace Attest.Tests.Web;

/// <summary>A server that gathers: from a question that is posted to it to the story that its feeds bring.</summary>
public sealed class FollowingServerTests : IAsyncLifetime
{
    private const string Question = "What happened at the mill in Ostby?";

    private Served served = null!;
    private SmallWeb web = null!;

    private Newsroom Newsroom => served.Newsroom;
    private HttpClient Client => served.Client;
    private string Token => served.Token;

    public async ValueTask InitializeAsync()
    {
        web = await SmallWeb.StartAsync();
        web.Publish("herald.example", "fire", "Fire at the Corran mill kills two", "Two people died in a fire at the Corran mill in Ostby on Monday, police said. The fire began in the drying hall. Firemen fought it until noon.");
        served = await Served.StartAsync(
            s => s with { Gather = true, Contact = "mailto:editor@invented.example", AllowHosts = ["herald.example"], Spacing = TimeSpan.FromMilliseconds(10) }, lookUp: SmallWeb.LookUp);
    }

    public async ValueTask DisposeAsync()
    {
        await served.DisposeAsync();
        await web.DisposeAsync();
    }

    [Fact]
    public async Task A_question_that_is_posted_is_followed_its_feed_is_asked_and_its_story_appears()
    {
        using var without = await Client.PostAsJsonAsync("/api/v1/questions", new { question = Question });
        Assert.Equal(HttpStatusCode.Unauthorized, without.StatusCode);
        Client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Token);
        var shown = new TaskCompletionSource<string>();
        Newsroom.Shelf.Changed += snapshot => shown.TrySetResult(snapshot.Document.Slug);
        using var posted = await Client.PostAsJsonAsync("/api/v1/questions", new { question = Question, feeds = new[] { web.At("herald.example", "/feed") } });
        Assert.Equal(HttpStatusCode.Created, posted.StatusCode);
        string slug = await shown.Task.WaitAsync(TimeSpan.FromMinutes(2));
        Assert.Contains("Corran mill", await Client.GetStringAsync($"/stories/{slug}/"), StringComparison.Ordinal);
        string page = await Client.GetStringAsync("/feeds/");
        Assert.Contains(Question, page, StringComparison.Ordinal);
        Assert.Contains("<b>Works</b>", page, StringComparison.Ordinal);

        string id = (await QuestionsAsync())[0].GetProperty("id").GetString()!;
        Assert.Equal(HttpStatusCode.NoContent, (await Client.DeleteAsync("/api/v1/questions/" + id)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await Client.DeleteAsync("/api/v1/questions/" + id)).StatusCode);
        Assert.Empty(await QuestionsAsync());
        Assert.Empty((await Client.GetFromJsonAsync<JsonElement>("/api/v1/feeds")).GetProperty("feeds").EnumerateArray());
        Assert.Contains("Corran mill", await Client.GetStringAsync($"/stories/{slug}/"), StringComparison.Ordinal);
        using var again = await Client.PostAsJsonAsync("/api/v1/questions", new { question = Question });
        Assert.Equal(slug, (await QuestionsAsync())[0].GetProperty("slug").GetString());
    }

    [Fact]
    public async Task The_form_follows_for_the_token_alone_and_keeps_what_was_written_when_it_is_wrong()
    {
        using var wrong = await PostAsync(("question", Question), ("feeds", "nowhere"), ("token", Token), ("do", "follow"));
        Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
        string page = await wrong.Content.ReadAsStringAsync();
        Assert.Contains("“nowhere” is not an http(s) address.", page, StringComparison.Ordinal);
        Assert.Contains($"value=\"{Question}\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain(Token, page, StringComparison.Ordinal);
        using var stranger = await PostAsync(("question", Question), ("token", "guess"), ("do", "follow"));
        Assert.Equal(HttpStatusCode.BadRequest, stranger.StatusCode);
        Assert.Empty(await QuestionsAsync());
        using var right = await PostAsync(("question", Question), ("feeds", web.At("herald.example", "/feed") + "\n"), ("token", Token), ("do", "follow"));
        Assert.Equal(HttpStatusCode.SeeOther, right.StatusCode);
        Assert.Contains("Followed from now on", await Client.GetStringAsync(right.Headers.Location), StringComparison.Ordinal);
        Assert.Equal(Question, Assert.Single(await QuestionsAsync()).GetProperty("question").GetString());
        string feed = (await Client.GetFromJsonAsync<JsonElement>("/api/v1/feeds")).GetProperty("feeds")[0].GetProperty("id").GetString()!;
        using var left = await PostAsync(("leave", feed), ("token", Token), ("do", "leave"));
        Assert.Equal(HttpStatusCode.SeeOther, left.StatusCode);
        Assert.Empty(served.App.Services.GetRequiredService<FeedDesk>().Rows);
    }

    [Fact]
    public async Task Names_and_passwords_in_a_feeds_address_are_shown_to_its_keeper_only()
    {
        await served.App.Services.GetRequiredService<FeedDesk>().FollowAsync(null, ["http://ann:secret@closed.example/feed"], CancellationToken.None);
        Assert.DoesNotContain("secret", await Client.GetStringAsync("/feeds/"), StringComparison.Ordinal);
        Assert.DoesNotContain("secret", await Client.GetStringAsync("/api/v1/feeds"), StringComparison.Ordinal);
        Client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Token);
        Assert.Contains("secret", await Client.GetStringAsync("/api/v1/feeds"), StringComparison.Ordinal);
    }

    private Task<HttpResponseMessage> PostAsync(params (string Name, string Value)[] fields) =>
        Client.PostAsync("/feeds/", new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value))));

    private async Task<JsonElement[]> QuestionsAsync() => [.. (await Client.GetFromJsonAsync<JsonElement>("/api/v1/questions")).GetProperty("questions").EnumerateArray()];
}
