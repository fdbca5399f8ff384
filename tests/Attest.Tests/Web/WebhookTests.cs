using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Attest.Alerts;
using Attest.Fetch;
using Attest.Hosting;
using Attest.Log;
using Attest.Tests.Fetch;
using Attest.Tests.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Attest.Tests.Web;

/// <summary>Addresses that are told of changes: a real server sends to a real receiver.</summary>
public sealed class WebhookTests : IAsyncLifetime
{
    private const string Receiver = "desk.example";

    private readonly ConcurrentQueue<Told> told = new();
    private readonly Kept kept = new();
    private SmallWeb web = null!;
    private Served served = null!;
    private string token = "";
    private Func<HttpContext, int> answer = _ => 204;

    private sealed record Told(string Id, string Time, string Signature, byte[] Body)
    {
        public JsonElement Json => JsonDocument.Parse(Body).RootElement;
    }

    public async ValueTask InitializeAsync()
    {
        web = await SmallWeb.StartAsync();
        web.Answers[Receiver + "/changes"] = async http =>
        {
            using var body = new MemoryStream();
            await http.Request.Body.CopyToAsync(body);
            told.Enqueue(new(http.Request.Headers["webhook-id"]!, http.Request.Headers["webhook-timestamp"]!, http.Request.Headers["webhook-signature"]!, body.ToArray()));
            http.Response.StatusCode = answer(http);
        };
        token = WriteToken.Of(kept.Folder).Fresh!;
        await StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await served.DisposeAsync();
        await web.DisposeAsync();
        kept.Dispose();
    }

    [Fact]
    public async Task A_change_is_told_signed_once_in_order_and_with_what_changed()
    {
        var (_, secret) = await AddAsync();
        await TakeAsync("herald", "09:00", "Two people died in a fire at the Corran mill in Ostby on Monday, police said.");
        await TakeAsync("courier", "09:10", "Three people died in the fire at the Corran mill in Ostby, the Ostby fire brigade said.");
        var all = await ToldAsync(Updates().Length);
        Assert.Equal(Updates().Select(u => u.Id.Value), all.Select(t => t.Json.GetProperty("data").GetProperty("update").GetProperty("id").GetString()));
        Assert.All(all, t => Assert.Equal(Signed(secret, t), t.Signature));
        var last = all[^1].Json;
        Assert.Equal(Message.Type, last.GetProperty("type").GetString());
        Assert.Equal(served.Newsroom.Archive.All()[0].Slug, last.GetProperty("data").GetProperty("story").GetString());
        var newest = served.Newsroom.Archive.Wholes()[0].Updates[0];
        Assert.Equal(newest.Headline, last.GetProperty("data").GetProperty("update").GetProperty("headline").GetString());
        Assert.Equal(newest.Changes.Length, last.GetProperty("data").GetProperty("update").GetProperty("changes").GetArrayLength());
        Assert.Equal("works", (await RowAsync()).State);
    }

    [Fact]
    public async Task What_failed_is_told_again_later_under_the_same_id_and_in_the_same_words()
    {
        answer = _ => told.Count < 3 ? 503 : 204;
        await AddAsync();
        await TakeAsync("herald", "09:00", "Two people died in a fire at the Corran mill in Ostby on Monday, police said.");
        await ToldAsync(1);
        await UntilAsync(async () => await RowAsync() is { State: "fails", Tries: 1 } row && row.Next > web.Clock.GetUtcNow() && row.Problem!.Contains("503", StringComparison.Ordinal));
        var first = web.Clock.GetUtcNow();
        var all = await PassAsync(3);
        Assert.Single(all.Select(t => t.Id).Distinct());
        Assert.Single(all.Select(t => Convert.ToHexString(t.Body)).Distinct());
        Assert.True(web.Clock.GetUtcNow() - first >= TimeSpan.FromSeconds(0.8 * 35));
        await UntilAsync(async () => (await RowAsync()).State == "works");
    }

    [Fact]
    public async Task After_a_crash_it_goes_on_where_it_was_and_leaves_nothing_out()
    {
        await AddAsync();
        await TakeAsync("herald", "09:00", "Two people died in a fire at the Corran mill in Ostby on Monday, police said.");
        await ToldAsync(1);
        await UntilAsync(() => Task.FromResult(served.Newsroom.Log.Read().Any(e => e.Kind == EntryKinds.HookTold)));
        await served.DisposeAsync();
        // While nobody sends, something happens; and the cache is lost, as an upgrade loses it.
        await using (var newsroom = Newsroom.Open(kept.Folder, web.Clock))
            await TakeAsync(newsroom, "courier", "09:10", "Three people died in the fire at the Corran mill in Ostby, the Ostby fire brigade said.");
        File.Delete(Path.Combine(kept.Folder, "cache.db"));
        await StartAsync();
        var all = await ToldAsync(Updates().Length);
        Assert.Equal(Updates().Select(u => u.Id.Value), all.Select(t => t.Json.GetProperty("data").GetProperty("update").GetProperty("id").GetString()));
        Assert.Equal(all.Length, all.Select(t => t.Id).Distinct().Count());
    }

