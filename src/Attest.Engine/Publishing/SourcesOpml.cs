using System.Collections.Immutable;
using System.Text;
using System.Xml;

namespace Attest.Engine.Publishing;

/// <summary>The outlets as OPML 2.0: one outline each, with its site; the addresses of their feeds are known only where they were given.</summary>
public static class SourcesOpml
{
    /// <summary>The file's bytes.</summary>
    public static byte[] Write(ImmutableArray<SourceDocument> sources)
    {
        using var bytes = new MemoryStream();
        var settings = new XmlWriterSettings { Encoding = new UTF8Encoding(false), Indent = true, NewLineChars = "\n" };
        using (var xml = XmlWriter.Create(bytes, settings))
        {
            xml.WriteStartElement("opml");
            xml.WriteAttributeString("version", "2.0");
            xml.WriteStartElement("head");
            xml.WriteElementString("title", "Outlets that Attest reads");
            xml.WriteEndElement();
            xml.WriteStartElement("body");
            foreach (var source in sources.OrderBy(s => s.Key, StringComparer.Ordinal))
            {
                xml.WriteStartElement("outline");
                xml.WriteAttributeString("type", "link");
                xml.WriteAttributeString("text", XmlCharacters.Only(source.Outlet.Name));
                xml.WriteAttributeString("url", $"https://{XmlCharacters.Only(source.Outlet.Host)}/");
                xml.WriteEndElement();
            }
            xml.WriteEndElement();
            xml.WriteEndElement();
        }
        bytes.WriteByte((byte)'\n');
        return bytes.ToArray();
    }
}
