using System.Collections.Immutable;
using Attest.Engine;
using Attest.Engine.Model;
using Attest.Engine.Weighing;
using Attest.Engine.Writing;
using BenchmarkDotNet.Attributes;

namespace Attest.Benchmarks;

/// <summary>A story of reports of 500 words, read before: folded as a whole, and what one more report costs it with memory and without.</summary>
[MemoryDiagnoser]
public class FoldBenchmarks
{
    private readonly StoryMemory memory = new();
    private readonly WeighingMemory weighing = new();
    private readonly WritingMemory writing = new();
    private ImmutableArray<ReadReport> reports = [];
    private Story story = null!, next = null!;

    /// <summary>Reports of the story.</summary>
    [Params(25, 160)]
    public int Reports { get; set; }

    /// <summary>Reads the reports and folds all but the last.</summary>
    [GlobalSetup]
    public void Read()
    {
        reports = Invented.Read(Reports, 500);
        story = Invented.Opened(reports);
        foreach (var report in reports.RemoveAt(Reports - 1))
            story = Pipeline.Step(story, Arrived(report), memory);
        next = StepWithMemory();
        Weigher.Weigh(Claims(story), Context(story), weighing);
        Writer.Write(WritingContext(), story.Told, story.Claims, writing);
    }

    /// <summary>The whole story.</summary>
    [Benchmark]
    public int FoldStory() => Fold.Of(Invented.Opened(reports), reports, reports[^1].Report.At).Claims.Length;

    /// <summary>The last report, with what was derived before. It is stepped again and again from the same state, so matching's part starts over each time.</summary>
    [Benchmark]
    public Story StepWithMemory() => Pipeline.Step(story, Arrived(reports[^1]), memory);

    /// <summary>The last report, all derived anew.</summary>
    [Benchmark]
    public Story StepFromScratch() => Pipeline.Step(story, Arrived(reports[^1]));

    /// <summary>Weighing all claims anew.</summary>
    [Benchmark]
    public int WeighFromScratch() => Weigher.Weigh(Claims(next), Context(next)).Length;

    /// <summary>Weighing what the last report touched, and then what its absence touches.</summary>
    [Benchmark(OperationsPerInvoke = 2)]
    public int WeighWithMemory() => Weigher.Weigh(Claims(next), Context(next), weighing).Length + Weigher.Weigh(Claims(story), Context(story), weighing).Length;

    /// <summary>What changed by the last report.</summary>
    [Benchmark]
    public Update? WriteWithMemory() => Writer.Write(WritingContext(), story.Told, next.Claims, writing);

    /// <summary>The story's standing summary.</summary>
    [Benchmark]
    public int Summary() => Pipeline.Summarise(next).Summary.Length;

    private static StoryEvent.Arrived Arrived(ReadReport report) => new(report.Report.At, [report]);

    private static ImmutableArray<Claim> Claims(Story of) => [.. of.Claims.Select(c => c.Claim)];

    private static WeighingContext Context(Story of) => new(of.AsOf, of.Opened, of.HasTimes);

    private WritingContext WritingContext() => new(story.Id, story.Question, next.AsOf, story.Opened) { Earlier = story.Updates, NewReports = [reports[^1].Report.Id] };
}
