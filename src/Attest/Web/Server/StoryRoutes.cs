using System.ComponentModel;
using System.Globalization;
using System.Text;
using Attest.Engine.Publishing;

namespace Attest.Web.Server;

/// <summary>Stories, claims and outlets as the contract's JSON. Long lists come in parts (<see cref="Paging"/>).</summary>
internal static class StoryRoutes
{
    private const string Limit = "How many at most: 1 to 500, 100 where left out.", Cursor = "The “next” of the answer before.", Slug = "The story’s part of its address, or its id.";

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/api/v1/stories", Stories).WithSummary("The list of stories, last changed first");
        app.MapGet("/api/v1/stories/{slug}", Story).WithSummary("A story with everything: summary, updates, claims, evidence, reports");
        app.MapGet("/api/v1/stories/{slug}/claims", (HttpContext context, ServedDesk desk, [Description(Slug)] string slug, [Description(Limit)] int? limit, [Description(Cursor)] string? cursor) =>
            Of(desk, slug, story => Paging.Send(context, story.Claims, limit, cursor, c => c.Id, claims => new() { Claims = claims }))).WithSummary("A story’s claims, weightiest first");
        app.MapGet("/api/v1/stories/{slug}/updates", (HttpContext context, ServedDesk desk, [Description(Slug)] string slug, [Description(Limit)] int? limit, [Description(Cursor)] string? cursor) =>
            Of(desk, slug, story => Paging.Send(context, story.Updates, limit, cursor, u => u.Id, updates => new() { Updates = updates }))).WithSummary("A story’s updates, newest first");
        app.MapGet("/api/v1/stories/{slug}/reports", (HttpContext context, ServedDesk desk, [Description(Slug)] string slug, [Description(Limit)] int? limit, [Description(Cursor)] string? cursor) =>
            Of(desk, slug, story => Paging.Send(context, story.Reports, limit, cursor, r => r.Id, reports => new() { Reports = reports }))).WithSummary("A story’s reports, oldest first");
        app.MapGet("/api/v1/claims/{id}", (HttpContext context, ServedDesk desk, [Description("The claim’s id.")] string id) => desk.Archive.Claim(id) is { } found
            ? Replies.Send(context, "claim.json", StoryJson.Write(found.Claim))
            : Replies.Absent($"there is no claim {id}")).WithSummary("A claim with its evidence, its number taken apart, and its history");
        app.MapGet("/api/v1/claims/{id}/evidence", (HttpContext context, ServedDesk desk, [Description("The claim’s id.")] string id, [Description(Limit)] int? limit, [Description(Cursor)] string? cursor) => desk.Archive.Claim(id) is { } found
            ? Paging.Send(context, found.Claim.Evidence, limit, cursor, KeyOf, evidence => new() { Evidence = evidence })
            : Replies.Absent($"there is no claim {id}")).WithSummary("A claim’s evidence: exact quotations, who says them and where they come from");
        app.MapGet("/api/v1/sources", (HttpContext context, ServedDesk desk, Sources sources, [Description(Limit)] int? limit, [Description(Cursor)] string? cursor) =>
            Paging.Send(context, sources.Of(desk.Archive), limit, cursor, s => s.Key, rows => new() { Sources = rows })).WithSummary("The outlets that were read, with counts and no score");
        app.MapGet("/api/v1/sources/{key}", (HttpContext context, ServedDesk desk, Sources sources, [Description("The outlet’s part of its address.")] string key) => sources.Of(desk.Archive).FirstOrDefault(s => s.Key == key) is { } source
            ? Replies.Send(context, "source.json", StoryJson.Write(source))
            : Replies.Absent($"no outlet {key} was read")).WithSummary("An outlet: what is known of it, and what became of what it reported");
        app.Map("/api/{**path}", () => Replies.Absent("there is nothing at this address; see GET /api/v1/openapi.json")).ExcludeFromDescription();
    }

    // A story that changes while its list is read moves to the front, where whoever reads on does not come again.
    private static IResult Stories(HttpContext context, ServedDesk desk, [Description(Limit)] int? limit, [Description(Cursor)] string? cursor) => Paging.Send(
        context, IndexDocument.Of(desk.Archive.All()).Stories, limit, cursor, s => string.Create(CultureInfo.InvariantCulture, $"{s.LastChange.UtcTicks:D19} {s.Slug}"), stories => new() { Stories = stories },
        (story, key) => string.Create(CultureInfo.InvariantCulture, $"{story.LastChange.UtcTicks:D19}") is var at && key.Length > 20
            && (string.CompareOrdinal(at, key[..19]) < 0 || at == key[..19] && string.CompareOrdinal(story.Slug, key[20..]) > 0));

    private static string KeyOf(EvidenceDocument evidence) => Replies.HashOf(Encoding.UTF8.GetBytes(evidence.ToString()));

    private static IResult Of(ServedDesk desk, string slug, Func<StoryDocument, IResult> answer) => desk.Archive.Find(slug) is { } found ? answer(found.Document) : Replies.Absent($"there is no story {slug}");

    private static async Task<IResult> Story(
        HttpContext context, ServedDesk desk, RenderedPages pages, [Description(Slug)] string slug, [Description("The story as it was at this time: 2026-11-23T10:40:00Z.")] string? asof, [Description("“whatChanged” since this time.")] string? since)
    {
        if (!Replies.TryTime(asof, out var moment))
            return Replies.BadTime("asof", asof!);
        if (!Replies.TryTime(since, out var from))
            return Replies.BadTime("since", since!);
        var snapshot = moment is { } then ? desk.Archive.Find(slug, then) : desk.Archive.Find(slug);
        if (snapshot is null)
            return Replies.Absent(moment is null ? $"there is no story {slug}" : $"there was no story {slug} then");
        return Replies.Send(context, "story.json", (await pages.StoryAsync(snapshot, "story.json", StoryView.Live, from))!);
    }
}
