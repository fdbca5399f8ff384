using System.Net;
using Attest.Alerts;
using Attest.Fetch;
using Attest.Hosting;
using Attest.Settings;

namespace Attest.Web.Server;

/// <summary>What a server serves.</summary>
/// <param name="Newsroom">The data folder.</param>
/// <param name="Sample">The sample story, shown while the folder is empty; null where it is not to be shown.</param>
/// <param name="Token">What whoever writes must show.</param>
/// <param name="Clock">The time.</param>
internal sealed record ServedDesk(Newsroom Newsroom, Archive? Sample, WriteToken Token, TimeProvider Clock)
{
    /// <summary>What its operator set.</summary>
    public ServerSettings Settings { get; init; } = new();

    /// <summary>Of which each webhook has its secret; one of this process alone where the folder's is not given.</summary>
    public AlertKey AlertKey { get; init; } = AlertKey.Passing();

    /// <summary>Looks up hosts that are asked for feeds; the system's name server where null.</summary>
    public LookUp? LookUp { get; init; }

    /// <summary>What readers see now.</summary>
    public Archive Archive => IsSample ? Sample! : Newsroom.Archive;

    /// <summary>Whether readers see the sample story.</summary>
    public bool IsSample => Sample is not null && Newsroom.IsEmpty;

    /// <summary>The network address of whoever asks, by which the API's limit counts him.</summary>
    public Func<HttpContext, IPAddress?> Caller { get; init; } = context => context.Connection.RemoteIpAddress;
}
