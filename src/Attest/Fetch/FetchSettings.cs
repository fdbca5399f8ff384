using System.Collections.Immutable;

namespace Attest.Fetch;

/// <summary>What an operator may set about fetching; the defaults are meant for a server of one's own.</summary>
internal sealed record FetchSettings
{
    /// <summary>How this program names itself; sites' rules for robots are looked up under it.</summary>
    public const string Product = "Attest";

    /// <summary>A web or mail address under which the operator can be reached, for the user agent.</summary>
    public string? Contact { get; init; }

    /// <summary>Hosts that may be fetched though their addresses are private or reserved.</summary>
    public ImmutableHashSet<string> AllowedHosts { get; init; } = ImmutableHashSet.Create<string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>Least time between two requests to one host.</summary>
    public TimeSpan Spacing { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>Time that one request may take, its answer included.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Bytes of an answer as sent.</summary>
    public int MaxWireBytes { get; init; } = 8 << 20;

    /// <summary>Bytes of an answer unpacked.</summary>
    public int MaxBytes { get; init; } = 8 << 20;

    /// <summary>How many times larger than sent an answer may be unpacked, beyond its first megabyte. Feeds pack to a tenth.</summary>
    public int MaxRatio { get; init; } = 100;

    /// <summary>Kilobytes of an answer's headers.</summary>
    public int MaxHeaderKilobytes { get; init; } = 32;

    /// <summary>Redirects that one request may follow.</summary>
    public int MaxRedirects { get; init; } = 5;

    /// <summary>Hosts that are asked at the same time.</summary>
    public int Parallel { get; init; } = 16;

    /// <summary>Whether the pages of a feed's items are fetched; without, the feed's own texts are read.</summary>
    public bool Pages { get; init; } = true;

    /// <summary>The user agent: name, version, and where the operator can be reached.</summary>
    public string UserAgent => $"{Product}/{typeof(FetchSettings).Assembly.GetName().Version?.ToString(2) ?? "1.0"}" + (string.IsNullOrWhiteSpace(Contact) ? "" : $" (+{Contact})");
}
