using Attest.Engine.Model;

namespace Attest.Engine.Weighing;

/// <summary>Row 9: nobody asserts a claim, but it is established that somebody said it (R1). What is established of the saying never feeds what was said.</summary>
internal static class EstablishedUtterances
{
    /// <summary>Whether the claim is merely stated.</summary>
    public static bool IsStated(Dossier d, StoryIndex story, IReadOnlyDictionary<ClaimId, Verdict> verdicts)
    {
        if (d.Supports.IsEmpty || d.Supports.Any(IsAsserted))
            return false;
        return story.UtterancesOf(d.Claim).Any(u => verdicts[u.Id].Confirmed) || d.Supports.Any(IsOnItsOwnPage);
    }

    private static bool IsAsserted(Assessed e) => e.Statement.Voice == Voice.Asserts && !IsOnItsOwnPage(e) && e.Grade <= EvidenceGrade.OwnReporting && e.Counts;

    /// <summary>A party's own page is the record that it says so.</summary>
    private static bool IsOnItsOwnPage(Assessed e) => e.Evidence.Traced.Outlet.IsIssuer && e.Grade == EvidenceGrade.PartyStatement && e.Evidence.Traced.CollapsedWith is null;
}
