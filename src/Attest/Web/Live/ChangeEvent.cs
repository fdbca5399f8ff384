using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Attest.Hosting;
using Attest.Log;

namespace Attest.Web.Live;

/// <summary>An entry of the log as readers are told of it: a server-sent event, written once for all who listen.</summary>
/// <param name="Position">Its place, by which a reader resumes behind it.</param>
/// <param name="Bytes">As it is sent.</param>
internal sealed record ChangeEvent(long Position, ReadOnlyMemory<byte> Bytes)
{
    /// <summary>Sent where there is nothing to tell, so that nobody on the way takes the line for dead.</summary>
    public static readonly ReadOnlyMemory<byte> Heartbeat = ":\n\n"u8.ToArray();

    /// <summary>The event of an entry; null for one that no reader is told of.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="position">Its place.</param>
    /// <param name="slugOf">A story's part of the address, by its id.</param>
    public static ChangeEvent? Of(LogEntry entry, long position, Func<string, string?> slugOf)
    {
        switch (entry.Kind)
        {
            case EntryKinds.Update:
                var update = LogJson.Read<UpdateBody>(entry.Body).Update;
                return Written("change", position, new ChangeData(position, slugOf(entry.Story!), update.At) { Update = update.Id.Value, Headline = update.Headline, Changes = update.Changes.Length });
            case EntryKinds.Joined:
                return Written("report", position, new ChangeData(position, slugOf(entry.Story!), LogJson.Read<JoinedBody>(entry.Body).At));
            case EntryKinds.Merged:
                var merged = LogJson.Read<MergedBody>(entry.Body);
                return Written("merged", position, new ChangeData(position, slugOf(merged.Into), merged.At));
            default:
                return null;
        }
    }

    /// <summary>Where the reader stands now: the first event of every stream that has nothing to catch up with, the last of one that has.</summary>
    public static ChangeEvent Now(long position) => Written("now", position, new ChangeData(position, null, null));

    private static ChangeEvent Written(string name, long position, ChangeData data) => new(
        position, Encoding.UTF8.GetBytes($"id: {position}\nevent: {name}\ndata: {JsonSerializer.Serialize(data, ChangeContext.Default.ChangeData)}\n\n"));
}

/// <summary>What an event bears.</summary>
/// <param name="Version">Its place: the story's version, or the entry's number where all stories are listened to.</param>
/// <param name="Story">The story's part of the address; the heir's where it was merged.</param>
/// <param name="At">When it takes effect.</param>
internal sealed record ChangeData(long Version, string? Story, DateTimeOffset? At)
{
    /// <summary>Id of the update.</summary>
    public string? Update { get; init; }

    /// <summary>Its headline.</summary>
    public string? Headline { get; init; }

    /// <summary>How many changes it tells.</summary>
    public int? Changes { get; init; }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ChangeData))]
internal sealed partial class ChangeContext : JsonSerializerContext;
