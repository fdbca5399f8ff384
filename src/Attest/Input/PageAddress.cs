using AngleSharp.Html.Parser;

namespace Attest.Input;

/// <summary>The address that a saved page gives for itself.</summary>
internal static class PageAddress
{
    /// <summary>The http(s) address of its canonical link, or of its Open Graph data; null where it gives none.</summary>
    public static string? Of(string html)
    {
        using var page = new HtmlParser().ParseDocument(html);
        string?[] given =
        [
            page.QuerySelector("link[rel~=canonical]")?.GetAttribute("href"),
            page.QuerySelector("meta[property='og:url']")?.GetAttribute("content"),
        ];
        return given.FirstOrDefault(g => Uri.TryCreate(g, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https");
    }
}
