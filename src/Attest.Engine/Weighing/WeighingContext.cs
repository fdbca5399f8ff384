using System.Collections.Immutable;
using Attest.Engine.Model;

namespace Attest.Engine.Weighing;

/// <summary>What weighing must know beside the claims.</summary>
/// <param name="Now">The time as of which is weighed, UTC. Windows and lapses are counted to it, never to a clock (R23).</param>
/// <param name="StoryOpened">Time of the story's first report, UTC.</param>
/// <param name="HasTimes">Whether the reports bear times; without them neither the breaking window (R14) nor a lapse applies.</param>
public sealed record WeighingContext(DateTimeOffset Now, DateTimeOffset StoryOpened, bool HasTimes = true)
{
    /// <summary>What editors decided (R20), in order; the last one of a claim holds.</summary>
    public ImmutableArray<EditorDecision> Decisions { get; init; } = [];

    /// <summary>How the story's reports take its claims; a claim that is not among them has no reception.</summary>
    internal ImmutableDictionary<ClaimId, Reception> Receptions { get; init; } = ImmutableDictionary<ClaimId, Reception>.Empty;
}

/// <summary>An editor's decision on a claim (R20). It is signed, and its reason is printed.</summary>
/// <param name="Claim">The claim.</param>
/// <param name="Standing">The standing that it shall have.</param>
/// <param name="Reason">Why, in one or two sentences.</param>
/// <param name="Editor">Who decided.</param>
/// <param name="At">When, UTC.</param>
public sealed record EditorDecision(ClaimId Claim, Standing Standing, string Reason, string Editor, DateTimeOffset At);
