using System.Net.NetworkInformation;
using Attest.Fetch;
using Attest.Hosting;
using Attest.Hosting.Grains;
using Attest.Input;
using Attest.Log;
using Microsoft.Extensions.Hosting.Internal;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace Attest.Tests.Hosting;

/// <summary>Stories as grains of a real silo: what they write is what the program writes without one, whenever they come and go, and the log alone keeps two of them apart.</summary>
public sealed class GrainsTests
{
    private readonly FakeTimeProvider clock = new(new DateTimeOffset(2026, 6, 1, 12, 0, 0, TimeSpan.Zero));

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Grains_write_what_the_program_writes_without_them_also_when_each_is_let_go_after_each_step(bool letGo)
    {
        await using var plain = new MemoryLog();
        await using var hosted = new MemoryLog();
        var own = Newsroom.Of(plain, Cache.None, clock);
        using var desk = own.DeskOf(new OwnWriters(own));
        await WriteAsync(own, desk, () => Task.CompletedTask);
        await using var running = await Running.StartAsync(hosted, clock);
        using var grainDesk = running.Newsroom.DeskOf(new GrainWriters(running.Grains));
        await WriteAsync(running.Newsroom, grainDesk, () => letGo ? running.LetGoAsync() : Task.CompletedTask);
        Assert.Equal(Written(plain), Written(hosted));
        Assert.Equal(Bytes(own), Bytes(running.Newsroom));
        Assert.Contains(hosted.Read(), e => e.Kind == EntryKinds.Update);
    }

    [Fact]
    public async Task Of_two_activations_of_one_story_one_writes_and_the_other_goes_on_from_there()
    {
        await using var log = new MemoryLog();
        await using var one = await Running.StartAsync(log, clock);
        await using var other = await Running.StartAsync(log, clock);
        var lines = Kept.Lines("sample");
        using var desk = one.Newsroom.DeskOf(new GrainWriters(one.Grains));
        foreach (var batch in lines.Chunk(5))
        {
            var taken = await one.Newsroom.AcceptAsync(batch, null, isLive: false, SampleStory.Question, CancellationToken.None);
            await desk.PlaceAsync(show: true, CancellationToken.None);
            string[] stories = [.. log.Read().Select(e => e.Story).OfType<string>().Distinct(StringComparer.Ordinal)];
            var told = await Task.WhenAll(from story in stories from grains in new[] { one.Grains, other.Grains } select grains.GetGrain<IStoryGrain>(story).SettleAsync(taken.Now));
            Assert.All(told, t => Assert.Null(t.Failed));
        }
        foreach (var story in log.Read().Where(e => e.Story is not null).GroupBy(e => e.Story))
            Assert.Equal(Enumerable.Range(1, story.Count()), story.Select(e => e.Version));
        var found = Verification.Of(log, (_, _) => { }, CancellationToken.None);
        Assert.True(found.Broken is null, found.Why);
        Assert.NotEmpty(Bytes(one.Newsroom));
    }

    [Fact]
    public async Task What_the_log_refuses_comes_through_the_grains_with_its_cause_and_is_written_when_it_takes_it()
    {
        await using var log = new Refusing();
        await using var running = await Running.StartAsync(log, clock);
        var router = running.Grains.GetGrain<IRouterGrain>(0);
        await running.Newsroom.AcceptAsync(Kept.Lines("sample"), null, isLive: false, SampleStory.Question, CancellationToken.None);
        await router.PlaceAsync();
        log.Why = "the disk is full";
        Assert.Equal(log.Why, (await Assert.ThrowsAsync<LogException>(router.SettleAsync)).Message);
        log.Why = null;
        await router.SettleAsync();
        Assert.Contains(log.Read(), e => e.Kind == EntryKinds.Time);
    }

