using System.Collections.Concurrent;
using System.Net;
using Attest.Fetch;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace Attest.Tests.Fetch;

/// <summary>A server on this machine that answers as a test says; every name ending in ".example" leads to it.</summary>
internal sealed class SmallWeb : IAsyncDisposable
{
    private readonly WebApplication server;
    private int asked;

    private SmallWeb(WebApplication server) => (this.server, Port) = (server, new Uri(server.Urls.First()).Port);

    /// <summary>Its port.</summary>
    public int Port { get; }

    /// <summary>The clock.</summary>
    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero));

    /// <summary>What it answers, by host and path ("post.example/feed"); everything else is not found.</summary>
    public ConcurrentDictionary<string, Func<HttpContext, Task>> Answers { get; } = new(StringComparer.Ordinal);

    /// <summary>How many requests were answered.</summary>
    public int Asked => asked;

    /// <summary>Starts a server.</summary>
    /// <param name="on">Where it listens; one loopback address where null.</param>
    public static async Task<SmallWeb> StartAsync(IPAddress? on = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrel(o =>
        {
            o.Listen(on ?? IPAddress.Loopback, 0);
            o.Limits.MaxResponseBufferSize = null;
        });
        var server = builder.Build();
        SmallWeb? web = null;
        server.Run(async http =>
        {
            Interlocked.Increment(ref web!.asked);
            if (web.Answers.TryGetValue(http.Request.Host.Host + http.Request.Path.Value, out var answer))
                await answer(http);
            else
                http.Response.StatusCode = 404;
        });
        await server.StartAsync();
        return web = new SmallWeb(server);
    }

    /// <summary>Address of a path at a host of this web.</summary>
    public string At(string host, string path) => $"http://{host}:{Port}{path}";

    /// <summary>Settings that allow these hosts by name.</summary>
    public static FetchSettings Allowing(params string[] hosts) => new() { Contact = "mailto:editor@invented.example", AllowedHosts = [.. hosts] };

    /// <summary>Leads every name to this server, and names that hold an address to that address as well.</summary>
    public static Task<IPAddress[]> LookUp(string host, CancellationToken cancel) =>
        Task.FromResult(IPAddress.TryParse(host, out var address) ? [address] : host == "rebinding.example" ? [IPAddress.Parse("93.184.216.34"), IPAddress.Loopback] : new[] { IPAddress.Loopback });

    /// <summary>Says a text.</summary>
    public static Func<HttpContext, Task> Says(string text, string type = "text/html; charset=utf-8") => async http =>
    {
        http.Response.ContentType = type;
        await http.Response.WriteAsync(text);
    };

    /// <summary>Leads elsewhere.</summary>
    public static Func<HttpContext, Task> LeadsTo(string address, int status = 302) => http =>
    {
        http.Response.StatusCode = status;
        http.Response.Headers.Location = address;
        return Task.CompletedTask;
    };

    /// <summary>Puts an article on a host, and a feed that names it at "/feed".</summary>
    public void Publish(string host, string path, string title, string text, string? also = null)
    {
        string[] paths = also is null ? [path] : [path, also];
        Answers[$"{host}/feed"] = Says($"<rss><channel><title>{host}</title>{string.Concat(paths.Select(p => $"<item><title>{title}</title><link>{At(host, "/" + p)}</link><pubDate>Mon, 02 Mar 2026 08:30:00 GMT</pubDate></item>"))}</channel></rss>", "application/rss+xml");
        Answers[$"{host}/{path}"] = Says($"<html lang=\"en\"><head><title>{title}</title></head><body><article><h1>{title}</h1>{string.Concat(text.Split(". ").Select(s => $"<p>{s.TrimEnd('.')}.</p>"))}</article></body></html>");
    }

    public async ValueTask DisposeAsync()
    {
        await server.StopAsync();
        await server.DisposeAsync();
    }
}
