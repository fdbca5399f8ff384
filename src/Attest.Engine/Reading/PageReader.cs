using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Attest.Engine.Reading.Pages;

namespace Attest.Engine.Reading;

/// <summary>What a page says of its article.</summary>
/// <param name="Title">Headline.</param>
/// <param name="Outlet">Publisher's name.</param>
/// <param name="Byline">Author line.</param>
/// <param name="Published">Time of publication, UTC.</param>
/// <param name="Updated">Time of the last edit, UTC.</param>
/// <param name="Language">Language tag.</param>
/// <param name="Text">Body, paragraphs divided by blank lines; empty where none was found.</param>
/// <param name="Canonical">The http(s) address that the page gives for itself.</param>
/// <param name="Credit">The agency or outlet that the page credits with its text outside of it.</param>
/// <param name="Family">The publisher's owner.</param>
/// <param name="Section">Section of the publication.</param>
/// <param name="Unread">Why there is no text, for a person to read; null where there is one.</param>
public sealed record Article(
    string? Title,
    string? Outlet,
    string? Byline,
    DateTimeOffset? Published,
    DateTimeOffset? Updated,
    string? Language,
    string Text,
    string? Canonical = null,
    string? Credit = null,
    string? Family = null,
    string? Section = null,
    string? Unread = null);

/// <summary>Reads an article out of a page.</summary>
public static class PageReader
{
    // A text in JSON-LD that is much longer than what was found on the page means that the page is drawn by script.
    private const int ShortestLinkedBody = 250;

    /// <summary>
    /// 1. Cut the page down to what matters in one linear pass, and refuse what is too long or nested too deep, before any tree is built. 2. Read the metadata.
    /// 3. Find the block that holds the article (<see cref="MainContainer"/>). 4. Take out what is no part of its text (<see cref="ArticleLines"/>).
    /// 5. Check it against JSON-LD. Never throws: a page without an article yields an empty text and says why.
    /// </summary>
    /// <param name="html">The page.</param>
    public static Article Read(string html)
    {
        ArgumentNullException.ThrowIfNull(html);
        var reduced = ReducedPage.Of(html);
        if (reduced.Refused is { } refused)
            return new Article(null, null, null, null, null, null, "", Unread: refused);
        using var page = new HtmlParser().ParseDocument(reduced.Html);
        var linked = LinkedArticle.Read(reduced.LinkedData);
        var said = new PageMetadata(page, linked, reduced.Title);
        string? title = said.Title;
        var (text, credit) = page.Body is { } body ? Body(body, title) : ("", null);
        if (linked.Body is { Length: >= ShortestLinkedBody } given && text.Length * 3 < given.Length)
            text = Paragraphs(given);
        return new Article(
            title, said.Outlet, said.Byline, said.Published, said.Updated, said.Language, text, said.Canonical, said.Source ?? credit, said.Family, said.Section,
            text.Length == 0 ? "no article text was found on the page" : null);
    }

    private static (string Text, string? Credit) Body(IElement body, string? title)
    {
        var parts = MainContainer.Find(PageTree.Of(body));
        var inside = parts.SelectMany(p => p.Lines()).ToList();
        var lines = ArticleLines.Of(parts, title);
        var kept = lines.ToHashSet();
        return (string.Join("\n\n", lines.Select(l => l.Text)), ArticleCredit.Of(inside.Where(l => !kept.Contains(l)).Select(l => l.Text!)));
    }

    private static string Paragraphs(string text)
    {
        string plain = text.Contains("</", StringComparison.Ordinal) && ReducedPage.Of(text) is { Refused: null } reduced
            ? new HtmlParser().ParseDocument(reduced.Html).Body?.TextContent ?? ""
            : System.Net.WebUtility.HtmlDecode(text);
        return string.Join("\n\n", plain.Split(['\n', '\r'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
    }
}
