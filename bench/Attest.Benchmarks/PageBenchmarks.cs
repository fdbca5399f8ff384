using Attest.Engine.Publishing;
using BenchmarkDotNet.Attributes;

namespace Attest.Benchmarks;

/// <summary>A story's page, and the whole site around it. Budgets of the page: 25 reports within 20 ms, 200 claims of 500 reports within 40 ms.</summary>
[MemoryDiagnoser]
public class PageBenchmarks
{
    private static readonly DateTimeOffset Start = new(2026, 3, 2, 6, 0, 0, TimeSpan.Zero);

    private StoryDocument story = null!;

    /// <summary>The story.</summary>
    internal StoryDocument Story => story;

    /// <summary>Number of reports; claims are four tenths of it.</summary>
    [Params(25, 500)]
    public int Reports { get; set; }

    /// <summary>Makes the story.</summary>
    [GlobalSetup]
    public void Make()
    {
        int claims = Reports * 4 / 10, origins = Math.Max(3, Reports / 8);
        story = new()
        {
            Id = "s1",
            Slug = "story",
            Question = "Will the harbour close?",
            Url = "stories/story/",
            FollowedSince = Start,
            LastChange = Start.AddMinutes(17 * Reports),
            AsOf = Start.AddMinutes(17 * Reports),
            Version = 1,
            Counts = new() { Confirmed = claims / 2, Unconfirmed = claims - claims / 2, Disputed = 0, Refuted = 0, Retracted = 0, Reports = Reports, Outlets = 20, Origins = origins },
            Updates = [.. Enumerable.Range(0, claims / 6).Select(i => Update(i, claims))],
            Claims = [.. Enumerable.Range(0, claims).Select(i => Claim(i, origins))],
            Origins = [.. Enumerable.Range(0, origins).Select(o => new OriginDocument { Id = $"o{o}", Label = $"Outlet {o}", Kind = "newsroom", Reports = [.. Enumerable.Range(0, Reports).Where(r => r % origins == o).Select(r => $"r{r}")] })],
            Reports = [.. Enumerable.Range(0, Reports).Select(r => new ReportDocument { Id = $"r{r}", Url = $"https://o{r}.example/a", Outlet = $"Outlet {r % 20}", Title = "Ships wait", Published = At(r), Version = 1, Origin = $"o{r % origins}" })],
        };
    }

    /// <summary>Renders the story's page alone: what the budgets are about.</summary>
    [Benchmark]
    public async Task<int> Page()
    {
        await using var pages = new Web.PageRenderer();
        return (await pages.StoryAsync(new Web.StoryLookup(story))).Length;
    }

    /// <summary>Renders the whole site: the story's page, a page a claim and an outlet, feeds, JSON.</summary>
    [Benchmark]
    public async Task<int> Site() => (await Web.Site.RenderAsync([story])).Count;

    private static DateTimeOffset At(int report) => Start.AddMinutes(17 * report);

    private UpdateDocument Update(int i, int claims) => new()
    {
        Id = $"u{i}",
        At = At(Reports - i),
        Headline = "More ships wait off the port as the strike goes on",
        Calibrated = false,
        Confidence = 0.8,
        Word = "very likely",
        Contributions = [new() { What = "Starting point", LogOdds = -0.4 }, new() { What = "Two origins state it", LogOdds = 1.7863 }],
        Summary = [new() { Text = "Fifty-two ships wait off the port, up from forty.", Claims = [$"c{i * 6}"] }],
        Confirmed = [.. Enumerable.Range(i * 6, 6).Where(c => c < claims && c % 2 == 0).Select(c => $"c{c}")],
        Unconfirmed = [.. Enumerable.Range(i * 6, 6).Where(c => c < claims && c % 2 == 1).Select(c => $"c{c}")],
    };

    private ClaimDocument Claim(int i, int origins) => new()
    {
        Id = $"c{i}",
        Text = "Fifty-two ships wait off the port, and no pilot has gone out since the morning.",
        Kind = "occurrence",
        Standing = i % 2 == 0 ? "corroborated" : "uncorroborated",
        Confirmed = i % 2 == 0,
        Probability = 0.88,
        Reason = "Two outlets with different owners state it from their own reporting. Nobody denies it.",
        Rules = ["R2", "R3"],
        Origins = 3,
        Reports = 12,
        FirstSeen = At(i),
        LastChanged = At(i),
        Contributions = [new() { What = "Starting point", LogOdds = -0.4 }, new() { What = "Independent origins", LogOdds = 2.3924 }],
        History = [new() { At = At(i), Standing = "uncorroborated", Probability = 0.6, Because = "First report." }, new() { At = At(i + 3), Standing = i % 2 == 0 ? "corroborated" : "uncorroborated", Probability = 0.88, Because = "Second origin." }],
        Evidence = [.. Enumerable.Range(0, 12).Select(e => (i * 7 + e * 5) % Reports).Distinct().Select(r => Evidence(r, origins))],
    };

    private static EvidenceDocument Evidence(int report, int origins)
    {
        const string quote = "Fifty-two ships were waiting off the port on Monday, the harbour master’s log shows.";
        return new() { Report = $"r{report}", Quote = quote, Start = 0, Length = quote.Length, Voice = "asserts", Stance = "supports", Kind = "E3", Origin = $"o{report % origins}", At = At(report) };
    }
}
