using System.Text.RegularExpressions;
using AngleSharp.Dom;
using Attest.Tests.Publishing;
using Attest.Web;

namespace Attest.Tests.Web;

public sealed class StoryPageTests
{
    private static readonly Task<IDocument> Page = Rendered.StoryAsync(InventedStory.Document);

    [Fact]
    public async Task Markup_in_a_report_stays_text()
    {
        var page = await Page;
        Assert.Empty(page.QuerySelectorAll("iframe, img, object, embed, base, form, style"));
        Assert.All(page.QuerySelectorAll("script"), s => Assert.True(
            s.GetAttribute("src") == "../../assets/site.js" || s.GetAttribute("type") == "application/ld+json", s.OuterHtml));
        Assert.All(page.All.SelectMany(e => e.Attributes), a =>
        {
            Assert.False(a.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase) || a.Name == "style", a.Name);
            Assert.DoesNotContain("javascript:", a.Name is "href" or "src" or "action" ? a.Value : "", StringComparison.OrdinalIgnoreCase);
        });
        Assert.Contains(InventedStory.HostileQuote, page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains(InventedStory.HostileOutlet, page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_policy_allows_nothing_inline_and_nothing_from_elsewhere()
    {
        string policy = (await Page).QuerySelector("meta[http-equiv='Content-Security-Policy']")!.GetAttribute("content")!;
        Assert.StartsWith("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("*", policy, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ids_are_unique_and_every_link_within_the_page_leads_somewhere()
    {
        var page = await Page;
        var ids = page.QuerySelectorAll("[id]").Select(e => e.Id!).ToArray();
        Assert.Equal(ids.Length, ids.Distinct().Count());
        Assert.All(page.QuerySelectorAll("[href^='#']"), a => Assert.Contains(a.GetAttribute("href")![1..], ids));
        Assert.All(page.QuerySelectorAll("[aria-labelledby]"), a => Assert.Contains(a.GetAttribute("aria-labelledby")!, ids));
    }

    [Fact]
    public async Task A_claim_is_told_in_full_once_with_its_id_inside_its_details()
    {
        var page = await Page;
        foreach (var claim in InventedStory.Document.Claims.Where(c => c.Id != "c13"))
        {
            Assert.NotNull(page.GetElementById(claim.Id)!.Closest("details.claim"));
            Assert.Single(page.QuerySelectorAll("details.claim .w"), w => w.TextContent == claim.Text);
        }
    }

    [Fact]
    public async Task An_utterance_that_no_sentence_refers_to_is_left_out() => Assert.Null((await Page).GetElementById("c13"));

    [Fact]
    public async Task An_update_links_to_a_claim_that_is_told_elsewhere_and_says_what_it_is_now()
    {
        var again = (await Page).QuerySelectorAll("#u1 .again li").Select(li => Collapsed(li.TextContent)).ToArray();
        Assert.Contains("Dockers at Port Almere have been on strike since 2 March.", again);
        Assert.Contains("The army will run the cranes. Now retracted", again);
        Assert.Contains("The strike is over. Now refuted", again);
    }

    [Fact]
    public async Task A_denial_stands_beside_the_assertion_in_the_same_form()
    {
        var rows = (await Page).QuerySelectorAll("#c5 .ledger > li").Select(li => li.QuerySelector(".how")!.TextContent.Trim()).ToArray();
        Assert.Equal(["Denies it", "States it itself"], rows);
    }

    [Fact]
    public async Task Copies_are_grouped_under_their_origin_and_counted_once()
    {
        var copies = Assert.Single((await Page).QuerySelectorAll("#c1 .copies"));
        Assert.StartsWith("2 copies, counted once with Coast Wire", Collapsed(copies.TextContent), StringComparison.Ordinal);
        Assert.Equal(2, copies.QuerySelectorAll("li").Length);
    }

    [Fact]
    public async Task Withdrawn_evidence_stays_and_is_struck()
    {
        var row = (await Page).QuerySelector("#c7 .ledger > li")!;
        Assert.Contains("withdrawn since", row.TextContent, StringComparison.Ordinal);
        Assert.NotNull(row.QuerySelector("blockquote del"));
    }

    [Fact]
    public async Task No_token_id_or_broken_plural_shows()
    {
        string text = Collapsed(Rendered.Visible(await Page));
        Assert.DoesNotMatch(@"\b(uncorroborated|corroborated|on-record|atLeast|number-moving|contained passage|agency credit|attributes|E3|R2|c\d+|r\d|u\d)\b", text);
        Assert.DoesNotMatch(@"(?<![\d,])1 (reports|origins|independent origins|copies|changes|outlets|claims|hours|days|minutes)\b", text);
        Assert.DoesNotMatch(@"(?<![\d,])([02-9]|\d\d+) (report|origin|independent origin|copy|change|outlet|claim|hour|day|minute)\b(?! (origin|is|said))", text);
    }

    [Fact]
    public async Task Reports_never_stand_without_their_origins() =>
        Assert.All((await Page).QuerySelectorAll("details.claim > summary .meta"), m => Assert.Matches("origin.*report", m.TextContent));

    [Fact]
    public async Task How_a_number_was_made_adds_up_to_it()
    {
        var tables = (await Page).QuerySelectorAll("table.sum");
        Assert.NotEmpty(tables);
        foreach (var table in tables)
        {
            int sum = table.QuerySelectorAll("tbody td").Sum(td => Points(td.TextContent));
            Assert.Equal(sum, Points(table.QuerySelector("tfoot td")!.TextContent.TrimEnd('%')));
        }
    }

    [Fact]
    public async Task The_chart_says_the_same_as_its_table()
    {
        var page = await Page;
        string[] last = [.. page.QuerySelector("figure table tbody tr:last-child")!.QuerySelectorAll("td.n").Select(td => td.TextContent)];
        Assert.Equal(["3", "3", "1", "1"], last);
        Assert.Equal("Three of eight claims are now confirmed", page.QuerySelector("figcaption b")!.TextContent);
        Assert.Equal(["3 confirmed", "3 unconfirmed", "1 disputed", "1 refuted"], page.QuerySelectorAll("svg text.k").Select(t => t.TextContent));
    }

    [Fact]
    public async Task Nothing_on_the_page_is_empty_or_torn_apart_by_the_parser() =>
        Assert.All((await Page).QuerySelectorAll("p, h1, h2, h3, h4, li, dt, dd, th, td, summary, blockquote, section, article, figure"), e =>
            Assert.False(string.IsNullOrWhiteSpace(e.TextContent), e.OuterHtml));

    [Fact]
    public async Task Only_http_and_https_become_links_and_those_tell_nothing_on_the_reader() =>
        Assert.All((await Page).QuerySelectorAll("main a:not([href^='#'])").Where(a => a.GetAttribute("href")!.Contains(':', StringComparison.Ordinal)), a =>
        {
            Assert.StartsWith("https://", a.GetAttribute("href"), StringComparison.Ordinal);
            Assert.Equal("nofollow noopener noreferrer", a.GetAttribute("rel"));
        });

    [Fact]
    public async Task A_sample_says_so_and_a_real_story_does_not()
    {
        Assert.NotNull((await Page).QuerySelector("aside.sample"));
        var real = await Rendered.StoryAsync(InventedStory.Document with { Sample = false });
        Assert.Null(real.QuerySelector("aside.sample"));
        Assert.DoesNotContain("sample", Rendered.Visible(real), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_story_with_nothing_in_it_is_a_page_too()
    {
        var empty = InventedStory.Document with { Summary = [], Updates = [], Claims = [], Origins = [], Reports = [], WhatChanged = new() };
        Assert.Equal(empty.Question, (await Rendered.StoryAsync(empty)).QuerySelector("h1")!.TextContent);
    }

    [Fact]
    public async Task Where_no_report_has_a_time_none_is_made_up()
    {
        var none = DateTimeOffset.UnixEpoch;
        var story = InventedStory.Document with
        {
            FollowedSince = none,
            LastChange = none,
            AsOf = none,
            Updates = [.. InventedStory.Document.Updates.Select(u => u with { At = none, Corrections = [], Changes = [.. u.Changes.Select(c => c with { At = none })] })],
            WhatChanged = new(),
            Claims = [.. InventedStory.Document.Claims.Select(c => c with { History = [.. c.History.Select(h => h with { At = none })], Evidence = [.. c.Evidence.Select(e => e with { At = none })] })],
            Reports = [.. InventedStory.Document.Reports.Select(r => r with { Published = none, Flags = ["no-time"] })],
        };
        string text = Rendered.Visible(await Rendered.StoryAsync(story));
        Assert.DoesNotContain("1970", text, StringComparison.Ordinal);
        Assert.DoesNotContain("1 Jan", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_report_stands_once_in_who_broke_it_and_the_origins_are_as_many_as_counted()
    {
        var strip = (await Page).QuerySelector(".strip svg")!;
        Assert.Equal(InventedStory.Document.Counts.Origins, strip.QuerySelectorAll("path.f-k").Length);
        Assert.Equal(InventedStory.Document.Reports.Length, strip.QuerySelectorAll("path.f-k, circle.copy").Length);
        Assert.StartsWith("6 origins in order of first report: Coast Wire, 3 more reports; Harbour Union, no copies;", strip.GetAttribute("aria-label"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ledgers_beyond_the_page_s_room_lead_to_the_claim_s_own_page_and_references_still_find_their_claim()
    {
        var claims = InventedStory.Document.Claims.Select(c => c with { Evidence = [.. Enumerable.Repeat(c.Evidence[0], 60)] });
        var page = await Rendered.StoryAsync(InventedStory.Document with { Claims = [.. claims] });
        var open = page.QuerySelectorAll("details.claim").Length;
        Assert.InRange(open, 1, 3);
        var closed = page.QuerySelectorAll("li > a.claim");
        Assert.Equal(InventedStory.Document.Claims.Length - 1, open + closed.Length);
        Assert.All(closed, a => Assert.Equal($"claims/{a.ParentElement!.Id}/index.html", a.GetAttribute("href")));
        Assert.All(page.QuerySelectorAll("a[href^='#c']"), a => Assert.NotNull(page.GetElementById(a.GetAttribute("href")![1..])));
    }

    [Fact]
    public async Task A_past_state_says_so_and_leads_back_to_now()
    {
        var at = InventedStory.Document.AsOf.AddDays(-1).AddSeconds(5);
        await using var pages = new PageRenderer();
        var page = Rendered.Parse(new("x", await pages.StoryAsync(new StoryLookup(InventedStory.Document, StoryView.Live with { AsOf = at }))));
        Assert.Contains("7 Mar 2026, 20:00:05 UTC", page.QuerySelector(".banner")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("./", page.QuerySelector(".banner a")!.GetAttribute("href"));
        Assert.Equal("?since=24h&asof=2026-03-07T20:00:05Z", page.QuerySelectorAll(".tabs a").Single(a => a.TextContent == "Last 24 hours").GetAttribute("href"));
        Assert.Null((await Page).QuerySelector(".banner, .tabs, form"));
    }

    [Fact]
    public async Task A_moving_figure_shows_all_its_values_with_their_origins()
    {
        string text = Collapsed((await Rendered.ClaimAsync(InventedStory.Document, "c3")).QuerySelector(".past")!.TextContent);
        Assert.Contains("At least 40 ships, Trade Ledger", text, StringComparison.Ordinal);
        Assert.Contains("52 ships, Coast Wire", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_not_confirmed_says_whose_word_it_is()
    {
        var claims = InventedStory.Document.Claims.Select(c => c with { AttributedTo = "the union" });
        var page = await Rendered.StoryAsync(InventedStory.Document with { Claims = [.. claims] });
        string Meta(string id) => page.GetElementById(id)!.Closest("details")!.QuerySelector("summary .meta")!.TextContent;
        Assert.Equal("Attributed to the union · 2 independent origins · 2 reports", Meta("c5"));
        Assert.Equal("Opinion · attributed to the union · 1 independent origin · 1 report", Meta("c6"));
        Assert.Equal("3 independent origins · 5 reports", Meta("c1"));
    }

    private static int Points(string text) => int.Parse(text.Replace('−', '-'), System.Globalization.CultureInfo.InvariantCulture);

    private static string Collapsed(string text) => Regex.Replace(text, @"\s+", " ", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1)).Trim();
}
