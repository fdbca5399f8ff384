using System.Globalization;
using Attest.Engine.Gathering.Dates;
using CsCheck;

namespace Attest.Tests.Gathering;

public sealed class FeedDatesTests
{
    [Theory]
    [InlineData("Tue, 03 Feb 2026 09:15:30 GMT", "2026-02-03T09:15:30Z")]
    [InlineData("Tue, 3 Feb 26 09:15 EST", "2026-02-03T14:15:00Z")]
    [InlineData("03 Feb 2026 09:15:30 +0130", "2026-02-03T07:45:30Z")]
    [InlineData("Tuesday, 03-Feb-26 09:15:30 GMT", "2026-02-03T09:15:30Z")]
    [InlineData("Tue Feb  3 09:15:30 2026", "2026-02-03T09:15:30Z")]
    [InlineData("Tue Feb  3 09:15:30 PST 2026", "2026-02-03T17:15:30Z")]
    [InlineData("Tue, 2026/02/03 09:15:30 EST", "2026-02-03T14:15:30Z")]
    [InlineData("February 3, 2026 4:15 PM", "2026-02-03T16:15:00Z")]
    [InlineData("2026", "2026-01-01T00:00:00Z")]
    [InlineData("2026-02", "2026-02-01T00:00:00Z")]
    [InlineData("2026-02-03", "2026-02-03T00:00:00Z")]
    [InlineData("20260203", "2026-02-03T00:00:00Z")]
    [InlineData("2026-034", "2026-02-03T00:00:00Z")]
    [InlineData("2026-W06-2", "2026-02-03T00:00:00Z")]
    [InlineData("2026-02-03T09:15Z", "2026-02-03T09:15:00Z")]
    [InlineData("2026-02-03T09:15:30.25-05:00", "2026-02-03T14:15:30Z")]
    [InlineData("2026-02-03 09:15:30.7", "2026-02-03T09:15:30Z")]
    [InlineData("2026-02-03T09:15:30+0100", "2026-02-03T08:15:30Z")]
    [InlineData("2026-február-3T9:15-05:00", "2026-02-03T14:15:00Z")]
    [InlineData("2026년 02월 03일 오후 04:15:30", "2026-02-03T07:15:30Z")]
    [InlineData("Τρι, 03 Φεβ 2026 09:15:30 EST", "2026-02-03T14:15:30Z")]
    [InlineData("mar., 03 févr. 2026 09:15:30 +0100", "2026-02-03T08:15:30Z")]
    [InlineData("Di, 03 Mär 2026 09:15:30 +0100", "2026-03-03T08:15:30Z")]
    [InlineData("1770110130", "2026-02-03T09:15:30Z")]
    public void Every_dialect_is_read(string written, string moment) =>
        Assert.Equal(DateTimeOffset.Parse(moment, CultureInfo.InvariantCulture), FeedDates.Read(written));

    [Theory]
    [InlineData("")]
    [InlineData("yesterday")]
    [InlineData("2026-02-30")]
    [InlineData("Tue, 32 Feb 2026 09:15:30 GMT")]
    [InlineData("2026-02-03T29:15:30Z")]
    [InlineData("0001-01-01T00:00:00+14:00")]
    public void What_is_no_date_is_none(string written) => Assert.Null(FeedDates.Read(written));

    [Fact]
    public void No_text_makes_it_throw() =>
        Gen.Char["0123456789-:/TZWA aprMFeb,.+년월日\u0000é"].Array[0, 40].Sample(letters => { FeedDates.Read(new string(letters)); });

    [Fact]
    public void What_RFC_822_writes_is_read_back() =>
        Gen.DateTime[new DateTime(1990, 1, 1), new DateTime(2080, 1, 1)].Sample(t =>
        {
            var at = new DateTimeOffset(t.Year, t.Month, t.Day, t.Hour, t.Minute, t.Second, TimeSpan.Zero);
            return FeedDates.Read(at.ToString("r", CultureInfo.InvariantCulture)) == at && FeedDates.Read(at.ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture)) == at;
        });
}
