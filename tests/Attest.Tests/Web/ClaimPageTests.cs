using System.Text.RegularExpressions;
using AngleSharp.Dom;
using Attest.Engine.Publishing;
using Attest.Tests.Publishing;
using Attest.Web;

namespace Attest.Tests.Web;

public sealed class ClaimPageTests
{
    private static readonly Task<IDocument> Disputed = Rendered.ClaimAsync(InventedStory.Document, "c5");

    [Fact]
    public async Task A_claim_leads_with_its_wording_its_standing_and_since_when()
    {
        var page = await Disputed;
        Assert.Equal("The harbour stays open.", page.QuerySelector("h1")!.TextContent);
        Assert.Contains("Disputed since 6 Mar", Collapsed(page.QuerySelector(".facts")!.TextContent), StringComparison.Ordinal);
        Assert.Equal("Why disputed", page.QuerySelector("main h2")!.TextContent);
    }

    [Fact]
    public async Task Both_sides_stand_side_by_side_in_the_same_form()
    {
        var sides = (await Disputed).QuerySelectorAll(".two > div");
        Assert.Equal(["For", "Against"], sides.Select(s => s.QuerySelector("h3")!.TextContent));
        Assert.Equal(["States it itself", "Denies it"], sides.Select(s => s.QuerySelector(".how")!.TextContent.Trim()));
    }

    [Fact]
    public async Task A_side_that_no_report_takes_says_so()
    {
        var page = await Rendered.ClaimAsync(InventedStory.Document, "c2");
        Assert.Equal("No report that was read denies or contradicts it.", page.QuerySelectorAll(".two > div")[1].QuerySelector("p")!.TextContent);
    }

    [Fact]
    public async Task The_strongest_report_of_a_side_is_the_best_graded_then_the_earliest()
    {
        var evidence = InventedStory.Document.Claims[0].Evidence;
        var claim = InventedStory.Document.Claims[0] with { Evidence = [evidence[0] with { Kind = "E5" }, evidence[3] with { Kind = "E2" }] };
        var page = await Rendered.ClaimAsync(InventedStory.Document with { Claims = [claim, .. InventedStory.Document.Claims.Skip(1)] }, "c1");
        Assert.Equal(InventedStory.HostileOutlet, page.QuerySelector(".two .who b")!.TextContent);
    }

    [Fact]
    public async Task Every_step_of_the_line_is_explained_in_the_table_below_it()
    {
        var page = await Disputed;
        var rows = page.QuerySelectorAll("table.stack tbody tr").Select(r => Collapsed(r.TextContent)).ToArray();
        Assert.Equal(2, rows.Length);
        Assert.Contains("60%Unconfirmed. First report.", rows[0], StringComparison.Ordinal);
        Assert.Contains("90%Disputed. New evidence.", rows[1], StringComparison.Ordinal);
        Assert.Equal(["1", "2"], page.QuerySelectorAll(".steps text.k").Select(t => t.TextContent));
        Assert.Equal("Up from 60% to 90%", page.QuerySelector("figcaption b")!.TextContent);
    }

    [Fact]
    public async Task A_changed_wording_shows_the_old_one_struck_and_the_new_one()
    {
        var claim = InventedStory.Document.Claims.Single(c => c.Id == "c5");
        claim = claim with { History = [claim.History[0] with { Wording = "The harbour may stay open." }, claim.History[1] with { Wording = claim.Text }] };
        var history = (await Rendered.ClaimAsync(With(claim), "c5")).QuerySelector("#history")!;
        Assert.Equal("The harbour may stay open.", history.QuerySelector("del")!.TextContent);
        Assert.Equal("The harbour stays open.", history.QuerySelector("ins")!.TextContent);
    }

    [Fact]
    public async Task A_claim_says_where_it_is_used()
    {
        var rail = (await Disputed).QuerySelector(".rail")!;
        Assert.Contains("The standing summary rests on it.", rail.TextContent, StringComparison.Ordinal);
        Assert.Contains("More ships wait off Port Almere as strike goes on, among what was unconfirmed", Collapsed(rail.TextContent), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_claim_that_replaced_an_older_value_links_to_it_and_back()
    {
        Assert.Equal("../c10/index.html", Relative((await Rendered.ClaimAsync(InventedStory.Document, "c3")).QuerySelector("#history a")!, "c3"));
        Assert.Contains("A newer value stands.", (await Rendered.ClaimAsync(InventedStory.Document, "c10")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_claim_page_shows_a_token_an_id_a_broken_plural_or_live_markup()
    {
        var files = await Site.RenderAsync([InventedStory.Document]);
        var pages = files.Where(f => f.Path.Contains("/claims/", StringComparison.Ordinal) && f.Path.EndsWith(".html", StringComparison.Ordinal)).Select(Rendered.Parse).ToArray();
        Assert.Equal(InventedStory.Document.Claims.Length, pages.Length);
        foreach (var page in pages)
        {
            string text = Collapsed(Rendered.Visible(page));
            Assert.DoesNotMatch(@"\b(uncorroborated|on-record|atLeast|number-moving|contained passage|agency credit|E3|R2|c\d+|r\d|u\d)\b", text);
            Assert.DoesNotMatch(@"(?<![\d,])1 (reports|origins|independent origins|copies|changes|outlets|claims|hours|days|minutes|rows)\b", text);
            Assert.Empty(page.QuerySelectorAll("iframe, img, object, embed, base, form, style, [style]"));
            Assert.All(page.QuerySelectorAll("p, h1, h2, h3, li, dt, dd, td, summary, blockquote, section"), e => Assert.False(string.IsNullOrWhiteSpace(e.TextContent), e.OuterHtml));
        }
    }

    private static StoryDocument With(ClaimDocument claim) =>
        InventedStory.Document with { Claims = [.. InventedStory.Document.Claims.Select(c => c.Id == claim.Id ? claim : c)] };

    private static string Relative(IElement link, string claim)
    {
        var at = new Uri($"http://x/stories/port-almere-strike/claims/{claim}/index.html");
        return "../" + new Uri(at, link.GetAttribute("href")!).AbsolutePath.Split("/claims/")[1];
    }

    private static string Collapsed(string text) => Regex.Replace(text, @"\s+", " ").Trim();
}
