using System.Globalization;
using System.Security.Cryptography;
using Attest.Log;
using Microsoft.Net.Http.Headers;

namespace Attest.Web.Server;

/// <summary>What the routes answer alike.</summary>
internal static class Replies
{
    /// <summary>A file, with its entity tag; 304 where the reader has it.</summary>
    /// <param name="context">The request.</param>
    /// <param name="path">Its name, whose ending gives its type.</param>
    /// <param name="file">The file.</param>
    /// <param name="maxAge">Seconds for which it need not be asked for again.</param>
    public static IResult Send(HttpContext context, string path, Rendered file, int maxAge = 0)
    {
        if (NotModified(context, file.Tag))
            return Results.StatusCode(StatusCodes.Status304NotModified);
        context.Response.Headers.CacheControl = maxAge > 0 ? string.Create(CultureInfo.InvariantCulture, $"public, max-age={maxAge}") : "no-cache";
        string type = TypeOf(path);
        if (!file.IsKept || !type.Contains("charset", StringComparison.Ordinal) || context.Request.IsHttps || !TakesBrotli(context))
            return Results.Bytes(file.Content, type);
        context.Response.Headers.ContentEncoding = "br";
        context.Response.Headers.Append(HeaderNames.Vary, HeaderNames.AcceptEncoding);
        return Results.Bytes(file.Packed(), type);
    }

    private static bool TakesBrotli(HttpContext context) =>
        context.Request.GetTypedHeaders().AcceptEncoding.Any(e => e.Value.Equals("br", StringComparison.OrdinalIgnoreCase) && e.Quality is not 0);

    /// <summary>A file made for this request.</summary>
    public static IResult Send(HttpContext context, string path, byte[] content) => Send(context, path, new Rendered(content, HashOf(content)));

    /// <summary>Sets the entity tag; whether the reader has the file already.</summary>
    public static bool NotModified(HttpContext context, string tag)
    {
        var own = new EntityTagHeaderValue($"\"{tag}\"", isWeak: true); // compressed or not, it is the same page
        context.Response.Headers.ETag = own.ToString();
        return context.Request.GetTypedHeaders().IfNoneMatch.Any(t => t.Compare(own, useStrongComparison: false));
    }

    /// <summary>A tag for bytes.</summary>
    public static string HashOf(ReadOnlySpan<byte> content) => Convert.ToHexStringLower(SHA256.HashData(content).AsSpan(0, 12));

    /// <summary>A time of a query; null where none is given, false where it is none.</summary>
    public static bool TryTime(string? text, out DateTimeOffset? time)
    {
        time = null;
        if (text is null)
            return true;
        if (!DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var read))
            return false;
        time = read;
        return true;
    }

    /// <summary>The answer to a time that is none.</summary>
    public static IResult BadTime(string name, string given) => Results.Problem(
        $"{name}={given} is not a time: write it as 2026-11-23T10:40:00Z", statusCode: StatusCodes.Status400BadRequest, title: "Not a time");

    /// <summary>The answer where there is no such thing.</summary>
    public static IResult Absent(string what) => Results.Problem(what, statusCode: StatusCodes.Status404NotFound, title: "Not found");

    /// <summary>The answer to a request that would write and bears no token.</summary>
    public static IResult NeedsToken(HttpContext context)
    {
        context.Response.Headers.WWWAuthenticate = "Bearer";
        return Results.Problem(
            "send the token that the first start printed: Authorization: Bearer TOKEN", statusCode: StatusCodes.Status401Unauthorized, title: "Whatever writes needs the token");
    }

    /// <summary>The answer to what the log did not take.</summary>
    public static IResult NotKept(HttpContext context, LogException e)
    {
        context.Response.Headers.RetryAfter = "60";
        return Results.Problem(e.Message, statusCode: StatusCodes.Status503ServiceUnavailable, title: "Not kept: send it again later");
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
        ".xml" => "application/xml; charset=utf-8",
        ".png" => "image/png",
        ".svg" => "image/svg+xml",
        ".woff2" => "font/woff2",
        _ => "text/plain; charset=utf-8",
    };
}
