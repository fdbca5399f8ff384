using System.Collections.Immutable;
using System.Globalization;
using Attest.Engine;
using Attest.Engine.Model;
using Attest.Engine.Text;
using Attest.Engine.Tracing;
using BenchmarkDotNet.Attributes;

namespace Attest.Benchmarks;

/// <summary>Tracing a report of 500 words and 15 statements into a story that holds some already, one in five of them a copy of another.</summary>
[MemoryDiagnoser]
public class Tracing
{
    private const int Words = 500;
    private const int Statements = 15;

    private readonly AnalysedText nothing = new("", []);
    private ImmutableArray<TracedReport> story = [];
    private Report copy = null!, own = null!;
    private ImmutableArray<Statement> ofCopy = [], ofOwn = [];

    /// <summary>Reports that the story holds.</summary>
    [Params(25, 500)]
    public int Reports { get; set; }

    /// <summary>Builds the story.</summary>
    [GlobalSetup]
    public void Build()
    {
        var random = new Random(7);
        string[] vocabulary = [.. Enumerable.Range(0, 4000).Select(_ => new string([.. Enumerable.Range(0, random.Next(2, 10)).Select(_ => (char)('a' + random.Next(26)))]))];
        string Text() => string.Join(' ', Enumerable.Range(0, Words).Select(i => vocabulary[(int)(vocabulary.Length * Math.Pow(random.NextDouble(), 3))] + (i % 18 == 17 ? "." : "")));
        string first = Text();
        story = [];
        for (int i = 0; i < Reports; i++)
        {
            var report = ReportOf(i, i % 5 == 4 ? first : i == 0 ? first : Text());
            story = story.Add(Tracer.Trace(story, report, nothing, Made(report, i)));
        }
        copy = ReportOf(Reports, first);
        own = ReportOf(Reports + 1, Text());
        ofCopy = Made(copy, Reports);
        ofOwn = Made(own, Reports + 1);
    }

    /// <summary>A copy of the first report.</summary>
    [Benchmark]
    public TracedReport Copy() => Tracer.Trace(story, copy, nothing, ofCopy);

    /// <summary>A report of its own.</summary>
    [Benchmark(Baseline = true)]
    public TracedReport Own() => Tracer.Trace(story, own, nothing, ofOwn);

    private static Report ReportOf(int number, string text)
    {
        string host = number.ToString("'paper'0'.example'", CultureInfo.InvariantCulture);
        return new Report
        {
            Id = ReportId.Of(host),
            Version = 1,
            Url = "https://" + host + "/",
            Outlet = new Outlet(host[..^8], host, OutletKind.Newspaper, host, OutletFactSource.Input, true),
            Published = DateTimeOffset.UnixEpoch.AddMinutes(number),
            At = DateTimeOffset.UnixEpoch.AddMinutes(number),
            Text = text,
            ContentHash = ContentId.Hash(text),
        };
    }

    private static ImmutableArray<Statement> Made(Report report, int number) =>
    [
        .. Enumerable.Range(0, Statements).Select(i =>
        {
            int start = report.Text.Length * i / Statements;
            var span = new Span(start, Math.Min(report.Text.Length, start + 100));
            string speaker = FormattableString.Invariant($"inspector {(char)('A' + (number % 26))}o Tamm{number * i % 60}");
            return new Statement
            {
                Id = StatementId.Of(report.Id, 1, i),
                Report = report.Id,
                Version = 1,
                At = report.At,
                Quote = span,
                Content = span,
                Sentence = i,
                Wording = span.Of(report.Text),
                Voice = i % 3 == 0 ? Voice.Asserts : Voice.Attributes,
                Speaker = i % 3 == 0 ? null : new Speaker(SpeakerKind.Official, speaker, speaker, i % 3 == 1 ? null : "Tunnel Board " + (i % 5).ToString(CultureInfo.InvariantCulture), span),
                Kind = ClaimKind.Occurrence,
                Proposition = new() { Predicate = "be", Lemmas = [.. span.Of(report.Text).Split(' ')] },
                AsOf = report.At,
            };
        }),
    ];
}
