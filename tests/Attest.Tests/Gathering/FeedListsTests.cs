using System.Text;
using Attest.Engine.Gathering.Feeds;

namespace Attest.Tests.Gathering;

/// <summary>Lists of feeds, and feeds that pages name.</summary>
public sealed class FeedListsTests
{
    [Fact]
    public void A_list_that_was_written_is_read_back()
    {
        NamedFeed[] feeds = [new("https://a.example/feed?x=1&y=2", "A \"quoted\" <name>"), new("https://b.example/feed", "B")];
        Assert.Equal(feeds, Opml.Read(Encoding.UTF8.GetBytes(Opml.Write("Mine & yours", feeds))));
    }

    [Fact]
    public void Feeds_are_found_in_folders_and_once()
    {
        var feeds = Opml.Read("<opml version='1.0'><body><outline text='News'><outline type='rss' title='A' xmlUrl='https://a.example/f'/><outline xmlUrl='https://a.example/f'/><outline xmlUrl='javascript:x'/></outline></body></opml>"u8);
        Assert.Equal([new NamedFeed("https://a.example/f", "A")], feeds!.Value);
    }

    [Fact]
    public void What_is_no_list_is_none() => Assert.Null(Opml.Read("<rss/>"u8));

    [Fact]
    public void A_page_names_its_feeds_with_those_of_comments_last()
    {
        var feeds = FeedDiscovery.In("""
            <html><head><LINK REL="alternate" type="application/rss+xml" title="Comments" href="/comments/feed">
            <link href='feed.atom' type='application/atom+xml' rel='alternate' title='News &amp; more'><link rel=stylesheet href=x.css>
            <link rel="alternate" hreflang="de" href="/de"></head></html>
            """, "https://post.example/news/");
        Assert.Equal([new NamedFeed("https://post.example/news/feed.atom", "News & more"), new NamedFeed("https://post.example/comments/feed", "Comments")], feeds);
    }

    [Fact]
    public void The_longest_text_of_an_item_becomes_paragraphs()
    {
        var feed = FeedReaderTests.Feed("<rss xmlns:content='http://purl.org/rss/1.0/modules/content/'><channel><item><description>Short.</description><content:encoded><![CDATA[<p>The ferry\nstays in port.</p><p>Wind &amp; waves<br>are high.</p>]]></content:encoded></item></channel></rss>");
        Assert.Equal("The ferry stays in port.\n\nWind & waves\nare high.", ItemText.Of(feed.Items[0]));
    }
}
