using Attest.Engine.Publishing;
using Attest.Hosting;

namespace Attest.Web.Server;

/// <summary>Stories and claims as the contract's JSON.</summary>
internal static class StoryRoutes
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/api/v1/stories", (HttpContext context, ServedDesk desk) =>
            Replies.Send(context, "index.json", StoryJson.Write(IndexDocument.Of(desk.Archive.All()))));
        app.MapGet("/api/v1/stories/{slug}", Story);
        app.MapGet("/api/v1/claims/{id}", (HttpContext context, ServedDesk desk, string id) => desk.Archive.Claim(id) is { } found
            ? Replies.Send(context, "claim.json", StoryJson.Write(found.Claim))
            : Replies.Absent($"there is no claim {id}"));
        app.Map("/api/{**path}", () => Replies.Absent("there is nothing at this address; see GET /api/v1/openapi.json")).ExcludeFromDescription();
    }

    private static IResult Story(HttpContext context, ServedDesk desk, string slug, string? asof, string? since)
    {
        if (!Replies.TryTime(asof, out var moment))
            return Replies.BadTime("asof", asof!);
        if (!Replies.TryTime(since, out var from))
            return Replies.BadTime("since", since!);
        var snapshot = moment is { } then ? desk.Archive.Find(slug, then) : desk.Archive.Find(slug);
        if (snapshot is null)
            return Replies.Absent(moment is null ? $"there is no story {slug}" : $"there was no story {slug} then");
        if (Replies.NotModified(context, RenderedPages.TagOf(snapshot, "story.json" + since)))
            return Results.StatusCode(StatusCodes.Status304NotModified);
        var story = from is { } after ? ChangedSince.Of(snapshot.Document, after) : snapshot.Document;
        return Replies.Send(context, "story.json", new Rendered(StoryJson.Write(story), RenderedPages.TagOf(snapshot, "story.json" + since)));
    }
}
