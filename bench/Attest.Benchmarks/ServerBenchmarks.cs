using Attest.Hosting;
using Attest.Input;
using Attest.Settings;
using Attest.Web.Server;
using BenchmarkDotNet.Attributes;
using Microsoft.AspNetCore.Builder;

namespace Attest.Benchmarks;

/// <summary>The real server on a socket of this machine, over a folder with the sample story (25 reports). Budget: first byte within 20 ms.</summary>
[MemoryDiagnoser]
public class ServerBenchmarks
{
    private const int Requests = 50;

    private static readonly HttpClient client = new();
    private readonly string folder = Directory.CreateTempSubdirectory("attest-bench-").FullName;
    private Newsroom newsroom = null!;
    private WebApplication app = null!;
    private string address = "", story = "", claim = "", moment = "";

    /// <summary>Takes the sample story in and starts the server.</summary>
    [GlobalSetup]
    public async Task Start()
    {
        newsroom = Newsroom.Open(folder, TimeProvider.System);
        var taken = await newsroom.AcceptAsync(SampleStory.Lines(), null, isLive: false, SampleStory.Question, CancellationToken.None);
        await newsroom.PlaceAsync(show: false, CancellationToken.None);
        await newsroom.SettleAsync(taken.Now, everywhere: true, CancellationToken.None);
        app = SiteServer.Create(new ServedDesk(newsroom, null, WriteToken.Of(folder), TimeProvider.System) { Settings = new ServerSettings { Urls = "http://127.0.0.1:0", Gather = false } });
        await app.StartAsync();
        address = app.Urls.First();
        var row = newsroom.Archive.All()[0];
        var whole = newsroom.Archive.Story(row.Slug)!;
        story = $"/stories/{row.Slug}/";
        claim = $"/stories/{row.Slug}/claims/{whole.Claims[0].Id}/";
        moment = $"/api/v1/stories/{row.Slug}?asof={whole.Reports[12].Published:yyyy-MM-ddTHH:mm:ssZ}";
    }

    /// <summary>Stops it.</summary>
    [GlobalCleanup]
    public async Task Stop()
    {
        await app.DisposeAsync();
        await newsroom.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>The list of stories.</summary>
    [Benchmark(OperationsPerInvoke = Requests)]
    public Task Front() => GetAsync("/");

    /// <summary>The story's page.</summary>
    [Benchmark(OperationsPerInvoke = Requests)]
    public Task Story() => GetAsync(story);

    /// <summary>A claim's page.</summary>
    [Benchmark(OperationsPerInvoke = Requests)]
    public Task Claim() => GetAsync(claim);

    /// <summary>The story as JSON, as it was at a moment.</summary>
    [Benchmark(OperationsPerInvoke = Requests)]
    public Task StoryThen() => GetAsync(moment);

    /// <summary>The story's page rendered anew, as after each change.</summary>
    [Benchmark]
    public async Task StoryRenderedAnew()
    {
        await using var pages = new RenderedPages();
        string slug = story.Split('/')[2];
        if (await pages.StoryAsync(newsroom.Archive.Find(slug)!, "index.html", new Web.StoryView { IsLive = true }) is null)
            throw new InvalidOperationException("no page");
    }

    private async Task GetAsync(string path)
    {
        for (int i = 0; i < Requests; i++)
            if ((await client.GetByteArrayAsync(address + path)).Length == 0)
                throw new InvalidOperationException("nothing");
    }
}
