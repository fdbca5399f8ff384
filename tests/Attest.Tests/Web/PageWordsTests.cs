using System.Text.RegularExpressions;
using AngleSharp.Dom;
using Attest.Engine;
using Attest.Engine.Publishing;
using Attest.Hosting;
using Attest.Input;
using Attest.Log;
using Attest.Tests.Hosting;
using Attest.Tests.Stories;
using Attest.Web;

namespace Attest.Tests.Web;

/// <summary>What pages say, read as a reader does: every page of every worked story, and of the sample.</summary>
public sealed partial class PageWordsTests
{
    private static readonly char[] separators = [.. " .,;:()“”‘’/#%·"];

    public static TheoryData<string> Names => [.. WorkedStory.All, "sample"];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task No_page_shows_an_orphan_label_a_broken_plural_an_id_or_a_token(string name)
    {
        StoryDocument[] stories = name == "sample"
            ? [.. Edition.Of(SampleStory.Read(), SampleStory.Question, asOf: null, CancellationToken.None).Stories.Select(Publisher.Publish)]
            : [.. WorkedStory.Of(name).Stories];
        HashSet<string> ids = [.. stories.SelectMany(s => s.Claims.Select(c => c.Id).Concat(s.Reports.Select(r => r.Id)).Concat(s.Origins.Select(o => o.Id)).Concat(s.Updates.Select(u => u.Id)).Append(s.Id))];
        foreach (var file in (await Site.RenderAsync(stories)).Where(f => f.Path.EndsWith(".html", StringComparison.Ordinal)))
        {
            var page = Rendered.Parse(file);
            Assert.Single(page.QuerySelectorAll("h1"));
            foreach (var label in page.QuerySelectorAll("main h2, main h3, main h4, main .label, main dt, main summary, main figcaption"))
                Assert.True(HasWhatItNames(label), $"{file.Path}: nothing stands under “{label.TextContent}”");
            Assert.All(page.QuerySelectorAll("p, h1, h2, h3, h4, li, dt, dd, th, td, summary, blockquote, section"), e => Assert.False(string.IsNullOrWhiteSpace(e.TextContent), $"{file.Path}: {e.OuterHtml}"));
            // What reports say stays as they say it.
            foreach (var quoted in page.QuerySelectorAll("blockquote, script, style"))
                quoted.Remove();
            string text = Spaces().Replace(Rendered.Visible(page), " ");
            Assert.False(Broken().Match(text) is { Success: true } broken, $"{file.Path}: “{Around(text, Broken().Match(text))}”");
            Assert.DoesNotContain(text.Split(separators, StringSplitOptions.RemoveEmptyEntries), ids.Contains);
        }
    }

    [Fact]
    public async Task A_report_in_another_language_is_named_with_its_language_and_a_removed_text_is_said()
    {
        await using var newsroom = Newsroom.Of(new MemoryLog(), Cache.None, TimeProvider.System);
        const string question = "How many people died in the fire at the Corran mill in Ostby?";
        await Kept.IngestAsync(newsroom,
        [
            Kept.Line("Herald", "fire", "2026-03-02T09:00:00Z", "Two people died in a fire at the Corran mill in Ostby on Monday, police said.", "Fire at the Corran mill in Ostby kills two"),
            Kept.Line("Diario", "fuego", "2026-03-02T09:30:00Z", "Dos personas murieron el lunes en un incendio en la fábrica Corran de Ostby, según la policía, que investiga las causas con los bomberos de la ciudad.", "Fire at the Corran mill in Ostby kills two"),
        ], question);
        var story = newsroom.Archive.Wholes()[0];
        var page = await Rendered.StoryAsync(story);
        Assert.Contains("Diario: not analysed: it is in Spanish", Spaces().Replace(page.QuerySelector(".rail")!.TextContent, " "), StringComparison.Ordinal);
        Assert.Contains("2 from 2 outlets; 1 not analysed", page.QuerySelector(".facts")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("## Kept, but not analysed\n\n- Diario", System.Text.Encoding.UTF8.GetString(StoryMarkdown.Write(story)), StringComparison.Ordinal);
        var source = Rendered.Parse((await Site.RenderAsync([story])).Single(f => f.Path == "sources/diario/index.html"));
        Assert.Equal("Not analysed: it is in Spanish", source.QuerySelector("td[data-l=Evidence]")!.TextContent);

        string text = newsroom.Log.Read().Where(e => e.Kind == EntryKinds.Report).Select(e => LogJson.Read<ReportBody>(e.Body)).Single(b => b.Report.Outlet.Name == "Herald").Text;
        await newsroom.Log.RemoveTextAsync(text, "a court ordered it");
        await using var later = Newsroom.Of(newsroom.Log, Cache.None, TimeProvider.System);
        page = await Rendered.StoryAsync(later.Archive.Wholes()[0]);
        Assert.Contains("Herald: its text was removed from the archive", Spaces().Replace(page.QuerySelector(".rail")!.TextContent, " "), StringComparison.Ordinal);
        Assert.DoesNotContain("on Monday, police said", page.Body!.TextContent, StringComparison.Ordinal);
    }

    /// <summary>Whether words other than the label's own stand where it points: behind it, or in what it heads.</summary>
    private static bool HasWhatItNames(IElement label)
    {
        for (var at = label; at is not null && at.LocalName != "main"; at = at.ParentElement)
        {
            for (var next = at.NextElementSibling; next is not null; next = next.NextElementSibling)
                if (!string.IsNullOrWhiteSpace(next.TextContent) || next.QuerySelector("svg, input") is not null)
                    return next.LocalName != "dt" || label.LocalName != "dt";
            if (at.LocalName is "section" or "article" or "details" or "figure")
                return label.LocalName == "h3" && at.Matches("article") || label.ParentElement!.TextContent.Trim().Length > label.TextContent.Trim().Length;
        }
        return false;
    }

    private static string Around(string text, Match match) => text[Math.Max(0, match.Index - 60)..Math.Min(text.Length, match.Index + match.Length + 60)];

    [GeneratedRegex(@"\s+", RegexOptions.None, 2_000)]
    private static partial Regex Spaces();

    [GeneratedRegex(@"(?<![\d,.])1 (?:more )?(reports|origins|independent origins|copies|changes|outlets|claims|hours|days|minutes|updates|stories|outcomes|rows)\b|\b(uncorroborated|on-record|not-analysed|text-removed|no-time|future-time|unnamed-only|party-interested|breaking-window|legal-presumption|scope-unclear|human-reviewed|atLeast|atMost|number-moving|E[1-9]|R(?:[1-9]|1\d|2[0-3]))\b|\bNaN\b|\(\s*\)|,\s*,|\bnull\b|System\.|0001-01-01|1 Jan 0001|“\s*”", RegexOptions.CultureInvariant, 5_000)]
    private static partial Regex Broken();
}
