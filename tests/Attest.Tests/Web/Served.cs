using System.Net;
using System.Net.Http.Headers;
using Attest.Alerts;
using Attest.Fetch;
using Attest.Hosting;
using Attest.Settings;
using Attest.Tests.Hosting;
using Attest.Web.Server;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Attest.Tests.Web;

/// <summary>The real server on a real socket of this machine, over a data folder of its own.</summary>
internal sealed class Served : IAsyncDisposable
{
    private readonly bool ownsFolder;

    private Served(Kept kept, bool ownsFolder, Newsroom newsroom, WebApplication app, string token)
    {
        (Kept, this.ownsFolder, Newsroom, App, Token) = (kept, ownsFolder, newsroom, app, token);
        Client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(app.Urls.First()) };
        Writer = new HttpClient { BaseAddress = Client.BaseAddress };
        Writer.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
    }

    /// <summary>The data folder.</summary>
    public Kept Kept { get; }

    /// <summary>The newsroom that it serves.</summary>
    public Newsroom Newsroom { get; }

    /// <summary>The server.</summary>
    public WebApplication App { get; }

    /// <summary>What whoever writes must show.</summary>
    public string Token { get; }

    /// <summary>Asks it as anybody may; follows no redirect.</summary>
    public HttpClient Client { get; }

    /// <summary>Asks it with the token.</summary>
    public HttpClient Writer { get; }

    /// <summary>Starts a server.</summary>
    /// <param name="set">What its operator sets beside "no gathering, any free port".</param>
    /// <param name="before">What is done in its newsroom before it starts.</param>
    /// <param name="clock">Its time; the system's where null.</param>
    /// <param name="lookUp">Its name server; the system's where null.</param>
    /// <param name="caller">Who a request is from; its connection says so where null.</param>
    /// <param name="on">A folder that is there already, with its token; a new one where null.</param>
    public static async Task<Served> StartAsync(
        Func<ServerSettings, ServerSettings>? set = null, Func<Newsroom, Task>? before = null, TimeProvider? clock = null, LookUp? lookUp = null, (Kept Folder, string Token)? on = null, Func<HttpContext, IPAddress?>? caller = null)
    {
        var kept = on?.Folder ?? new Kept();
        var settings = new ServerSettings { Urls = "http://127.0.0.1:0", Gather = false };
        var newsroom = Newsroom.Open(kept.Folder, clock ?? TimeProvider.System);
        if (before is not null)
            await before(newsroom);
        var desk = new ServedDesk(newsroom, null, WriteToken.Of(kept.Folder), clock ?? TimeProvider.System) { Settings = set?.Invoke(settings) ?? settings, LookUp = lookUp, AlertKey = AlertKey.Of(kept.Folder) };
        if (caller is not null)
            desk = desk with { Caller = caller };
        var app = SiteServer.Create(desk);
        await app.StartAsync();
        return new Served(kept, on is null, newsroom, app, desk.Token.Fresh ?? on!.Value.Token);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        Writer.Dispose();
        await App.StopAsync();
        await App.DisposeAsync();
        await Newsroom.DisposeAsync();
        if (ownsFolder)
            Kept.Dispose();
    }
}
