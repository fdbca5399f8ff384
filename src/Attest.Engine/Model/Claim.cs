using System.Collections.Immutable;
using Attest.Engine.Text;

namespace Attest.Engine.Model;

/// <summary>What a piece of evidence does to a claim.</summary>
public enum Stance
{
    /// <summary>It says so.</summary>
    Supports,

    /// <summary>It says otherwise.</summary>
    Refutes,

    /// <summary>It speaks of it without saying either.</summary>
    Mentions,
}

/// <summary>One statement's bearing on a claim.</summary>
/// <param name="Traced">The statement with its origin.</param>
/// <param name="Stance">What it does to the claim.</param>
/// <param name="Specific">For a refuting one: whether it is a specific denial of this claim, not merely another value or account.</param>
/// <param name="Withdrawn">Whether its report took it back, or no longer says it; it stays listed and counts for nothing.</param>
public sealed record Evidence(TracedStatement Traced, Stance Stance, bool Specific = false, bool Withdrawn = false);

/// <summary>A proposition that statements make.</summary>
public sealed record Claim
{
    /// <summary>Identifies it.</summary>
    public required ClaimId Id { get; init; }

    /// <summary>The proposition in words that stand alone.</summary>
    public required string Wording { get; init; }

    /// <summary>What sort of proposition it is.</summary>
    public required ClaimKind Kind { get; init; }

    /// <summary>Its structure: that of the statement whose wording it bears.</summary>
    public required Proposition Proposition { get; init; }

    /// <summary>When its first statement was made, UTC.</summary>
    public required DateTimeOffset FirstSeen { get; init; }

    /// <summary>Everything that bears on it, oldest first.</summary>
    public ImmutableArray<Evidence> Evidence { get; init; } = [];

    /// <summary>Who it is attributed to where nobody asserts it; else null.</summary>
    public string? AttributedTo { get; init; }

    /// <summary>The figure of a quantity claim; else null.</summary>
    public Quantity? Quantity { get; init; }

    /// <summary>As of when it is meant: the newest as-of of its supporting statements.</summary>
    public required DateTimeOffset AsOf { get; init; }

    /// <summary>Names the series of a quantity or state whose values follow one another; equal exactly within one series. Null where it belongs to none.</summary>
    public string? Series { get; init; }

    /// <summary>For a forecast: the end of its time; null where none is said.</summary>
    public DateTimeOffset? Deadline { get; init; }

    /// <summary>For an utterance: the claim that was uttered.</summary>
    public ClaimId? Utters { get; init; }

    /// <summary>For an occurrence opened at a forecast's deadline: that forecast.</summary>
    public ClaimId? Forecast { get; init; }

    /// <summary>Claims that cannot be so together with it: same subject, scope and as-of (R9).</summary>
    public ImmutableArray<ClaimId> Conflicts { get; init; } = [];
}