    [Fact]
    public async Task Who_fails_for_days_is_stopped_with_the_cause_and_told_what_he_missed_when_he_is_back()
    {
        answer = _ => 500;
        await AddAsync();
        await TakeAsync("herald", "09:00", "Two people died in a fire at the Corran mill in Ostby on Monday, police said.");
        var tries = await PassAsync(Waits.Most);
        Assert.Single(tries.Select(t => t.Id).Distinct());
        await UntilAsync(async () => (await RowAsync()).State == "stopped");
        var row = await RowAsync();
        Assert.Contains("500", row.Problem, StringComparison.Ordinal);
        Assert.Contains("13 times", row.Problem, StringComparison.Ordinal);
        Assert.NotNull(row.Mend);
        answer = _ => 200;
        await AddAsync();
        Assert.Equal(tries[0].Id, (await ToldAsync(Waits.Most + 1))[^1].Id);
    }

    [Fact]
    public async Task Who_wants_nothing_more_is_told_nothing_more()
    {
        answer = _ => 410;
        await AddAsync();
        await TakeAsync("herald", "09:00", "Two people died in a fire at the Corran mill in Ostby on Monday, police said.");
        await UntilAsync(async () => (await RowAsync()).State == "stopped");
        await TakeAsync("courier", "09:10", "Three people died in the fire at the Corran mill in Ostby, the Ostby fire brigade said.");
        Assert.Single(told);
    }

    [Fact]
    public async Task Of_one_story_only_that_one_is_told_and_the_past_is_told_to_nobody()
    {
        await TakeAsync("herald", "09:00", "Two people died in a fire at the Corran mill in Ostby on Monday, police said.");
        string story = served.Newsroom.Archive.All()[0].Slug;
        await AddAsync(story);
        await TakeAsync(served.Newsroom, "gazette", "09:05", "The parliament of Norland passed a law on fishing quotas on Monday, the speaker said.", question: "What does Norland’s law on fishing quotas say?");
        await TakeAsync("courier", "09:10", "Three people died in the fire at the Corran mill in Ostby, the Ostby fire brigade said.");
        Assert.Equal(2, served.Newsroom.Archive.All().Length);
        Assert.All(await ToldAsync(1), t => Assert.Equal(story, t.Json.GetProperty("data").GetProperty("story").GetString()));
        Assert.Single(told);
    }

    [Fact]
    public async Task Private_networks_are_not_told_though_their_names_look_public()
    {
        using var sender = new WebFetcher(SmallWeb.Allowing(), web.Clock, SmallWeb.LookUp);
        foreach (string host in new[] { "inner.example", "rebinding.example", "127.0.0.1", "169.254.169.254" })
        {
            var failed = Assert.IsType<Sent.Failed>(await sender.PostAsync(new Uri(web.At(host, "/changes")), [], "application/json", [], CancellationToken.None));
            Assert.Equal(Engine.Gathering.Manners.FetchFailure.ClosedAddress, failed.Cause);
        }
        web.Answers[Receiver + "/elsewhere"] = SmallWeb.LeadsTo("http://127.0.0.1/");
        using var allowed = new WebFetcher(SmallWeb.Allowing(Receiver), web.Clock, SmallWeb.LookUp);
        var led = Assert.IsType<Sent.Failed>(await allowed.PostAsync(new Uri(web.At(Receiver, "/elsewhere")), [], "application/json", [], CancellationToken.None));
        Assert.Equal(Engine.Gathering.Manners.FetchFailure.BadRedirect, led.Cause);
    }

