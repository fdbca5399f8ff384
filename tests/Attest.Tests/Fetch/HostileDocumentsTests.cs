using System.Diagnostics;
using System.Text;
using Attest.Engine;
using Attest.Engine.Gathering.Feeds;
using Attest.Engine.Gathering.Markup;
using Attest.Engine.Model;
using Attest.Engine.Publishing;
using Attest.Engine.Reading;

namespace Attest.Tests.Fetch;

/// <summary>
/// Documents made to stop a reader. Each must end: CI reads a part of each and fails where one does not come back; ATTEST_ATTACKS=full reads
/// 8 MiB, the fetcher's limit (of an input line 4 MiB), and fails beyond two seconds of processor time or 256 MiB held at once.
/// </summary>
public sealed class HostileDocumentsTests(ITestOutputHelper output)
{
    private static readonly bool isFull = Environment.GetEnvironmentVariable("ATTEST_ATTACKS") == "full";

    private static readonly DateTimeOffset at = new(2026, 3, 3, 10, 0, 0, TimeSpan.Zero);

    private static readonly int size = isFull ? 8 << 20 : 1 << 20;

    private static readonly Dictionary<string, Func<int, string>> documents = new(StringComparer.Ordinal)
    {
        ["nested elements"] = n => "<rss><channel>" + Repeated("<a>", n),
        ["nested elements with other names"] = n => "<rss><channel>" + Numbered("<a{0}>", n),
        ["elements that never end, below the depth limit"] = n => "<rss><channel><item><title>" + Repeated("<b><i></b>", n),
        ["end tags of nothing"] = n => "<rss><channel>" + Repeated("</a>", n),
        ["end tags without an end"] = n => "<rss><channel>" + Repeated("</rss ", n),
        ["tags without an end"] = n => "<rss><channel>" + Repeated("<a ", n),
        ["comments without an end"] = n => "<rss><channel>" + Repeated("<!--", n),
        ["CDATA without an end"] = n => "<rss><channel><title>" + Repeated("<![CDATA[", n),
        ["instructions without an end"] = n => "<rss>" + Repeated("<?x ", n),
        ["ampersands"] = n => "<rss><channel><title>" + Repeated("&", n),
        ["references without an end"] = n => "<rss><channel><title>" + Repeated("&amp", n),
        ["numbers of no character"] = n => "<rss><channel><title>" + Repeated("&#99999999999;", n),
        ["quotes without an end"] = n => "<rss><channel><a " + Repeated("b=\"c d='e ", n),
        ["attributes"] = n => "<rss><channel><a " + Numbered("b{0}='c' ", n) + "/></channel></rss>",
        ["namespaces"] = n => "<rss " + Numbered("xmlns:n{0}='u' ", n) + "><channel>" + "</channel></rss>",
        ["one attribute"] = n => "<rss><channel><link href='" + new string('a', n) + "'/></channel></rss>",
        ["one name"] = n => "<rss><" + new string('a', n),
        ["entities by entities"] = n => "<!DOCTYPE r [" + Numbered("<!ENTITY e{0} '&f{0};&f{0};'>", n) + "]><rss/>",
        ["entities that repeat one text"] = n => "<!DOCTYPE r [<!ENTITY e '" + new string('a', 250) + "'>]><rss><channel><title>" + Repeated("&e;", Math.Min(n, 1 << 18)) + "</title></channel></rss>",
        ["declarations without an end"] = n => "<!DOCTYPE r [" + Repeated("<!ENTITY a \"", n),
        ["parameter entities"] = n => "<!DOCTYPE r [" + Repeated("<!ENTITY % p SYSTEM 'file:///x'> %p;", n) + "]><rss/>",
        ["items"] = n => "<rss><channel>" + Repeated("<item><title>t</title></item>", n) + "</channel></rss>",
        ["items within items"] = n => "<rss><channel>" + Repeated("<item>", Math.Min(n, 500 * 6)),
        ["bases within bases"] = n => "<feed>" + Repeated("<entry xml:base='a/b/../'><link href='x'/></entry>", n) + "</feed>",
        ["one base of many parts"] = n => "<feed xml:base='http://a.example/" + Repeated("a/../", n) + "'><entry><link href='x'/></entry></feed>",
        ["one line of an author"] = n => "<rss><channel><item><author>" + Repeated("a@", n) + "</author></item></channel></rss>",
        ["one date"] = n => "<rss><channel><item><pubDate>" + Repeated("1 ", n) + "</pubDate></item></channel></rss>",
        ["base64"] = n => "<feed version='0.3'><entry><content mode='base64'>" + new string('A', n) + "</content></entry></feed>",
        ["markup: nested"] = n => Content(Repeated("<div>", n)),
        ["markup: tags without an end"] = n => Content(Repeated("<a href=", n)),
        ["markup: quotes without an end"] = n => Content(Repeated("<a b=\"c' ", n)),
        ["markup: scripts without an end"] = n => Content(Repeated("<script ", n)),
        ["markup: drawings without an end"] = n => Content(Repeated("<svg><x>", n)),
        ["markup: comments without an end"] = n => Content(Repeated("<!--", n)),
        ["markup: end tags"] = n => Content(Repeated("<b><i></b></i>", n)),
        ["markup: attributes"] = n => Content("<a " + Numbered("b{0}=c ", n) + ">"),
        ["markup: ampersands"] = n => Content(Repeated("&#", n)),
        ["markup: what may be markup"] = n => "<rss><channel><item><title>" + Repeated("&lt;b&gt;&amp;amp;", n) + "&lt;/b&gt;</title></item></channel></rss>",
        ["JSON: nested arrays"] = n => "{\"items\":" + Repeated("[", n),
        ["JSON: nested objects"] = n => Repeated("{\"items\":", n),
        ["JSON: items"] = n => "{\"items\":[" + Repeated("{\"id\":\"1\"},", n) + "{}]}",
        ["JSON: one string"] = n => "{\"title\":\"" + Repeated("\\u0041", n) + "\",\"items\":[]}",
        ["JSON: members"] = n => "{" + Numbered("\"a{0}\":1,", n) + "\"items\":[]}",
        ["nothing but blanks"] = n => new string(' ', n),
        ["nothing but zeros"] = n => new string('\0', n),
        ["letters beyond ASCII"] = n => "<rss><channel><title>" + Repeated("é", n / 2),
        ["a page in place of a feed"] = n => "<html><body>" + Repeated("<link rel=alternate type=application/rss+xml href=x>", n),
        ["a list of feeds"] = n => "<opml><body>" + Numbered("<outline xmlUrl='http://a.example/{0}'/>", n) + "</body></opml>",
    };

