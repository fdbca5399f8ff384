using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Attest.Engine.Publishing;

/// <summary>A dated entry of the story; its text is never rewritten.</summary>
public sealed record UpdateDocument
{
    /// <summary>Stable id; also the anchor on the page.</summary>
    public required string Id { get; init; }

    /// <summary>When it was published.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Its headline, plain text.</summary>
    public required string Headline { get; init; }

    /// <summary>Claims worded in the headline and the first summary sentence.</summary>
    public ImmutableArray<string> Lead { get; init; } = [];

    /// <summary>Probability that the lead claims, as worded, still stand after 7 days; multiples of 0.05 from 0.05 to 0.95, or 0.97.</summary>
    [JsonConverter(typeof(TwoDecimals))]
    public double? Confidence { get; init; }

    /// <summary>The confidence's word ("very likely").</summary>
    public string? Word { get; init; }

    /// <summary>Whether enough live outcomes back the number.</summary>
    public required bool Calibrated { get; init; }

    /// <summary>high, moderate or low.</summary>
    public string? EvidenceStrength { get; init; }

    /// <summary>The confidence taken apart; rows add up to the log-odds of the confidence as written.</summary>
    public ImmutableArray<ContributionDocument> Contributions { get; init; } = [];

    /// <summary>Two or three sentences, each bound to claims.</summary>
    public ImmutableArray<SentenceDocument> Summary { get; init; } = [];

    /// <summary>Ids of claims confirmed at its time.</summary>
    public ImmutableArray<string> Confirmed { get; init; } = [];

    /// <summary>Ids of claims unconfirmed or disputed at its time.</summary>
    public ImmutableArray<string> Unconfirmed { get; init; } = [];

    /// <summary>What it changed.</summary>
    public ImmutableArray<ChangeDocument> Changes { get; init; } = [];

    /// <summary>Ids of the reports that brought it about.</summary>
    public ImmutableArray<string> Reports { get; init; } = [];

    /// <summary>Later updates that correct this one (R15).</summary>
    public ImmutableArray<CorrectionDocument> Corrections { get; init; } = [];
}

/// <summary>One row of a number taken apart.</summary>
public sealed record ContributionDocument
{
    /// <summary>What moved the number, in plain words.</summary>
    public required string What { get; init; }

    /// <summary>By how much, in log-odds (natural logarithm).</summary>
    [JsonConverter(typeof(FourDecimals))]
    public required double LogOdds { get; init; }
}

/// <summary>A notice on an update that a later one corrects it.</summary>
public sealed record CorrectionDocument
{
    /// <summary>When the correction was published.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Id of the update that tells it.</summary>
    public required string Update { get; init; }
}
