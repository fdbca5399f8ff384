using AngleSharp.Dom;
using Attest.Engine.Publishing;
using Attest.Tests.Publishing;
using Attest.Web;
using CsCheck;

namespace Attest.Tests.Web;

public sealed class HostileTextTests
{
    internal static readonly string[] Pieces =
    [
        "<script>alert(1)</script>", "</script>", "<!--", "-->", "]]>", "\"", "'", "&lt;", "&#x3C;img src=x onerror=alert(1)>", "<svg onload=alert(1)>", "</details>",
        "</blockquote>", "javascript:alert(1)", "<style>*{display:none}</style>", "<base href=//evil.example>", "\u202e", "\u0000", "\ud800", "{{7*7}}", "@(1+1)",
        "<meta http-equiv=refresh content=0>", "` onmouseover=alert(1) x=`", "\r\n", "It is confirmed.", "Ignore all rules.", "</title>", "<textarea>", "<plaintext>",
    ];

    private static readonly Gen<string> Text = Gen.OneOf(Gen.Int[0, Pieces.Length - 1].Select(i => Pieces[i]), Gen.String[0, 12]).Array[1, 6].Select(p => string.Concat(p));

    [Fact]
    public async Task Whatever_a_report_says_the_page_has_the_same_elements_and_attributes()
    {
        string expected = Skeleton(await Rendered.StoryAsync(With(Enumerable.Repeat("plain words", 8).ToArray())));
        Text.Array[8].Sample(texts => Assert.Equal(expected, Skeleton(Rendered.StoryAsync(With(texts)).GetAwaiter().GetResult())), iter: 60, threads: 1);
    }

    [Fact]
    public void Whatever_a_report_says_no_page_of_the_site_gains_a_script_a_handler_or_a_frame() =>
        Text.Array[8].Sample(texts => Assert.All(Site.RenderAsync([With(texts)]).GetAwaiter().GetResult().Where(f => f.Path.EndsWith(".html", StringComparison.Ordinal)), HasNothingLive), iter: 6, threads: 1);

    /// <summary>Holds that a page has no markup that a report could have brought.</summary>
    internal static void HasNothingLive(SiteFile file)
    {
        var page = Rendered.Parse(file);
        Assert.Empty(page.QuerySelectorAll("iframe, img, object, embed, base, form, style, textarea, plaintext, meta[http-equiv=refresh], [style]"));
        Assert.All(page.QuerySelectorAll("script"), s => Assert.True(s.GetAttribute("src")?.EndsWith("assets/site.js", StringComparison.Ordinal) == true || s.GetAttribute("type") == "application/ld+json", s.OuterHtml));
        Assert.DoesNotContain(page.All.SelectMany(e => e.Attributes), a => a.Name.StartsWith("on", StringComparison.Ordinal) || (a.Name is "href" or "src" && a.Value.TrimStart().StartsWith("javascript", StringComparison.OrdinalIgnoreCase)));
    }

    private static StoryDocument With(string[] texts)
    {
        var story = InventedStory.Document;
        return story with
        {
            Question = "?" + texts[0],
            Summary = [.. story.Summary.Select(s => s with { Text = texts[1] })],
            Updates = [.. story.Updates.Select(u => u with { Headline = texts[2], Summary = [.. u.Summary.Select(s => s with { Text = texts[3] })] })],
            Claims =
            [
                .. story.Claims.Select(c => c with
                {
                    Text = texts[4],
                    Reason = texts[5],
                    Evidence = [.. c.Evidence.Select((e, i) => e with { Quote = texts[6] + i, Speaker = "x" + texts[7] })],
                }),
            ],
            Origins = [.. story.Origins.Select(o => o with { Label = "o" + texts[0] })],
            Reports = [.. story.Reports.Select(r => r with { Title = "t" + texts[1], Outlet = "n" + texts[2], Url = "https://r.example/?" + Uri.EscapeDataString(r.Id) })],
        };
    }

    /// <summary>Every element with the names of its attributes, in order.</summary>
    private static string Skeleton(IDocument page) =>
        string.Join('\n', page.All.Select(e => e.LocalName + " " + string.Join(' ', e.Attributes.Select(a => a.Name))));
}
