using System.Net;
using Attest.Engine.Gathering.Feeds;
using Attest.Engine.Gathering.Manners;
using CsCheck;

namespace Attest.Tests.Gathering;

/// <summary>When a feed is asked for again, and what may be connected to.</summary>
public sealed class MannersTests
{
    private static readonly DateTimeOffset Noon = new(2026, 2, 3, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("8.8.8.8", true)]
    [InlineData("2606:4700::1111", true)]
    [InlineData("127.0.0.1", false)]
    [InlineData("127.8.9.10", false)]
    [InlineData("10.1.2.3", false)]
    [InlineData("172.16.0.1", false)]
    [InlineData("172.32.0.1", true)]
    [InlineData("192.168.1.1", false)]
    [InlineData("169.254.169.254", false)]
    [InlineData("100.64.0.1", false)]
    [InlineData("100.100.100.200", false)]
    [InlineData("0.0.0.0", false)]
    [InlineData("224.0.0.1", false)]
    [InlineData("255.255.255.255", false)]
    [InlineData("::", false)]
    [InlineData("::1", false)]
    [InlineData("fe80::1", false)]
    [InlineData("fd00:ec2::254", false)]
    [InlineData("ff02::1", false)]
    [InlineData("::ffff:127.0.0.1", false)]
    [InlineData("::ffff:8.8.8.8", true)]
    [InlineData("::127.0.0.1", false)]
    [InlineData("64:ff9b::10.0.0.1", false)]
    [InlineData("64:ff9b::8.8.8.8", true)]
    [InlineData("2002:7f00:1::", false)]
    [InlineData("2002:808:808::1", true)]
    [InlineData("2001:0:808:808::f5ff:fffe", false)]
    [InlineData("4000::1", false)]
    public void Only_the_open_web_is_connected_to(string address, bool open) => Assert.Equal(open, AddressClasses.ClosedBecause(IPAddress.Parse(address)) is null);

    [Fact]
    public void An_address_in_a_mapped_form_is_judged_as_what_it_maps() =>
        Gen.Byte.Array[4].Sample(b => AddressClasses.ClosedBecause(new IPAddress(b)) == AddressClasses.ClosedBecause(new IPAddress(b).MapToIPv6()));

    [Fact]
    public void The_interval_stays_within_its_bounds_and_is_never_shorter_than_asked() =>
        Gen.Select(Gen.Int[0, 100_000], Gen.Int[0, 5], Gen.Bool, Gen.Int[0, 100_000], Gen.Int[0, 100_000]).Sample((before, items, validators, feed, server) =>
        {
            var interval = FeedInterval.Next(new FeedPace(TimeSpan.FromSeconds(before), items, validators, TimeSpan.FromSeconds(feed), TimeSpan.FromSeconds(server)));
            var asked = TimeSpan.FromSeconds(Math.Max(feed, server));
            return interval >= FeedInterval.Shortest && interval <= FeedInterval.Longest && (interval >= asked || interval == FeedInterval.Longest)
                && (validators || interval >= FeedInterval.ShortestWithoutValidators);
        });

    [Fact]
    public void A_feed_with_news_is_asked_more_often_and_one_without_less()
    {
        var hour = TimeSpan.FromHours(1);
        Assert.True(FeedInterval.Next(new FeedPace(hour, 3, true, null, null)) < hour);
        Assert.True(FeedInterval.Next(new FeedPace(hour, 0, true, null, null)) > hour);
    }

    [Fact]
    public void Waits_grow_with_failures_up_to_a_day_and_no_shorter_than_the_server_asks()
    {
        var waits = Enumerable.Range(1, 20).Select(n => Backoff.Wait(FetchFailure.ServerTrouble, n, null, 0.5)).ToArray();
        Assert.Equal(waits.Order(), waits);
        Assert.True(waits[^1] <= TimeSpan.FromDays(1));
        Assert.Equal(TimeSpan.FromDays(2), Backoff.Wait(FetchFailure.AskedToWait, 1, TimeSpan.FromDays(2), 0));
        Assert.NotEqual(Backoff.Wait(FetchFailure.ServerTrouble, 3, null, 0.1), Backoff.Wait(FetchFailure.ServerTrouble, 3, null, 0.9));
    }

