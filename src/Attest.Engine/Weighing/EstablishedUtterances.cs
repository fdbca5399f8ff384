using System.Collections.Immutable;
using Attest.Engine.Model;

namespace Attest.Engine.Weighing;

/// <summary>Row 9: nobody asserts a claim, but it is established that somebody said it (R1). What is established of the saying never feeds what was said.</summary>
internal static class EstablishedUtterances
{
    /// <summary>Whether the claim is merely stated.</summary>
    public static bool IsStated(Dossier d, ImmutableDictionary<ClaimId, Dossier> dossiers, ImmutableDictionary<ClaimId, Verdict> verdicts)
    {
        if (d.Supports.IsEmpty || d.Supports.Any(IsAsserted))
            return false;
        return dossiers.Values.Any(u => u.Claim.Utters == d.Claim.Id && verdicts[u.Claim.Id].Confirmed) || d.Supports.Any(IsOnItsOwnPage);
    }

    private static bool IsAsserted(Assessed e) => e.Statement.Voice == Voice.Asserts && !IsOnItsOwnPage(e) && e.Grade <= EvidenceGrade.OwnReporting && e.Counts;

    /// <summary>A party's own page is the record that it says so.</summary>
    private static bool IsOnItsOwnPage(Assessed e) => e.Evidence.Traced.Outlet.IsIssuer && e.Grade == EvidenceGrade.PartyStatement && e.Evidence.Traced.CollapsedWith is null;
}
