using System.Collections.Immutable;
using Attest.Engine;
using Attest.Engine.Matching;
using Attest.Engine.Model;
using Attest.Engine.Text;
using BenchmarkDotNet.Attributes;

namespace Attest.Benchmarks;

/// <summary>A story of 500 reports with ten statements each, folded report by report: half of them say what others said before.</summary>
[MemoryDiagnoser]
public class MatchingBenchmark
{
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly string[] Verbs = "recall sell buy close open fine sue warn inspect build move raise cut delay test ship stop hire dismiss repair search approve reject leave join back oppose visit damage flood".Split(' ');
    private static readonly string[] Nouns = "kettle factory bridge mine port school tunnel plant road hospital contract report permit order law tax river train ferry crew union council court bank harbour warehouse reactor airline vaccine tower".Split(' ');
    private static readonly string[] Names = ["Brightwell Home", "Castor Electric", "Carrow Coal", "Roy Fennick", "Una Bassett", "Amos Tarrant", "Aldmouth", "Hollow Ridge", "Talbrook", "Delia Munro"];
    private static readonly string[] Kinds = "old new electric northern southern public private small large central coastal wooden local former senior".Split(' ');

    private ImmutableArray<ImmutableArray<TracedStatement>> reports = [];

    /// <summary>Makes the story; the same every time.</summary>
    [GlobalSetup]
    public void Make()
    {
        var random = new Random(7);
        reports = [.. Enumerable.Range(0, 500).Select(r => Enumerable.Range(0, 10).Select(s => One(random, r, s)).ToImmutableArray())];
    }

    /// <summary>The whole story.</summary>
    [Benchmark]
    public int FoldStory()
    {
        var index = new ClaimIndex();
        ImmutableArray<Claim> claims = [];
        foreach (var report in reports)
            claims = Matcher.Match(claims, report, index);
        return claims.Length;
    }

    private static TracedStatement One(Random random, int report, int number)
    {
        // Squares favour low numbers: few things are said often, many once.
        string verb = Pick(random, Verbs), noun = Pick(random, Nouns), name = Pick(random, Names), kind = Kinds[random.Next(Kinds.Length)];
        int count = random.Next(4) == 0 ? random.Next(1, 30) : 0;
        var figure = count == 0 ? null : new Quantity(new Span(0, 0), count, null, noun, Bound.Exactly, 0, null, $"{count}");
        ImmutableArray<Argument> arguments =
        [
            new(ArgumentRole.Subject, name.Split(' ')[^1], "", name, [.. name.Split(' ')], name),
            new(ArgumentRole.Object, noun, "", $"the {kind} {noun}", [kind, noun], null),
        ];
        var id = ReportId.Of($"https://outlet{report % 60}.example/{report}");
        var outlet = new Outlet($"Outlet {report % 60}", $"outlet{report % 60}.example", OutletKind.Newspaper, $"{report % 60}", OutletFactSource.Input, true);
        var statement = new Statement
        {
            Id = StatementId.Of(id, 1, number),
            Report = id,
            Version = 1,
            At = Start.AddMinutes(7 * report),
            Quote = new Span(0, 1),
            Content = new Span(0, 1),
            Sentence = number,
            Wording = $"{name} {verb} the {kind} {noun}.",
            Voice = random.Next(12) == 0 ? Voice.Denies : Voice.Asserts,
            Kind = figure is null ? ClaimKind.Occurrence : ClaimKind.Quantity,
            Proposition = new Proposition
            {
                Predicate = verb,
                Negated = random.Next(20) == 0,
                Arguments = arguments,
                Lemmas = [.. name.Split(' '), verb, kind, noun],
                Names = [name],
                Quantities = figure is null ? [] : [figure],
            },
            Quantity = figure,
            AsOf = Start.AddMinutes(7 * report),
        };
        return new TracedStatement(statement, outlet, new Origin(OriginId.Of(OriginKind.Newsroom, outlet.Host), OriginKind.Newsroom, outlet.Name), EvidenceGrade.OwnReporting, outlet.Family);
    }

    private static string Pick(Random random, string[] from)
    {
        double x = random.NextDouble();
        return from[(int)(x * x * from.Length)];
    }
}
