using System.Collections.Immutable;
using System.Globalization;

namespace Attest.Settings;

/// <summary>All settings of the server: one row each. <c>docs/settings.md</c> prints them, and a test holds it to them.</summary>
internal static class SettingsTable
{
    /// <summary>The rows.</summary>
    public static ImmutableArray<Setting> Rows { get; } =
    [
        new("urls", "http://127.0.0.1:5080", "http addresses, divided by semicolons", "Where the server listens. By default on this machine only.", (s, v) => Words(v) is { } urls ? s with { Urls = urls } : null),
        new("gather", "on", "on, off", "Whether followed feeds are asked for while the server runs.", (s, v) => Switch(v) is { } on ? s with { Gather = on } : null),
        new("contact", "none", "a web or mail address", "Where sites can reach you when a request of yours troubles them; sent with every request.", (s, v) => Words(v) is { } contact ? s with { Contact = contact } : null),
        new("allowHosts", "none", "names of hosts, divided by commas", "Hosts that may be asked for feeds though their addresses are private or reserved.", (s, v) => s with { AllowHosts = s.AllowHosts.Clear().Union(List(v)) }),
        new("pages", "on", "on, off", "Whether the pages that feeds name are read. When off, the feeds’ own texts are.", (s, v) => Switch(v) is { } on ? s with { Pages = on } : null),
        new("spacing", "2", "seconds, 1 to 60", "Least time between two requests to one host; a site that asks for more gets it.", (s, v) => Number(v, 1, 60) is { } seconds ? s with { Spacing = TimeSpan.FromSeconds(seconds) } : null),
        new("parallel", "16", "1 to 256", "How many hosts are asked at the same time.", (s, v) => Number(v, 1, 256) is { } hosts ? s with { Parallel = hosts } : null),
        new("log", "warning", "debug, information, warning, error", "The least of what is logged on standard error.", (s, v) => Level(v) is { } level ? s with { Log = level } : null),
        new("logFormat", "text", "text, json", "How a line of the log is written: for people, or as one JSON object with its fields.", (s, v) => v.Trim() is "text" or "json" ? s with { LogJson = v.Trim() == "json" } : null),
        new("otlp", "none", "an http address of an OpenTelemetry collector", "Where metrics and traces are sent (OTLP over HTTP). Without it nothing is measured and nothing is sent.", (s, v) => Web(v) is { } uri ? s with { Otlp = uri } : null),
        new("site", "none", "the site’s public http address", "Written into site maps, messages to webhooks and feeds with a hub, which need whole addresses; without it site maps are made of the address that was asked.", (s, v) => Web(v) is { } uri ? s with { Site = uri } : null),
        new("hub", "none", "an http address of a WebSub hub", "Feeds name it, and it is told when they change, so that subscribers hear at once. Needs `site`, since a hub knows feeds by whole addresses.", (s, v) => Web(v) is { } uri ? s with { Hub = uri } : null),
        new("rate", "600", "1 to 100000", "Requests to the API that one network address may make in a minute; more are asked to wait.", (s, v) => Number(v, 1, 100_000) is { } rate ? s with { Rate = rate } : null),
    ];

    private static Uri? Web(string value) => Uri.TryCreate(value.Trim(), UriKind.Absolute, out var uri) && uri.Scheme is ("http" or "https") ? uri : null;

    private static string? Words(string value) => value.Trim() is { Length: > 0 } words && !words.Any(char.IsControl) ? words : null;

    private static string[] List(string value) => value.Split([',', ';', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static bool? Switch(string value) => value.Trim().ToLowerInvariant() switch { "on" or "true" or "yes" or "1" => true, "off" or "false" or "no" or "0" => false, _ => null };

    private static int? Number(string value, int least, int most) =>
        int.TryParse(value.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number >= least && number <= most ? number : null;

    private static LogLevel? Level(string value) => value.Trim().ToLowerInvariant() switch
    {
        "debug" => LogLevel.Debug,
        "information" => LogLevel.Information,
        "warning" => LogLevel.Warning,
        "error" => LogLevel.Error,
        _ => null,
    };
}
