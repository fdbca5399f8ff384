using Attest.Engine.Grouping;
using BenchmarkDotNet.Attributes;

namespace Attest.Benchmarks;

/// <summary>Placing a report among many open stories: finding its story, cutting and merging included; the language stage is not.</summary>
[MemoryDiagnoser]
public class GroupingBenchmarks
{
    private const int WordsOfReport = 150;

    private static readonly string[] stock = [.. Rarity.English.Stems];

    private Grouper grouper = new();
    private ReportFeatures[] followUps = [];
    private int next;

    /// <summary>How many stories are open; with fewer, each grows with the follow-ups that are placed, and their cutting is measured instead.</summary>
    [Params(100_000)]
    public int Stories { get; set; }

    /// <summary>Opens the stories: each has a dozen words of its own, as names are, the rest by Zipf's law from the English of the frequency table.</summary>
    [GlobalSetup]
    public void Open()
    {
        grouper = new Grouper();
        var random = new Random(7);
        for (int story = 0; story < Stories; story++)
            grouper.Place(Report(story, 0, random));
        followUps = [.. Enumerable.Range(1, 2_000).Select(i => Report(random.Next(Stories), i, random))];
    }

    /// <summary>Places a follow-up of one of them.</summary>
    [Benchmark]
    public Placement FollowUp() => grouper.Place(followUps[next++ % followUps.Length] with { Key = $"follow-up {next}" });

    private static ReportFeatures Report(int story, int version, Random random)
    {
        var terms = new SortedDictionary<string, FeatureTerm>(StringComparer.Ordinal);
        for (int i = 0; i < 12; i++)
            Add($"name{story}x{i}", isName: i < 6, inLead: i < 8);
        for (int i = 0; i < WordsOfReport; i++)
            Add(stock[(int)Math.Pow(stock.Length - 1, random.NextDouble())], isName: false, inLead: i < 20);
        return new ReportFeatures($"{story}.{version}", DateTimeOffset.UnixEpoch.AddMinutes(story), [.. terms.Values]);

        void Add(string word, bool isName, bool inLead) => terms[word] = new FeatureTerm(word, word, terms.GetValueOrDefault(word).Count + 1, isName, inLead);
    }
}
