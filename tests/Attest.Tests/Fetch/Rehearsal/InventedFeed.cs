using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;

namespace Attest.Tests.Fetch.Rehearsal;

/// <summary>Writes a site's articles as a feed, in the format and with the flaws of that site.</summary>
internal static class InventedFeed
{
    private const int Items = 15;

    /// <summary>The feed's text at a moment.</summary>
    /// <param name="root">Address of the site.</param>
    /// <param name="index">Which format it uses.</param>
    /// <param name="articles">Its articles.</param>
    /// <param name="now">The moment.</param>
    /// <param name="ahead">How far the site's clock runs ahead.</param>
    /// <param name="ttl">Minutes that it asks readers to wait; none where 0.</param>
    public static string Write(string root, int index, Article[] articles, DateTimeOffset now, TimeSpan ahead, int ttl)
    {
        var items = articles.Where(a => a.Versions[0].At <= now).OrderByDescending(a => a.Versions[0].At).Take(Items)
            .Select(a => (Link: root + a.Path, Version: a.At(now)!, At: a.Versions[0].At + ahead)).ToArray();
        string name = $"Invented site {index}";
        return (index % 5) switch
        {
            0 => $"<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>{name}</title>{(ttl > 0 ? $"<ttl>{ttl}</ttl>" : "")}{Join(items, i => $"<item><title>{Xml(i.Version.Title)}</title><link>{i.Link}</link><guid>{i.Link}</guid><pubDate>{i.At.ToString("r", CultureInfo.InvariantCulture)}</pubDate><description>{Xml(i.Version.Paragraphs[0])}</description></item>")}</channel></rss>",
            1 => $"<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>{name}</title>{Join(items, i => $"<entry><title>{Xml(i.Version.Title)}</title><link href=\"{i.Link}\"/><id>{i.Link}</id><published>{i.At:yyyy-MM-ddTHH:mm:ssZ}</published><summary type=\"html\">{Xml(Xml(i.Version.Paragraphs[0]))}</summary></entry>")}</feed>",
            2 => $"<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\" xmlns=\"http://purl.org/rss/1.0/\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><channel><title>{name}</title></channel>{Join(items, i => $"<item rdf:about=\"{i.Link}\"><title>{Xml(i.Version.Title)}</title><link>{i.Link}</link><dc:date>{i.At:yyyy-MM-ddTHH:mm}Z</dc:date></item>")}</rdf:RDF>",
            3 => JsonSerializer.Serialize(new { version = "https://jsonfeed.org/version/1.1", title = name, items = items.Select(i => new { id = i.Link, url = i.Link, title = i.Version.Title, content_text = i.Version.Paragraphs[0], date_published = i.At.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture) }) }),
            _ => $"<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" xmlns:news=\"http://www.google.com/schemas/sitemap-news/0.9\">{Join(items, i => $"<url><loc>{i.Link}</loc><news:news><news:publication><news:name>{name}</news:name><news:language>en</news:language></news:publication><news:publication_date>{i.At:yyyy-MM-ddTHH:mm:ssZ}</news:publication_date><news:title>{Xml(i.Version.Title)}</news:title></news:news></url>")}</urlset>",
        };
    }

    /// <summary>What hostile sites send in place of a feed.</summary>
    public static string EntityBomb { get; } = "<!DOCTYPE r [<!ENTITY a \"ha\">" + string.Concat(Enumerable.Range(0, 30).Select(i => $"<!ENTITY b{i} \"&{(i == 0 ? "a" : "b" + (i - 1))};&{(i == 0 ? "a" : "b" + (i - 1))};\">")) + "]><rss><channel><title>&b29;</title></channel></rss>";

    /// <summary>Elements within elements without end.</summary>
    public static string Nested { get; } = "<rss><channel>" + string.Concat(Enumerable.Repeat("<a>", 50_000));

    private static string Join<T>(IEnumerable<T> items, Func<T, string> write) => new StringBuilder().AppendJoin("", items.Select(write)).ToString();

    private static string Xml(string text) => WebUtility.HtmlEncode(text);
}
