using System.Collections.Immutable;
using System.Globalization;
using System.Net;
using System.Text.Json;
using Attest.Hosting;
using Attest.Tests.Hosting;
using Attest.Web.Live;
using Microsoft.Extensions.Time.Testing;

namespace Attest.Tests.Web;

/// <summary>Changes as server-sent events: at once, in order, each once, whenever a reader comes back.</summary>
public sealed class ChangeStreamTests : IAsyncLifetime
{
    private Served served = null!;
    private readonly FakeTimeProvider clock = new(new DateTimeOffset(2026, 3, 2, 12, 0, 0, TimeSpan.Zero));
    private string slug = "";

    private Newsroom Newsroom => served.Newsroom;
    private HttpClient Client => served.Client;

    public async ValueTask InitializeAsync()
    {
        served = await Served.StartAsync(before: newsroom => TakeAsync(newsroom, "herald", "09:00", "Two people died in a fire at the Corran mill in Ostby on Monday, police said."), clock: clock);
        slug = Newsroom.Archive.All()[0].Slug;
    }

    public ValueTask DisposeAsync() => served.DisposeAsync();

    [Fact]
    public async Task The_first_event_comes_at_once_and_what_comes_later_is_told_when_it_is_shown()
    {
        await using var stream = await ListenAsync(null);
        var now = await stream.NextAsync();
        Assert.Equal("now", now.Name);
        await TakeAsync(Newsroom, "courier", "09:10", "Three people died in the fire at the Corran mill in Ostby, the Ostby fire brigade said.");
        var told = await stream.UntilAsync("change");
        Assert.Equal(["report", "change"], told.Select(e => e.Name));
        Assert.Equal(Newsroom.Archive.Story(slug)!.Updates[0].Headline, told[^1].Data.GetProperty("headline").GetString());
        Assert.True(told[0].Id > now.Id && told[1].Id > told[0].Id);
    }

    [Fact]
    public async Task Who_comes_back_is_told_what_he_missed_without_gap_or_repeat()
    {
        await TakeAsync(Newsroom, "courier", "09:10", "Three people died in the fire at the Corran mill in Ostby, the Ostby fire brigade said.");
        await TakeAsync(Newsroom, "post", "09:20", "The fire at the Corran mill in Ostby killed three people, the coroner said.");
        await using var whole = await ListenAsync(0);
        var all = await whole.UntilAsync("now");
        Assert.Contains(all, e => e.Name == "change");
        // Whatever place he was at when he went, what follows is what followed then.
        for (int seen = 0; seen < all.Count - 1; seen++)
        {
            await using var again = await ListenAsync(all[seen].Id, byHeader: seen % 2 == 0);
            Assert.Equal(all.Skip(seen + 1).Select(e => (e.Name, e.Id)), (await again.UntilAsync("now")).Select(e => (e.Name, e.Id)));
        }
        await using var ahead = await ListenAsync(1_000_000);
        Assert.Equal(all[^1].Id, (await ahead.NextAsync()).Id);
    }

    [Fact]
    public async Task A_line_where_nothing_comes_beats()
    {
        await using var stream = await ListenAsync(null);
        await stream.NextAsync();
        var beat = stream.BeatAsync();
        // The beat's timer may not be there yet: time goes on until it is.
        while (!beat.IsCompleted)
        {
            clock.Advance(TimeSpan.FromSeconds(15));
            await Task.WhenAny(beat, Task.Delay(20));
        }
        await beat;
    }

    [Fact]
    public async Task All_stories_are_told_of_by_one_stream_and_no_story_by_none()
    {
        await using var stream = await ListenAsync(0, "/api/v1/changes");
        Assert.Equal(slug, (await stream.NextAsync()).Data.GetProperty("story").GetString());
        Assert.Equal(HttpStatusCode.NotFound, (await Client.GetAsync("/api/v1/stories/none/changes")).StatusCode);
    }

    [Fact]
    public void Who_resumes_far_back_is_told_from_the_log_and_who_is_near_from_memory()
    {
        long shown = 0;
        ImmutableArray<ChangeEvent> log = [.. Enumerable.Range(1, 300).Where(n => n % 3 != 0).Select(n => new ChangeEvent(n, ReadOnlyMemory<byte>.Empty))];
        var wire = new Wire((after, upTo) => log.Where(e => e.Position > after && e.Position <= upTo), () => shown);
        wire.Enter();
        for (shown = 1; shown < 300; shown += 7)
            wire.Advance();
        wire.Advance();
        for (int place = 0; place <= 300; place++)
        {
            var untold = wire.After(place);
            Assert.Equal(log.Where(e => e.Position > place && e.Position <= untold.Position).Select(e => e.Position), untold.Events.Select(e => e.Position));
        }
    }

    private async Task TakeAsync(Newsroom newsroom, string outlet, string time, string text)
    {
        await newsroom.AcceptAsync([Kept.Line(outlet, "fire", $"2026-03-02T{time}:00Z", text)], clock.GetUtcNow(), isLive: true, null, CancellationToken.None);
        await newsroom.PlaceAsync(show: true, CancellationToken.None);
        await newsroom.SettleAsync(clock.GetUtcNow(), everywhere: false, CancellationToken.None);
    }

    private async Task<EventStream> ListenAsync(long? after, string? path = null, bool byHeader = false)
    {
        string address = path ?? $"/api/v1/stories/{slug}/changes";
        using var request = new HttpRequestMessage(HttpMethod.Get, address + (after is { } place && !byHeader ? "?after=" + place : "?after=0"));
        if (after is null)
            request.RequestUri = new Uri(address, UriKind.Relative);
        if (byHeader)
            request.Headers.Add("Last-Event-ID", after!.Value.ToString(CultureInfo.InvariantCulture));
        var answer = await Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        Assert.Equal("text/event-stream", answer.Content.Headers.ContentType!.MediaType);
        return new EventStream(answer, new StreamReader(await answer.Content.ReadAsStreamAsync()));
    }

    private sealed record Told(string Name, long Id, JsonElement Data);

    /// <summary>A reader's end of a stream.</summary>
    private sealed class EventStream(HttpResponseMessage answer, StreamReader lines) : IAsyncDisposable
    {
        public async Task<Told> NextAsync()
        {
            while (true)
            {
                var fields = new Dictionary<string, string>(StringComparer.Ordinal);
                while (await LineAsync() is { Length: > 0 } line)
                    fields[line[..line.IndexOf(':')]] = line[(line.IndexOf(':') + 1)..].TrimStart();
                if (fields.TryGetValue("data", out string? data))
                    return new Told(fields["event"], long.Parse(fields["id"], CultureInfo.InvariantCulture), JsonDocument.Parse(data).RootElement);
            }
        }

        public async Task<List<Told>> UntilAsync(string name)
        {
            var told = new List<Told>();
            do
                told.Add(await NextAsync());
            while (told[^1].Name != name);
            return told;
        }

        public async Task BeatAsync()
        {
            while (await LineAsync() != ":")
            {
                // Ends of events before it.
            }
        }

        public ValueTask DisposeAsync()
        {
            lines.Dispose();
            answer.Dispose();
            return ValueTask.CompletedTask;
        }

        private async Task<string> LineAsync() => await lines.ReadLineAsync().WaitAsync(TimeSpan.FromMinutes(2)) ?? throw new EndOfStreamException();
    }
}