    private static readonly Dictionary<string, Func<int, string>> pages = new(StringComparer.Ordinal)
    {
        ["elements"] = n => Repeated("<p>x", n),
        ["links"] = n => Repeated("<a href=x>x</a> ", n),
        ["lines of a list"] = n => Repeated("<li>One two three, four. ", n),
        ["one paragraph"] = n => "<article><p>" + Repeated("The mill in Ostby burnt, police said. ", n),
        ["paragraphs"] = n => "<article>" + Repeated("<p>The mill in Ostby burnt on Monday, and two people died, police said in a statement on Tuesday.</p>", n),
        ["paragraphs, as many as are read"] = n => "<article>" + Repeated("<p>The mill in Ostby burnt.</p>", Math.Min(n, 28 * 59_000)),
        ["formatting left open"] = n => Numbered("<div><font id=f{0}></div>", n),
        ["formatting around paragraphs"] = n => Repeated("<i><p>x</i>", Math.Min(n, 11 * 29_000)),
        ["tables within tables"] = n => Repeated("<table><tr><td>x", n),
        ["classes"] = n => Numbered("<p class='a{0} b c d e f g h'>x</p>", n),
        ["metadata"] = n => Numbered("<meta property='og:title' content='x{0}'>", n),
        ["linked data"] = n => "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"articleBody\":\"" + Repeated("word ", n) + "\"}</script>",
        ["linked data, nested"] = n => "<script type='application/ld+json'>" + Repeated("{\"@graph\":[", n),
        ["linked data, many"] = n => Repeated("<script type='application/ld+json'>{\"@type\":\"NewsArticle\"}</script>", n),
        ["scripts"] = n => Repeated("<script>x</script>", n),
        ["characters of no page"] = n => Repeated("\u0001\uFFFD<\0p>", n / 2),
        ["words"] = n => Repeated("word ", n),
        ["one word"] = n => "<p>" + new string('a', n),
    };