    [Fact]
    public async Task The_silo_listens_at_no_port()
    {
        await using var log = new MemoryLog();
        await using var running = await Running.StartAsync(log, clock);
        await running.Grains.GetGrain<IRouterGrain>(0).PlaceAsync();
        Assert.DoesNotContain(IPGlobalProperties.GetIPGlobalProperties().GetActiveTcpListeners(), e => e.Port is 11111 or 30000);
    }

    private static async Task WriteAsync(Newsroom newsroom, CopyDesk desk, Func<Task> between)
    {
        foreach (var batch in Kept.Lines("sample").Chunk(6))
        {
            var taken = await newsroom.AcceptAsync(batch, null, isLive: false, SampleStory.Question, CancellationToken.None);
            await desk.PlaceAsync(show: true, CancellationToken.None);
            await between();
            await desk.SettleAsync(taken.Now, everywhere: true, CancellationToken.None);
            await between();
        }
    }

    private static IEnumerable<string> Written(MemoryLog log) => log.Read().Select(e => $"{e.Number} {e.Story} {e.Version} {e.Kind} {e.Body}");

    private static IEnumerable<string> Bytes(Newsroom newsroom) => newsroom.Archive.All().Select(s => Kept.Bytes(newsroom.Archive.Story(s.Id)));

    /// <summary>A newsroom with a silo.</summary>
    private sealed class Running : IAsyncDisposable
    {
        private readonly FeedDesk feeds;

        private Running(ILog log, TimeProvider clock)
        {
            Newsroom = Newsroom.Of(log, Cache.None, clock);
            feeds = new FeedDesk(Newsroom, new FetchSettings(), clock, () => 0.5, schedules: false);
            Silo = new OwnSilo(Newsroom, feeds, clock, NullLoggerFactory.Instance, new ApplicationLifetime(NullLogger<ApplicationLifetime>.Instance));
        }

        public Newsroom Newsroom { get; }

        public OwnSilo Silo { get; }

        public IGrainFactory Grains { get; private set; } = null!;

        public static async Task<Running> StartAsync(ILog log, TimeProvider clock)
        {
            var running = new Running(log, clock);
            await running.Silo.StartAsync(CancellationToken.None);
            running.Grains = await running.Silo.GrainsAsync(CancellationToken.None);
            return running;
        }

        /// <summary>Lets all activations of stories go, and waits until none is there.</summary>
        public async Task LetGoAsync()
        {
            var management = Grains.GetGrain<IManagementGrain>(0);
            while ((await management.GetDetailedGrainStatistics()).Where(g => g.GrainType.Contains(nameof(StoryGrain), StringComparison.Ordinal)).ToArray() is { Length: > 0 } there)
                foreach (var story in there)
                    await Grains.GetGrain<IStoryGrain>(story.GrainId.Key.ToString()!).LetGoAsync();
        }

        public async ValueTask DisposeAsync()
        {
            await Silo.StopAsync(CancellationToken.None);
            await Silo.DisposeAsync();
            feeds.Dispose();
        }
    }

    /// <summary>A log that takes nothing while it has a reason.</summary>
    private sealed class Refusing : ILog
    {
        private readonly MemoryLog log = new();

        public string? Why { get; set; }

        public long Newest => log.Newest;

        public Task<Appended> AppendAsync(IReadOnlyList<NewEntry> entries, CancellationToken cancel) => Why is { } why ? Task.FromResult<Appended>(new Appended.Failed(why)) : log.AppendAsync(entries, cancel);

        public IEnumerable<LogEntry> Read(long after = 0, string? story = null) => log.Read(after, story);

        public string? TextOf(string hash) => log.TextOf(hash);

        public string? WhyRemoved(string hash) => log.WhyRemoved(hash);

        public Task RemoveTextAsync(string hash, string why) => log.RemoveTextAsync(hash, why);

        public long? NumberOf(string key) => log.NumberOf(key);

        public IReadOnlyList<string> KeysOf(string prefix) => log.KeysOf(prefix);

        public void BackUp(string file) => log.BackUp(file);

        public ValueTask DisposeAsync() => log.DisposeAsync();
    }
}
