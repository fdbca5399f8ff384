using System.Text;
using Attest.Engine.Reading;

namespace Attest.Tests.Reading;

public sealed class ReportLineTests
{
    [Theory]
    [InlineData("", "not JSON")]
    [InlineData("{", "not JSON")]
    [InlineData("[1]", "not a JSON object")]
    [InlineData("{\"text\":\"a\"}", "no url")]
    [InlineData("{\"url\":7,\"text\":\"a\"}", "no url")]
    [InlineData("{\"url\":\"ftp://a.example/x\",\"text\":\"a\"}", "not an http(s) address")]
    [InlineData("{\"url\":\"javascript:alert(1)\",\"text\":\"a\"}", "not an http(s) address")]
    [InlineData("{\"url\":\"https://a.example/x\"}", "no text")]
    [InlineData("{\"url\":\"https://a.example/x\",\"text\":\"  \"}", "no text")]
    [InlineData("{\"url\":\"https://a.example/x\",\"text\":\"\\ud800\"}", "not valid Unicode")]
    public void A_line_that_cannot_be_used_says_what_is_wrong(string line, string wrong)
    {
        var (read, reason) = ReportLine.Read(Encoding.UTF8.GetBytes(line));
        Assert.Null(read);
        Assert.Contains(wrong, reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_line_of_more_than_four_mebibytes_is_refused()
    {
        var (read, reason) = ReportLine.Read(new byte[ReportLine.MaxBytes + 1]);
        Assert.Null(read);
        Assert.Contains("bytes", reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Fields_of_another_type_are_left_out_and_the_line_is_kept()
    {
        var (read, _) = ReportLine.Read("{\"url\":\"https://a.example/x\",\"text\":\"T\",\"title\":5,\"published\":\"soon\"}"u8.ToArray());
        Assert.NotNull(read);
        Assert.Null(read.Title);
        Assert.Null(read.Published);
    }
}