    private static readonly Dictionary<string, Func<int, string>> texts = new(StringComparer.Ordinal)
    {
        ["prose"] = n => Repeated("Two people died in a fire at the mill in Ostby on Monday, police said, and the road to the north was closed until noon.\n\n", n),
        ["one sentence"] = n => Repeated("the mayor of Ostby said that the fire at the mill and ", n),
        ["one word"] = n => new string('a', n),
        ["capitals"] = n => Repeated("Anna Berg Corran Mill Ostby ", n),
        ["numbers"] = n => Numbered("{0} people, ", n),
        ["pronouns"] = n => Repeated("He said. ", n),
        ["quotes without an end"] = n => Repeated("\"It burnt, \"he said ", n),
        ["quotations"] = n => Numbered("\"It burnt for {0} hours,\" said Anna Berg, the mayor of Ostby. ", n),
        ["brackets"] = n => Repeated("((([[[", n),
        ["stops"] = n => Repeated(". ", n),
        ["line ends"] = n => Repeated("a\n\n", n),
        ["addresses"] = n => Repeated("https://a.example/b?c=d ", n),
        ["dates"] = n => Repeated("Monday 3 March 2026, 10:30 p.m., ", n),
        ["verbs"] = n => Repeated("said told denied may could ", n),
        ["letters beyond ASCII"] = n => Repeated("é ü 火事 ", n / 2),
        ["counts"] = n => Numbered("The mayor of Ostby, Anna Berg, closed {0} roads. ", n),
        ["counts and others against them"] = n => Numbered("At least {0} people died in the fire in Ostby on Monday. Police said that {0} people had not died in the fire. ", n),
        ["denials"] = n => Numbered("Anna Berg{0} denied that {0} people had died in Ostby{0}. ", n),
        ["companies"] = n => Numbered("Ostby{0} Steel Group closed a plant. The company denied it. ", n),
        ["people"] = n => Numbered("Anna Berg{0} met Otto Moen{0}, and he said she was right. ", n),
        ["causes"] = n => Numbered("The mill burnt {0} times because the roof fell, after the door broke, while it rained. ", n),
        ["announced quotations"] = n => Numbered("He added: \"It burnt {0}.\" ", n),
        ["figures"] = n => Numbered("Sales of Ostby Mill rose {0} percent to {0} million euros in 2025. ", n),
        ["one statement"] = n => Repeated("The mayor of Ostby closed the mill. ", n),
        ["relative clauses"] = n => Numbered("The mayor, who closed road {0}, which led to mill {0}, which burnt, ", n),
        ["corrections"] = n => Numbered("Correction: an earlier version of this article misstated that {0} people died. ", n),
        ["credits"] = n => Repeated("(Continental Wire)\n\n", n),
    };

    public static TheoryData<string> Documents => [.. documents.Keys];

    public static TheoryData<string> Pages => [.. pages.Keys, .. documents.Keys];

    public static TheoryData<string> Texts => [.. texts.Keys];

    [Theory]
    [MemberData(nameof(Documents))]
    public Task Every_hostile_document_ends(string name) => EndsAsync(name, Bytes(documents[name], size), bytes =>
    {
        FeedReader.Read(bytes, new FeedOrigin("http://a.example/"));
        Opml.Read(bytes);
        FeedDiscovery.In(PageCharacters.Read(bytes, null), "http://a.example/");
    });

    [Theory]
    [MemberData(nameof(Pages))]
    public Task Every_hostile_page_ends(string name) => EndsAsync(name, Bytes(pages.TryGetValue(name, out var page) ? page : documents[name], size), bytes => PageReader.Read(PageCharacters.Read(bytes, null)));

