using Attest.Engine.Text;
using CsCheck;

namespace Attest.Tests.Text;

public sealed class TimesTests
{
    // A Wednesday.
    private static readonly DateTimeOffset Published = new(2026, 1, 14, 3, 20, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("said_VBD on_IN Tuesday_NNP", "on Tuesday", "on Tuesday 13 January 2026", "2026-01-13")]
    [InlineData("said_VBD late_RB on_IN Tuesday_NNP", "late on Tuesday", "late on Tuesday 13 January 2026", "2026-01-13T08")]
    [InlineData("said_VBD early_RB Wednesday_NNP", "early Wednesday", "early on Wednesday 14 January 2026", "2026-01-14")]
    [InlineData("found_VBN Tuesday_NNP evening_NN", "Tuesday evening", "on the evening of Tuesday 13 January 2026", "2026-01-13T17")]
    [InlineData("fell_VBD yesterday_NN", "yesterday", "on 13 January 2026", "2026-01-13")]
    [InlineData("fell_VBD until_IN yesterday_NN", "until yesterday", "until 13 January 2026", "2026-01-13")]
    [InlineData("published_VBN on_IN 13_CD January_NNP", "on 13 January", "on 13 January 2026", "2026-01-13")]
    [InlineData("published_VBN Dec._NNP 3_CD", "Dec. 3", "on 3 December 2025", "2025-12-03")]
    [InlineData("sold_VBN in_IN May_NNP 2024_CD", "in May 2024", "in May 2024", "2024-05-01")]
    [InlineData("sold_VBN in_IN May_NNP", "in May", "in May 2025", "2025-05-01")]
    [InlineData("fell_VBD last_JJ month_NN", "last month", "in December 2025", "2025-12-01")]
    [InlineData("fell_VBD this_DT week_NN", "this week", "in the week of 12 January 2026", "2026-01-12")]
    [InlineData("will_MD reopen_VB in_IN the_DT spring_NN", "in the spring", "in spring 2026", "2026-03-01")]
    [InlineData("will_MD end_VB by_IN the_DT end_NN of_IN the_DT year_NN", "by the end of the year", "by the end of 2026", "2026-05-02T16")]
    [InlineData("died_VBD three_CD days_NNS ago_RB", "three days ago", "on 11 January 2026", "2026-01-11")]
    [InlineData("happened_VBD at_IN 6.30_CD a.m._RB on_IN Monday_NNP", "at 6.30 a.m. on Monday", "at 6.30 a.m. on Monday 12 January 2026", "2026-01-12T06:30")]
    [InlineData("rose_VBD in_IN the_DT third_JJ quarter_NN", "in the third quarter", "in the third quarter of 2025", "2025-07-01")]
    [InlineData("blast_NN at_IN 14:20_CD GMT_NNP", "at 14:20 GMT", "at 14:20 GMT", "2026-01-14T14:20")]
    public void A_time_is_resolved_against_the_report(string tagged, string span, string resolved, string from)
    {
        (string text, Sentence sentence) = Hand.Tagged(tagged);
        TimeMention time = Assert.Single(Times.Find(text, sentence, Published));
        Assert.Equal((span, resolved), (time.Span.Of(text), time.Resolved));
        Assert.StartsWith(from, time.From.ToString("yyyy-MM-ddTHH:mm", System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }

    [Fact]
    public void A_stretch_between_two_months_is_one_time()
    {
        (string text, Sentence sentence) = Hand.Tagged("sold_VBN between_IN May_NNP 2024_CD and_CC December_NNP 2025_CD");
        TimeMention time = Assert.Single(Times.Find(text, sentence, Published));
        Assert.Equal((new DateTimeOffset(2024, 5, 1, 0, 0, 0, TimeSpan.Zero), new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero)), (time.From, time.To));
    }

    [Theory]
    [InlineData("customers_NNS receive_VBP it_PRP within_IN 14_CD days_NNS", true)]
    [InlineData("customers_NNS received_VBD it_PRP within_IN 14_CD days_NNS", false)]
    [InlineData("it_PRP must_MD go_VB by_IN Friday_NNP", true)]
    [InlineData("it_PRP went_VBD on_IN Monday_NNP", false)]
    public void A_deadline_bounds_what_is_to_come(string tagged, bool deadline)
    {
        (string text, Sentence sentence) = Hand.Tagged(tagged);
        Assert.Equal(deadline, Assert.Single(Times.Find(text, sentence, Published)).IsDeadline);
    }

    [Fact]
    public void A_date_that_can_be_read_in_two_ways_is_not_resolved()
    {
        Assert.Empty(Times.Find("on 03/02/2026", NewsLike.Bare("on 03/02/2026"), Published));
        Assert.Single(Times.Find("on 24/12/2025", NewsLike.Bare("on 24/12/2025"), Published));
    }

    [Fact]
    public void The_outlets_zone_moves_the_day()
    {
        (string text, Sentence sentence) = Hand.Tagged("said_VBD today_NN");
        TimeMention time = Assert.Single(Times.Find(text, sentence, Published, TimeSpan.FromHours(-5)));
        Assert.Equal(("on 13 January 2026", new DateTimeOffset(2026, 1, 13, 5, 0, 0, TimeSpan.Zero)), (time.Resolved, time.From));
    }

    [Fact]
    public void No_text_breaks_it_at_any_date() =>
        Gen.Select(NewsLike.Sentences, Gen.DateTimeOffset).Sample((s, published) =>
        {
            int last = 0;
            foreach (TimeMention time in Times.Find(s.Text, s.Sentence, published))
            {
                Assert.InRange(time.Span.Start, last, s.Text.Length);
                Assert.InRange(time.Span.End, time.Span.Start + 1, s.Text.Length);
                Assert.True(time.From < time.To, $"{time}");
                last = time.Span.End;
            }
        });
}
