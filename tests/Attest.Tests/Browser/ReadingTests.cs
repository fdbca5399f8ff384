using Attest.Tests.Publishing;
using Microsoft.Playwright;

namespace Attest.Tests.Browser;

/// <summary>The ways in which a reader goes through the pages.</summary>
public sealed class ReadingTests(Chromium chromium)
{
    private static readonly string Story = Chromium.Invented + "index.html";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_reference_in_the_summary_opens_the_evidence_and_that_leads_to_the_report_with_and_without_script(bool script)
    {
        var page = await chromium.OpenAsync(Story, o => o.JavaScriptEnabled = script);
        Assert.False(await page.Locator("#c5 blockquote").First.IsVisibleAsync());
        await page.Locator(".deck a.ref[href='#c5']").First.ClickAsync();
        await Expect(page.Locator("#c5 blockquote").First).ToBeVisibleAsync();
        Assert.Equal("https://r5.example/port?a=1&b=2", await page.Locator("#c5 .src a").Nth(1).GetAttributeAsync("href"));
        await page.Locator("#c5 .acts a").First.ClickAsync();
        await Expect(page.Locator("h1")).ToHaveTextAsync("The harbour stays open.");
        await page.Locator(".facts a").ClickAsync();
        await Expect(page.Locator("#c5 blockquote").First).ToBeVisibleAsync();
        Assert.EndsWith(Story + "#c5", page.Url, StringComparison.Ordinal);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_deep_link_opens_the_closed_evidence_that_it_points_into()
    {
        var page = await chromium.OpenAsync(Story + "#c7");
        await Expect(page.Locator("#c7 blockquote").First).ToBeVisibleAsync();
        Assert.True(await page.EvaluateAsync<bool>("(() => { const r = document.getElementById('c7').getBoundingClientRect(); return r.top < innerHeight && r.bottom > 0; })()"));
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Without_script_nothing_is_offered_that_needs_it()
    {
        var page = await chromium.OpenAsync(Story, o => o.JavaScriptEnabled = false);
        await Expect(page.Locator("#theme")).ToBeHiddenAsync();
        await page.Locator("details.more > summary").First.ClickAsync();
        await Expect(page.Locator("details.more[open]").First).ToBeVisibleAsync();
        await page.GotoAsync("index.html");
        await Expect(page.Locator("#unseen")).ToBeHiddenAsync();
        await page.Locator(".tabs a").Nth(1).ClickAsync();
        await Expect(page.Locator(".tabs [aria-current]")).ToContainTextAsync("With disputes");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_keyboard_alone_skips_to_the_story_opens_evidence_and_follows_it()
    {
        var page = await chromium.OpenAsync(Story);
        await page.Keyboard.PressAsync("Tab");
        await Expect(page.Locator(".skip")).ToBeFocusedAsync();
        await Expect(page.Locator(".skip")).ToBeInViewportAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.PressAsync("Tab");
        Assert.True(await page.EvaluateAsync<bool>("document.getElementById('main').contains(document.activeElement)"), "the skip link does not lead into the story");
        var summary = page.Locator("details.claim > summary").First;
        for (int presses = 0; presses < 80 && !await summary.EvaluateAsync<bool>("e => e === document.activeElement"); presses++)
            await page.Keyboard.PressAsync("Tab");
        await Expect(summary).ToBeFocusedAsync();
        Assert.Equal("3px", await summary.EvaluateAsync<string>("e => getComputedStyle(e).outlineWidth"));
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("details.claim[open] .ledger").First).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Tab");
        Assert.True(await page.EvaluateAsync<bool>("!!document.activeElement.closest('details.claim[open]')"));
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task The_theme_follows_the_system_until_a_reader_chooses_and_the_choice_stays()
    {
        var page = await chromium.OpenAsync(Story, o => o.ColorScheme = ColorScheme.Dark);
        Assert.Equal("rgb(17, 20, 22)", await Paper(page));
        await page.GetByRole(AriaRole.Button, new() { Name = "Light theme" }).ClickAsync();
        Assert.Equal("rgb(252, 252, 250)", await Paper(page));
        await page.GotoAsync("method/index.html");
        Assert.Equal("rgb(252, 252, 250)", await Paper(page));
        await Expect(page.Locator("#theme")).ToHaveTextAsync("Dark theme");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Print_opens_every_ledger_and_leaves_navigation_out()
    {
        var page = await chromium.OpenAsync(Story);
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        // The browser lays the page out for paper when it next comes to it.
        await page.WaitForFunctionAsync("[...document.querySelectorAll('details blockquote')].every(e => e.checkVisibility({ contentVisibilityAuto: true }) && e.getBoundingClientRect().height > 0)");
        await Expect(page.Locator(".mast nav")).ToBeHiddenAsync();
        Assert.Contains("https://r4.example/", await page.Locator("#c5 .src").First.EvaluateAsync<string>("e => getComputedStyle(e.querySelector('a'), '::after').content"), StringComparison.Ordinal);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task The_list_counts_what_this_browser_has_not_seen_and_can_show_only_that()
    {
        var page = await chromium.OpenAsync("index.html");
        await Expect(page.Locator("#unseen")).ToBeHiddenAsync();
        await page.GotoAsync(Story);
        await page.GotoAsync("index.html");
        var row = page.Locator($"[data-story='{InventedStory.Document.Slug}']");
        await Expect(row.Locator(".unseen")).ToHaveTextAsync("Nothing unseen");
        await page.EvaluateAsync($"localStorage.setItem('seen {InventedStory.Document.Slug}', '2026-03-07T00:00:00Z')");
        await page.ReloadAsync();
        int expected = InventedStory.Document.Updates.SelectMany(u => u.Changes).Count(c => c.At > new DateTimeOffset(2026, 3, 7, 0, 0, 0, TimeSpan.Zero));
        await Expect(row.Locator(".unseen")).ToHaveTextAsync($"{expected} unseen changes");
        await page.GetByRole(AriaRole.Button, new() { Name = "Unseen 1" }).ClickAsync();
        await Expect(page.Locator("[data-story]:visible")).ToHaveCountAsync(1);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_story_marks_what_is_new_since_the_last_visit()
    {
        var page = await chromium.OpenAsync(Story);
        await Expect(page.Locator(".fresh")).ToHaveCountAsync(0);
        await page.GotoAsync("index.html");
        await page.EvaluateAsync($"localStorage.setItem('seen {InventedStory.Document.Slug}', '2026-03-07T00:00:00Z')");
        await page.GotoAsync(Story);
        await Expect(page.Locator(".chg .fresh").First).ToBeAttachedAsync();
        await page.Context.CloseAsync();
    }

    private static Task<string> Paper(IPage page) => page.EvaluateAsync<string>("getComputedStyle(document.documentElement).backgroundColor");

    private static ILocatorAssertions Expect(ILocator locator) => Assertions.Expect(locator);
}
