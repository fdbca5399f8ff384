using System.Text.Json;
using System.Text.Json.Nodes;
using Attest.Engine.Publishing;
using Attest.Hosting;
using Attest.Log;

namespace Attest.Alerts;

/// <summary>A change as an address is told it.</summary>
/// <param name="Id">Stable: the same message bears it at every try, so that its receiver takes it once.</param>
/// <param name="Place">The log's entry that it tells.</param>
/// <param name="Body">JSON.</param>
internal sealed record Message(string Id, long Place, byte[] Body)
{
    /// <summary>The kind of event that messages name.</summary>
    public const string Type = "story.updated";

    /// <summary>The message of a published update; null while readers do not see it yet.</summary>
    /// <param name="entry">The update's entry.</param>
    /// <param name="archive">What readers see.</param>
    /// <param name="site">The site's public address; null where it is not known, and addresses stay relative.</param>
    public static Message? Of(LogEntry entry, Archive archive, Uri? site)
    {
        var update = LogJson.Read<UpdateBody>(entry.Body).Update;
        string id = update.Id.Value;
        // A merged story's own page is gone; what it told stands as of then.
        if (Holding(archive.Story(entry.Story!), id) is not { } story && (story = Holding(archive.Story(entry.Story!, update.At), id)) is null)
            return null;
        var told = story.Updates.First(u => u.Id == id);
        string page = $"stories/{story.Slug}/";
        using var written = JsonDocument.Parse(StoryJson.Write(new PageDocument { Total = 1, Updates = [told] }));
        var body = new JsonObject
        {
            ["type"] = Type,
            ["timestamp"] = Web.Times.Machine(told.At),
            ["data"] = new JsonObject
            {
                ["story"] = story.Slug,
                ["question"] = story.Question,
                ["url"] = site is null ? page : new Uri(new Uri(site.AbsoluteUri.TrimEnd('/') + "/"), page).AbsoluteUri,
                ["sample"] = story.Sample ? true : null,
                ["update"] = JsonNode.Parse(written.RootElement.GetProperty("updates")[0].GetRawText()),
            },
        };
        // The entry's hash tells apart what a restored backup would number alike.
        return new Message($"{id}-{entry.Hash[..8]}", entry.Number, JsonSerializer.SerializeToUtf8Bytes(body));
    }

    private static StoryDocument? Holding(StoryDocument? story, string update) => story?.Updates.Any(u => u.Id == update) == true ? story : null;
}
