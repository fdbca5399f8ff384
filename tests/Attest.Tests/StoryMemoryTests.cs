using System.Collections.Immutable;
using System.Text;
using Attest.Engine;
using Attest.Engine.Model;
using Attest.Engine.Publishing;
using Attest.Engine.Reading;
using Attest.Input;
using CsCheck;

namespace Attest.Tests;

/// <summary>What is remembered from step to step saves time and changes nothing.</summary>
public sealed class StoryMemoryTests
{
    private static readonly ImmutableArray<ImmutableArray<ReadReport>> Worked =
        [.. Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "stories"), "*.jsonl").Order(StringComparer.Ordinal)
            .Select(f => Intake.Of([.. InputFiles.Read([f]).Lines.Select(l => l.Line)]).Reports.Select(Pipeline.Read).ToImmutableArray())];

    // All reports of all worked stories as one heap: unrelated ones, versions, denials, corrections and hostile texts side by side.
    private static readonly ImmutableArray<ReadReport> All = [.. Worked.SelectMany(s => s).DistinctBy(r => (r.Report.Id, r.Report.Version))];

    [Fact]
    public void A_worked_story_folded_with_memory_is_the_same_to_the_byte()
    {
        foreach (var story in Worked)
            AssertSame(story);
    }

    [Fact]
    public void Any_stream_of_reports_folded_with_memory_is_the_same_to_the_byte() =>
        Gen.Select(Gen.Int[0, All.Length - 1].Array[1, 14], Gen.Int[0, 60 * 24 * 20].Array[14]).Sample((chosen, minutes) =>
            AssertSame([.. chosen.Distinct().Select((c, i) => All[c] with { Report = All[c].Report with { At = DateTimeOffset.UnixEpoch.AddMinutes(minutes[i]) } })
                .Select(r => r with { Statements = [.. r.Statements.Select(s => s with { At = r.Report.At, AsOf = r.Report.At })] })]), iter: 40);

    [Fact]
    public void A_memory_of_another_story_changes_nothing()
    {
        var memory = new StoryMemory();
        foreach (var story in Worked)
            Assert.Equal(Written(Stepped(story, () => new StoryMemory())), Written(Stepped(story, () => memory)));
    }

    private static void AssertSame(ImmutableArray<ReadReport> reports)
    {
        var ordered = InOrder(reports);
        var with = Fold.Of(Opened(ordered), ordered, Until(ordered));
        Assert.Equal(Written(Stepped(ordered, () => new StoryMemory())), Written(with));
    }

    /// <summary>The fold of <see cref="Fold.Of"/>, each step with the memory that it is given.</summary>
    private static Story Stepped(ImmutableArray<ReadReport> reports, Func<StoryMemory> memory)
    {
        var ordered = InOrder(reports);
        var story = Opened(ordered);
        foreach (var minute in ordered.GroupBy(r => r.Report.At.UtcTicks / TimeSpan.TicksPerMinute))
        {
            ImmutableArray<ReadReport> arrived = [.. minute];
            story = Waited(story, arrived[0].Report.At, memory);
            story = Pipeline.Step(story, new StoryEvent.Arrived(arrived[^1].Report.At, arrived), memory());
        }
        return Pipeline.Summarise(Waited(story, Until(ordered), memory) with { AsOf = Until(ordered) });
    }

    private static Story Waited(Story story, DateTimeOffset until, Func<StoryMemory> memory)
    {
        while (story.Reports.Length > 0 && Pipeline.NextDue(story) is { } due && due <= until)
            story = Pipeline.Step(story, new StoryEvent.TimePassed(due), memory());
        return story;
    }

    private static ImmutableArray<ReadReport> InOrder(ImmutableArray<ReadReport> reports) =>
        [.. reports.OrderBy(r => r.Report.At).ThenBy(r => r.Report.Url, StringComparer.Ordinal).ThenBy(r => r.Report.ContentHash, StringComparer.Ordinal)];

    private static Story Opened(ImmutableArray<ReadReport> reports) => Pipeline.Open(StoryId.Of("a story"), null, reports[0].Report) with { HasTimes = true };

    private static DateTimeOffset Until(ImmutableArray<ReadReport> reports) => reports[^1].Report.At.AddDays(30);

    private static string Written(Story story) => Encoding.UTF8.GetString(StoryJson.Write(Publisher.Publish(story)));
}
