using System.Collections.Immutable;

namespace Attest.Web;

/// <summary>Style sheet, script and fonts: embedded in the program, written beside the pages or served.</summary>
internal static class Assets
{
    private const string Prefix = "assets/";

    /// <summary>All of them, by path.</summary>
    public static ImmutableArray<SiteFile> All { get; } =
    [
        .. typeof(Assets).Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(name => new SiteFile(name, Read(name))),
    ];

    /// <summary>The media type of a site's file, by its ending.</summary>
    public static string MediaType(string path) => Path.GetExtension(path) switch
    {
        ".html" => "text/html; charset=utf-8",
        ".css" => "text/css; charset=utf-8",
        ".js" => "text/javascript; charset=utf-8",
        ".json" => "application/json",
        ".atom" => "application/atom+xml",
        ".rss" => "application/rss+xml",
        ".opml" => "text/x-opml; charset=utf-8",
        ".md" => "text/markdown; charset=utf-8",
        ".woff2" => "font/woff2",
        ".png" => "image/png",
        ".svg" => "image/svg+xml",
        _ => "text/plain; charset=utf-8",
    };

    private static byte[] Read(string name)
    {
        using var stream = typeof(Assets).Assembly.GetManifestResourceStream(name)!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
