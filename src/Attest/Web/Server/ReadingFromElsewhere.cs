namespace Attest.Web.Server;

/// <summary>Other sites' pages may read what is public (CORS): data and feeds, never with credentials, and write nothing.</summary>
internal static class ReadingFromElsewhere
{
    private static readonly string[] endings = [".json", ".atom", ".rss", ".md", ".opml"];

    public static Task Allow(HttpContext context, RequestDelegate next)
    {
        if (!IsData(context.Request.Path))
            return next(context);
        bool asks = HttpMethods.IsOptions(context.Request.Method);
        if (asks || HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method))
        {
            context.Response.Headers.AccessControlAllowOrigin = "*";
            context.Response.Headers.AccessControlExposeHeaders = "ETag, Link, Retry-After";
        }
        if (!asks)
            return next(context);
        context.Response.Headers.AccessControlAllowMethods = "GET, HEAD";
        context.Response.Headers.AccessControlAllowHeaders = "If-None-Match, Last-Event-ID";
        context.Response.Headers.AccessControlMaxAge = "86400";
        context.Response.StatusCode = StatusCodes.Status204NoContent;
        return Task.CompletedTask;
    }

    private static bool IsData(PathString path) => path.StartsWithSegments("/api") || endings.Any(e => path.Value!.EndsWith(e, StringComparison.Ordinal));
}
