using System.Globalization;
using System.Text;
using Attest.Engine.Gathering.Feeds;
using Attest.Engine.Gathering.Markup;
using Attest.Engine.Reading;
using Attest.Engine.Text;

namespace Attest.Tests.Gathering;

/// <summary>
/// Inputs that were broken by chance: bytes changed, pieces cut, doubled, swapped between seeds, and words of the formats put in where they do not belong.
/// CI tries thousands; ATTEST_FUZZ=1000000 tries that many of each (pages a hundredth, each takes milliseconds: ATTEST_FUZZ_PAGES says how many). What fails is printed as base64: keep it
/// in <see cref="Kept"/>.
/// </summary>
public sealed class FuzzTests(ITestOutputHelper output)
{
    private static readonly int rounds = int.TryParse(Environment.GetEnvironmentVariable("ATTEST_FUZZ"), NumberStyles.None, CultureInfo.InvariantCulture, out int n) ? n : 4000;

    private static readonly int pageRounds = int.TryParse(Environment.GetEnvironmentVariable("ATTEST_FUZZ_PAGES"), NumberStyles.None, CultureInfo.InvariantCulture, out int p) ? p : Math.Max(100, rounds / 100);

    private static readonly int seed = int.TryParse(Environment.GetEnvironmentVariable("ATTEST_FUZZ_SEED"), NumberStyles.None, CultureInfo.InvariantCulture, out int s) ? s : 1;

    private static readonly string[] feeds =
    [
        "<?xml version='1.0' encoding='utf-8'?><!DOCTYPE rss [<!ENTITY post 'Post'>]><rss version='2.0' xmlns:dc='http://purl.org/dc/elements/1.1/' xmlns:content='http://purl.org/rss/1.0/modules/content/'><channel><title>&post; &amp; &eacute;</title><ttl>60</ttl><image><url>/i.png</url></image><item><title><![CDATA[One <b>bold</b>]]></title><link>/1</link><guid isPermaLink='false'>1</guid><pubDate>Tue, 03 Feb 2026 09:15:00 +0100</pubDate><author>a@b.example (A)</author><content:encoded>&lt;p onclick=x&gt;Text&lt;/p&gt;</content:encoded><enclosure url='/a.mp3' type='audio/mpeg' length='1'/></item></channel></rss>",
        "<feed xmlns='http://www.w3.org/2005/Atom' xml:base='http://a.example/' xml:lang='en'><title type='html'>T &amp;amp; T</title><entry><id>1</id><link rel='alternate' href='x/../y'/><content type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'><p>Hello <a href='z'>there</a></p></div></content><updated>2026-02-03T09:15:00Z</updated><author><name>A</name><email>a@b.example</email></author><source><title>S</title></source></entry></feed>",
        "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns='http://purl.org/rss/1.0/'><channel rdf:about='x'><title>T</title></channel><item rdf:about='y'><title>One</title></item></rdf:RDF>",
        "{\"version\":\"https://jsonfeed.org/version/1.1\",\"title\":\"T\",\"items\":[{\"id\":1,\"content_html\":\"<p>x</p>\",\"date_published\":\"2026-02-03\",\"authors\":[{\"name\":\"A\"}],\"tags\":[\"t\"]}]}",
        "<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9' xmlns:news='http://www.google.com/schemas/sitemap-news/0.9'><url><loc>http://a.example/1</loc><news:news><news:title>One</news:title></news:news></url></urlset>",
    ];

    private static readonly string[] lines =
    [
        "{\"url\":\"https://a.example/1\",\"title\":\"One\",\"published\":\"2026-02-03T09:15:00Z\",\"text\":\"Seven people were hurt, police said.\"}",
        "{\"url\":\"https://a.example/2\",\"html\":\"<p>x</p>\",\"outlet\":\"A\",\"outletKind\":\"agency\",\"updated\":\"2026-02-03\",\"sample\":true}",
    ];

