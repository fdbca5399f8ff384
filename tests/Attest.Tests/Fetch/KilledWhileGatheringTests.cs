using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using Attest.Fetch;
using Attest.Hosting;
using Attest.Log;
using Attest.Tests.Hosting;

namespace Attest.Tests.Fetch;

/// <summary>
/// kill -9 while the server gathers: what feeds named comes in all the same, once, whether or not the cache outlived it, and the log verifies.
/// ATTEST_TEST_KILLS=200 runs the full count.
/// </summary>
public sealed class KilledWhileGatheringTests : IAsyncLifetime
{
    private const int UsualRounds = 2, Pages = 2;

    private static readonly string[] hosts = [.. Enumerable.Range(2, 5).Select(n => $"127.0.0.{n}")];

    private readonly Kept kept = new();
    private readonly HashSet<string> named = new(StringComparer.Ordinal);
    private SmallWeb web = null!;

    // Each host is an address of this machine's own loopback network: names would need a name server.
    public async ValueTask InitializeAsync() => web = await SmallWeb.StartAsync(IPAddress.Any);

    public async ValueTask DisposeAsync()
    {
        await web.DisposeAsync();
        kept.Dispose();
    }

    [Fact]
    public async Task A_kill_while_gathering_loses_nothing_that_a_feed_named_and_keeps_nothing_twice()
    {
        int rounds = int.TryParse(Environment.GetEnvironmentVariable("ATTEST_TEST_KILLS"), NumberStyles.None, CultureInfo.InvariantCulture, out int asked) ? asked : UsualRounds;
        var random = new Random(20260303);
        string? token = null;
        for (int round = 0; round < rounds; round++)
        {
            Publish(round);
            // Without its cache the program knows of no feed when it was asked: it asks all.
            foreach (string file in Directory.EnumerateFiles(kept.Folder, "cache.db*"))
                File.Delete(file);
            using var child = Child.Start("serve", "--data", kept.Folder, "--urls", "http://127.0.0.1:0", "--allow-hosts", string.Join(',', hosts), "--spacing", "1");
            var (address, fresh) = await child.UpAsync(isFirst: token is null);
            token ??= fresh;
            if (round == 0)
                await FollowAsync(address, token!);
            int until = web.Asked + random.Next(1, hosts.Length * (Pages + 2));
            await ReachedAsync(until);
            await child.KillAsync();
            await CheckAsync();
            TestContext.Current.TestOutputHelper?.WriteLine($"round {round + 1}: {named.Count} pages named, {web.Asked} requests");
        }
        await using (var newsroom = kept.Open())
        {
            using var desk = new FeedDesk(newsroom, new FetchSettings { AllowedHosts = [.. hosts], Spacing = TimeSpan.FromMilliseconds(20) }, TimeProvider.System, () => 0.5);
            Assert.Equal(hosts.Length, desk.Rows.Count);
            using var enough = new CancellationTokenSource(TimeSpan.FromMinutes(10));
            var gathering = desk.RunAsync(enough.Token);
            while (newsroom.Log.KeysOf("r").Count < named.Count && !gathering.IsCompleted)
                await Task.WhenAny(gathering, Task.Delay(50, enough.Token));
            await enough.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => gathering);
            await newsroom.PlaceAsync(show: false, CancellationToken.None);
            await newsroom.SettleAsync(DateTimeOffset.UtcNow, everywhere: true, CancellationToken.None);
        }
        Assert.Equal(named.Order(StringComparer.Ordinal), await CheckAsync());
        await using var log = SqliteLog.OpenToRead(kept.Folder);
        var found = Verification.Of(log, (_, _) => { }, CancellationToken.None);
        Assert.True(found.Broken is null, found.Why);
    }

    private async Task FollowAsync(string address, string token)
    {
        using var client = new HttpClient { BaseAddress = new Uri(address) };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var answer = await client.PostAsJsonAsync("/api/v1/feeds", new { feeds = hosts.Select(h => web.At(h, "/feed")) });
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
    }

    /// <summary>Waits until the program has asked so often, or has nothing more to ask.</summary>
    private async Task ReachedAsync(int requests)
    {
        int quiet = 0;
        for (int last = web.Asked; web.Asked < requests && quiet < 60; last = web.Asked)
        {
            await Task.Delay(50);
            quiet = web.Asked == last ? quiet + 1 : 0;
        }
    }

    private void Publish(int round)
    {
        foreach (string host in hosts)
        {
            string[] paths = [.. Enumerable.Range(0, Pages).Select(n => $"r{round}p{n}")];
            foreach (string path in paths)
                web.Publish(host, path, $"Bus leaves road near Tessin {round}", $"{round + 2} people were hurt when bus {path} left the road near Tessin on Monday, police of district {host} said. The road was closed until noon.");
            named.UnionWith(paths.Select(p => web.At(host, "/" + p)));
            web.Answers[$"{host}/feed"] = SmallWeb.Says($"<rss><channel><title>{host}</title>{string.Concat(named.Where(u => u.Contains(host + ":", StringComparison.Ordinal)).Reverse().Take(40).Select(u => $"<item><title>Bus</title><link>{u}</link></item>"))}</channel></rss>", "application/rss+xml");
        }
    }

    /// <summary>The addresses of the reports in the log, after the chain and that none is there twice.</summary>
    private async Task<List<string>> CheckAsync()
    {
        await using var log = SqliteLog.OpenToRead(kept.Folder);
        var chain = Chain.Follow(log);
        Assert.True(chain.Broken is null, chain.Why);
        var reports = log.Read().Where(e => e.Kind == EntryKinds.Report).Select(e => LogJson.Read<ReportBody>(e.Body).Report.Url).ToList();
        Assert.Equal(reports.Count, reports.Distinct(StringComparer.Ordinal).Count());
        return [.. reports.Order(StringComparer.Ordinal)];
    }
}
