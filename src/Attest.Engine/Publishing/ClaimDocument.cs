using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Attest.Engine.Publishing;

/// <summary>A claim with its standing, its number and all of its evidence.</summary>
public sealed record ClaimDocument
{
    /// <summary>Stable id.</summary>
    public required string Id { get; init; }

    /// <summary>Its wording, which stands alone; plain text.</summary>
    public required string Text { get; init; }

    /// <summary>occurrence, state, quantity, utterance, act, cause, motive, allegation, absence, forecast or opinion.</summary>
    public required string Kind { get; init; }

    /// <summary>Its standing: a token of the editorial rules.</summary>
    public required string Standing { get; init; }

    /// <summary>Whether the standing is on-record or corroborated.</summary>
    public required bool Confirmed { get; init; }

    /// <summary>Probability that it will be confirmed and not refuted in 7 days, strictly between 0 and 1; null for opinions and forecasts.</summary>
    [JsonConverter(typeof(ProbabilityFormat))]
    public double? Probability { get; init; }

    /// <summary>Flags of the editorial rules, with hyphens.</summary>
    public ImmutableArray<string> Flags { get; init; } = [];

    /// <summary>Why it stands so: one or two plain sentences.</summary>
    public required string Reason { get; init; }

    /// <summary>Names of the rules that gave the standing ("R2").</summary>
    public ImmutableArray<string> Rules { get; init; } = [];

    /// <summary>Who says so, where the claim is attributed.</summary>
    public string? AttributedTo { get; init; }

    /// <summary>Number of independent origins.</summary>
    public required int Origins { get; init; }

    /// <summary>Number of reports, copies included.</summary>
    public required int Reports { get; init; }

    /// <summary>Time of its first report.</summary>
    public required DateTimeOffset FirstSeen { get; init; }

    /// <summary>Time of its newest change.</summary>
    public required DateTimeOffset LastChanged { get; init; }

    /// <summary>Id of the claim with the newer value.</summary>
    public string? SupersededBy { get; init; }

    /// <summary>What evidence would settle it, in a sentence.</summary>
    public string? WouldSettle { get; init; }

    /// <summary>The figure, where the claim states one.</summary>
    public QuantityDocument? Quantity { get; init; }

    /// <summary>The probability taken apart; rows add up to the log-odds of the probability as written.</summary>
    public ImmutableArray<ContributionDocument> Contributions { get; init; } = [];

    /// <summary>How its standing moved, oldest first.</summary>
    public ImmutableArray<HistoryDocument> History { get; init; } = [];

    /// <summary>The statements behind it, oldest first.</summary>
    public ImmutableArray<EvidenceDocument> Evidence { get; init; } = [];
}

/// <summary>A figure and how it moved (R10).</summary>
public sealed record QuantityDocument
{
    /// <summary>The figure.</summary>
    public required decimal Value { get; init; }

    /// <summary>What is counted or measured.</summary>
    public required string Unit { get; init; }

    /// <summary>exactly, atLeast, atMost or about.</summary>
    public required string Bound { get; init; }

    /// <summary>Values of the same quantity, oldest first: the latest hundred, or, where the claim's own is older, a hundred from its own on.</summary>
    public ImmutableArray<SeriesDocument> Series { get; init; } = [];
}

/// <summary>One value of a quantity's series.</summary>
public sealed record SeriesDocument
{
    /// <summary>When it was reported.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The figure.</summary>
    public required decimal Value { get; init; }

    /// <summary>exactly, atLeast, atMost or about.</summary>
    public required string Bound { get; init; }

    /// <summary>Id of the origin that gave it.</summary>
    public required string Origin { get; init; }
}

/// <summary>A claim's standing from a moment on.</summary>
public sealed record HistoryDocument
{
    /// <summary>The moment.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The standing from then on.</summary>
    public required string Standing { get; init; }

    /// <summary>The probability from then on; null for opinions and forecasts.</summary>
    [JsonConverter(typeof(ProbabilityFormat))]
    public double? Probability { get; init; }

    /// <summary>What brought it about, in plain words.</summary>
    public required string Because { get; init; }

    /// <summary>The claim's wording from then on, where it was another before or is another now.</summary>
    public string? Wording { get; init; }
}

/// <summary>One statement of one report about the claim.</summary>
public sealed record EvidenceDocument
{
    /// <summary>Id of the report.</summary>
    public required string Report { get; init; }

    /// <summary>The report's exact words.</summary>
    public required string Quote { get; init; }

    /// <summary>Where they start in the report's text, in UTF-16 units, line ends counted as one.</summary>
    public required int Start { get; init; }

    /// <summary>Their length in UTF-16 units.</summary>
    public required int Length { get; init; }

    /// <summary>asserts, attributes, relays, hedges, denies or asks.</summary>
    public required string Voice { get; init; }

    /// <summary>Who is quoted or named as saying so.</summary>
    public string? Speaker { get; init; }

    /// <summary>supports, refutes or mentions.</summary>
    public required string Stance { get; init; }

    /// <summary>E1 to E9.</summary>
    public required string Kind { get; init; }

    /// <summary>Id of the origin that the statement rests on.</summary>
    public required string Origin { get; init; }

    /// <summary>Time of the report.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The report's version, where it is not the newest.</summary>
    public int? Version { get; init; }

    /// <summary>True where the report or its origin took it back; it counts for nothing and stays listed.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Withdrawn { get; init; }
}
