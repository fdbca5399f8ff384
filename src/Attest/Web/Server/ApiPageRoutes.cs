using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Attest.Web.Server;

/// <summary>The API for people: one page, made from the description for programs, so that the two cannot differ. Needs no script.</summary>
internal static class ApiPageRoutes
{
    private const string Prefix = "/api/v1/";

    private static readonly (string Begin, string Heading)[] headings =
    [
        ("stories", "Stories"), ("claims", "Claims"), ("sources", "Sources"), ("search", "Search"), ("changes", "Changes as they come"), ("reports", "Reports in"),
        ("questions", "What is followed"), ("feeds", "What is followed"), ("webhooks", "Who is told"),
    ];

    public static void Map(IEndpointRouteBuilder app) => app.MapMethods("/api", [HttpMethods.Get, HttpMethods.Head], async (HttpContext context, RenderedPages pages) =>
        context.Request.Path.Value?.EndsWith('/') != true ? Results.Redirect("/api/", permanent: true)
        : Replies.Send(context, "index.html", await pages.ApiAsync(async () => ViewOf(await Description(context)), context.RequestAborted))).ExcludeFromDescription();

    private static Task<OpenApiDocument> Description(HttpContext context) =>
        context.RequestServices.GetRequiredKeyedService<IOpenApiDocumentProvider>("v1").GetOpenApiDocumentAsync(context.RequestAborted);

    /// <summary>The description as the page shows it: every address once, under its heading.</summary>
    internal static ApiView ViewOf(OpenApiDocument document)
    {
        var operations = document.Paths
            .Where(p => p.Key.StartsWith(Prefix, StringComparison.Ordinal))
            .SelectMany(p => (p.Value.Operations ?? []).Select(o => Operation(p.Key, o.Key.Method, o.Value)))
            .ToArray();
        return new ApiView(document.Info.Description ?? "", [.. operations
            .OrderBy(o => o.Path, StringComparer.Ordinal)
            .GroupBy(o => headings.FirstOrDefault(h => o.Path[Prefix.Length..].StartsWith(h.Begin, StringComparison.Ordinal)).Heading ?? "Others")
            .OrderBy(g => Array.FindIndex(headings, h => h.Heading == g.Key) is >= 0 and var place ? place : headings.Length)
            .Select(g => new ApiGroup(g.Key, [.. g]))]);
    }

    private static ApiOperation Operation(string path, string method, OpenApiOperation operation) => new(
        method, path, operation.Summary ?? "", ApiDescription.NeedsToken(operation),
        [.. (operation.Parameters ?? []).Select(p => new ApiParameter(p.Name ?? "", p.In == ParameterLocation.Path ? "in the address" : "in the query", p.Description ?? ""))]);
}