    [Theory]
    [InlineData("120", 120)]
    [InlineData("Tue, 03 Feb 2026 12:05:00 GMT", 300)]
    [InlineData("Tue, 03 Feb 2026 11:00:00 GMT", null)]
    [InlineData("soon", null)]
    [InlineData("99999999999999", 604800)]
    public void Retry_After_is_read_in_both_forms(string header, int? seconds) =>
        Assert.Equal(seconds is { } s ? TimeSpan.FromSeconds(s) : null, AnswerHeaders.RetryAfter(header, Noon));

    [Theory]
    [InlineData("public, max-age=600", null, 600)]
    [InlineData("max-age=600", "200", 400)]
    [InlineData("no-cache, max-age=600", null, null)]
    [InlineData(null, null, null)]
    public void Freshness_is_read(string? cacheControl, string? age, int? seconds) =>
        Assert.Equal(seconds is { } s ? TimeSpan.FromSeconds(s) : null, AnswerHeaders.Freshness(cacheControl, age));

    [Fact]
    public void An_item_is_new_once_and_again_when_its_text_changes()
    {
        var feed = FeedState.New("https://post.example/feed", Noon);
        var first = Turn(feed, "<rss><channel><item><link>https://post.example/1</link><title>One</title></item></channel></rss>");
        Assert.Single(first.NewItems);
        var same = Turn(first.State, "<rss><channel><item><link>https://post.example/1</link><title>One</title></item></channel></rss>");
        Assert.Empty(same.NewItems);
        var edited = Turn(same.State, "<rss><channel><item><link>https://post.example/1</link><title>One, corrected</title></item></channel></rss>");
        Assert.Single(edited.NewItems);
    }

    [Fact]
    public void A_gone_feed_ends_a_moved_one_is_remembered_and_a_failing_one_says_since_when()
    {
        var feed = FeedState.New("https://post.example/feed", Noon);
        Assert.True(FeedTurn.After(feed, new FeedAnswer.Failed(FetchFailure.Gone), Noon, 0.5).State.HasEnded);
        Assert.Equal("https://post.example/new", FeedTurn.After(feed, new FeedAnswer.Unchanged { MovedTo = "https://post.example/new" }, Noon, 0.5).State.Address);
        var failing = FeedTurn.After(feed, new FeedAnswer.Failed(FetchFailure.TimedOut), Noon, 0.5).State;
        failing = FeedTurn.After(failing, new FeedAnswer.Failed(FetchFailure.ServerTrouble), Noon.AddHours(1), 0.5).State;
        Assert.Equal((Noon, 2, FetchFailure.ServerTrouble), (failing.FailingSince, failing.FailuresInRow, failing.Failure));
        Assert.Null(FeedTurn.After(failing, new FeedAnswer.Unchanged(), Noon.AddHours(2), 0.5).State.FailingSince);
    }

    [Fact]
    public void A_document_that_cannot_be_read_is_set_aside_and_asked_for_ever_more_seldom()
    {
        var feed = FeedTurn.After(FeedState.New("https://post.example/feed", Noon), new FeedAnswer.Unreadable(FeedRefusal.EntityBomb, "aa"), Noon, 0.5).State;
        Assert.Equal(("aa", FetchFailure.Unreadable), (feed.SetAside, feed.Failure));
        var again = FeedTurn.After(feed, new FeedAnswer.StillUnreadable(), feed.Due, 0.5).State;
        Assert.True(again.Due - feed.Due >= feed.Due - Noon);
        Assert.Null(Turn(again, "<rss><channel/></rss>").State.SetAside);
    }

    [Fact]
    public void Every_cause_has_words_and_a_mend()
    {
        foreach (var cause in Enum.GetValues<FetchFailure>())
        {
            Assert.NotEmpty(cause.Says);
            Assert.NotEmpty(cause.Mend);
            Assert.True(Backoff.Wait(cause, 1, null, 0) > TimeSpan.Zero);
        }
    }

    [Fact]
    public void A_page_is_looked_at_again_soon_then_seldom_then_never()
    {
        var due = PageTurn.Next(Noon, Noon, false);
        Assert.Equal(Noon.AddHours(1), due);
        Assert.Equal(Noon.AddHours(15), PageTurn.Next(Noon, Noon.AddHours(10), false));
        Assert.Equal(Noon.AddHours(11), PageTurn.Next(Noon, Noon.AddHours(10), true));
        Assert.Null(PageTurn.Next(Noon, Noon.AddDays(7), true));
    }

    private static FeedStep Turn(FeedState before, string document) => FeedTurn.After(before, new FeedAnswer.Read(FeedReaderTests.Feed(document)), before.Due, 0.5);
}