    private static readonly string[] pages =
    [
        "<!DOCTYPE html><html lang='en'><head><title>Ferry stays in port</title><meta property='og:title' content='Ferry'><script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"x\",\"datePublished\":\"2026-02-03\"}</script></head><body><nav>Home</nav><article><h1>Ferry stays in port</h1><p>The ferry between Orlen and Tarsk stays in port because of high waves, the harbour master said on Tuesday.</p><p>It is the third day in a row. Passengers are taken by bus.</p></article><table><tr><td>x</table></body></html>",
    ];

    private static readonly string[] texts =
    [
        "The U.S. said on Jan. 3 that \"at least 12\" people (among them 3 children) were hurt; Mr. Orlen, 47, of St. Tarsk, denied it. \"No,\" he said. What now?\n\nSee https://a.example/x?y=1. It costs $3.5bn—or €2,000.50… Really?!",
    ];

    private static readonly string[] words =
    [
        "<", ">", "</", "/>", "<!--", "-->", "<![CDATA[", "]]>", "<?", "?>", "<!DOCTYPE r [", "]>", "&", ";", "&#x", "&#0;", "&#55296;", "&lt;", "&nbsp;", "\"", "'", "=", "xml:base='", "xmlns:a='b'",
        "<item>", "</item>", "<title", "<script>", "</script>", "<svg>", "<p>", "{", "}", "[", "]", "\\u", "\\ud800", ":", ",", "null", "1e999", "-", "\0", "\uFEFF", "\uFFFF", "é", "\u2028", "😀", "+99:99", "9999-99-99", "% ", "http://", "//", "../", "#",
        " ", "\n\n", ". ", "\"", "“", "Mr. ", "3.5.7", "U.S.", "(((",
    ];

    /// <summary>Inputs that broke something, as base64, with what they broke. The second: half a character in the name of a JSON feed's field.</summary>
    public static TheoryData<string> Kept =>
    [
        "PHJzcz4=",
        "eyJ2ZXJzaW9uIjoiaHR0cHM6Ly9qc29uZmVlZC5vcmcvdmVyc2lvbi8xLjEiLCJ0aXRsZSI6IlQiLCJpdGVtcyI6W3siaWQiOjEsImNvbnRlbnRfaHRtbCI6IjxwPng8L3A+IiwiZGF0ZV9wdWJsaXNoZWQiOiIyMDI2LTAyLTAzIiwiYXVcdWQ4MDB0aG9ycyI6W3sibmFtZSI6IkEifV0sInRhZ3MiOlsidCJdfV19",
    ];

    [Fact]
    public void No_input_breaks_the_feed_reader() => Try("feeds", feeds, rounds, bytes =>
    {
        string[] types = ["", "text/xml; charset=utf-16", "text/xml; charset=windows-1252", "application/json"];
        if (FeedReader.Read(bytes, new FeedOrigin("http://a.example/feed", types[bytes.Length % types.Length])) is not FeedReading.Read { Feed: var feed })
            return;
        foreach (var item in feed.Items)
        {
            string plain = ItemText.Of(item);
            Assert.DoesNotContain("<script", plain.Length == 0 ? "" : string.Concat(item.Content.Where(c => c.IsMarkup).Select(c => c.Value)), StringComparison.OrdinalIgnoreCase);
        }
    });

    [Fact]
    public void No_input_makes_clean_markup_unclean() => Try("markup", feeds, rounds, bytes =>
    {
        string clean = CleanMarkup.Of(Encoding.UTF8.GetString(bytes), "http://a.example/");
        // Every "<" begins a tag of the list, with attributes of the list; cleaning again changes nothing of that.
        foreach (var (name, attributes) in Tags(clean))
        {
            Assert.True(MarkupRules.Keeps(name), name);
            Assert.All(attributes, a => Assert.True(MarkupRules.KeepsAttribute(a), a));
        }
    });

    [Fact]
    public void No_input_breaks_the_lines_of_input() => Try("lines", lines, rounds, bytes => { ReportLine.Read(bytes); });

