using System.Globalization;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using SmartReader;

namespace Attest.Engine.Reading;

/// <summary>What a page says of its article.</summary>
/// <param name="Title">Headline.</param>
/// <param name="Outlet">Publisher's name.</param>
/// <param name="Byline">Author line.</param>
/// <param name="Published">Time of publication, UTC.</param>
/// <param name="Updated">Time of the last edit, UTC.</param>
/// <param name="Language">Language tag.</param>
/// <param name="Text">Body, paragraphs divided by blank lines; empty where none was found.</param>
public sealed record Article(string? Title, string? Outlet, string? Byline, DateTimeOffset? Published, DateTimeOffset? Updated, string? Language, string Text);

/// <summary>Reads an article out of a page.</summary>
public static class PageReader
{
    /// <summary>
    /// 1. Refuse what is nested too deep, before any tree is built. 2. Read the metadata. 3. Find the body (SmartReader, after Mozilla's Readability).
    /// 4. Write it as paragraphs. Never throws: a page without an article yields an empty text.
    /// </summary>
    /// <param name="html">The page.</param>
    /// <param name="url">Its address, http(s); used to resolve links only, never fetched.</param>
    public static Article Read(string html, string url)
    {
        ArgumentNullException.ThrowIfNull(html);
        if (PageDepth.Exceeds(html, PageDepth.Most))
            return new Article(null, null, null, null, null, null, "");
        using var page = new HtmlParser().ParseDocument(html);
        string? Meta(params string[] names) => names
            .Select(n => page.QuerySelector($"meta[property='{n}'],meta[name='{n}'],meta[itemprop='{n}']")?.GetAttribute("content")?.Trim())
            .FirstOrDefault(v => !string.IsNullOrEmpty(v));
        string? title = Meta("og:title", "twitter:title", "headline") ?? page.QuerySelector("h1")?.TextContent.Trim() ?? page.Title;
        return new Article(
            Title: string.IsNullOrWhiteSpace(title) ? null : title,
            Outlet: Meta("og:site_name", "application-name", "publisher"),
            Byline: Meta("author", "article:author", "byl"),
            Published: Time(Meta("article:published_time", "datePublished", "date", "dc.date", "dcterms.created") ?? page.QuerySelector("time[datetime]")?.GetAttribute("datetime")),
            Updated: Time(Meta("article:modified_time", "dateModified", "og:updated_time")),
            Language: page.DocumentElement?.GetAttribute("lang"),
            Text: Body(html, url));
    }

    private static string Body(string html, string url)
    {
        using var reader = new Reader(url, html) { ContinueIfNotReadable = true };
        var article = reader.GetArticle();
        if (!article.Completed || string.IsNullOrEmpty(article.Content))
            return "";
        using var content = new HtmlParser().ParseDocument(article.Content);
        var text = new StringBuilder();
        if (content.Body is { } body)
            Write(body, text);
        return string.Join("\n\n", text.ToString().Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
    }

    private static void Write(INode node, StringBuilder text)
    {
        foreach (var child in node.ChildNodes)
        {
            if (child is IText words)
            {
                AppendFolded(words.Data, text);
            }
            else if (child is IElement element && element.LocalName is not ("script" or "style" or "noscript" or "figcaption" or "svg" or "template"))
            {
                bool block = element.LocalName is not ("a" or "abbr" or "b" or "cite" or "code" or "em" or "i" or "mark" or "q" or "s" or "small" or "span" or "strong" or "sub" or "sup" or "time" or "u");
                if (block)
                    text.Append("\n\n");
                Write(element, text);
                if (block)
                    text.Append("\n\n");
            }
        }
    }

    private static void AppendFolded(string words, StringBuilder text)
    {
        foreach (char c in words)
        {
            if (!char.IsWhiteSpace(c))
                text.Append(c);
            else if (text.Length > 0 && !char.IsWhiteSpace(text[^1]))
                text.Append(' ');
        }
    }

    private static DateTimeOffset? Time(string? text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time) ? time : null;
}
