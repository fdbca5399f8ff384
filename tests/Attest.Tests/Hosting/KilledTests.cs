using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using Attest.Hosting;
using Attest.Log;

namespace Attest.Tests.Hosting;

/// <summary>
/// kill -9 at random moments under load: nothing that was acknowledged is lost, nothing is there twice, no story is half there, and the log verifies.
/// ATTEST_TEST_KILLS=200 runs the full count; its result stands in docs/performance.md.
/// </summary>
public sealed class KilledTests : IDisposable
{
    private const int UsualRounds = 2;

    private readonly Kept kept = new();
    private readonly ConcurrentDictionary<string, string> acknowledged = new(StringComparer.Ordinal);
    private int sent;

    public void Dispose() => kept.Dispose();

    [Fact]
    public async Task A_kill_at_any_moment_loses_no_acknowledged_report_and_leaves_no_half_story()
    {
        int rounds = int.TryParse(Environment.GetEnvironmentVariable("ATTEST_TEST_KILLS"), NumberStyles.None, CultureInfo.InvariantCulture, out int asked) ? asked : UsualRounds;
        var random = new Random(20260302);
        string? token = null;
        for (int round = 0; round < rounds; round++)
        {
            token = round % 2 == 1 ? await ServedAsync(random, token) : await IngestedAsync(random, token);
            await CheckAsync();
            TestContext.Current.TestOutputHelper?.WriteLine($"round {round + 1}: {acknowledged.Count} reports acknowledged");
        }
        Assert.NotEmpty(acknowledged);
        await using (var newsroom = kept.Open())
        {
            await newsroom.PlaceAsync(show: false, CancellationToken.None);
            await newsroom.SettleAsync(DateTimeOffset.UnixEpoch, everywhere: false, CancellationToken.None);
            var shown = newsroom.Archive.All().SelectMany(s => newsroom.Archive.Story(s.Slug)!.Reports.Select(r => r.Url)).ToList();
            Assert.Equal(shown.Count, shown.Distinct(StringComparer.Ordinal).Count());
            Assert.Empty(acknowledged.Keys.Except(shown, StringComparer.Ordinal));
        }
        await using var log = SqliteLog.OpenToRead(kept.Folder);
        var found = Verification.Of(log, (_, _) => { }, CancellationToken.None);
        Assert.True(found.Broken is null, found.Why);
    }

    /// <summary>Four senders, and a kill after so many acknowledgements.</summary>
    private async Task<string?> ServedAsync(Random random, string? token)
    {
        using var child = Child.Start("serve", "--data", kept.Folder, "--urls", "http://127.0.0.1:0");
        var (address, fresh) = await child.UpAsync(isFirst: token is null);
        token ??= fresh;
        using var client = new HttpClient { BaseAddress = new Uri(address) };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var enough = new SemaphoreSlim(0);
        int until = random.Next(1, 40);
        var senders = Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            try
            {
                while (true)
                {
                    var lines = Lines(1 + (Interlocked.Increment(ref sent) % 5));
                    using var answer = await client.PostAsync("/api/v1/reports", new StringContent(string.Join('\n', lines.Select(l => l.Json))));
                    if (answer.StatusCode != HttpStatusCode.Accepted)
                        return;
                    foreach (var (url, json) in lines)
                        acknowledged[url] = json;
                    enough.Release();
                }
            }
            catch (HttpRequestException)
            {
                // It was killed.
            }
        })).ToArray();
        for (int i = 0; i < until; i++)
            await enough.WaitAsync(TimeSpan.FromMinutes(1));
        await child.KillAsync();
        await Task.WhenAll(senders);
        return token;
    }

    /// <summary>An ingest that is killed at some moment of its run, or gets through.</summary>
    private async Task<string?> IngestedAsync(Random random, string? token)
    {
        var lines = Lines(40);
        string file = Path.Combine(kept.Folder, "more.jsonl");
        await File.WriteAllLinesAsync(file, lines.Select(l => l.Json));
        using var child = Child.Start("ingest", file, "--data", kept.Folder);
        var ended = child.EndAsync();
        if (await Task.WhenAny(ended, Task.Delay(random.Next(200, 6000))) != ended)
            await child.KillAsync();
        if ((await ended).Code == 0)
            foreach (var (url, json) in lines)
                acknowledged[url] = json;
        return token;
    }

    private async Task CheckAsync()
    {
        await using var log = SqliteLog.Open(kept.Folder);
        var chain = Chain.Follow(log);
        Assert.True(chain.Broken is null, chain.Why);
        var entries = log.Read().ToList();
        var reports = entries.Where(e => e.Kind == EntryKinds.Report).Select(e => LogJson.Read<ReportBody>(e.Body).Report.Url).ToList();
        Assert.Equal(reports.Count, reports.Distinct(StringComparer.Ordinal).Count());
        Assert.Empty(acknowledged.Keys.Except(reports, StringComparer.Ordinal));
        Assert.All(entries.Where(e => e.Kind == EntryKinds.Report), e => Assert.NotNull(log.TextOf(LogJson.Read<ReportBody>(e.Body).Text)));
        foreach (var story in entries.Where(e => e.Story is not null).GroupBy(e => e.Story))
        {
            Assert.Equal(EntryKinds.Opened, story.First().Kind);
            Assert.Contains(story, e => e.Kind == EntryKinds.Joined);
            Assert.NotEqual(EntryKinds.Update, story.Last().Kind);
        }
    }

    private List<(string Url, string Json)> Lines(int count) => [.. Enumerable.Range(0, count).Select(_ =>
    {
        int number = Interlocked.Increment(ref sent);
        string url = $"https://outlet{number % 7}.example/a/{number}";
        var at = new DateTimeOffset(2026, 3, 2, 8, 0, 0, TimeSpan.Zero).AddSeconds(number * 20);
        string text = $"{number % 90 + 2} people were hurt when a bus left the road near Tessin{number % 3} on Monday, police said.";
        return (url, $$"""{"url":"{{url}}","outlet":"Outlet {{number % 7}}","title":"Bus leaves road near Tessin{{number % 3}}","published":"{{at:yyyy-MM-ddTHH:mm:ssZ}}","text":"{{text}}"}""");
    })];
}