    [Fact]
    public void No_input_breaks_the_splitter() => Try("texts", texts, rounds, bytes =>
    {
        string text = Encoding.UTF8.GetString(bytes);
        int end = 0;
        foreach (var paragraph in Paragraphs.Of(text))
        {
            var tokens = new List<Engine.Span>();
            var ends = new List<int>();
            Tokeniser.Tokenise(text, paragraph, tokens);
            SentenceSplitter.Split(text, tokens, ends);
            Assert.All(tokens, t => { Assert.True(t.Start >= end && t.End > t.Start && t.End <= text.Length); end = t.End; });
            Assert.Equal(tokens.Count, ends.LastOrDefault());
        }
    });

    [Fact]
    public void No_input_breaks_the_page_reader() => Try("pages", pages, pageRounds, bytes => { PageReader.Read(PageCharacters.Read(bytes, null)); });

    [Theory]
    [MemberData(nameof(Kept))]
    public void What_once_broke_something_does_so_no_more(string base64)
    {
        byte[] bytes = Convert.FromBase64String(base64);
        FeedReader.Read(bytes, new FeedOrigin());
        ReportLine.Read(bytes);
        PageReader.Read(PageCharacters.Read(bytes, null));
    }

    private void Try(string what, string[] seeds, int count, Action<byte[]> read)
    {
        var random = new Random(seed);
        byte[][] pool = [.. seeds.Select(Encoding.UTF8.GetBytes)];
        byte[] input = [];
        for (int i = 0; i < count; i++)
        {
            // Half of the inputs go on from what the last made, so that damage adds up; never for long.
            input = i % 8 == 0 || input.Length > 20_000 ? pool[random.Next(pool.Length)] : input;
            input = Broken(input, pool, random);
            try
            {
                read(input);
            }
            catch (Exception e)
            {
                throw new InvalidOperationException($"{what}, input {i} of seed {seed}: {Convert.ToBase64String(input)}", e);
            }
        }
        output.WriteLine($"{what}: {count} inputs");
    }

    private static byte[] Broken(byte[] input, byte[][] pool, Random random)
    {
        int at = random.Next(input.Length + 1), length = random.Next(Math.Min(64, input.Length - at + 1));
        byte[] before = input[..at], behind = input[(at + length)..], piece = input[at..(at + length)];
        return random.Next(6) switch
        {
            0 => [.. before, .. behind],
            1 => [.. before, .. piece, .. piece, .. behind],
            2 => [.. before, .. Encoding.UTF8.GetBytes(words[random.Next(words.Length)]), .. piece, .. behind],
            3 => [.. before, (byte)random.Next(256), .. behind],
            4 => [.. before, .. pool[random.Next(pool.Length)][..random.Next(pool[0].Length / 4)], .. behind],
            _ => [.. before, .. string.Concat(Enumerable.Repeat(words[random.Next(words.Length)], random.Next(1, 20))).Select(c => (byte)c), .. behind],
        };
    }

    private static IEnumerable<(string Name, List<string> Attributes)> Tags(string clean)
    {
        for (int at = clean.IndexOf('<', StringComparison.Ordinal); at >= 0; at = clean.IndexOf('<', at + 1))
        {
            int end = clean.IndexOf('>', at);
            Assert.True(end > at, "a tag does not end");
            string tag = clean[(at + 1)..end].TrimStart('/').TrimEnd('/', ' ');
            var attributes = new List<string>();
            int space = tag.IndexOf(' ', StringComparison.Ordinal);
            for (int from = space; from >= 0 && from < tag.Length;)
            {
                int equals = tag.IndexOf("=\"", from, StringComparison.Ordinal);
                if (equals < 0)
                    break;
                attributes.Add(tag[from..equals].Trim());
                int close = tag.IndexOf('"', equals + 2);
                Assert.True(close > 0, "an attribute does not end");
                from = close + 1;
            }
            yield return (space < 0 ? tag : tag[..space], attributes);
        }
    }
}
