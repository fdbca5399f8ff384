using System.Text;
using Attest.Engine.Gathering.Feeds;

namespace Attest.Tests.Gathering;

/// <summary>What is read out of feeds as the web has them. The texts are ours.</summary>
public sealed class FeedReaderTests
{
    [Fact]
    public void Every_format_gives_title_link_date_and_id()
    {
        string[] feeds =
        [
            """<rss version="2.0"><channel><title>Harbour Post</title><item><title>Ferry stays in port</title><link>https://post.example/ferry</link><guid isPermaLink="false">ferry-1</guid><pubDate>Tue, 03 Feb 2026 09:15:00 +0100</pubDate></item></channel></rss>""",
            """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Harbour Post</title></channel><item rdf:about="ferry-1"><title>Ferry stays in port</title><link>https://post.example/ferry</link><dc:date>2026-02-03T08:15Z</dc:date></item></rdf:RDF>""",
            """<feed xmlns="http://www.w3.org/2005/Atom"><title>Harbour Post</title><entry><title>Ferry stays in port</title><link href="https://post.example/ferry"/><id>ferry-1</id><updated>2026-02-03T08:15:00Z</updated></entry></feed>""",
            """<feed version="0.3" xmlns="http://purl.org/atom/ns#"><title>Harbour Post</title><entry><title>Ferry stays in port</title><link rel="alternate" type="text/html" href="https://post.example/ferry"/><id>ferry-1</id><modified>2026-02-03T08:15:00Z</modified></entry></feed>""",
            """{"version":"https://jsonfeed.org/version/1.1","title":"Harbour Post","items":[{"id":"ferry-1","url":"https://post.example/ferry","title":"Ferry stays in port","date_modified":"2026-02-03T08:15:00Z"}]}""",
        ];
        foreach (string feed in feeds)
        {
            var item = Assert.Single(Feed(feed).Items);
            Assert.Equal("Harbour Post", Feed(feed).Title?.Value);
            Assert.Equal("Ferry stays in port", item.Title?.Value);
            Assert.Equal("https://post.example/ferry", item.Link);
            Assert.Equal("ferry-1", item.Id);
            Assert.Equal(new DateTimeOffset(2026, 2, 3, 8, 15, 0, TimeSpan.Zero), (item.Updated ?? item.Published)?.At);
        }
    }

    [Fact]
    public void A_news_sitemap_is_a_feed_of_its_pages()
    {
        var feed = Feed("""
            <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">
            <url><loc>https://post.example/ferry</loc><news:news><news:publication><news:name>Harbour Post</news:name><news:language>en</news:language></news:publication>
            <news:publication_date>2026-02-03</news:publication_date><news:title>Ferry stays in port</news:title></news:news></url></urlset>
            """);
        var item = Assert.Single(feed.Items);
        Assert.Equal((FeedFormat.Sitemap, "Ferry stays in port", "https://post.example/ferry", "Harbour Post", "en"), (feed.Format, item.Title?.Value, item.Link, item.Publisher?.Name, item.Language));
        Assert.Equal(new DateTimeOffset(2026, 2, 3, 0, 0, 0, TimeSpan.Zero), item.Published?.At);
    }

    [Fact]
    public void A_sitemap_of_sitemaps_lists_them()
    {
        var feed = Feed("<sitemapindex><sitemap><loc>https://post.example/news.xml</loc></sitemap></sitemapindex>");
        Assert.Equal((FeedFormat.SitemapIndex, "https://post.example/news.xml"), (feed.Format, Assert.Single(feed.Items).Link));
    }

    [Fact]
    public void A_feed_that_breaks_off_keeps_its_whole_items()
    {
        var feed = Feed("<rss><channel><title>Post</title><item><title>One</title></item><item><title>Two</title></item><item><title>Thr");
        Assert.Equal(["One", "Two"], feed.Items.Select(i => i.Title?.Value));
        Assert.True(feed.Mends.HasFlag(FeedMends.CutOff));
    }

