using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Attest.Engine.Reading;
using Attest.Engine.Reading.Pages;
using CsCheck;

namespace Attest.Tests.Reading.Pages;

/// <summary>
/// Pages made to hang or hurt the reader. None is timed: whatever is let through to the tree builder is small and flat, which is what the tests hold; a page
/// that would take minutes shows as a test run that never ends.
/// </summary>
public sealed class HostilePagesTests
{
    private static readonly string[] pieces =
    [
        "<div>", "</div>", "<p>", "</p>", "<b>", "</b>", "<b id=1>", "<i class='x'>", "</i>", "<a href='y'>", "</a>", "<table>", "</table>", "<tr>", "<td>", "</td>", "<ul>", "</ul>", "<li>", "<span>",
        "</span>", "<h1>", "</h1>", "<button>", "</button>", "<section>", "</section>", "<em>", "<font id=2>", "</font>", "<article>", "</article>", "<dl>", "<dd>", "</dl>", "<center>", "<form>", "</form>",
        "<div title='</div>'>", "<div \"</div>\">", "<!-- <div> -->", "<!--> <div>", "<script></div></script>", "<svg><div></svg>", "<style><b></style>", "<title></div></title>", "<noscript><div>", "<select><div></select>",
        "<![CDATA[ <div> ]]>", "<div/>", "<blockquote>", "words of some length, ", "</x>", "<x>", "<marquee>", "<caption>", "</table ", "<plaintext>", "<template><div></template>", "<frameset>", "<math><b></math>", "<nobr>", "<iframe>", "<textarea>",
    ];

    [Theory]
    [InlineData("<div>")]
    [InlineData("<b><div></b>")]
    [InlineData("<div><table><tr><td></div></table>")]
    [InlineData("<div title='</div>'>")]
    [InlineData("<div \"</div>\">")]
    [InlineData("<!--><div><!-- </div></div> -->")]
    [InlineData("<div><script></div></script>")]
    [InlineData("<div><svg><title></div></title></svg>")]
    public void A_page_that_nests_too_deep_is_refused_whatever_hides_it(string piece)
    {
        var page = PageReader.Read(Repeated(piece, 100_000));
        Assert.Equal("the page is nested too deep", page.Unread);
    }

    [Fact]
    public void Formatting_left_open_does_not_multiply()
    {
        var html = new StringBuilder();
        for (int i = 0; i < 50_000; i++)
            html.Append("<div><font id=f").Append(i).Append("></div>");
        Assert.Equal("the page is nested too deep", PageReader.Read(html.ToString()).Unread);
    }

    [Fact]
    public void A_tag_of_a_hundred_thousand_attributes_keeps_few()
    {
        var html = new StringBuilder("<p");
        for (int i = 0; i < 100_000; i++)
            html.Append(" id=").Append(i);
        Assert.True(ReducedPage.Of(html.Append(">x</p>").ToString()).Html.Length < 1_000);
    }

    [Fact]
    public void A_page_of_countless_elements_is_refused() => Assert.Equal("the page has too many elements", PageReader.Read(Repeated("<li>x", ReducedPage.MostTags + 1)).Unread);

    [Theory]
    [InlineData("<noscript>")]
    [InlineData("<svg>")]
    [InlineData("<title>")]
    [InlineData("<!--")]
    [InlineData("<")]
    [InlineData("<a href='")]
    [InlineData("</")]
    [InlineData("&amp")]
    [InlineData("<meta property=")]
    public void A_piece_a_hundred_thousand_times_is_read_to_its_end(string piece) => Assert.NotNull(PageReader.Read(Repeated(piece, 100_000)).Text);

    [Theory]
    [InlineData("<br>x")]
    [InlineData("<a>x")]
    [InlineData("<li>x")]
    [InlineData("<i><p>x</i>")]
    [InlineData("<span><p></span>")]
    [InlineData("<p>word, word, word, word, word, word ")]
    public void As_many_elements_as_are_allowed_are_read_to_their_end(string piece) => Assert.NotNull(PageReader.Read(Repeated(piece, ReducedPage.MostTags / 6)).Text);

    [Fact]
    public void A_page_that_is_too_long_is_refused() => Assert.Equal("the page is too long", PageReader.Read(new string('x', ReducedPage.Longest + 1)).Unread);

    [Fact]
    public void Whatever_is_let_through_builds_no_deeper_tree_than_counted() =>
        Gen.Int[0, pieces.Length - 1].Select(i => pieces[i]).Array[0, 60].Sample(
            parts =>
            {
                string html = string.Concat(parts);
                var counted = Nesting(html);
                using var page = new HtmlParser().ParseDocument(ReducedPage.Of(html).Html);
                Assert.True(Depth(page.DocumentElement!) <= counted + 6, html);
            },
            iter: Rounds);

    [Fact]
    public void No_page_makes_the_reader_throw() =>
        Gen.Select(Gen.Int[0, pieces.Length - 1].Select(i => pieces[i]), Gen.String[0, 8]).Array[0, 60].Sample(parts => PageReader.Read(string.Concat(parts.Select(p => p.Item1 + p.Item2))) is not null, iter: Rounds);

    [Fact]
    public void Nothing_of_a_page_is_live_in_its_text()
    {
        var read = PageReader.Read("<body><p>The board said &lt;script&gt;alert(1)&lt;/script&gt; that it would close the quay, and that it would not open it again before the spring.</p></body>");
        Assert.Contains("<script>", read.Text, StringComparison.Ordinal);
    }

    // ATTEST_FUZZ sets the rounds of a long run.
    private static long Rounds => long.TryParse(Environment.GetEnvironmentVariable("ATTEST_FUZZ"), out long rounds) ? rounds : 1_000;

    private static string Repeated(string piece, int times) => new StringBuilder().Insert(0, piece, times).ToString();

    // What the pass itself counts at most, read off by lowering no limit: the same rules, run on the reduced page.
    private static int Nesting(string html)
    {
        var nesting = new TagNesting();
        int most = 0;
        string reduced = ReducedPage.Of(html).Html;
        for (int i = reduced.IndexOf('<'); i >= 0; i = reduced.IndexOf('<', i + 1))
        {
            int end = reduced.IndexOf('>', i), stop = reduced.IndexOfAny(['>', ' '], i + 1);
            if (reduced[i + 1] == '/')
                nesting.Close(reduced[(i + 2)..end]);
            else
                nesting.Open(reduced[(i + 1)..stop], new StringBuilder(reduced[i..(end + 1)]));
            most = Math.Max(most, nesting.Depth);
        }
        return most;
    }

    private static int Depth(IElement element) => 1 + element.Children.Select(Depth).DefaultIfEmpty().Max();
}
