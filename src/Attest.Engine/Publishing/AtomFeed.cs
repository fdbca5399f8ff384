using System.Text;
using System.Xml;

namespace Attest.Engine.Publishing;

/// <summary>A story's updates as an Atom feed (RFC 4287).</summary>
public static class AtomFeed
{
    private const string Atom = "http://www.w3.org/2005/Atom";

    /// <summary>The feed's bytes: the same document gives the same bytes.</summary>
    /// <param name="story">The story.</param>
    /// <param name="page">The story's page, relative to the feed or absolute.</param>
    /// <param name="self">The feed's own address, relative or absolute.</param>
    public static byte[] Write(StoryDocument story, string page = "index.html", string self = "feed.atom")
    {
        ArgumentNullException.ThrowIfNull(story);
        return Write(FeedChannel.Of(story, page) with { Self = self.EndsWith(".atom", StringComparison.Ordinal) ? self[..^".atom".Length] : self });
    }

    /// <summary>A channel's bytes.</summary>
    public static byte[] Write(FeedChannel channel)
    {
        ArgumentNullException.ThrowIfNull(channel);
        using var bytes = new MemoryStream();
        var settings = new XmlWriterSettings { Encoding = new UTF8Encoding(false), Indent = true, NewLineChars = "\n" };
        using (var xml = XmlWriter.Create(bytes, settings))
        {
            xml.WriteStartElement("feed", Atom);
            xml.WriteElementString("id", Atom, channel.Id);
            xml.WriteElementString("title", Atom, XmlCharacters.Only(channel.Title));
            xml.WriteElementString("updated", Atom, UtcTime.Of(channel.Updated));
            Link(xml, "self", channel.Self + ".atom");
            Link(xml, "alternate", channel.Page);
            if (channel.Hub is { } hub)
                Link(xml, "hub", hub);
            xml.WriteStartElement("author", Atom);
            xml.WriteElementString("name", Atom, "Attest");
            xml.WriteEndElement();
            foreach (var entry in channel.Entries)
                Write(xml, entry);
            xml.WriteEndElement();
        }
        bytes.WriteByte((byte)'\n');
        return bytes.ToArray();
    }

    private static void Write(XmlWriter xml, FeedEntry entry)
    {
        xml.WriteStartElement("entry", Atom);
        xml.WriteElementString("id", Atom, entry.Id);
        xml.WriteElementString("title", Atom, entry.Title);
        xml.WriteElementString("published", Atom, UtcTime.Of(entry.Published));
        xml.WriteElementString("updated", Atom, UtcTime.Of(entry.Changed));
        Link(xml, "alternate", entry.Address);
        if (entry.Summary.Length > 0)
            xml.WriteElementString("summary", Atom, entry.Summary);
        xml.WriteStartElement("content", Atom);
        xml.WriteAttributeString("type", "html");
        xml.WriteString(entry.Html);
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void Link(XmlWriter xml, string relation, string address)
    {
        xml.WriteStartElement("link", Atom);
        xml.WriteAttributeString("rel", relation);
        xml.WriteAttributeString("href", address);
        xml.WriteEndElement();
    }
}
