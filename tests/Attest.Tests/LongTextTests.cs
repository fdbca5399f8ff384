using Attest.Engine;
using Attest.Engine.Model;
using Attest.Engine.Reading;
using Attest.Tests.Hosting;
using Attest.Tests.Web;

namespace Attest.Tests;

/// <summary>Of a text longer than any article only the beginning is analysed, and the report says so wherever it is shown.</summary>
public sealed class LongTextTests
{
    private static readonly string[] starts = ["Two people died in a fire at the Corran mill in Ostby on Monday, police said.", "The road to the north was closed until noon."];

    [Fact]
    public void A_text_of_usual_length_is_analysed_whole_and_not_flagged()
    {
        string text = string.Join("\n\n", starts);
        Assert.Same(text, LongText.Analysed(text));
        Assert.Empty(LongText.Flagged(Of(text), isCut: false).Flags.Where(f => f == ReportFlag.PartlyAnalysed));
    }

    [Theory]
    [InlineData("\n\n")]
    [InlineData(" ")]
    [InlineData("")]
    public void A_long_text_is_cut_where_a_paragraph_or_a_word_ends_and_never_within_a_character(string between)
    {
        string text = string.Concat(Enumerable.Repeat("x😀y" + between, LongText.MostCharacters));
        string part = LongText.Analysed(text);
        Assert.InRange(part.Length, LongText.MostCharacters / 2, LongText.MostCharacters);
        Assert.StartsWith(part, text, StringComparison.Ordinal);
        Assert.False(char.IsHighSurrogate(part[^1]));
        Assert.StartsWith(between, text[part.Length..], StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_stands_behind_it_states_nothing_and_the_page_says_so_also_when_the_analysis_was_stored()
    {
        const string question = "How many people died in the fire at the Corran mill in Ostby?";
        string text = starts[0] + "\n\n" + string.Concat(Enumerable.Repeat(starts[1] + "\n\n", LongText.MostCharacters / starts[1].Length + 10)) + "Nine people died in the fire at the Corran mill in Ostby, the mayor said.";
        using var kept = new Kept();
        await using (var newsroom = kept.Open())
            await Kept.IngestAsync(newsroom, [Kept.Line("herald", "long", "2026-03-02T09:00:00Z", text, "Fire at the Corran mill in Ostby kills two")], question);
        await using (var newsroom = kept.Open())
        {
            await Kept.IngestAsync(newsroom, [Kept.Line("courier", "b", "2026-03-02T09:30:00Z", starts[0], "Two dead in Corran mill fire in Ostby")], question);
            var story = newsroom.Archive.Wholes()[0];
            Assert.Equal(["partly-analysed"], story.Reports.Single(r => r.Url.Contains("herald", StringComparison.Ordinal)).Flags);
            Assert.NotEmpty(story.Claims);
            Assert.DoesNotContain(story.Claims, c => c.Text.Contains("Nine", StringComparison.OrdinalIgnoreCase));
            var page = await Rendered.StoryAsync(story);
            Assert.Contains("only its beginning was analysed: of its first 50,000 characters", page.QuerySelector(".rail")!.TextContent, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Of_a_text_that_states_more_than_any_article_does_the_first_statements_are_taken_and_the_report_says_so_also_when_the_analysis_was_stored()
    {
        const string question = "Which roads did the mayor of Ostby close?";
        string text = string.Join("\n\n", Enumerable.Range(2, LongText.MostStatements).Select(n => $"The mayor of Ostby closed {n} roads."));
        Assert.True(text.Length < LongText.MostCharacters);
        var read = Pipeline.Read(Of(text) with { Language = "en" });
        Assert.InRange(read.Statements.Length, LongText.MostStatements - 10, LongText.MostStatements);
        Assert.True(read.Statements.All(s => s.About is not { } about || read.Statements.Any(t => t.Id == about)));
        using var kept = new Kept();
        await using (var newsroom = kept.Open())
            await Kept.IngestAsync(newsroom, [Kept.Line("herald", "long", "2026-03-02T09:00:00Z", text, "Mayor of Ostby closes roads")], question);
        await using (var newsroom = kept.Open())
        {
            await Kept.IngestAsync(newsroom, [Kept.Line("courier", "b", "2026-03-02T09:30:00Z", "The mayor of Ostby closed 2 roads.", "Mayor of Ostby closes roads")], question);
            Assert.Equal(["partly-analysed"], newsroom.Archive.Wholes()[0].Reports.Single(r => r.Url.Contains("herald", StringComparison.Ordinal)).Flags);
        }
    }

    private static Report Of(string text) => Intake.Of([new ReportLine { Url = "https://a.example/1", Text = text }]).Reports.Single();
}
