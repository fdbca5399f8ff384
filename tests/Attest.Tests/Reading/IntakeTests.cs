using System.Globalization;
using Attest.Engine.Model;
using Attest.Engine.Reading;

namespace Attest.Tests.Reading;

public sealed class IntakeTests
{
    [Fact]
    public void Reports_come_oldest_first_and_ties_by_address()
    {
        var intake = Intake.Of([Line("b", "2026-02-02", "B"), Line("c", "2026-02-01", "C"), Line("a", "2026-02-02", "A")]);
        Assert.Equal(["C", "A", "B"], intake.Reports.Select(r => r.Text));
    }

    [Fact]
    public void Other_text_at_the_same_address_is_a_new_version_from_its_edit_on()
    {
        var intake = Intake.Of(
        [
            Line("a", "2026-02-01", "Nine died.") with { Updated = At("2026-02-03") },
            Line("a", "2026-02-01", "Seven died."),
        ]);
        Assert.Equal([("Seven died.", 1, At("2026-02-01")), ("Nine died.", 2, At("2026-02-03"))], intake.Reports.Select(r => (r.Text, r.Version, r.At)));
        Assert.Contains(ReportFlag.Edited, intake.Reports[1].Flags);
    }

    [Fact]
    public void The_same_text_at_the_same_address_is_one_report() =>
        Assert.Single(Intake.Of([Line("a", "2026-02-01", "X"), Line("a?utm_source=feed", "2026-02-01", "X")]).Reports);

    [Fact]
    public void Line_ends_are_one_unit()
    {
        var report = Assert.Single(Intake.Of([Line("a", "2026-02-01", "One.\r\n\r\nTwo.\rThree.")]).Reports);
        Assert.Equal("One.\n\nTwo.\nThree.", report.Text);
    }

    [Fact]
    public void An_article_is_read_out_of_a_page()
    {
        string body = string.Concat(Enumerable.Repeat("<p>The harbour bridge was closed on Monday, the city said, and ferries ran instead.</p>", 6));
        var report = Assert.Single(Intake.Of(
        [
            new ReportLine
            {
                Url = "https://a.example/x",
                Html = $"<html><head><title>Bridge</title><meta property='article:published_time' content='2026-02-01T10:00:00Z'></head><body><nav>Home</nav><article>{body}</article></body></html>",
            },
        ]).Reports);
        Assert.StartsWith("The harbour bridge was closed on Monday", report.Text, StringComparison.Ordinal);
        Assert.Equal("Bridge", report.Title);
        Assert.Equal(new DateTimeOffset(2026, 2, 1, 10, 0, 0, TimeSpan.Zero), report.Published);
    }

    [Fact]
    public void A_page_nested_beyond_reason_is_refused_and_the_rest_is_kept()
    {
        string deep = string.Concat(Enumerable.Repeat("<div>", 100_000));
        var intake = Intake.Of([new ReportLine { Url = "https://a.example/deep", Html = deep }, Line("b", "2026-02-01", "B")]);
        Assert.Equal((0, "the page is nested too deep"), Assert.Single(intake.Refused));
        Assert.Single(intake.Reports);
    }

    private static ReportLine Line(string path, string day, string text) => new() { Url = "https://a.example/" + path, Text = text, Published = At(day) };

    private static DateTimeOffset At(string day) => DateTimeOffset.Parse(day, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
}
