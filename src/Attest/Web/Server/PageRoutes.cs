using Attest.Fetch;

namespace Attest.Web.Server;

/// <summary>Pages, feeds and assets at the addresses of the static site. A merged story's address leads to its heir.</summary>
internal static class PageRoutes
{
    private static readonly string[] methods = [HttpMethods.Get, HttpMethods.Head];

    private static readonly Dictionary<string, Rendered> assets = Assets.All.ToDictionary(
        a => a.Path, a => new Rendered(a.Content.ToArray(), Replies.HashOf(a.Content.Span)) { IsKept = true }, StringComparer.Ordinal);

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapMethods("/assets/{**path}", methods, (HttpContext context, string path) =>
            assets.TryGetValue("assets/" + path, out var asset) ? Replies.Send(context, path, asset, maxAge: 3600) : Results.NotFound());
        app.MapMethods("/stories/{slug}/{**path}", methods, StoryAsync);
        app.MapMethods("/{**path}", methods, FrontAsync);
    }

    private static async Task<IResult> FrontAsync(HttpContext context, ServedDesk desk, FeedDesk feeds, RenderedPages pages, string? path)
    {
        bool isFolder = string.IsNullOrEmpty(path) || path.EndsWith('/');
        string place = isFolder ? path + "index.html" : path!;
        // Before the stories are looked at: rather told twice than never.
        long? logPlace = desk.IsSample ? null : desk.Newsroom.Log.Newest;
        var view = new FrontView { IsLive = true, Place = logPlace, Hub = desk.Settings.HubLinks, Awaited = place == "index.html" && !desk.IsSample ? [.. QuestionRows.Of(feeds, desk.Archive).Where(q => q.Slug is null)] : [] };
        if (await pages.FrontAsync(desk.Archive, place, view) is { } file)
        {
            Name(context, desk, "", place);
            return Replies.Send(context, place, file);
        }
        return !isFolder && await pages.FrontAsync(desk.Archive, place + "/index.html", view) is not null
            ? Results.Redirect($"/{place}/{context.Request.QueryString}", permanent: true)
            : Results.NotFound();
    }

    private static async Task<IResult> StoryAsync(HttpContext context, ServedDesk desk, RenderedPages pages, string slug, string? path, string? asof, string? since)
    {
        if (!Replies.TryTime(asof, out var moment))
            return Replies.BadTime("asof", asof!);
        if (!TrySince(since, moment ?? desk.Clock.GetUtcNow(), out var from))
            return Replies.BadTime("since", since!);
        var snapshot = moment is { } then ? desk.Archive.Find(slug, then) : desk.Archive.Find(slug);
        if (snapshot is null)
            return Results.NotFound();
        if (snapshot.Document.Slug != slug)
            return Results.Redirect($"/stories/{snapshot.Document.Slug}/{path}{context.Request.QueryString}", permanent: moment is null);
        bool isFolder = string.IsNullOrEmpty(path) || path.EndsWith('/');
        if (string.IsNullOrEmpty(path) && context.Request.Path.Value?.EndsWith('/') != true)
            return Results.Redirect($"/stories/{slug}/{context.Request.QueryString}", permanent: true);
        string place = isFolder ? path + "index.html" : path!;
        var view = new StoryView { IsLive = true, Since = since, AsOf = moment, Place = moment is null ? snapshot.Version : null, Site = desk.Settings.Site, Hub = desk.Settings.HubLinks };
        if (await pages.StoryAsync(snapshot, place, view, from) is { } file)
        {
            Name(context, desk, $"stories/{slug}/", place);
            return Replies.Send(context, place, file);
        }
        return !isFolder && await pages.StoryAsync(snapshot, place + "/index.html", view) is not null
            ? Results.Redirect($"/stories/{slug}/{place}/{context.Request.QueryString}", permanent: true)
            : Results.NotFound();
    }

    /// <summary>Names the hub in the head of a feed's answer.</summary>
    private static void Name(HttpContext context, ServedDesk desk, string folder, string place)
    {
        if (desk.Settings.HubLinks is { } hub && HubLinks.IsTold(place))
            context.Response.Headers.Append("Link", hub.Heads(folder + place));
    }

    /// <summary>The spans that the page offers: "24h", "start" (of the story), or a time.</summary>
    private static bool TrySince(string? since, DateTimeOffset now, out DateTimeOffset? from)
    {
        from = since switch { "24h" => now.AddHours(-24), "start" => DateTimeOffset.MinValue, _ => null };
        return from is not null || Replies.TryTime(since, out from);
    }
}
