using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Attest.Web;

/// <summary>Serves a rendered site.</summary>
internal static class SiteServer
{
    /// <summary>A server of some files, not yet started.</summary>
    public static WebApplication Create(string urls, IReadOnlyList<SiteFile> site)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.WebHost.UseUrls(urls.Split(';', StringSplitOptions.RemoveEmptyEntries));
        builder.WebHost.ConfigureKestrel(k => k.AddServerHeader = false);
        var app = builder.Build();
        var files = site.ToDictionary(f => f.Path, StringComparer.Ordinal);
        app.Use(async (context, next) =>
        {
            var headers = context.Response.Headers;
            headers.ContentSecurityPolicy = ContentPolicy.Header;
            headers.XContentTypeOptions = "nosniff";
            headers["Referrer-Policy"] = "no-referrer";
            await next(context);
        });
        app.MapMethods("/{**path}", [HttpMethods.Get, HttpMethods.Head], Results<FileContentHttpResult, NotFound, RedirectHttpResult> (string? path) => Find(files, path ?? ""));
        return app;
    }

    private static Results<FileContentHttpResult, NotFound, RedirectHttpResult> Find(Dictionary<string, SiteFile> files, string path)
    {
        if (files.TryGetValue(path.Length == 0 || path.EndsWith('/') ? path + "index.html" : path, out var file))
            return TypedResults.Bytes(file.Content.ToArray(), TypeOf(file.Path), entityTag: new EntityTagHeaderValue(new StringSegment($"\"{Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(file.Content.Span).AsSpan(0, 12))}\"")));
        return files.ContainsKey(path + "/index.html") ? TypedResults.Redirect("/" + path + "/", permanent: true) : TypedResults.NotFound();
    }

    private static string TypeOf(string path) => Path.GetExtension(path) switch
    {
        ".html" => "text/html; charset=utf-8",
        ".css" => "text/css; charset=utf-8",
        ".js" => "text/javascript; charset=utf-8",
        ".json" when path.EndsWith("feed.json", StringComparison.Ordinal) => "application/feed+json; charset=utf-8",
        ".json" => "application/json; charset=utf-8",
        ".atom" => "application/atom+xml; charset=utf-8",
        ".rss" => "application/rss+xml; charset=utf-8",
        ".opml" => "text/x-opml; charset=utf-8",
        ".md" => "text/markdown; charset=utf-8",
        ".woff2" => "font/woff2",
        _ => "text/plain; charset=utf-8",
    };
}
