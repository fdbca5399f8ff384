using Attest.Engine.Model;
using Attest.Hosting;
using Attest.Log;
using BenchmarkDotNet.Attributes;

namespace Attest.Benchmarks;

/// <summary>A log of a million entries in 20,000 stories, read from its first byte. Budget: 10 s.</summary>
[MemoryDiagnoser]
public class RebuildBenchmarks
{
    private const int Stories = 20_000, ReportsEach = 17, TimesEach = 10;

    private readonly string folder = Directory.CreateTempSubdirectory("attest-bench-").FullName;
    private SqliteLog log = null!;

    /// <summary>Writes the log: each story's opening, its reports with their joining, updates and times.</summary>
    [GlobalSetup]
    public async Task Write()
    {
        log = SqliteLog.Open(folder);
        var report = Invented.Story(1, 20)[0];
        foreach (int[] some in Enumerable.Range(0, Stories).Chunk(200))
            await Task.WhenAll(some.Select(s => log.AppendAsync([.. Story(FormattableString.Invariant($"s{s}"), report, s)], CancellationToken.None)));
    }

    /// <summary>Closes it.</summary>
    [GlobalCleanup]
    public async Task Close()
    {
        await log.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>Every entry read and its hash computed anew from the first on.</summary>
    [Benchmark]
    public long FollowChain() => Chain.Follow(log) is { Broken: null } chain ? chain.Entries : throw new InvalidOperationException("broken");

    /// <summary>What the one writer must know of the log before it takes anything in: the program's start.</summary>
    [Benchmark]
    public int ReadLedger()
    {
        var ledger = new Ledger();
        ledger.CatchUp(log);
        return ledger.Stories.Count;
    }

    /// <summary>Every story's entries, ready to be folded.</summary>
    [Benchmark]
    public int ReadStories() => Enumerable.Range(0, Stories).AsParallel().Select(s => StoryEntries.Of(log, FormattableString.Invariant($"s{s}"))!.Moves.Count).Sum();

    private static IEnumerable<NewEntry> Story(string id, Report report, int number)
    {
        var at = report.At.AddSeconds(number);
        int version = 0;
        yield return Entry(EntryKinds.Opened, new OpenedBody(id, report.Title, false, at, true, false), id, ++version);
        for (int r = 0; r < ReportsEach; r++)
        {
            var own = report with { Id = new ReportId(FormattableString.Invariant($"r{number}-{r}")), Url = FormattableString.Invariant($"https://paper{r}.example/{number}"), Text = "" };
            yield return Entry(EntryKinds.Report, new ReportBody(own, own.ContentHash, true, false, null), null, 0, ReportKey.Of(own));
            yield return Entry(EntryKinds.Joined, new JoinedBody(ReportKey.Of(own), at.AddMinutes(r), "it tells of the same event"), id, ++version);
        }
        for (int t = 0; t < TimesEach; t++)
        {
            if (t % 2 == 0)
                yield return Entry(EntryKinds.Update, new UpdateBody(Update(t, at), UpdateBody.Reports, []), id, ++version);
            yield return Entry(EntryKinds.Time, new TimeBody(at.AddMinutes(t), report.ContentHash, "p"), id, ++version);
        }

        NewEntry Entry<T>(string kind, T body, string? story, int numbered, string? key = null) => new(story, numbered, kind, at, LogJson.Write(body), key);
    }

    private static Update Update(int number, DateTimeOffset at) => new()
    {
        Id = new UpdateId(FormattableString.Invariant($"u{number}")),
        At = at.AddMinutes(number),
        Headline = "At least 12 miners were rescued from the mine near Talbrook, state inspectors said",
        Lead = [new ClaimId("c1")],
        Strength = EvidenceStrength.Moderate,
        Summary = [],
        Confirmed = [new ClaimId("c1")],
        Unconfirmed = [new ClaimId("c2")],
        Changes = [],
        WhatChanged = new("", []),
        Reports = [new ReportId("r1")],
    };
}
