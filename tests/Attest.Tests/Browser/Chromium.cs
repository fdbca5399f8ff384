using System.Collections.Concurrent;
using Attest.Engine;
using Attest.Engine.Publishing;
using Attest.Input;
using Attest.Tests.Browser;
using Attest.Tests.Publishing;
using Attest.Web;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(Chromium))]

namespace Attest.Tests.Browser;

/// <summary>
/// A real browser on the static site, whose files it gets from memory: what a page asks of any other host is refused and remembered. Where no
/// Chromium stands at <c>/usr/bin/chromium</c>, or at <c>ATTEST_CHROMIUM</c>, the tests fail.
/// </summary>
public sealed class Chromium : IAsyncLifetime
{
    public const string Origin = "http://site.test/";

    /// <summary>No test waits for its own sake; this only bounds a machine that is busy with other work.</summary>
    private const float Patience = 60_000;

    private readonly SemaphoreSlim starting = new(1, 1);
    private Dictionary<string, SiteFile>? files;
    private IPlaywright? playwright;
    private IBrowser? browser;

    public static string Sample { get; } = "stories/" + Attest.Engine.Model.Slug.Of(SampleStory.Question) + "/";

    public static string Invented { get; } = $"stories/{InventedStory.Document.Slug}/";

    /// <summary>One page of every kind.</summary>
    public static IReadOnlyList<(string Name, string Path)> Pages { get; } =
    [
        ("front", "index.html"),
        ("filter", "disputed/index.html"),
        ("story", Sample + "index.html"),
        ("story-hostile", Invented + "index.html"),
        ("claim", Invented + "claims/c5/index.html"),
        ("claim-revised", Invented + "claims/c3/index.html"),
        ("sources", "sources/index.html"),
        ("source", "sources/coast-wire/index.html"),
        ("record", "record/index.html"),
        ("method", "method/index.html"),
        ("card", Invented + "card/index.html"),
    ];

    /// <summary>What pages asked of other hosts, and what their consoles complained of, content policy included.</summary>
    public ConcurrentBag<string> Complaints { get; } = [];

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    /// <summary>A browser without a past: no storage, no cache. Its pages are closed with it.</summary>
    public async Task<IBrowserContext> FreshAsync(Action<BrowserNewContextOptions>? with = null)
    {
        await StartAsync();
        var options = new BrowserNewContextOptions { BaseURL = Origin, ViewportSize = new() { Width = 1440, Height = 900 }, ReducedMotion = ReducedMotion.Reduce };
        with?.Invoke(options);
        var context = await browser!.NewContextAsync(options);
        context.SetDefaultTimeout(Patience);
        await context.RouteAsync("**/*", Answer);
        context.Console += (_, message) => { if (message.Type is "error" or "warning") Complaints.Add($"{message.Page?.Url}: {message.Text}"); };
        context.WebError += (_, error) => Complaints.Add($"{error.Page?.Url}: {error.Error}");
        return context;
    }

    /// <summary>A page of a fresh browser.</summary>
    public async Task<IPage> OpenAsync(string path, Action<BrowserNewContextOptions>? with = null)
    {
        var page = await (await FreshAsync(with)).NewPageAsync();
        await page.GotoAsync(path);
        return page;
    }

    /// <summary>A browser without a past on a server that runs.</summary>
    public async Task<IPage> OnServerAsync(string address, Action<BrowserNewContextOptions>? with = null)
    {
        var context = await FreshAsync(o =>
        {
            o.BaseURL = address;
            with?.Invoke(o);
        });
        await context.UnrouteAllAsync();
        context.Request += (_, request) =>
        {
            if (!request.Url.StartsWith(address, StringComparison.Ordinal))
                Complaints.Add("asked for " + request.Url);
        };
        return await context.NewPageAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null)
            await browser.DisposeAsync();
        playwright?.Dispose();
        starting.Dispose();
    }

    private async Task StartAsync()
    {
        await starting.WaitAsync();
        try
        {
            if (browser is not null)
                return;
            files = (await Site.RenderAsync(Stories())).ToDictionary(f => Origin + f.Path, StringComparer.Ordinal);
            Assertions.SetDefaultExpectTimeout(Patience);
            playwright = await Playwright.CreateAsync();
            browser = await playwright.Chromium.LaunchAsync(new()
            {
                Timeout = Patience,
                ExecutablePath = Environment.GetEnvironmentVariable("ATTEST_CHROMIUM") ?? "/usr/bin/chromium",
                Args = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
            });
        }
        finally
        {
            starting.Release();
        }
    }

    private static StoryDocument[] Stories() =>
        [InventedStory.Document, .. Edition.Of(SampleStory.Read(), SampleStory.Question, asOf: null, CancellationToken.None).Stories.Select(Publisher.Publish)];

    private async Task Answer(IRoute route)
    {
        string address = route.Request.Url.Split('#')[0];
        if (files!.TryGetValue(address, out var file))
            await route.FulfillAsync(new() { BodyBytes = file.Content.ToArray(), ContentType = Assets.MediaType(file.Path) });
        else
        {
            // Browsers ask for an icon by themselves; pages of ours name none.
            if (!address.EndsWith("/favicon.ico", StringComparison.Ordinal))
                Complaints.Add("asked for " + address);
            await route.AbortAsync();
        }
    }
}
