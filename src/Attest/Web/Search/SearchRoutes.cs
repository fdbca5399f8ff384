using System.Collections.Immutable;
using System.ComponentModel;
using System.Globalization;
using Attest.Web.Server;

namespace Attest.Web.Search;

/// <summary>Search over stories, claims and reports: as a page, and for programs.</summary>
internal static class SearchRoutes
{
    public const int PageSize = 30;

    private const int MostAtOnce = 100, LongestQuery = 200;

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/api/v1/search", (HttpContext context, SearchIndex index, [Description("The words to look for.")] string? q, [Description("How many at most: 1 to 100, 30 where left out.")] int? limit, [Description("The “next” of the answer before.")] string? cursor) => Found(context, index, q, limit, cursor)).WithSummary("Stories, claims and reports that hold all words of q");
        app.MapMethods("/search", [HttpMethods.Get, HttpMethods.Head], async (HttpContext context, SearchIndex index, RenderedPages pages, string? q, string? cursor) =>
            context.Request.Path.Value?.EndsWith('/') != true ? Results.Redirect("/search/" + context.Request.QueryString, permanent: true)
            : Replies.Send(context, "index.html", await pages.SearchAsync(ViewOf(index, q, cursor)))).ExcludeFromDescription();
    }

    private static IResult Found(HttpContext context, SearchIndex index, string? q, int? limit, string? cursor)
    {
        if (string.IsNullOrWhiteSpace(q) || q.Length > LongestQuery)
            return Results.Problem($"give q: one to {LongestQuery} characters", statusCode: StatusCodes.Status400BadRequest, title: "Nothing to look for");
        if (limit is < 1 or > MostAtOnce)
            return Results.Problem($"limit is 1 to {MostAtOnce}", statusCode: StatusCodes.Status400BadRequest, title: "Not a limit");
        if (!TryCursor(cursor, out int from))
            return Results.Problem("cursor is the “next” of an answer before", statusCode: StatusCodes.Status400BadRequest, title: "Not a cursor");
        var all = index.Find(q);
        int size = limit ?? PageSize;
        string? next = from + size < all.Length ? (from + size).ToString(CultureInfo.InvariantCulture) : null;
        Paging.Link(context, next);
        return Results.Json(new SearchAnswer(q, all.Length, index.Shown(all.Skip(from).Take(size), q), next));
    }

    private static SearchView ViewOf(SearchIndex index, string? q, string? cursor)
    {
        string query = (q ?? "").Trim();
        query = query.Length > LongestQuery ? query[..LongestQuery] : query;
        TryCursor(cursor, out int from);
        var all = query.Length == 0 ? [] : index.Find(query);
        return new SearchView(query, all.Length, index.Shown(all.Skip(from).Take(PageSize), query), from, from + PageSize < all.Length ? from + PageSize : null);
    }

    private static bool TryCursor(string? cursor, out int from)
    {
        from = 0;
        return cursor is null || int.TryParse(cursor, NumberStyles.None, CultureInfo.InvariantCulture, out from);
    }
}

/// <summary>What was found, for programs.</summary>
/// <param name="Query">The query.</param>
/// <param name="Total">How many were found in all.</param>
/// <param name="Results">Those of this answer.</param>
/// <param name="Next">The cursor of the next ones; null where there are no more.</param>
internal sealed record SearchAnswer(string Query, int Total, ImmutableArray<SearchHit> Results, string? Next);

/// <summary>What was found, for the page.</summary>
/// <param name="Query">The query.</param>
/// <param name="Total">How many were found in all.</param>
/// <param name="Hits">Those of this page.</param>
/// <param name="From">How many stand before them.</param>
/// <param name="Next">How many stand before the next page's; null where there is none.</param>
public sealed record SearchView(string Query, int Total, ImmutableArray<SearchHit> Hits, int From, int? Next);