    [Theory]
    [InlineData("nowhere")]
    [InlineData("ftp://desk.example/")]
    [InlineData("http://other.example/changes")]
    [InlineData("https://ann:secret@other.example/")]
    [InlineData("https://other.example/#here")]
    public async Task An_address_that_cannot_be_told_is_refused_with_what_is_wrong(string address)
    {
        using var refused = await served.Writer.PostAsJsonAsync("/api/v1/webhooks", new { address });
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.True((await refused.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("detail").GetString()!.Length > 20);
    }

    [Fact]
    public async Task Only_who_holds_the_token_learns_or_changes_who_is_told_and_no_secret_is_in_the_log()
    {
        var (id, secret) = await AddAsync();
        Assert.Equal(HttpStatusCode.Unauthorized, (await served.Client.GetAsync("/api/v1/webhooks")).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await served.Client.PostAsJsonAsync("/api/v1/webhooks", new { address = "https://a.example/" })).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await served.Client.DeleteAsync("/api/v1/webhooks/" + id)).StatusCode);
        Assert.All(served.Newsroom.Log.Read(), e => Assert.DoesNotContain(secret[6..], e.Body, StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.BadRequest, (await served.Writer.PostAsJsonAsync("/api/v1/webhooks", new { address = "https://a.example/", story = "none" })).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await served.Writer.DeleteAsync("/api/v1/webhooks/" + id)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await served.Writer.DeleteAsync("/api/v1/webhooks/" + id)).StatusCode);
        await TakeAsync("herald", "09:00", "Two people died in a fire at the Corran mill in Ostby on Monday, police said.");
        Assert.Empty(told);
    }

    [Fact]
    public void The_signature_is_that_of_the_specification()
    {
        // The published example of Standard Webhooks: secret, id, time and body give this signature.
        byte[] secret = Convert.FromBase64String("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
        var headers = Signature.Headers(secret, "msg_p5jXN8AQM9LWM0D4loKWxJek", DateTimeOffset.FromUnixTimeSeconds(1614265330), Encoding.UTF8.GetBytes("""{"test": 2432232314}"""));
        Assert.Equal("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=", headers.Single(h => h.Key == "webhook-signature").Value);
    }

    private async Task StartAsync() => served = await Served.StartAsync(s => s with { AllowHosts = [Receiver] }, clock: web.Clock, lookUp: SmallWeb.LookUp, on: (kept, token));

    private Engine.Model.Update[] Updates() => [.. served.Newsroom.Log.Read().Where(e => e.Kind == EntryKinds.Update).Select(e => LogJson.Read<UpdateBody>(e.Body).Update)];

    private async Task<(string Id, string Secret)> AddAsync(string? story = null)
    {
        using var added = await served.Writer.PostAsJsonAsync("/api/v1/webhooks", new { address = web.At(Receiver, "/changes"), story });
        Assert.Equal(HttpStatusCode.Created, added.StatusCode);
        var body = await added.Content.ReadFromJsonAsync<JsonElement>();
        return (body.GetProperty("webhook").GetProperty("id").GetString()!, body.GetProperty("secret").GetString()!);
    }

    private Task TakeAsync(string outlet, string time, string text) => TakeAsync(served.Newsroom, outlet, time, text);

    private static async Task TakeAsync(Newsroom newsroom, string outlet, string time, string text, string? question = null)
    {
        await newsroom.AcceptAsync([Kept.Line(outlet, "fire", $"2026-03-02T{time}:00Z", text)], null, isLive: true, question, CancellationToken.None);
        await newsroom.PlaceAsync(show: true, CancellationToken.None);
        await newsroom.SettleAsync(DateTimeOffset.UnixEpoch, everywhere: false, CancellationToken.None);
    }

    private async Task<HookRow> RowAsync() =>
        (await served.Writer.GetFromJsonAsync<JsonElement>("/api/v1/webhooks")).GetProperty("webhooks")[0].Deserialize<HookRow>(JsonSerializerOptions.Web)!;

    private async Task<Told[]> ToldAsync(int count)
    {
        await UntilAsync(() => Task.FromResult(told.Count >= count));
        return [.. told];
    }

    /// <summary>Lets time pass until so many messages were sent.</summary>
    private async Task<Told[]> PassAsync(int count)
    {
        await UntilAsync(async () =>
        {
            if (told.Count < count && await RowAsync() is { Next: { } next, Tries: var tries } && tries == told.Count)
            {
                if (next > web.Clock.GetUtcNow())
                    web.Clock.Advance(next - web.Clock.GetUtcNow());
                // It may have read the time before the clock went on and have set its timer after: then nothing but this wakes it.
                served.App.Services.GetRequiredService<Alerting>().Wake();
            }
            return told.Count >= count;
        });
        return [.. told];
    }

    private static async Task UntilAsync(Func<Task<bool>> holds)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        while (!await holds())
        {
            patience.Token.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }

    private static string Signed(string secret, Told message)
    {
        byte[] key = Convert.FromBase64String(secret["whsec_".Length..]);
        Assert.InRange(key.Length, 24, 64);
        return "v1," + Convert.ToBase64String(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes($"{message.Id}.{message.Time}.").Concat(message.Body).ToArray()));
    }
}
