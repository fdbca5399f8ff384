using System.Collections.Immutable;
using System.Net;
using Attest.Fetch;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace Attest.Tests.Fetch.Rehearsal;

/// <summary>A web on this machine: many hosts, one server, a clock that is put on by hand.</summary>
internal sealed class RehearsedWeb : IAsyncDisposable
{
    private readonly WebApplication server;

    private RehearsedWeb(WebApplication server, FakeTimeProvider clock, DateTimeOffset start, ImmutableArray<RehearsedSite> sites, PoliteCount polite, FetchSettings settings)
    {
        this.server = server;
        (Clock, Start, Sites, Polite, Settings) = (clock, start, sites, polite, settings);
    }

    /// <summary>The clock that all go by.</summary>
    public FakeTimeProvider Clock { get; }

    /// <summary>When the rehearsal begins.</summary>
    public DateTimeOffset Start { get; }

    /// <summary>The sites.</summary>
    public ImmutableArray<RehearsedSite> Sites { get; }

    /// <summary>What was impolite.</summary>
    public PoliteCount Polite { get; }

    /// <summary>Settings of a reader for this web: its hosts are allowed by name.</summary>
    public FetchSettings Settings { get; }

    /// <summary>Starts a web.</summary>
    public static async Task<RehearsedWeb> StartAsync(int sites, int events, TimeSpan length)
    {
        var start = new DateTimeOffset(2026, 2, 2, 0, 0, 0, TimeSpan.Zero);
        var clock = new FakeTimeProvider(start);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrel(o => o.Listen(IPAddress.Loopback, 0));
        var server = builder.Build();
        var byHost = new Dictionary<string, RehearsedSite>(StringComparer.OrdinalIgnoreCase);
        var settings = new FetchSettings
        {
            Contact = "mailto:editor@invented.example",
            AllowedHosts = [.. Enumerable.Range(0, sites).Select(HostName)],
            // The clock is one for all: were two requests under way, one that stalls would make the other late.
            Parallel = 1,
        };
        var polite = new PoliteCount(clock, settings.Spacing, FetchSettings.Product);
        server.Run(async http =>
        {
            string host = http.Request.Host.Host;
            polite.Begin(host, http.Request.Path.Value ?? "/", http.Request.Headers.UserAgent, http.Request.Headers.IfNoneMatch, http.Request.Headers.IfModifiedSince);
            try
            {
                await byHost[host].AnswerAsync(http);
            }
            finally
            {
                if (!http.Items.ContainsKey("over"))
                    polite.End(host);
            }
        });
        await server.StartAsync();
        int port = new Uri(server.Urls.First()).Port;
        var articles = InventedNews.Of(sites, events, start, length - TimeSpan.FromHours(12));
        for (int i = 0; i < sites; i++)
            byHost.Add(HostName(i), new RehearsedSite(i, HostName(i), $"http://{HostName(i)}:{port}", articles[i], clock, start, settings.Timeout, polite));
        return new RehearsedWeb(server, clock, start, [.. byHost.Values], polite, settings);
    }

    /// <summary>A fetcher that finds every host of this web here.</summary>
    public WebFetcher Fetcher() => new(Settings, Clock, (_, _) => Task.FromResult(new[] { IPAddress.Loopback }));

    /// <summary>Lets time pass, and the reader do what is due, up to a moment.</summary>
    public async Task PassAsync(Gatherer gatherer, DateTimeOffset until)
    {
        while (Clock.GetUtcNow() < until)
        {
            var next = await gatherer.RunDueAsync(CancellationToken.None) ?? until;
            await Polite.EndedAsync();
            var now = Clock.GetUtcNow();
            if (next > now)
                Clock.Advance((next < until ? next : until) - now);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await server.StopAsync();
        await server.DisposeAsync();
    }

    private static string HostName(int i) => $"site{i}.invented.example";
}
