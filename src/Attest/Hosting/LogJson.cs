using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Attest.Engine.Model;
using Attest.Log;

namespace Attest.Hosting;

/// <summary>The bodies of entries as JSON. Programs read old logs: fields are added, never renamed, and what a body does not know is passed over.</summary>
internal static class LogJson
{
    private static readonly EntryContext context = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        IgnoreReadOnlyProperties = true,
        Converters =
        {
            new JsonStringEnumConverter(JsonNamingPolicy.CamelCase),
            new IdConverter<ReportId>(id => id.Value, text => new(text)),
            new IdConverter<ClaimId>(id => id.Value, text => new(text)),
            new IdConverter<UpdateId>(id => id.Value, text => new(text)),
        },
    });

    /// <summary>A body as it stands in the log.</summary>
    public static string Write<T>(T body) => JsonSerializer.Serialize(body, (JsonTypeInfo<T>)context.GetTypeInfo(typeof(T))!);

    /// <summary>Reads a body.</summary>
    /// <exception cref="LogException">It is none.</exception>
    public static T Read<T>(string body)
    {
        try
        {
            return JsonSerializer.Deserialize(body, (JsonTypeInfo<T>)context.GetTypeInfo(typeof(T))!) ?? throw new JsonException("null is no entry");
        }
        catch (JsonException e)
        {
            throw new LogException($"the log holds an entry that cannot be read ({e.Message}): 'attest verify' names it; restore the newest backup with 'attest restore'", e);
        }
    }

    private sealed class IdConverter<T>(Func<T, string> write, Func<string, T> read) : JsonConverter<T>
    {
        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => read(reader.GetString()!);

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(write(value));
    }
}

[JsonSerializable(typeof(ReportBody))]
[JsonSerializable(typeof(QuestionBody))]
[JsonSerializable(typeof(FeedBody))]
[JsonSerializable(typeof(HookBody))]
[JsonSerializable(typeof(HookToldBody))]
[JsonSerializable(typeof(HookStoppedBody))]
[JsonSerializable(typeof(HookLeftBody))]
[JsonSerializable(typeof(OutletEditedBody))]
[JsonSerializable(typeof(FactsChangedBody))]
[JsonSerializable(typeof(TextRemovedBody))]
[JsonSerializable(typeof(LeftOutBody))]
[JsonSerializable(typeof(NotAnalysedBody))]
[JsonSerializable(typeof(OpenedBody))]
[JsonSerializable(typeof(JoinedBody))]
[JsonSerializable(typeof(LeftBody))]
[JsonSerializable(typeof(MergedBody))]
[JsonSerializable(typeof(UpdateBody))]
[JsonSerializable(typeof(TimeBody))]
internal sealed partial class EntryContext : JsonSerializerContext;
