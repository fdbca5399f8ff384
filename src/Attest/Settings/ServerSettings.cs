using System.Collections.Immutable;
using Attest.Fetch;
using Attest.Web;

namespace Attest.Settings;

/// <summary>What an operator may set about a server. Each is a row of <see cref="SettingsTable"/>.</summary>
internal sealed record ServerSettings
{
    /// <summary>Addresses to listen on, divided by semicolons.</summary>
    public string Urls { get; init; } = "http://127.0.0.1:5080";

    /// <summary>Whether followed feeds are asked for.</summary>
    public bool Gather { get; init; } = true;

    /// <summary>Web or mail address of the operator, sent with every request to other sites.</summary>
    public string? Contact { get; init; }

    /// <summary>Hosts that may be asked though they are on a private network.</summary>
    public ImmutableHashSet<string> AllowHosts { get; init; } = ImmutableHashSet.Create<string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether the pages that feeds name are read; without, the feeds' own texts are.</summary>
    public bool Pages { get; init; } = true;

    /// <summary>Least time between two requests to one host.</summary>
    public TimeSpan Spacing { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>Hosts that are asked at the same time.</summary>
    public int Parallel { get; init; } = 16;

    /// <summary>The least of what is logged.</summary>
    public LogLevel Log { get; init; } = LogLevel.Warning;

    /// <summary>Whether each line of the log is a JSON object.</summary>
    public bool LogJson { get; init; }

    /// <summary>Collector that metrics and traces are sent to; null where none is.</summary>
    public Uri? Otlp { get; init; }

    /// <summary>The site's public address; null where it is not known.</summary>
    public Uri? Site { get; init; }

    /// <summary>WebSub hub that is told when feeds change; null where there is none.</summary>
    public Uri? Hub { get; init; }

    /// <summary>Requests to the API that one address may make a minute.</summary>
    public int Rate { get; init; } = 600;

    /// <summary>How feeds lead to the hub; null where there is none.</summary>
    public HubLinks? HubLinks => Hub is not null && Site is not null ? new HubLinks(Hub, Site) : null;

    /// <summary>The manners of fetching.</summary>
    public FetchSettings Fetch => new() { Contact = Contact, AllowedHosts = AllowHosts, Pages = Pages, Spacing = Spacing, Parallel = Parallel };
}
