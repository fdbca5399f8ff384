using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using AngleSharp.Html.Parser;
using Attest.Engine.Publishing;

namespace Attest.Tests.Publishing;

public sealed class FeedTests
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    [Fact]
    public void A_feed_has_one_entry_an_update_newest_first()
    {
        var entries = Parsed(Story).Elements(Atom + "entry").ToArray();
        Assert.Equal(Story.Updates.Select(u => u.Headline), entries.Select(e => e.Element(Atom + "title")!.Value));
        Assert.Equal("index.html#u3", entries[0].Element(Atom + "link")!.Attribute("href")!.Value);
    }

    [Fact]
    public void Ids_stay_when_address_and_wording_change_and_differ_between_stories()
    {
        var ids = Ids(Story);
        Assert.Equal(ids.Length, ids.Distinct().Count());
        Assert.Equal(ids, Ids(Story with { Url = "https://other.example/x", Slug = "x", Question = "?" }));
        Assert.Empty(ids.Intersect(Ids(Story with { Id = "other" })));
        Assert.All(ids, id => Assert.StartsWith("urn:uuid:", id, StringComparison.Ordinal));
    }

    [Fact]
    public void A_corrected_entry_says_so_and_is_dated_by_its_correction()
    {
        var entry = Parsed(Story).Elements(Atom + "entry").Single(e => e.Element(Atom + "title")!.Value == Story.Updates[1].Headline);
        Assert.Equal("2026-03-08T18:00:00Z", entry.Element(Atom + "updated")!.Value);
        Assert.Equal("2026-03-07T10:00:00Z", entry.Element(Atom + "published")!.Value);
        Assert.StartsWith("<p><strong>Corrected:</strong> Quay Notes withdraws", entry.Element(Atom + "content")!.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void Characters_that_XML_forbids_are_left_out_and_markup_stays_text()
    {
        var hostile = Story with
        {
            Question = "A\u0000B\u001bC\ud800D\uffff <b>",
            Updates = [Story.Updates[0] with { Headline = "E\u0007<script>", Summary = [new() { Text = "<img src=x onerror=alert(1)>\ud83d\ude00", Claims = ["c1"] }] }],
        };
        var feed = Parsed(hostile);
        Assert.Equal("ABCD <b>", feed.Element(Atom + "title")!.Value);
        var entry = feed.Element(Atom + "entry")!;
        Assert.Equal("E<script>", entry.Element(Atom + "title")!.Value);
        var content = new HtmlParser().ParseDocument(entry.Element(Atom + "content")!.Value);
        Assert.Empty(content.QuerySelectorAll("img, script"));
        Assert.Contains("onerror=alert(1)>\ud83d\ude00", content.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Both_feeds_carry_the_same_entries()
    {
        using var json = JsonDocument.Parse(JsonFeed.Write(Story));
        var items = json.RootElement.GetProperty("items").EnumerateArray().ToArray();
        Assert.Equal(Ids(Story)[1..], items.Select(i => i.GetProperty("id").GetString()!));
        Assert.Equal(
            Parsed(Story).Elements(Atom + "entry").Select(e => e.Element(Atom + "content")!.Value), items.Select(i => i.GetProperty("content_html").GetString()!));
        Assert.Equal("https://jsonfeed.org/version/1.1", json.RootElement.GetProperty("version").GetString());
    }

    [Fact]
    public void RSS_carries_the_same_entries_and_a_corrected_one_changes_in_place()
    {
        var channel = XDocument.Parse(Encoding.UTF8.GetString(RssFeed.Write(FeedChannel.Of(Story)))).Root!.Element("channel")!;
        Assert.Equal(Ids(Story)[1..], channel.Elements("item").Select(i => i.Element("guid")!.Value));
        var corrected = channel.Elements("item").Single(i => i.Element("title")!.Value == Story.Updates[1].Headline);
        Assert.Equal("Sat, 07 Mar 2026 10:00:00 GMT", corrected.Element("pubDate")!.Value);
        Assert.Equal("2026-03-08T18:00:00Z", corrected.Element(Atom + "updated")!.Value);
        Assert.Equal(
            Parsed(Story).Elements(Atom + "entry").Select(e => e.Element(Atom + "content")!.Value),
            channel.Elements("item").Select(i => i.Element(XName.Get("encoded", "http://purl.org/rss/1.0/modules/content/"))!.Value));
    }

    [Fact]
    public void The_site_s_feed_holds_every_story_s_entries_under_the_same_ids_newest_change_first()
    {
        var other = Story with { Id = "other", Slug = "other" };
        var channel = FeedChannel.Of([Story, other], "index.html", slug => $"stories/{slug}/index.html");
        Assert.Equal(Ids(Story)[1..].Concat(Ids(other)[1..]).Order(StringComparer.Ordinal), channel.Entries.Select(e => e.Id).Order(StringComparer.Ordinal));
        Assert.Equal(channel.Entries.Select(e => e.Changed).OrderDescending(), channel.Entries.Select(e => e.Changed));
        Assert.Contains(channel.Entries, e => e.Address == "stories/other/index.html#u3");
    }

    [Fact]
    public void A_hub_is_named_in_all_three_formats()
    {
        var channel = FeedChannel.Of(Story) with { Hub = "https://hub.example/" };
        Assert.Contains("rel=\"hub\" href=\"https://hub.example/\"", Encoding.UTF8.GetString(AtomFeed.Write(channel)), StringComparison.Ordinal);
        Assert.Contains("rel=\"hub\" href=\"https://hub.example/\"", Encoding.UTF8.GetString(RssFeed.Write(channel)), StringComparison.Ordinal);
        using var json = JsonDocument.Parse(JsonFeed.Write(channel));
        Assert.Equal("https://hub.example/", json.RootElement.GetProperty("hubs")[0].GetProperty("url").GetString());
    }

    [Fact]
    public void Markdown_holds_every_claim_with_its_quotations_and_no_live_markup()
    {
        string text = Encoding.UTF8.GetString(StoryMarkdown.Write(Story));
        Assert.All(Story.Claims.Where(c => c.Kind != "utterance"), c => Assert.Contains($"### {c.Text}\n", text.Replace("\\", "", StringComparison.Ordinal), StringComparison.Ordinal));
        Assert.DoesNotMatch(@"(?<!\\)<(?!https?:)", text);
        Assert.DoesNotContain("javascript:", text.Replace("src=javascript:alert(3)", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    private static StoryDocument Story => InventedStory.Document;

    private static XElement Parsed(StoryDocument story) => XDocument.Parse(Encoding.UTF8.GetString(AtomFeed.Write(story))).Root!;

    private static string[] Ids(StoryDocument story) => [.. Parsed(story).DescendantsAndSelf().Elements(Atom + "id").Select(e => e.Value)];
}
