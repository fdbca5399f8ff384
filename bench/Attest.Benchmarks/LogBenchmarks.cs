using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Attest.Hosting;
using Attest.Log;
using BenchmarkDotNet.Attributes;

namespace Attest.Benchmarks;

/// <summary>Acknowledged appends of one entry each, synced to the disk before the answer. Reports come with their texts of 500 words. Budget: 20,000 a second.</summary>
[MemoryDiagnoser]
public class LogBenchmarks
{
    private const int Appends = 20_000;

    private readonly string folder = Directory.CreateTempSubdirectory("attest-bench-").FullName;
    private readonly string step = LogJson.Write(new JoinedBody(new string('r', 80), DateTimeOffset.UnixEpoch, "it tells of the same event"));
    private NewEntry[] entries = [];
    private SqliteLog log = null!;
    private int round;

    /// <summary>How many callers wait for their answer at a time.</summary>
    [Params(64, 1024)]
    public int Callers { get; set; }

    /// <summary>Opens the log and invents what is appended.</summary>
    [GlobalSetup]
    public void Open()
    {
        log = SqliteLog.Open(folder);
        entries = [.. Invented.Story(200, 500).Select(r => new NewEntry(
            null, 0, EntryKinds.Report, r.At, LogJson.Write(new ReportBody(r with { Text = "" }, r.ContentHash, true, false, null)), null, [new StoredText(r.ContentHash, r.Text)]))];
    }

    /// <summary>Closes it.</summary>
    [GlobalCleanup]
    public async Task Close()
    {
        await log.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>Appends reports, each under a key and with a text of its own, acknowledged before its caller sends the next.</summary>
    [Benchmark(OperationsPerInvoke = Appends)]
    public Task AppendReports() => AppendAsync((turn, caller, i) =>
    {
        var entry = entries[(caller + i) % entries.Length];
        string key = Convert.ToHexStringLower(SHA256.HashData(MemoryMarshal.AsBytes<int>([turn, caller, i])));
        return entry with { Key = key, Texts = [entry.Texts![0] with { Hash = key }] };
    });

    /// <summary>Appends what the stories' own writers append: a report's joining, and that time passed.</summary>
    [Benchmark(OperationsPerInvoke = Appends)]
    public Task AppendSteps() => AppendAsync((turn, caller, i) => new NewEntry(FormattableString.Invariant($"s{turn}-{caller}"), i + 1, EntryKinds.Joined, DateTimeOffset.UnixEpoch, step));

    private Task AppendAsync(Func<int, int, int, NewEntry> make)
    {
        int each = Appends / Callers, turn = ++round;
        return Task.WhenAll(Enumerable.Range(0, Callers).Select(caller => Task.Run(async () =>
        {
            for (int i = 0; i < each; i++)
                if (await log.AppendAsync([make(turn, caller, i)], CancellationToken.None) is not Appended.Done)
                    throw new InvalidOperationException("not appended");
        })));
    }
}
