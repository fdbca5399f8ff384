using System.Security.Cryptography;
using System.Text;

namespace Attest.Engine.Model;

/// <summary>Identifies a report by its canonical address; all versions of it share the id.</summary>
public readonly record struct ReportId(string Value) : IComparable<ReportId>
{
    /// <summary>The id of the report at a canonical address.</summary>
    public static ReportId Of(string canonicalUrl) => new("r" + ContentId.Of(canonicalUrl));

    /// <inheritdoc/>
    public int CompareTo(ReportId other) => string.CompareOrdinal(Value, other.Value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}

/// <summary>Identifies a claim by the statement that first made it.</summary>
public readonly record struct ClaimId(string Value) : IComparable<ClaimId>
{
    /// <summary>The id of the claim that a statement opens.</summary>
    public static ClaimId Of(StatementId first) => new("c" + ContentId.Of(first.Value));

    /// <inheritdoc/>
    public int CompareTo(ClaimId other) => string.CompareOrdinal(Value, other.Value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}

/// <summary>Identifies a statement: report, version, and its number within them.</summary>
public readonly record struct StatementId(string Value) : IComparable<StatementId>
{
    /// <summary>The id of the n-th statement of a version of a report.</summary>
    public static StatementId Of(ReportId report, int version, int number) =>
        new(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{report.Value}.{version}.{number}"));

    /// <inheritdoc/>
    public int CompareTo(StatementId other) => string.CompareOrdinal(Value, other.Value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}

/// <summary>Identifies an origin by what makes it one: an outlet's own reporting, a speaker, a document.</summary>
public readonly record struct OriginId(string Value) : IComparable<OriginId>
{
    /// <summary>The id of the origin with a kind and a key that is equal exactly where the origin is the same.</summary>
    public static OriginId Of(OriginKind kind, string key) => new("o" + ContentId.Of(kind.Token() + "|" + key));

    /// <inheritdoc/>
    public int CompareTo(OriginId other) => string.CompareOrdinal(Value, other.Value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}

/// <summary>Identifies an update of a story.</summary>
public readonly record struct UpdateId(string Value)
{
    /// <summary>The id of a story's n-th update.</summary>
    public static UpdateId Of(StoryId story, int number) =>
        new("u" + ContentId.Of(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{story.Value}|{number}")));

    /// <inheritdoc/>
    public override string ToString() => Value;
}

/// <summary>Identifies a story by its question, or by its first report where it was found without one.</summary>
public readonly record struct StoryId(string Value)
{
    /// <summary>The id of the story that a key (a question, or a first report's id) opens.</summary>
    public static StoryId Of(string key) => new("s" + ContentId.Of(key));

    /// <inheritdoc/>
    public override string ToString() => Value;
}

/// <summary>Short names made from content, so that the same input gives the same id.</summary>
public static class ContentId
{
    /// <summary>The first 48 bits of the SHA-256 of a text, as 12 hexadecimal digits: among a story's few thousand names a clash is one in 10⁷.</summary>
    public static string Of(string content) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content)).AsSpan(0, 6));

    /// <summary>The whole SHA-256 of a text, in hexadecimal: the name under which a report's text is stored.</summary>
    public static string Hash(string content) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content)));
}
