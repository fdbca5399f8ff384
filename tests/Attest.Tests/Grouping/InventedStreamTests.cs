using System.Collections.Immutable;
using System.Globalization;
using Attest.Engine.Grouping;
using Attest.Engine.Text;

namespace Attest.Tests.Grouping;

/// <summary>Our own mixed streams, each alone and all at once.</summary>
public sealed class InventedStreamTests
{
    private static readonly DateTimeOffset monday = new(2026, 3, 2, 6, 0, 0, TimeSpan.Zero);

    /// <summary>The streams' names.</summary>
    public static TheoryData<string> Names => [.. InventedStreams.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Each_report_of_a_stream_finds_its_story(string name)
    {
        var reports = Read(name);
        Assert.InRange(BCubed(Placed(reports), reports), InventedStreams.Least.GetValueOrDefault(name, 1), 1);
    }

    [Fact]
    public void All_streams_at_once_stay_apart()
    {
        Labelled[] reports = [.. InventedStreams.All.Keys.SelectMany(Read).OrderBy(r => r.Features.At).ThenBy(r => r.Features.Key, StringComparer.Ordinal)];
        Assert.InRange(BCubed(Placed(reports), reports), 0.97, 1);
    }

    [Fact]
    public void What_is_left_out_of_a_question_is_told_with_the_reason()
    {
        var left = Asked("Why did the Corvin dye works in Marle burn?", "two factory fires and a ferry").Where(d => !d.IsRelevant).ToList();
        Assert.NotEmpty(left);
        Assert.All(left, d => Assert.StartsWith("it says", d.Reason, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Why did the Corvin dye works in Marle burn?", "two factory fires and a ferry", "dye")]
    [InlineData("How safe is the Arden Vista?", "two recalls by two makers", "car")]
    [InlineData("Did Dorian Vale take bribes?", "a court case and another", "mayor")]
    [InlineData("How many people died in the Karsu earthquake?", "an earthquake, a second one, and a match", "north")]
    [InlineData("Will Halden take over Brevik?", "a merger and a strike", "merger")]
    [InlineData("What caused the outbreak in Dunmere?", "an outbreak, an election, and a phone", "ill")]
    public void A_question_makes_one_story_of_what_is_relevant(string question, string stream, string story)
    {
        var wrong = Asked(question, stream).Where(d => d.IsRelevant != d.Report.EndsWith(":" + story, StringComparison.Ordinal));
        Assert.Empty(wrong);
    }

    [Fact]
    public void Relevance_does_not_depend_on_the_order_of_the_reports()
    {
        const string question = "Did Dorian Vale take bribes?";
        ReportFeatures[] reports = [.. Read("a court case and another").Select(r => r.Features)];
        Assert.Equal(Relevant(reports), Relevant([.. reports.Reverse()]));

        static string Relevant(ReportFeatures[] reports) =>
            string.Join(' ', Relevance.To(ReportFeatures.OfQuestion(Language.Analyse(question)), reports).Where(d => d.IsRelevant).Select(d => d.Report).Order(StringComparer.Ordinal));
    }

    private static ImmutableArray<RelevanceDecision> Asked(string question, string stream) =>
        Relevance.To(ReportFeatures.OfQuestion(Language.Analyse(question)), [.. Read(stream).Select(r => r.Features)]);

    private static Grouper Placed(IEnumerable<Labelled> reports)
    {
        var grouper = new Grouper();
        foreach (var report in reports)
            grouper.Place(report.Features);
        return grouper;
    }

    private static Labelled[] Read(string name) => [.. InventedStreams.All[name].Split('\n').Select((line, i) => Read(name, line.Split('|'), i))];

    private static Labelled Read(string stream, string[] fields, int line) => new($"{stream}/{fields[0]}", ReportFeatures.Of(
        $"{stream}/{line}:{fields[0]}", monday.AddDays(double.Parse(fields[1], CultureInfo.InvariantCulture)),
        Language.Analyse(fields[3]), Language.Analyse(fields[4]), fields[2]));

    private static double BCubed(Grouper grouper, Labelled[] reports)
    {
        double precision = 0, recall = 0;
        foreach (var report in reports)
        {
            string found = grouper.StoryOf(report.Features.Key)!;
            double right = reports.Count(r => r.Story == report.Story && grouper.StoryOf(r.Features.Key) == found);
            precision += right / reports.Count(r => grouper.StoryOf(r.Features.Key) == found);
            recall += right / reports.Count(r => r.Story == report.Story);
        }
        return 2 * precision * recall / (precision + recall) / reports.Length;
    }

    private sealed record Labelled(string Story, ReportFeatures Features);
}
