using System.Text;
using Attest.Engine;
using Attest.Engine.Reading;

namespace Attest.Tests.Extracting;

public sealed class UndatedReportTests
{
    [Fact]
    public void A_weekday_of_a_report_without_a_time_is_not_dated()
    {
        var (line, _) = ReportLine.Read(Encoding.UTF8.GetBytes("{\"url\":\"https://a.example/x\",\"outlet\":\"A\",\"text\":\"The Arda bridge collapsed on Monday.\"}"));
        var report = Assert.Single(Intake.Of([line!]).Reports);
        var wordings = Pipeline.Read(report).Statements.Select(s => s.Wording).ToList();
        Assert.NotEmpty(wordings);
        Assert.DoesNotContain(wordings, w => w.Contains("19", StringComparison.Ordinal));
    }
}
