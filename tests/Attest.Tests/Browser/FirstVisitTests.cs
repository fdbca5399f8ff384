using Attest.Tests.Hosting;
using Attest.Tests.Web;
using Microsoft.Playwright;

namespace Attest.Tests.Browser;

/// <summary>
/// A reader who comes for the first time, on a phone with a slow connection: what is sent to him, and that nothing moves. With <c>ATTEST_MEASURE=1</c> it says how long he waits; no test depends on that.
/// </summary>
public sealed class FirstVisitTests(Chromium chromium) : IAsyncLifetime
{
    /// <summary>The budget of a first visit: page, style sheet, script, fonts, icon, with their heads.</summary>
    private const double MostBytes = 100_000;

    private static readonly bool Measures = Environment.GetEnvironmentVariable("ATTEST_MEASURE") == "1";

    private Served served = null!;

    public async ValueTask InitializeAsync() => served = await Served.StartAsync(before: newsroom => Kept.IngestAsync(newsroom, Kept.Lines("sample"), Input.SampleStory.Question));

    public ValueTask DisposeAsync() => served.DisposeAsync();

    [Fact]
    public async Task A_story_of_25_reports_comes_to_a_phone_within_100_KB_and_nothing_moves()
    {
        string story = $"stories/{served.Newsroom.Archive.All()[0].Slug}/";
        // The first reader of a page has it rendered; budgets speak of a warm server.
        using (await served.Client.GetAsync("/" + story)) { }
        for (int visit = 0; visit < (Measures ? 9 : 1); visit++)
        {
            var page = await chromium.OnServerAsync(served.App.Urls.First() + "/", o => (o.ViewportSize, o.DeviceScaleFactor, o.IsMobile, o.HasTouch) = (new() { Width = 360, Height = 740 }, 2, true, true));
            var tools = await page.Context.NewCDPSessionAsync(page);
            double bytes = 0;
            await tools.SendAsync("Network.enable");
            // A phone on a slow mobile network, as Lighthouse has it.
            await tools.SendAsync("Network.emulateNetworkConditions", new() { ["offline"] = false, ["latency"] = 150, ["downloadThroughput"] = 1_638_400 / 8, ["uploadThroughput"] = 750_000 / 8 });
            await tools.SendAsync("Emulation.setCPUThrottlingRate", new() { ["rate"] = Measures ? 4 : 1 });
            tools.Event("Network.loadingFinished").OnEvent += (_, told) => bytes += told!.Value.GetProperty("encodedDataLength").GetDouble();
            // The stream of news stays open for good; all else has come when the fonts have.
            await page.GotoAsync(story, new() { WaitUntil = WaitUntilState.Load });
            await page.EvaluateAsync("document.fonts.ready.then(() => true)");
            double shift = await page.EvaluateAsync<double>("new Promise(done => { let sum = 0; new PerformanceObserver(l => { for (const e of l.getEntries()) sum += e.value; }).observe({ type: 'layout-shift', buffered: true }); requestAnimationFrame(() => requestAnimationFrame(() => done(sum))); })");
            if (Measures)
                TestContext.Current.SendDiagnosticMessage($"largest paint {await page.EvaluateAsync<double>("new Promise(done => new PerformanceObserver(l => done(l.getEntries().at(-1).startTime)).observe({ type: 'largest-contentful-paint', buffered: true }))"):F0} ms, {bytes:F0} bytes, shift {shift}");
            Assert.True(shift < 0.001, $"the page moved by {shift}");
            Assert.InRange(bytes, 20_000, MostBytes);
            await page.Context.CloseAsync();
        }
    }
}
