using Attest.Fetch;
using Attest.Hosting;

namespace Attest.Web.Server;

/// <summary>
/// Whether the server does its work, for people and machines that watch it: <c>/health</c> says whether it writes and gathers (if not, somebody has to look),
/// <c>/ready</c> whether it answers as it should (if not yet, send readers elsewhere and wait).
/// </summary>
internal static class HealthRoutes
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/health", (ServedDesk desk, Workday workday, FeedRounds rounds) => Answer(new Health(
            (workday.Trouble ?? rounds.Trouble) is null ? "ok" : "failing", desk.Newsroom.Log.Newest, workday.Trouble, rounds.Trouble), isFine: (workday.Trouble ?? rounds.Trouble) is null));
        app.MapGet("/ready", (ServedDesk desk, Workday workday) =>
            Answer(new Health(workday.IsReady ? "ready" : "starting", desk.Newsroom.Log.Newest, workday.Trouble, null), workday.IsReady));
    }

    private static IResult Answer(Health health, bool isFine) =>
        Results.Json(health, statusCode: isFine ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
}

/// <summary>How the server is.</summary>
/// <param name="Status">ok or failing; ready or starting.</param>
/// <param name="Entries">Entries in the log.</param>
/// <param name="Trouble">What the last write failed of.</param>
/// <param name="Gathering">What the gathering last failed of.</param>
internal sealed record Health(string Status, long Entries, string? Trouble, string? Gathering);
