using System.Text.Json;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Attest.Tests.Browser;

/// <summary>How every page stands in a real browser: accessible, still, within its width, alone. Screenshots are kept under <c>artifacts/screenshots</c>.</summary>
public sealed class LooksTests(Chromium chromium)
{
    private static readonly int[] Widths = [320, 360, 414, 640, 768, 820, 1024, 1200, 1440];
    private static readonly int[] Pictured = [360, 820, 1440];

    /// <summary>Pictures show a page's upper part; what follows is more of the same.</summary>
    private const int MostPixels = 2600;

    /// <summary>CI takes pictures, of every page at three widths in both themes; elsewhere <c>ATTEST_SCREENSHOTS=1</c> asks for them.</summary>
    private static readonly bool Pictures = Environment.GetEnvironmentVariable("ATTEST_SCREENSHOTS") == "1";

    public static TheoryData<string, string> Pages => new(Chromium.Pages.Select(p => (p.Name, p.Path)));

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_page_is_accessible_in_both_themes_fits_every_width_and_asks_nobody_else(string name, string path)
    {
        var page = await chromium.OpenAsync(path);
        await HoldsAsync(page, name);
        await page.Context.CloseAsync();
        Assert.Empty(chromium.Complaints);
    }

    /// <summary>That a page is accessible in both themes and fits every width; pictures of it where they are asked for.</summary>
    internal static async Task HoldsAsync(IPage page, string name)
    {
        await page.EvaluateAsync("document.fonts.ready.then(() => true)");
        foreach (int width in Widths)
        {
            await page.SetViewportSizeAsync(width, 900);
            Assert.True(await page.EvaluateAsync<int>("document.documentElement.scrollWidth") <= width, $"{name} scrolls sideways at {width} pixels: {await Widest(page)}");
            if (Pictures && Pictured.Contains(width))
                foreach (var theme in new[] { ColorScheme.Light, ColorScheme.Dark })
                {
                    await page.EmulateMediaAsync(new() { ColorScheme = theme });
                    await Keep(page, $"{name}-{width}-{(theme == ColorScheme.Dark ? "dark" : "light")}.png");
                }
        }
        // Some of each kind: the hundredth ledger is made like the first.
        await page.EvaluateAsync("[...document.querySelectorAll('details.claim'), ...[...document.querySelectorAll('details.more')].slice(0, 6)].forEach((d, i) => d.open = i < 6 || d.matches('.more'))");
        foreach (var theme in new[] { ColorScheme.Light, ColorScheme.Dark })
        {
            await page.EmulateMediaAsync(new() { ColorScheme = theme });
            // The second theme differs in its colours only.
            var options = theme == ColorScheme.Light ? null : new AxeRunOptions { RunOnly = RunOnlyOptions.Rules("color-contrast", "link-in-text-block") };
            var violations = (await page.RunAxe(options)).Violations;
            Assert.True(violations.Length == 0, string.Join('\n', violations.Select(v => $"{name}, {theme}: {v.Id}: {v.Help}: {string.Join(" ", v.Nodes.Take(3).Select(n => n.Html))}")));
        }
    }

    [Fact]
    public async Task No_page_moves_while_it_loads()
    {
        const int width = 360;
        var context = await chromium.FreshAsync(o => o.ViewportSize = new() { Width = width, Height = 900 });
        var page = await context.NewPageAsync();
        foreach (var (name, path) in Chromium.Pages)
        {
            await page.GotoAsync(path);
            await page.EvaluateAsync("document.fonts.ready.then(() => true)");
            double shift = await page.EvaluateAsync<double>(
                "new Promise(done => { let sum = 0; new PerformanceObserver(l => { for (const e of l.getEntries()) sum += e.value; }).observe({ type: 'layout-shift', buffered: true }); requestAnimationFrame(() => requestAnimationFrame(() => done(sum))); })");
            Assert.True(shift < 0.001, $"{name} moved by {shift} at {width} pixels");
        }
        await context.CloseAsync();
    }

    private static async Task<string> Widest(IPage page) => JsonSerializer.Serialize(await page.EvaluateAsync<string[]>(
        "[...document.querySelectorAll('body *')].filter(e => e.getBoundingClientRect().right > innerWidth + 0.5 && !e.closest('.scroll, .vh')).slice(0, 3).map(e => e.outerHTML.slice(0, 160))"));

    private static async Task Keep(IPage page, string name)
    {
        string folder = Path.Combine(AppContext.BaseDirectory, "../../../screenshots");
        Directory.CreateDirectory(folder);
        int height = await page.EvaluateAsync<int>("document.documentElement.scrollHeight");
        var size = page.ViewportSize!;
        await page.ScreenshotAsync(new() { Path = Path.Combine(folder, name), FullPage = true, Clip = new() { X = 0, Y = 0, Width = size.Width, Height = Math.Min(height, MostPixels) } });
    }
}