    [Theory]
    [MemberData(nameof(Texts))]
    public Task Every_hostile_text_ends(string name) => EndsAsync(name, Bytes(texts[name], isFull ? 4 << 20 : 1 << 14), bytes =>
        Published(new ReportLine { Url = "https://a.example/1", Title = "Fire in Ostby", Text = Encoding.UTF8.GetString(bytes), Published = at }));

    [Theory]
    [MemberData(nameof(Texts))]
    public Task Every_hostile_line_of_a_report_ends(string name) => EndsAsync(name, Bytes(texts[name], isFull ? 1 << 20 : 1 << 14), bytes =>
    {
        string line = Encoding.UTF8.GetString(bytes);
        Published(new ReportLine { Url = "https://a.example/1", Title = line, Byline = line, Outlet = line, Family = line, Section = line, Lang = line, Text = "The mayor of Ostby closed the mill on Monday.", Published = at });
    });

    /// <summary>On to the document of its story: what a text states costs more than reading it.</summary>
    private static void Published(ReportLine line)
    {
        var report = Intake.Of([line]).Reports.Single() with { Language = "en" };
        var read = Analysis.Of(report).Read;
        Assert.Equal(report.Text.Length > LongText.MostCharacters || read.Statements.Length > LongText.MostStatements - 10, read.Report.Flags.Contains(ReportFlag.PartlyAnalysed));
        var story = Fold.Of(Pipeline.Open(StoryId.Of("Fire"), null, report) with { HasTimes = true }, [read], at.AddMinutes(1));
        Assert.InRange(StoryJson.Write(Publisher.Publish(story)).Length, 1, 32 << 20);
    }

    private static byte[] Bytes(Func<int, string> document, int size)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(document(size));
        return bytes.Length > size ? bytes[..size] : bytes;
    }

    private async Task EndsAsync(string name, byte[] bytes, Action<byte[]> read)
    {
        TimeSpan spent = default;
        long most = 0;
        var reading = Task.Run(() =>
        {
            // What is loaded once is not the document's.
            read([.. bytes.AsSpan(0, Math.Min(bytes.Length, 1000))]);
            long before = GC.GetTotalMemory(true);
            using var watch = new MemoryWatch();
            using var process = Process.GetCurrentProcess();
            var started = process.TotalProcessorTime;
            read(bytes);
            process.Refresh();
            (spent, most) = (process.TotalProcessorTime - started, Math.Max(0, watch.Most - before));
        });
        // A hang, not a slow machine: what is not linear takes hours here.
        Assert.True(await Task.WhenAny(reading, Task.Delay(TimeSpan.FromMinutes(10))) == reading, "it does not come back");
        await reading;
        output.WriteLine($"{name}: {bytes.Length >> 10} KiB, {spent.TotalSeconds:0.00} s of processor, at most {most >> 20} MiB");
        Assert.True(!isFull || most < 256 << 20 && spent < TimeSpan.FromSeconds(2), $"{most >> 20} MiB, {spent.TotalSeconds:0.00} s");
    }

    private static string Content(string markup) => "<rss xmlns:content='http://purl.org/rss/1.0/modules/content/'><channel><item><content:encoded><![CDATA[" + markup + "]]></content:encoded></item></channel></rss>";

    private static string Repeated(string part, int length) => new StringBuilder(length + part.Length).Insert(0, part, Math.Max(1, length / part.Length)).ToString();

    private static string Numbered(string part, int length)
    {
        var text = new StringBuilder(length + 100);
        for (int i = 0; text.Length < length; i++)
            text.Append(part.Replace("{0}", i.ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal));
        return text.ToString();
    }

    /// <summary>Looks at the memory in use while something runs.</summary>
    private sealed class MemoryWatch : IDisposable
    {
        private readonly Timer? timer;
        private long most;

        public MemoryWatch() => timer = isFull ? new Timer(_ => Look(), null, 0, 5) : null;

        public long Most
        {
            get
            {
                Look();
                return most;
            }
        }

        public void Dispose() => timer?.Dispose();

        private void Look() => most = Math.Max(most, GC.GetTotalMemory(false));
    }
}
