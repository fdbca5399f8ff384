using System.Collections.Concurrent;
using System.Globalization;
using Attest.Engine.Gathering.Manners;

namespace Attest.Tests.Fetch.Rehearsal;

/// <summary>Watches from the server's side what a reader does, and writes down whatever is impolite.</summary>
internal sealed class PoliteCount(TimeProvider clock, TimeSpan spacing, string product)
{
    private readonly ConcurrentDictionary<string, Seen> hosts = new();
    private readonly ConcurrentQueue<string> impolite = new();
    private int requests;

    /// <summary>What was impolite, in words.</summary>
    public IReadOnlyCollection<string> Impolite => impolite;

    /// <summary>Requests in all.</summary>
    public int Requests => requests;

    /// <summary>A request begins.</summary>
    public void Begin(string host, string path, string? agent, string? etag, string? modified)
    {
        Interlocked.Increment(ref requests);
        var seen = hosts.GetOrAdd(host, _ => new Seen());
        lock (seen)
        {
            var now = clock.GetUtcNow();
            Check(++seen.Open == 1, host, path, "two requests at once");
            Check(now - seen.LastEnd >= spacing, host, path, $"{(now - seen.LastEnd).TotalSeconds.ToString(CultureInfo.InvariantCulture)} seconds after the one before");
            Check(now >= seen.NotBefore, host, path, "before the time that the server asked for");
            Check(agent?.StartsWith(product + "/", StringComparison.Ordinal) == true && agent.Contains("(+mailto:", StringComparison.Ordinal), host, path, "without saying who asks");
            if (path == "/robots.txt")
                return;
            Check(seen.Rules is not null && now - seen.RulesAt <= TimeSpan.FromDays(1), host, path, "without a fresh robots.txt");
            Check(seen.Rules?.Allows(path) != false, host, path, "against robots.txt");
            if (!seen.Paths.TryGetValue(path, out var last))
                return;
            Check(now >= last.NotBefore, host, path, "sooner than the interval asked for");
            Check(!last.IsGone, host, path, "after it was gone for good");
            Check(!last.HasMoved, host, path, "after it moved for good");
            Check(last.ETag is null || etag == last.ETag, host, path, "without the validator that was given");
            Check(last.Modified is null || modified == last.Modified, host, path, "without the date that was given");
        }
    }

    /// <summary>A request ends.</summary>
    public void End(string host)
    {
        var seen = hosts[host];
        lock (seen)
        {
            seen.Open--;
            seen.LastEnd = clock.GetUtcNow();
        }
    }

    /// <summary>Waits until the server has ended all that it began: whoever reads has an answer a moment before its end here.</summary>
    public async Task EndedAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (hosts.Values.Any(IsOpen))
        {
            patience.Token.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }

    private static bool IsOpen(Seen seen)
    {
        lock (seen)
            return seen.Open > 0;
    }

    /// <summary>The server gave its rules.</summary>
    public void Ruled(string host, int status, string rules)
    {
        var seen = hosts[host];
        lock (seen)
            (seen.Rules, seen.RulesAt) = (Robots.Of(status, System.Text.Encoding.UTF8.GetBytes(rules), product), clock.GetUtcNow());
    }

    /// <summary>The server asked to come later.</summary>
    public void Wait(string host, DateTimeOffset until)
    {
        var seen = hosts[host];
        lock (seen)
            seen.NotBefore = until;
    }

    /// <summary>The server answered for a path, and expects the next request in this way.</summary>
    public void Answered(string host, string path, Expected next)
    {
        var seen = hosts[host];
        lock (seen)
            seen.Paths[path] = next;
    }

    private void Check(bool polite, string host, string path, string how)
    {
        if (!polite)
            impolite.Enqueue($"{host}{path} at {clock.GetUtcNow():u}: {how}");
    }

    /// <summary>How a path may be asked for again.</summary>
    internal sealed record Expected(DateTimeOffset NotBefore, string? ETag = null, string? Modified = null, bool IsGone = false, bool HasMoved = false);

    private sealed class Seen
    {
        public int Open { get; set; }

        public DateTimeOffset LastEnd { get; set; } = DateTimeOffset.MinValue;

        public DateTimeOffset NotBefore { get; set; } = DateTimeOffset.MinValue;

        public Robots? Rules { get; set; }

        public DateTimeOffset RulesAt { get; set; }

        public Dictionary<string, Expected> Paths { get; } = [];
    }
}
