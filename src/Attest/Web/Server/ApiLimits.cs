using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;

namespace Attest.Web.Server;

/// <summary>
/// How often the API may be asked: so many requests a minute from one network address (of IPv6, its /64). Free are whoever holds the token, and this machine
/// itself: a proxy on it limits its own callers.
/// </summary>
internal static class ApiLimits
{
    private static readonly TimeSpan window = TimeSpan.FromMinutes(1);

    public static void Add(IServiceCollection services, ServedDesk desk) => services.AddRateLimiter(limits =>
    {
        limits.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        limits.OnRejected = (rejected, _) =>
        {
            rejected.HttpContext.Response.Headers.RetryAfter = ((int)window.TotalSeconds).ToString(CultureInfo.InvariantCulture);
            return ValueTask.CompletedTask;
        };
        limits.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(context =>
            context.Request.Path.StartsWithSegments("/api") && CallerOf(desk.Caller(context)) is { } caller && !desk.Token.Allows(context.Request.Headers.Authorization)
                ? RateLimitPartition.GetFixedWindowLimiter(caller, _ => new FixedWindowRateLimiterOptions { PermitLimit = desk.Settings.Rate, Window = window })
                : RateLimitPartition.GetNoLimiter(""));
    });

    /// <summary>Who asks, as far as it is counted; null for this machine.</summary>
    public static string? CallerOf(IPAddress? address)
    {
        if (address is null || IPAddress.IsLoopback(address))
            return null;
        if (address.IsIPv4MappedToIPv6)
            return CallerOf(address.MapToIPv4());
        return address.AddressFamily == AddressFamily.InterNetworkV6 ? Convert.ToHexStringLower(address.GetAddressBytes().AsSpan(0, 8)) : address.ToString();
    }
}