    [Theory]
    [InlineData("windows-1252", "windows-1252")]
    [InlineData("iso-8859-1", "windows-1252")]
    [InlineData("utf-16", "utf-16")]
    [InlineData("utf-8", "utf-8")]
    public void The_encoding_that_is_declared_is_used(string declared, string read)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var encoding = Encoding.GetEncoding(declared);
        byte[] bytes = [.. encoding.GetPreamble(), .. encoding.GetBytes($"<?xml version='1.0' encoding='{declared}'?><rss><channel><title>Café “Zoë”</title></channel></rss>".Replace('“', declared == "iso-8859-1" ? '«' : '“').Replace('”', declared == "iso-8859-1" ? '»' : '”'))];
        var feed = Read(bytes);
        Assert.StartsWith("Café ", feed.Title?.Value, StringComparison.Ordinal);
        Assert.Equal(read, feed.Encoding);
    }

    [Fact]
    public void The_header_overrules_the_declaration_and_bytes_overrule_both()
    {
        byte[] latin = Encoding.Latin1.GetBytes("<?xml version='1.0' encoding='utf-8'?><rss><channel><title>Café</title></channel></rss>");
        Assert.Equal("Café", Read(latin, "text/xml; charset=\"iso-8859-1\"").Title?.Value);
        // Nothing said, and no UTF-8.
        Assert.Equal("Café", Read(Encoding.Latin1.GetBytes("<rss><channel><title>Café</title></channel></rss>")).Title?.Value);
        // Said to be UTF-16, but it could be read as it stands.
        Assert.Equal("Cafe", Read("<?xml version='1.0' encoding='utf-16'?><rss><channel><title>Cafe</title></channel></rss>"u8.ToArray()).Title?.Value);
    }

    [Fact]
    public void One_broken_byte_does_not_make_a_text_another_encoding()
    {
        byte[] bytes = [.. "<rss><channel><title>Żółw — naïve café"u8, 0xE9, .. "</title></channel></rss>"u8];
        var feed = Read(bytes);
        Assert.Equal("Żółw — naïve café\uFFFD", feed.Title?.Value);
        Assert.True(feed.Mends.HasFlag(FeedMends.BrokenCharacters));
    }

    [Fact]
    public void Links_are_resolved_against_the_base_that_holds_where_they_stand()
    {
        var feed = Feed("""
            <feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://post.example/"><entry xml:base="news/today/">
            <link href="../ferry"/><content type="html">&lt;a href="map.png"&gt;map&lt;/a&gt;</content></entry></feed>
            """);
        Assert.Equal("https://post.example/news/ferry", feed.Items[0].Link);
        Assert.Equal("<a href=\"https://post.example/news/today/map.png\">map</a>", feed.Items[0].Content[0].Value);
    }

    [Theory]
    [InlineData("<p>Hello<script>alert(1)</script> there</p>", "<p>Hello there</p>")]
    [InlineData("<a href=\"java\nscript:alert(1)\" onclick=\"x()\">go</a>", "<a>go</a>")]
    [InlineData("<a href=\"&#106;avascript:alert(1)\">go</a>", "<a>go</a>")]
    [InlineData("<img src=data:text/html,x onerror=alert(1)>", "<img />")]
    [InlineData("<b>bold <i>both</b> after", "<b>bold <i>both</i></b> after")]
    [InlineData("a < b & c", "a &lt; b &amp; c")]
    [InlineData("<iframe src=x>in</iframe>out", "out")]
    [InlineData("<svg><script>alert(1)</script></svg>x", "x")]
    [InlineData("<div style=\"position:fixed\" class=cover>x</div>", "<div>x</div>")]
    [InlineData("<scr<script>ipt>alert(1)</script>", "ipt&gt;alert(1)")]
    public void Markup_from_outside_is_made_harmless(string markup, string expected)
    {
        string clean = Engine.Gathering.Markup.CleanMarkup.Of(markup, "");
        Assert.Equal(expected.Replace("&gt;", ">", StringComparison.Ordinal), clean);
    }

    [Fact]
    public void Entities_of_HTML_need_no_declaration_and_own_plain_ones_hold()
    {
        var feed = Feed("<!DOCTYPE rss [<!ENTITY post \"Harbour Post\">]><rss><channel><title>&post; &eacute;&nbsp;&unknown; &#146;</title></channel></rss>");
        Assert.Equal("Harbour Post é\u00A0&unknown; ’", feed.Title?.Value);
    }

    [Fact]
    public void Entities_that_stand_for_entities_are_refused()
    {
        var bomb = new StringBuilder("<!DOCTYPE rss [<!ENTITY a0 \"ha\">");
        for (int i = 1; i < 30; i++)
            bomb.Append(System.Globalization.CultureInfo.InvariantCulture, $"<!ENTITY a{i} \"&a{i - 1};&a{i - 1};\">");
        bomb.Append("]><rss><channel><title>&a29;</title></channel></rss>");
        Assert.Equal(FeedRefusal.EntityBomb, Refusal(bomb.ToString()));
    }

    [Fact]
    public void External_entities_are_never_read()
    {
        var feed = Feed("<!DOCTYPE rss [<!ENTITY file SYSTEM \"file:///etc/passwd\">]><rss><channel><title>x &file; y</title></channel></rss>");
        Assert.Equal("x &file; y", feed.Title?.Value);
    }

    [Theory]
    [InlineData("", FeedRefusal.Empty)]
    [InlineData("  \n", FeedRefusal.Empty)]
    [InlineData("<!DOCTYPE html><html><body>Hello</body></html>", FeedRefusal.WebPage)]
    [InlineData("<opml version='2.0'><body/></opml>", FeedRefusal.ListOfFeeds)]
    [InlineData("just words", FeedRefusal.NotAFeed)]
    [InlineData("{\"items\":[{]", FeedRefusal.BrokenJson)]
    [InlineData("{\"a\":1}", FeedRefusal.NotAFeed)]
    [InlineData("<note><to>you</to></note>", FeedRefusal.NotAFeed)]
    public void What_is_no_feed_is_refused_with_its_cause(string document, FeedRefusal cause) => Assert.Equal(cause, Refusal(document));

    [Fact]
    public void Nesting_beyond_the_limit_is_refused()
    {
        Assert.Equal(FeedRefusal.TooDeep, Refusal("<rss>" + string.Concat(Enumerable.Repeat("<a>", 100_000))));
        Assert.Equal(FeedRefusal.TooDeep, Refusal("{\"items\":" + new string('[', 100_000)));
    }

    [Fact]
    public void Every_cause_has_words_and_a_mend()
    {
        foreach (var cause in Enum.GetValues<FeedRefusal>())
        {
            Assert.NotEmpty(cause.Says);
            Assert.NotEmpty(cause.Mend);
        }
    }

    [Fact]
    public void A_warning_of_the_server_before_the_feed_is_passed_over() =>
        Assert.Equal("Post", Feed("<br />\n<b>Warning</b>: no such index\n<?xml version='1.0'?><rss><channel><title>Post</title></channel></rss>").Title?.Value);

    [Fact]
    public void Wrong_and_missing_namespaces_do_not_hide_what_is_meant()
    {
        var feed = Feed("<rss xmlns='http://nowhere.example/'><channel><item><dc:date>2026-02-03</dc:date><content:encoded><![CDATA[<p>Text</p>]]></content:encoded></item></channel></rss>");
        Assert.NotNull(feed.Items[0].Updated?.At);
        Assert.Equal("<p>Text</p>", feed.Items[0].Content[0].Value);
        // Another vocabulary's title is not the feed's.
        Assert.Equal("Right", Feed("<rss xmlns:x='http://x.example/'><channel><x:title>Wrong</x:title><title>Right</title></channel></rss>").Title?.Value);
    }

    [Fact]
    public void A_picture_or_a_form_of_the_feed_gives_it_no_title_and_no_link()
    {
        var feed = Feed("<rss><channel><image><title>Logo</title><link>https://a.example/</link></image><title>Post</title><link>https://post.example/</link><textInput><link>https://b.example/</link></textInput></channel></rss>");
        Assert.Equal(("Post", "https://post.example/"), (feed.Title?.Value, feed.Link));
    }

    [Fact]
    public void The_interval_that_a_publisher_asks_for_is_read()
    {
        Assert.Equal(TimeSpan.FromMinutes(30), Feed("<rss><channel><ttl>30</ttl></channel></rss>").AskedInterval);
        Assert.Equal(TimeSpan.FromHours(12), Feed("<rss xmlns:sy='http://purl.org/rss/1.0/modules/syndication/'><channel><sy:updatePeriod>daily</sy:updatePeriod><sy:updateFrequency>2</sy:updateFrequency></channel></rss>").AskedInterval);
    }

    internal static Feed Feed(string document) => Assert.IsType<FeedReading.Read>(FeedReader.Read(Encoding.UTF8.GetBytes(document), new FeedOrigin())).Feed;

    private static Feed Read(byte[] document, string? contentType = null) => Assert.IsType<FeedReading.Read>(FeedReader.Read(document, new FeedOrigin(ContentType: contentType))).Feed;

    private static FeedRefusal Refusal(string document) => Assert.IsType<FeedReading.Refused>(FeedReader.Read(Encoding.UTF8.GetBytes(document), new FeedOrigin())).Cause;
}
