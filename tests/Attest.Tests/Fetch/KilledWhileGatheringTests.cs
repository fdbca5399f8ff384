using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using Attest.Fetch;
using Attest.Hosting;
using Attest.Log;
using Attest.Tests.Hosting;
using Microsoft.Extensions.Time.Testing;

namespace Attest.Tests.Fetch;

/// <summary>
/// kill -9 while the server gathers: what a feed names comes in all the same, once, whether or not the cache outlived it, and the log verifies. Promised is that it
/// comes in, not when: a host that did not answer for a moment is asked again later, so the last stretch runs on a clock that need not be waited for.
/// ATTEST_TEST_KILLS=200 runs the full count; its result stands in docs/operating.md.
/// </summary>
public sealed class KilledWhileGatheringTests : IAsyncLifetime
{
    private const int UsualRounds = 2, Pages = 2, ReadStill = 6, MostUnread = 20;

    private static readonly string[] hosts = [.. Enumerable.Range(2, 5).Select(n => $"127.0.0.{n}")];

    private readonly Kept kept = new();
    private readonly List<string> named = [];
    private HashSet<string> gathered = new(StringComparer.Ordinal);
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
            int until = web.Asked + random.Next(1, hosts.Length * 3 * (Pages + 2));
            await ReachedAsync(until);
            await child.KillAsync();
            await CheckAsync();
            TestContext.Current.TestOutputHelper?.WriteLine($"round {round + 1}: {named.Count} pages named, {gathered.Count} gathered, {web.Asked} requests");
        }
        await GatherTheRestAsync();
        Assert.Equal(named.Order(StringComparer.Ordinal), gathered.Order(StringComparer.Ordinal));
        await using var log = SqliteLog.OpenToRead(kept.Folder);
        var found = Verification.Of(log, (_, _) => { }, CancellationToken.None);
        Assert.True(found.Broken is null, found.Why);
    }

    /// <summary>Lets the program go on until all that was named is in the log, or two days have passed on its clock.</summary>
    private async Task GatherTheRestAsync()
    {
        var clock = new FakeTimeProvider(DateTimeOffset.UtcNow);
        var end = clock.GetUtcNow().AddDays(2);
        await using (var newsroom = Newsroom.Open(kept.Folder, clock))
        {
            using var desk = new FeedDesk(newsroom, new FetchSettings { AllowedHosts = [.. hosts] }, clock, () => 0.5);
            Assert.Equal(hosts.Length, desk.Rows.Count);
            while (await desk.RunDueAsync(CancellationToken.None) is { } next && next < end && newsroom.Log.KeysOf("r").Count < named.Count)
                if (next > clock.GetUtcNow())
                    clock.Advance(next - clock.GetUtcNow());
            await newsroom.PlaceAsync(show: false, CancellationToken.None);
            await newsroom.SettleAsync(clock.GetUtcNow(), everywhere: true, CancellationToken.None);
        }
        await CheckAsync();
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
        // Until its first request the program is still starting, for as long as a busy machine takes.
        int quiet = 0, before = web.Asked;
        for (int last = web.Asked; web.Asked < requests && quiet < (web.Asked == before ? 1200 : 60); last = web.Asked)
        {
            await Task.Delay(50);
            quiet = web.Asked == last ? quiet + 1 : 0;
        }
    }

    /// <summary>Each host has news. A feed names its pages until they were read, and a few of those still: what left a feed before anybody could read it is not the program's to keep.</summary>
    private void Publish(int round)
    {
        foreach (string host in hosts)
        {
            // A feed that was never read brings its newest fifty: no host runs so far ahead of the reader.
            int ahead = named.Count(u => u.Contains(host + ":", StringComparison.Ordinal) && !gathered.Contains(u));
            string[] paths = [.. Enumerable.Range(0, ahead > MostUnread ? 0 : Pages).Select(n => $"r{round}p{n}")];
            foreach (string path in paths)
                web.Publish(host, path, $"Bus leaves road near Tessin {round}", $"{round + 2} people were hurt when bus {path} left the road near Tessin on Monday, police of district {host} said. The road was closed until noon.");
            named.AddRange(paths.Select(p => web.At(host, "/" + p)));
            string[] own = [.. named.Where(u => u.Contains(host + ":", StringComparison.Ordinal)).Reverse()];
            var items = own.Where(u => !gathered.Contains(u)).Concat(own.Where(gathered.Contains).Take(ReadStill));
            web.Answers[$"{host}/feed"] = SmallWeb.Says($"<rss><channel><title>{host}</title>{string.Concat(items.Select(u => $"<item><title>Bus</title><link>{u}</link></item>"))}</channel></rss>", "application/rss+xml");
        }
    }

    /// <summary>Reads what is in the log: the chain holds, no report is there twice, and none that was there before is gone.</summary>
    private async Task CheckAsync()
    {
        await using var log = SqliteLog.OpenToRead(kept.Folder);
        var chain = Chain.Follow(log);
        Assert.True(chain.Broken is null, chain.Why);
        var reports = log.Read().Where(e => e.Kind == EntryKinds.Report).Select(e => LogJson.Read<ReportBody>(e.Body).Report.Url).ToList();
        var before = gathered;
        gathered = reports.ToHashSet(StringComparer.Ordinal);
        Assert.Equal(reports.Count, gathered.Count);
        Assert.Empty(before.Except(gathered, StringComparer.Ordinal));
    }
}
