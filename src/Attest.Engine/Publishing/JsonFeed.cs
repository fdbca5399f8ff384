using System.Text.Encodings.Web;
using System.Text.Json;

namespace Attest.Engine.Publishing;

/// <summary>A story's updates as a JSON Feed (version 1.1).</summary>
public static class JsonFeed
{
    /// <summary>The feed's bytes: the same document gives the same bytes.</summary>
    /// <param name="story">The story.</param>
    /// <param name="page">The story's page, relative to the feed or absolute.</param>
    /// <param name="self">The feed's own address, relative or absolute.</param>
    public static byte[] Write(StoryDocument story, string page = "index.html", string self = "feed.json")
    {
        ArgumentNullException.ThrowIfNull(story);
        return Write(FeedChannel.Of(story, page) with { Self = self.EndsWith(".json", StringComparison.Ordinal) ? self[..^".json".Length] : self });
    }

    /// <summary>A channel's bytes.</summary>
    public static byte[] Write(FeedChannel channel)
    {
        ArgumentNullException.ThrowIfNull(channel);
        using var bytes = new MemoryStream();
        var options = new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, Indented = true, NewLine = "\n" };
        using (var json = new Utf8JsonWriter(bytes, options))
        {
            json.WriteStartObject();
            json.WriteString("version", "https://jsonfeed.org/version/1.1");
            json.WriteString("title", channel.Title);
            json.WriteString("home_page_url", channel.Page);
            json.WriteString("feed_url", channel.Self + ".json");
            if (channel.Hub is { } hub)
            {
                json.WriteStartArray("hubs");
                json.WriteStartObject();
                json.WriteString("type", "WebSub");
                json.WriteString("url", hub);
                json.WriteEndObject();
                json.WriteEndArray();
            }
            json.WriteStartArray("authors");
            json.WriteStartObject();
            json.WriteString("name", "Attest");
            json.WriteEndObject();
            json.WriteEndArray();
            json.WriteString("language", "en");
            json.WriteStartArray("items");
            foreach (var entry in channel.Entries)
                Write(json, entry);
            json.WriteEndArray();
            json.WriteEndObject();
        }
        bytes.WriteByte((byte)'\n');
        return bytes.ToArray();
    }

    private static void Write(Utf8JsonWriter json, FeedEntry entry)
    {
        json.WriteStartObject();
        json.WriteString("id", entry.Id);
        json.WriteString("url", entry.Address);
        json.WriteString("title", entry.Title);
        json.WriteString("content_html", entry.Html);
        if (entry.Summary.Length > 0)
            json.WriteString("summary", entry.Summary);
        json.WriteString("date_published", UtcTime.Of(entry.Published));
        json.WriteString("date_modified", UtcTime.Of(entry.Changed));
        json.WriteEndObject();
    }
}
