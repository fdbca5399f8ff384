using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Attest.Engine.Publishing;

/// <summary>
/// Documents as JSON: UTF-8 without a byte order mark, LF, two spaces, fields in declared order, so that the same document is the same bytes.
/// Not meant to stand inside HTML as it is.
/// </summary>
public static class StoryJson
{
    private static readonly StoryJsonContext context = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new UtcTime(), new PlainNumber() },
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
        NewLine = "\n",
    });

    /// <summary>A story as the bytes of its <c>story.json</c>.</summary>
    public static byte[] Write(StoryDocument story) => Ended(JsonSerializer.SerializeToUtf8Bytes(story, context.StoryDocument));

    /// <summary>A list of stories as the bytes of <c>index.json</c>.</summary>
    public static byte[] Write(IndexDocument index) => Ended(JsonSerializer.SerializeToUtf8Bytes(index, context.IndexDocument));

    /// <summary>A claim by itself, as <c>attest claim --json</c> prints it.</summary>
    public static byte[] Write(ClaimDocument claim) => Ended(JsonSerializer.SerializeToUtf8Bytes(claim, context.ClaimDocument));

    /// <summary>A part of a list, as the API answers it.</summary>
    public static byte[] Write(PageDocument page) => Ended(JsonSerializer.SerializeToUtf8Bytes(page, context.PageDocument));

    /// <summary>An outlet by itself.</summary>
    public static byte[] Write(SourceEntryDocument source) => Ended(JsonSerializer.SerializeToUtf8Bytes(source, context.SourceEntryDocument));

    /// <summary>Reads what <see cref="Write(StoryDocument)"/> wrote; unknown fields are ignored.</summary>
    /// <exception cref="JsonException">The bytes are not a story.</exception>
    public static StoryDocument ReadStory(ReadOnlySpan<byte> utf8) =>
        JsonSerializer.Deserialize(utf8, context.StoryDocument) ?? throw new JsonException("null is not a story");

    /// <summary>
    /// A probability as it is written: four decimals, strictly between 0 and 1. Contributions must add up to the log-odds of this value.
    /// </summary>
    public static double Written(double probability) => Math.Clamp(Math.Round(probability, 4, MidpointRounding.AwayFromZero), 0.0001, 0.9999);

    private static byte[] Ended(byte[] json) => [.. json, (byte)'\n'];
}

[JsonSerializable(typeof(StoryDocument))]
[JsonSerializable(typeof(IndexDocument))]
[JsonSerializable(typeof(ClaimDocument))]
[JsonSerializable(typeof(PageDocument))]
[JsonSerializable(typeof(SourceEntryDocument))]
internal sealed partial class StoryJsonContext : JsonSerializerContext;
