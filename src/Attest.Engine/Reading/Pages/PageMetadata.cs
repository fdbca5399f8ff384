using AngleSharp.Html.Dom;

namespace Attest.Engine.Reading.Pages;

/// <summary>
/// What a page says of its article outside the text. Each fact comes from the first that gives it of: Open Graph and other meta elements, microdata,
/// JSON-LD, the page's own elements.
/// </summary>
internal sealed class PageMetadata
{
    private const int LongestLine = 500;

    private readonly Dictionary<string, string> meta = new(StringComparer.OrdinalIgnoreCase);
    private readonly IHtmlDocument page;
    private readonly LinkedArticle linked;
    private readonly string? titleElement;

    public PageMetadata(IHtmlDocument page, LinkedArticle linked, string? titleElement)
    {
        (this.page, this.linked, this.titleElement) = (page, linked, titleElement);
        foreach (var element in page.GetElementsByTagName("meta"))
            if (Line(element.GetAttribute("content")) is { } content)
                foreach (string? name in (ReadOnlySpan<string?>)[element.GetAttribute("property"), element.GetAttribute("name"), element.GetAttribute("itemprop")])
                    if (!string.IsNullOrWhiteSpace(name))
                        meta.TryAdd(name.Trim(), content);
    }

    /// <summary>The headline.</summary>
    public string? Title => Meta("og:title", "twitter:title", "headline", "title") ?? Line(linked.Headline) ?? Text("h1") ?? Line(titleElement);

    /// <summary>The publisher's name.</summary>
    public string? Outlet => Meta("og:site_name", "application-name", "publisher") ?? Line(linked.Publisher);

    /// <summary>The publisher's owner.</summary>
    public string? Family => Line(linked.PublisherParent);

    /// <summary>Who wrote it. An address of the author's page is no name.</summary>
    public string? Byline
    {
        get
        {
            string? named = Meta("author", "byl", "parsely-author", "sailthru.author", "dc.creator", "article:author");
            if (named is not null && !named.Contains("://", StringComparison.Ordinal))
                return named;
            return linked.Authors.Length > 0 ? Line(string.Join(", ", linked.Authors)) : Text("[itemprop='author'] [itemprop='name']") ?? Text("[itemprop='author']") ?? Text("a[rel='author']");
        }
    }

    /// <summary>When it was published.</summary>
    public DateTimeOffset? Published => First(
        Meta("article:published_time"), Meta("og:article:published_time"), Meta("datePublished"), linked.Published, Meta("parsely-pub-date"), Meta("sailthru.date"), Meta("pubdate"),
        Meta("og:pubdate"), Meta("publishdate"), Meta("publish-date"), Meta("date"), Meta("dc.date"), Meta("dc.date.issued"), Meta("dcterms.created"), Moment("[itemprop='datePublished']"), Moment("time[pubdate]"),
        Moment("article time[datetime]"), Moment("time[datetime]"));

    /// <summary>When it was last changed.</summary>
    public DateTimeOffset? Updated => First(
        Meta("article:modified_time"), Meta("og:article:modified_time"), Meta("dateModified"), linked.Modified, Meta("lastmod"), Meta("last-modified"), Meta("og:updated_time"), Meta("dcterms.modified"), Moment("[itemprop='dateModified']"));

    /// <summary>The language that it says it is in.</summary>
    public string? Language => Line(page.DocumentElement?.GetAttribute("lang")) ?? Meta("content-language", "og:locale", "dc.language") ?? Line(linked.Language);

    /// <summary>The address that it gives for itself.</summary>
    public string? Canonical => Address(page.QuerySelector("link[rel~='canonical']")?.GetAttribute("href")) ?? Address(Meta("og:url")) ?? Address(linked.Address);

    /// <summary>The section of the publication.</summary>
    public string? Section => Meta("article:section") ?? Line(linked.Section);

    /// <summary>Whom it names as the source of the text.</summary>
    public string? Source => Meta("syndication-source-name", "dc.source", "news_source", "article:source", "content_source") is { } source && !source.Contains("://", StringComparison.Ordinal) ? source : Line(linked.Source);

    private string? Meta(params ReadOnlySpan<string> names)
    {
        foreach (string name in names)
            if (meta.TryGetValue(name, out string? content))
                return content;
        return null;
    }

    private string? Text(string selector) => Line(page.QuerySelector(selector)?.TextContent);

    private string? Moment(string selector) =>
        page.QuerySelector(selector) is { } element ? element.GetAttribute("datetime") ?? element.GetAttribute("content") ?? element.TextContent.Trim() : null;

    private static DateTimeOffset? First(params ReadOnlySpan<string?> texts)
    {
        foreach (string? text in texts)
            if (PageTimes.Read(text) is { } time)
                return time;
        return null;
    }

    private static string? Address(string? text) =>
        text is { Length: <= 2_000 } && Uri.TryCreate(text.Trim(), UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" ? text.Trim() : null;

    private static string? Line(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return null;
        string line = string.Join(' ', (text.Length > LongestLine * 2 ? text[..(LongestLine * 2)] : text).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (line.Contains('&', StringComparison.Ordinal))
            line = System.Net.WebUtility.HtmlDecode(line);
        return line.Length <= LongestLine ? line : line[..LongestLine];
    }
}
