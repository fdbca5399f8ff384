using System.Text;
using System.Xml;
using Attest.Engine.Publishing;

namespace Attest.Web.Server;

/// <summary>Site maps for search engines: all stories, and those that changed in the last two days as news. Sample stories are in none.</summary>
internal static class SitemapRoutes
{
    private const string Maps = "http://www.sitemaps.org/schemas/sitemap/0.9", News = "http://www.google.com/schemas/sitemap-news/0.9";

    private const int Most = 50_000, MostNews = 1_000;

    private static readonly TimeSpan young = TimeSpan.FromDays(2);

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/sitemap.xml", (HttpContext context, ServedDesk desk) => Send(context, Write(Stories(desk).Take(Most), SiteOf(context, desk), isNews: false))).ExcludeFromDescription();
        app.MapGet("/news-sitemap.xml", (HttpContext context, ServedDesk desk) =>
            Send(context, Write(Stories(desk).Where(s => s.LastChange > desk.Clock.GetUtcNow() - young).Take(MostNews), SiteOf(context, desk), isNews: true))).ExcludeFromDescription();
        app.MapGet("/robots.txt", (HttpContext context, ServedDesk desk) =>
            Results.Text($"User-agent: *\nDisallow: /api/\nDisallow: /search/\nSitemap: {new Uri(SiteOf(context, desk), "sitemap.xml")}\nSitemap: {new Uri(SiteOf(context, desk), "news-sitemap.xml")}\n")).ExcludeFromDescription();
    }

    private static IEnumerable<StoryDocument> Stories(ServedDesk desk) => desk.Archive.All().Where(s => !s.Sample);

    private static Uri SiteOf(HttpContext context, ServedDesk desk) =>
        desk.Settings.Site is { } site ? new Uri(site.AbsoluteUri.TrimEnd('/') + "/") : new Uri($"{context.Request.Scheme}://{context.Request.Host}/");

    private static IResult Send(HttpContext context, byte[] map) => Replies.Send(context, "map.xml", map);

    private static byte[] Write(IEnumerable<StoryDocument> stories, Uri site, bool isNews)
    {
        using var bytes = new MemoryStream();
        using (var xml = XmlWriter.Create(bytes, new XmlWriterSettings { Encoding = new UTF8Encoding(false), CheckCharacters = false }))
        {
            xml.WriteStartElement("urlset", Maps);
            if (isNews)
                xml.WriteAttributeString("xmlns", "news", null, News);
            foreach (var story in stories)
            {
                xml.WriteStartElement("url", Maps);
                xml.WriteElementString("loc", Maps, new Uri(site, $"stories/{story.Slug}/").AbsoluteUri);
                if (!Times.IsUnknown(story.LastChange))
                    xml.WriteElementString("lastmod", Maps, Times.Machine(story.LastChange));
                if (isNews)
                {
                    xml.WriteStartElement("news", News);
                    xml.WriteStartElement("publication", News);
                    xml.WriteElementString("name", News, "Attest");
                    xml.WriteElementString("language", News, "en");
                    xml.WriteEndElement();
                    xml.WriteElementString("publication_date", News, Times.Machine(story.FollowedSince));
                    xml.WriteElementString("title", News, new string([.. story.Question.Where(XmlConvert.IsXmlChar)]));
                    xml.WriteEndElement();
                }
                xml.WriteEndElement();
            }
            xml.WriteEndElement();
        }
        return bytes.ToArray();
    }
}
