using System.Text;
using System.Text.Json;
using Attest.Engine;
using Attest.Engine.Model;
using Attest.Engine.Reading;

namespace Attest.Tests;

/// <summary>Texts that say one thing over and over: what branches or backtracks on them does not come back, and so fails the run.</summary>
public sealed class EndlessTextsTests
{
    [Theory]
    [InlineData("he said, ")]
    [InlineData("He said that he knew. ")]
    [InlineData("She told him that he told her that ")]
    public void An_endless_text_is_read_and_weighed(string again)
    {
        var text = new StringBuilder();
        while (text.Length < 4_000)
            text.Append(again);
        string line = JsonSerializer.Serialize(new { url = "https://paper.example/1", title = again, published = "2026-03-02T10:00:00Z", text = text.ToString() });

        var read = Pipeline.Read(Intake.Of([ReportLine.Read(Encoding.UTF8.GetBytes(line)).Line!]).Reports[0]);
        var story = Fold.Of(Pipeline.Open(StoryId.Of("endless"), null, read.Report), [read], read.Report.At.AddDays(1));

        Assert.Single(story.Reports);
    }
}
