using System.Net;
using Attest.Tests.Hosting;

namespace Attest.Tests.Web;

/// <summary>The page of an outlet, on which whoever holds the token says what it is.</summary>
public sealed class SourceEditTests : IAsyncLifetime
{
    private Served served = null!;

    public async ValueTask InitializeAsync() => served = await Served.StartAsync(before: newsroom => Kept.IngestAsync(newsroom, Kept.Lines("stories/twin-fires.jsonl")));

    public ValueTask DisposeAsync() => served.DisposeAsync();

    [Fact]
    public async Task Who_holds_the_token_says_what_an_outlet_is_and_the_page_says_since_when_and_from_where()
    {
        string key = Engine.Publishing.SourceDocument.Of(served.Newsroom.Archive.Wholes())[0].Key, address = $"/sources/{key}/";
        Assert.Equal(HttpStatusCode.MovedPermanently, (await served.Client.GetAsync(address.TrimEnd('/'))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await served.Client.GetAsync("/sources/none/")).StatusCode);
        using var refused = await SendAsync(address, "broadcaster", "Norland <b>Media</b>", served.Token + "x");
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        var shown = Rendered.Parse(new("page", await refused.Content.ReadAsByteArrayAsync()));
        Assert.Contains("token", shown.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Norland <b>Media</b>", shown.QuerySelector("#family")!.GetAttribute("value"));
        Assert.Empty(served.Newsroom.OutletEdits);
        Assert.Equal(HttpStatusCode.BadRequest, (await SendAsync(address, "oracle", "", served.Token)).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await SendAsync(address, "", new string('x', 101), served.Token)).StatusCode);

        using var done = await SendAsync(address, "broadcaster", "Norland <b>Media</b>", served.Token);
        Assert.Equal(HttpStatusCode.SeeOther, done.StatusCode);
        await served.Newsroom.SettleAsync(DateTimeOffset.UnixEpoch, everywhere: false, CancellationToken.None);
        var page = Rendered.Parse(new("page", await served.Client.GetByteArrayAsync(done.Headers.Location)));
        string known = page.QuerySelector(".known")!.TextContent;
        Assert.Contains("Broadcaster, edited on ", known, StringComparison.Ordinal);
        Assert.Contains("Norland <b>Media</b>, edited on ", known, StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll(".known b"));
        Assert.NotNull(page.QuerySelector("[role=status]"));
        Assert.Contains("\"kindFrom\": \"operator\"", await served.Client.GetStringAsync("/api/v1/sources/" + key), StringComparison.Ordinal);
    }

    private Task<HttpResponseMessage> SendAsync(string address, string kind, string family, string token) =>
        served.Client.PostAsync(address, new FormUrlEncodedContent(new Dictionary<string, string> { ["kind"] = kind, ["family"] = family, ["token"] = token, ["do"] = "edit" }));
}
