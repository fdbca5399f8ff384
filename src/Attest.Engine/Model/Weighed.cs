using System.Collections.Immutable;

namespace Attest.Engine.Model;

/// <summary>What may be said of a claim: exactly one each.</summary>
public enum Standing
{
    /// <summary>Its only origin withdrew it.</summary>
    Retracted,

    /// <summary>Its only origin changed it.</summary>
    Corrected,

    /// <summary>Contradicted by a record or two origins of better evidence.</summary>
    Refuted,

    /// <summary>Right as of its time; a newer value stands.</summary>
    Superseded,

    /// <summary>About the future.</summary>
    Forecast,

    /// <summary>A judgement.</summary>
    Opinion,

    /// <summary>Borne out by a primary record (R4).</summary>
    OnRecord,

    /// <summary>Denied or contradicted, and not resolved.</summary>
    Disputed,

    /// <summary>Two independent origins (R2).</summary>
    Corroborated,

    /// <summary>It is established only that somebody said it.</summary>
    Stated,

    /// <summary>Too few origins.</summary>
    Uncorroborated,

    /// <summary>Unconfirmed, and no new evidence for a while.</summary>
    Lapsed,
}

/// <summary>What a reader must know beside a claim's standing.</summary>
public enum ClaimFlag
{
    /// <summary>It rests on unnamed sources only.</summary>
    UnnamedOnly,

    /// <summary>It rests on a party with an interest in it.</summary>
    PartyInterested,

    /// <summary>Somebody denies it.</summary>
    Denied,

    /// <summary>Its figure is still changing.</summary>
    NumberMoving,

    /// <summary>The story is younger than two hours (R14).</summary>
    BreakingWindow,

    /// <summary>Nobody is convicted yet.</summary>
    LegalPresumption,

    /// <summary>What it covers is not clear.</summary>
    ScopeUnclear,

    /// <summary>A person decided.</summary>
    HumanReviewed,
}

/// <summary>A part of a number, in log-odds.</summary>
/// <param name="What">What it stands for, in words a reader understands.</param>
/// <param name="LogOdds">What it adds.</param>
public sealed record Contribution(string What, double LogOdds);

/// <summary>A claim with its standing, its number and the reasons for both.</summary>
public sealed record WeighedClaim
{
    /// <summary>The claim.</summary>
    public required Claim Claim { get; init; }

    /// <summary>What may be said of it.</summary>
    public required Standing Standing { get; init; }

    /// <summary>That it will be on record or corroborated and not refuted within 7 days; null for opinions and forecasts.</summary>
    public double? Probability { get; init; }

    /// <summary>What the number is made of; adds up to its log-odds.</summary>
    public ImmutableArray<Contribution> Contributions { get; init; } = [];

    /// <summary>What a reader must know beside the standing.</summary>
    public ImmutableArray<ClaimFlag> Flags { get; init; } = [];

    /// <summary>One or two plain sentences that say why.</summary>
    public required string Reason { get; init; }

    /// <summary>The rules that gave the standing ("R2"), in order of use.</summary>
    public ImmutableArray<string> Rules { get; init; } = [];

    /// <summary>Independent origins that support it, whether or not they count for R2.</summary>
    public required int Origins { get; init; }

    /// <summary>Reports that support it.</summary>
    public required int Reports { get; init; }

    /// <summary>The claim whose value replaced it; else null.</summary>
    public ClaimId? SupersededBy { get; init; }

    /// <summary>What would settle it, in words; null where it is settled.</summary>
    public string? WouldSettle { get; init; }

    /// <summary>Whether pages call it confirmed.</summary>
    public bool Confirmed => Standing is Standing.OnRecord or Standing.Corroborated;
}
