using System.ComponentModel;
using System.Globalization;
using Attest.Web.Server;
using Microsoft.AspNetCore.Http.Features;

namespace Attest.Web.Live;

/// <summary>
/// Changes as server-sent events, straight from the log. A stream begins with what its reader missed since his Last-Event-ID (or <c>?after=</c>), then
/// says where he stands, then tells what comes, each event once; where nothing comes it beats every 15 seconds.
/// </summary>
internal static class StreamRoutes
{
    private const int MostListeners = 20_000;

    private const string After = "Tell what came after this place; a Last-Event-ID goes before it.";

    private static readonly ReadOnlyMemory<byte> opening = "retry: 3000\n\n"u8.ToArray();

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/api/v1/changes", (HttpContext context, Wires wires, [Description(After)] long? after) => ListenAsync(context, wires, wires.OfAll(), after)).WithSummary("Updates of all stories as they come: server-sent events");
        app.MapGet("/api/v1/stories/{slug}/changes", (HttpContext context, ServedDesk desk, Wires wires, [Description("The story’s part of its address.")] string slug, [Description(After)] long? after) =>
            desk.Newsroom.Archive.Find(slug) is { } story ? ListenAsync(context, wires, wires.Of(story.Id), after)
            // A browser that is told "no content" asks no more: nothing will ever change in the sample story.
            : Task.FromResult(desk.Archive.Find(slug) is not null ? Results.NoContent() : Replies.Absent($"there is no story {slug}"))).WithSummary("A story’s changes as they come: server-sent events");
    }

    private static async Task<IResult> ListenAsync(HttpContext context, Wires wires, Wire wire, long? after)
    {
        if (wires.Listeners >= MostListeners)
        {
            context.Response.Headers.RetryAfter = "60";
            return Results.Problem("too many listen already", statusCode: StatusCodes.Status503ServiceUnavailable, title: "Come again later");
        }
        var cancel = context.RequestAborted;
        context.Response.ContentType = "text/event-stream; charset=utf-8";
        context.Response.Headers.CacheControl = "no-cache";
        context.Response.Headers["X-Accel-Buffering"] = "no";
        context.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        wire.Enter();
        try
        {
            await TellAsync(context.Response.Body, wire, PlaceOf(context) ?? after, cancel);
        }
        catch (Exception e) when (e is OperationCanceledException or IOException)
        {
            // The reader went.
        }
        finally
        {
            wire.Leave();
        }
        return Results.Empty;
    }

    private static async Task TellAsync(Stream body, Wire wire, long? after, CancellationToken cancel)
    {
        var turn = wire.Turn;
        var untold = wire.After(after ?? long.MaxValue);
        await body.WriteAsync(opening, cancel);
        foreach (var told in untold.Events)
            await body.WriteAsync(told.Bytes, cancel);
        await body.WriteAsync(ChangeEvent.Now(untold.Position).Bytes, cancel);
        await body.FlushAsync(cancel);
        for (long place = untold.Position; ; place = untold.Position)
        {
            await turn.WaitAsync(cancel);
            if (wire.IsClosed)
                return;
            turn = wire.Turn;
            untold = wire.After(place);
            foreach (var told in untold.Events)
                await body.WriteAsync(told.Bytes, cancel);
            if (untold.Events.IsEmpty)
                await body.WriteAsync(ChangeEvent.Heartbeat, cancel);
            await body.FlushAsync(cancel);
        }
    }

    private static long? PlaceOf(HttpContext context) =>
        long.TryParse(context.Request.Headers["Last-Event-ID"], NumberStyles.None, CultureInfo.InvariantCulture, out long place) ? place : null;
}
