using System.Collections.Immutable;
using Attest.Engine.Model;

namespace Attest.Engine.Weighing;

/// <summary>What a reader must know beside a claim's standing.</summary>
internal static class Flags
{
    /// <summary>The flags of a claim, in the order of their definition.</summary>
    public static ImmutableArray<ClaimFlag> Of(Dossier d, Verdict verdict, WeighingContext context, StoryIndex story, bool reviewed)
    {
        List<ClaimFlag> flags = [];
        if (d.Supports.Length > 0 && d.Supports.All(e => e.IsUnnamed))
            flags.Add(ClaimFlag.UnnamedOnly);
        if (IsPartyInterested(d))
            flags.Add(ClaimFlag.PartyInterested);
        if (!d.Denials.IsEmpty)
            flags.Add(ClaimFlag.Denied);
        if (verdict.Standing != Standing.Superseded && d.Claim.Quantity is { } figure
            && story.Siblings(d.Claim).Any(s => s.Quantity is { } other && other.Value != figure.Value))
            flags.Add(ClaimFlag.NumberMoving);
        if (BreakingWindow.IsOpen(context))
            flags.Add(ClaimFlag.BreakingWindow);
        if (LegalPresumption.Applies(d.Claim))
            flags.Add(ClaimFlag.LegalPresumption);
        if (d.Claim.Quantity is { Unit.Length: 0 })
            flags.Add(ClaimFlag.ScopeUnclear);
        if (reviewed)
            flags.Add(ClaimFlag.HumanReviewed);
        return [.. flags];
    }

    /// <summary>Only parties to the matter say so, and not by a record of what is theirs to say.</summary>
    private static bool IsPartyInterested(Dossier d) => d.Supports.Length > 0 && d.Claim.Kind != ClaimKind.Utterance && d.Supports.All(e => !e.IsRecord
        && (e.Statement.Speaker?.Kind == SpeakerKind.Party || (e.Statement.Speaker is null && e.Evidence.Traced.Outlet.Kind == OutletKind.Company)));
}
