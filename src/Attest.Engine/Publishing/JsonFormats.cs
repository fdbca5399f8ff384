using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Attest.Engine.Publishing;

/// <summary>Times as RFC 3339 in UTC with Z; fractions of a second only where there are any.</summary>
internal sealed class UtcTime : JsonConverter<DateTimeOffset>
{
    public static string Of(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture);

    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        DateTimeOffset.Parse(reader.GetString()!, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal).ToUniversalTime();

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
        writer.WriteStringValue(Of(value));
}

/// <summary>A figure without trailing zeros: 20.50 and 20.5 are the same bytes.</summary>
internal sealed class PlainNumber : JsonConverter<decimal>
{
    public override decimal Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetDecimal();

    public override void Write(Utf8JsonWriter writer, decimal value, JsonSerializerOptions options) =>
        writer.WriteRawValue(value.ToString("0.#############################", CultureInfo.InvariantCulture));
}

/// <summary>A number with a fixed count of decimals, so that the same value always gives the same bytes.</summary>
internal abstract class FixedDecimals(string format) : JsonConverter<double>
{
    public override double Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetDouble();

    public override void Write(Utf8JsonWriter writer, double value, JsonSerializerOptions options)
    {
        if (!double.IsFinite(value))
            throw new JsonException($"{value} cannot be written as JSON");
        string text = Bounded(value).ToString(format, CultureInfo.InvariantCulture);
        writer.WriteRawValue(text.StartsWith('-') && text.AsSpan().IndexOfAnyInRange('1', '9') < 0 ? text[1..] : text); // no "-0.0000"
    }

    protected virtual double Bounded(double value) => value;
}

/// <summary>Confidence: 0.80.</summary>
internal sealed class TwoDecimals() : FixedDecimals("F2");

/// <summary>Log-odds: 1.2040.</summary>
internal sealed class FourDecimals() : FixedDecimals("F4");

/// <summary>A probability as written: see <see cref="StoryJson.Written"/>.</summary>
internal sealed class ProbabilityFormat() : FixedDecimals("F4")
{
    protected override double Bounded(double value) => StoryJson.Written(value);
}
