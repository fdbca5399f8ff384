using System.Text.RegularExpressions;
using AngleSharp.Dom;
using Attest.Engine.Model;
using Attest.Engine.Publishing;
using Attest.Engine.Weighing;
using Attest.Tests.Publishing;
using Attest.Web;

namespace Attest.Tests.Web;

/// <summary>The pages beside stories: sources, track record, method, filters, card.</summary>
public sealed class PlacesTests
{
    private static readonly Task<IReadOnlyList<SiteFile>> Files = Site.RenderAsync([InventedStory.Document]);

    [Fact]
    public async Task A_source_says_where_its_kind_comes_from_and_bears_no_number_without_its_total()
    {
        var page = await At("sources/coast-wire/index.html");
        Assert.Contains("News agency, from the table of well-known outlets that comes with Attest", Collapsed(page.QuerySelector(".known")!.TextContent), StringComparison.Ordinal);
        Assert.Contains("Coast Group", page.QuerySelector(".known")!.TextContent, StringComparison.Ordinal);
        Assert.All(page.QuerySelectorAll(".facts dd"), d => Assert.Matches(@"\d+ (of|in) \d+", d.TextContent));
        Assert.DoesNotContain("%", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_record_of_few_outcomes_says_that_they_are_too_few()
    {
        var page = await At("record/index.html");
        Assert.Equal("No number could be judged yet", page.QuerySelector("h1")!.TextContent);
        Assert.Contains("Not yet calibrated.", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("figure"));
    }

    [Fact]
    public async Task A_record_of_many_outcomes_leads_with_the_number_that_most_back()
    {
        var record = new RecordDocument { Days = 7, Updates = 500, Due = 400, Scored = 240, Held = 190, Brier = 0.1751, EverConfirmed = 90, Buckets = [RecordBucket.Of(60, 25, 40), RecordBucket.Of(80, 165, 200)] };
        await using var pages = new PageRenderer();
        var page = Rendered.Parse(new("record/index.html", await pages.RecordAsync(record, isSample: false)));
        Assert.Equal("When Attest said 80%, it held 82% of the time", page.QuerySelector("h1")!.TextContent);
        Assert.Equal(["80%", "200", "165", "82%", "77 to 87%"], page.QuerySelectorAll("figure tbody tr")[1].Children.Select(c => c.TextContent));
        Assert.Equal(2, page.QuerySelectorAll("circle.dot").Length);
        Assert.DoesNotContain("Not yet calibrated", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_method_prints_every_rule_every_word_and_every_body_of_the_engine_s_own_tables()
    {
        var page = await At("method/index.html");
        Assert.Equal(23, page.QuerySelectorAll("ol.rules > li").Length);
        Assert.All(ConfidenceWords.Bands, b => Assert.Contains(page.QuerySelectorAll("table th"), th => th.TextContent.Equals(b.Word, StringComparison.OrdinalIgnoreCase)));
        Assert.All(MethodFacts.Competence, c => Assert.Contains(page.QuerySelectorAll("table.stack th"), th => th.TextContent.Equals(c.Body, StringComparison.OrdinalIgnoreCase)));
        Assert.Equal(Enum.GetValues<Standing>().Select(s => s.Token()).Order(StringComparer.Ordinal), MethodWords.Standing.Select(s => s.Standing).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_bands_of_the_words_leave_no_gap()
    {
        var bands = ConfidenceWords.Bands.ToArray();
        Assert.Equal((100.0, 0.0), (bands[0].To, bands[^1].From));
        Assert.All(bands.Zip(bands.Skip(1)), b => Assert.Equal(b.First.From, b.Second.To));
        Assert.All(bands, b => Assert.Equal(b.Word, ConfidenceWords.Of(b.From / 100)));
    }

    [Fact]
    public async Task A_filter_is_an_address_and_leaves_only_its_stories()
    {
        var quiet = InventedStory.Document with { Id = "s2", Slug = "quiet", Counts = InventedStory.Document.Counts with { Disputed = 0 } };
        var files = await Site.RenderAsync([InventedStory.Document, quiet]);
        var page = Rendered.Parse(files.Single(f => f.Path == "disputed/index.html"));
        Assert.Equal(["port-almere-strike"], page.QuerySelectorAll("article.q").Select(a => a.GetAttribute("data-story")));
        Assert.Equal("With disputes 1", Collapsed(page.QuerySelector(".tabs [aria-current]")!.TextContent));
        Assert.Equal(["All 2", "With disputes 1", "With corrections 2"], page.QuerySelectorAll(".tabs a").Select(a => Collapsed(a.TextContent)));
    }

    [Fact]
    public async Task A_card_leads_to_its_story_and_loads_no_script()
    {
        var page = await At("stories/port-almere-strike/card/index.html");
        Assert.Empty(page.QuerySelectorAll("script"));
        Assert.Equal("../../../stories/port-almere-strike/index.html", page.QuerySelector("h1 a")!.GetAttribute("href"));
        Assert.Contains("sample data", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_page_shows_a_token_a_broken_plural_or_an_empty_element()
    {
        foreach (var file in (await Files).Where(f => f.Path.EndsWith(".html", StringComparison.Ordinal)))
        {
            var page = Rendered.Parse(file);
            string text = Collapsed(Rendered.Visible(page));
            Assert.DoesNotMatch(@"\b(uncorroborated|on-record|atLeast|number-moving|contained passage|agency credit|E3|R2|u\d)\b", text);
            Assert.DoesNotMatch(@"(?<![\d,])1 (reports|origins|independent origins|copies|changes|outlets|claims|hours|days|minutes|updates|stories|outcomes)\b", text);
            Assert.Single(page.QuerySelectorAll("h1"));
            Assert.All(page.QuerySelectorAll("p, h1, h2, h3, li, dt, dd, th, td, summary, blockquote, section"), e => Assert.False(string.IsNullOrWhiteSpace(e.TextContent), $"{file.Path}: {e.OuterHtml}"));
        }
    }

    private static async Task<IDocument> At(string path) => Rendered.Parse((await Files).Single(f => f.Path == path));

    private static string Collapsed(string text) => Regex.Replace(text, @"\s+", " ").Trim();
}
