using System.Collections.Immutable;
using Attest.Engine;
using Attest.Engine.Extracting;
using Attest.Engine.Model;
using Attest.Engine.Reading;
using Attest.Engine.Text;
using BenchmarkDotNet.Attributes;

namespace Attest.Benchmarks;

/// <summary>What one report of 500 words costs before it meets a story, stage by stage and as a whole. Budget: 10 ms from text to standing.</summary>
[MemoryDiagnoser]
public class ReportBenchmarks
{
    private const int Reports = 20;

    private ImmutableArray<Report> reports = [];
    private ImmutableArray<AnalysedText> texts = [];
    private ImmutableArray<ReportLine> pages = [];

    /// <summary>Invents the reports.</summary>
    [GlobalSetup]
    public void Invent()
    {
        reports = Invented.Story(Reports, 500);
        texts = [.. reports.Select(r => Language.Analyse(r.Text))];
        pages = [.. Enumerable.Range(0, Reports).Select(i => new ReportLine { Url = FormattableString.Invariant($"https://paper.example/{i}"), Html = Invented.Page(500, i) })];
    }

    /// <summary>A page to its article.</summary>
    [Benchmark(OperationsPerInvoke = Reports)]
    public int PageToReport() => Intake.Of(pages).Reports.Length;

    /// <summary>A text to its words, tags, syntax and names.</summary>
    [Benchmark(OperationsPerInvoke = Reports)]
    public int TextToSyntax()
    {
        int sentences = 0;
        foreach (var report in reports)
            sentences += Language.Analyse(report.Text).Sentences.Length;
        return sentences;
    }

    /// <summary>Syntax to statements.</summary>
    [Benchmark(OperationsPerInvoke = Reports)]
    public int SyntaxToStatements()
    {
        int statements = 0;
        for (int i = 0; i < Reports; i++)
            statements += Extractor.Extract(reports[i], texts[i]).Length;
        return statements;
    }

    /// <summary>Text to statements, claims and their standing, each report in a story of its own: the budget's line.</summary>
    [Benchmark(OperationsPerInvoke = Reports)]
    public int TextToStanding()
    {
        int claims = 0;
        foreach (var report in reports)
        {
            var read = Pipeline.Read(report);
            claims += Pipeline.Step(Invented.Opened([read]), new StoryEvent.Arrived(report.At, [read])).Claims.Length;
        }
        return claims;
    }
}
