using System.Globalization;
using System.Text;
using System.Xml;

namespace Attest.Engine.Publishing;

/// <summary>Updates as an RSS 2.0 feed. RSS has no time of change: atom:updated carries it, and the guid stays, so that a corrected update changes in place.</summary>
public static class RssFeed
{
    private const string Atom = "http://www.w3.org/2005/Atom", Content = "http://purl.org/rss/1.0/modules/content/";

    /// <summary>A channel's bytes: the same channel gives the same bytes.</summary>
    public static byte[] Write(FeedChannel channel)
    {
        ArgumentNullException.ThrowIfNull(channel);
        using var bytes = new MemoryStream();
        var settings = new XmlWriterSettings { Encoding = new UTF8Encoding(false), Indent = true, NewLineChars = "\n" };
        using (var xml = XmlWriter.Create(bytes, settings))
        {
            xml.WriteStartElement("rss");
            xml.WriteAttributeString("version", "2.0");
            xml.WriteAttributeString("xmlns", "atom", null, Atom);
            xml.WriteAttributeString("xmlns", "content", null, Content);
            xml.WriteStartElement("channel");
            string title = XmlCharacters.Only(channel.Title);
            xml.WriteElementString("title", title);
            xml.WriteElementString("link", channel.Page);
            xml.WriteElementString("description", $"What changed, what is confirmed and what is not: {title}");
            xml.WriteElementString("language", "en");
            xml.WriteElementString("lastBuildDate", Rfc822(channel.Updated));
            Link(xml, "self", channel.Self + ".rss");
            if (channel.Hub is { } hub)
                Link(xml, "hub", hub);
            foreach (var entry in channel.Entries)
                Write(xml, entry);
            xml.WriteEndElement();
            xml.WriteEndElement();
        }
        bytes.WriteByte((byte)'\n');
        return bytes.ToArray();
    }

    private static void Write(XmlWriter xml, FeedEntry entry)
    {
        xml.WriteStartElement("item");
        xml.WriteElementString("title", entry.Title);
        xml.WriteElementString("link", entry.Address);
        xml.WriteStartElement("guid");
        xml.WriteAttributeString("isPermaLink", "false");
        xml.WriteString(entry.Id);
        xml.WriteEndElement();
        xml.WriteElementString("pubDate", Rfc822(entry.Published));
        xml.WriteElementString("updated", Atom, UtcTime.Of(entry.Changed));
        xml.WriteElementString("description", entry.Summary.Length > 0 ? entry.Summary : entry.Title);
        xml.WriteElementString("encoded", Content, entry.Html);
        xml.WriteEndElement();
    }

    private static void Link(XmlWriter xml, string relation, string address)
    {
        xml.WriteStartElement("link", Atom);
        xml.WriteAttributeString("rel", relation);
        xml.WriteAttributeString("href", address);
        xml.WriteEndElement();
    }

    private static string Rfc822(DateTimeOffset time) => time.UtcDateTime.ToString("ddd, dd MMM yyyy HH:mm:ss 'GMT'", CultureInfo.InvariantCulture);
}
