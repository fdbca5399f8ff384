using Attest.Hosting;

namespace Attest.Web.Server;

/// <summary>Whether the server does its work, for people and machines that watch it.</summary>
internal static class HealthRoutes
{
    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/health", (ServedDesk desk, Workday workday) => Results.Json(
        new Health(workday.Trouble is null ? "ok" : "failing", desk.Newsroom.Log.Newest, workday.Trouble),
        statusCode: workday.Trouble is null ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable));
}

/// <summary>How the server is.</summary>
/// <param name="Status">ok, or failing.</param>
/// <param name="Entries">Entries in the log.</param>
/// <param name="Trouble">What the last write failed of.</param>
internal sealed record Health(string Status, long Entries, string? Trouble);
