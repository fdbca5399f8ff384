using System.Globalization;
using Attest.Engine.Reading;

namespace Attest.Tests.Reading;

public sealed class ArrivalTimesTests
{
    [Fact]
    public void Now_is_the_latest_time_given()
    {
        var input = ArrivalTimes.Resolve([Line("2026-01-01"), Line("2026-01-03"), Line("2026-01-02")]);
        Assert.Equal(At("2026-01-03"), input.Now);
    }

    [Fact]
    public void A_clock_that_runs_years_ahead_does_not_move_now_and_is_placed_after_the_lines_before_it()
    {
        var input = ArrivalTimes.Resolve([Line("2026-01-01"), Line("2031-01-01"), Line("2026-01-02")]);
        Assert.Equal(At("2026-01-02"), input.Now);
        Assert.True(input.Lines[1].Future);
        Assert.Equal(At("2026-01-01"), input.Lines[1].Published);
    }

    [Fact]
    public void A_missing_time_becomes_the_latest_valid_time_before_it_else_the_earliest_of_the_input()
    {
        var input = ArrivalTimes.Resolve([Line(null), Line("2026-01-05"), Line("2026-01-02"), Line(null)]);
        Assert.Equal(At("2026-01-02"), input.Lines[0].Published);
        Assert.Equal(At("2026-01-05"), input.Lines[3].Published);
        Assert.True(input.Lines[3].Missing);
    }

    [Fact]
    public void Without_any_time_all_is_1970()
    {
        var input = ArrivalTimes.Resolve([Line(null), Line(null)]);
        Assert.False(input.HasTimes);
        Assert.All(input.Lines, l => Assert.Equal(DateTimeOffset.UnixEpoch, l.Published));
    }

    [Fact]
    public void A_given_now_makes_later_times_future()
    {
        var input = ArrivalTimes.Resolve([Line("2026-01-01"), Line("2026-01-03")], At("2026-01-02"));
        Assert.True(input.Lines[1].Future);
        Assert.Equal(At("2026-01-02"), input.Now);
    }

    [Fact]
    public void An_edit_takes_effect_when_it_was_made()
    {
        var input = ArrivalTimes.Resolve([Line("2026-01-01") with { Updated = At("2026-01-04") }]);
        Assert.Equal(At("2026-01-01"), input.Lines[0].Published);
        Assert.Equal(At("2026-01-04"), input.Lines[0].Changed);
        Assert.Equal(At("2026-01-04"), input.Now);
    }

    private static ReportLine Line(string? day) => new() { Url = "https://a.example/x", Text = "T", Published = day is null ? null : At(day) };

    private static DateTimeOffset At(string day) => DateTimeOffset.Parse(day, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
}
