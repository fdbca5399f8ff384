using System.Collections.Immutable;

namespace Attest.Engine.Model;

/// <summary>How a claim changed.</summary>
public enum ChangeKind
{
    /// <summary>First read, and unconfirmed.</summary>
    New,

    /// <summary>Now confirmed.</summary>
    Confirmed,

    /// <summary>No longer confirmed.</summary>
    Demoted,

    /// <summary>Now disputed.</summary>
    Disputed,

    /// <summary>Now denied.</summary>
    Denied,

    /// <summary>Now refuted.</summary>
    Refuted,

    /// <summary>Its figure was revised.</summary>
    Revised,

    /// <summary>Out of date.</summary>
    Superseded,

    /// <summary>Its wording was corrected by its origin.</summary>
    Corrected,

    /// <summary>Its origin withdrew it.</summary>
    Retracted,

    /// <summary>Nothing new for a while.</summary>
    Lapsed,
}

/// <summary>One typed change of one claim.</summary>
/// <param name="Kind">How it changed.</param>
/// <param name="Claim">The claim.</param>
/// <param name="Text">The change in one sentence.</param>
/// <param name="From">The old figure as the reports write it; else null.</param>
/// <param name="To">The new figure as the reports write it; else null.</param>
/// <param name="At">When, UTC.</param>
public sealed record Change(ChangeKind Kind, ClaimId Claim, string Text, string? From, string? To, DateTimeOffset At);

/// <summary>A sentence that we publish, bound to the claims that bear it (R17).</summary>
/// <param name="Text">The sentence.</param>
/// <param name="Claims">The claims that bear it; never empty.</param>
public sealed record BoundSentence(string Text, ImmutableArray<ClaimId> Claims);

/// <summary>How strong the evidence behind an update is; a field of its own beside the number.</summary>
public enum EvidenceStrength
{
    /// <summary>One origin, or unnamed sources only.</summary>
    Low,

    /// <summary>Two origins, or one official.</summary>
    Moderate,

    /// <summary>A primary record, or three origins and more.</summary>
    High,
}

/// <summary>A dated entry of a story. Its text is never rewritten.</summary>
public sealed record Update
{
    /// <summary>Identifies it.</summary>
    public required UpdateId Id { get; init; }

    /// <summary>When it was published, UTC.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Its headline.</summary>
    public required string Headline { get; init; }

    /// <summary>The claims worded in the headline and the first summary sentence.</summary>
    public required ImmutableArray<ClaimId> Lead { get; init; }

    /// <summary>That the lead claims still stand 7 days later, rounded to .05; null where all of them are opinions or forecasts.</summary>
    public double? Confidence { get; init; }

    /// <summary>What the number is made of; adds up to its log-odds.</summary>
    public ImmutableArray<Contribution> Contributions { get; init; } = [];

    /// <summary>How strong the evidence is.</summary>
    public required EvidenceStrength Strength { get; init; }

    /// <summary>Two or three sentences.</summary>
    public required ImmutableArray<BoundSentence> Summary { get; init; }

    /// <summary>What it lists as confirmed.</summary>
    public required ImmutableArray<ClaimId> Confirmed { get; init; }

    /// <summary>What it lists as unconfirmed, disputed claims among them.</summary>
    public required ImmutableArray<ClaimId> Unconfirmed { get; init; }

    /// <summary>What changed, most important first.</summary>
    public required ImmutableArray<Change> Changes { get; init; }

    /// <summary>What changed in one or two sentences.</summary>
    public required BoundSentence WhatChanged { get; init; }

    /// <summary>The reports that brought it about.</summary>
    public required ImmutableArray<ReportId> Reports { get; init; }

    /// <summary>Earlier updates whose lead or lists this one corrects.</summary>
    public ImmutableArray<UpdateId> Corrects { get; init; } = [];
}
