using Attest.Engine.Model;

namespace Attest.Engine.Weighing;

/// <summary>Which values of a series are out of date (row 3, R10): a newer one is confirmed, or every origin of the older one now says the newer.</summary>
internal static class Supersession
{
    /// <summary>The newest claim that takes the place of this one; null where it still stands.</summary>
    public static ClaimId? Of(Dossier d, StoryIndex story, IReadOnlyDictionary<ClaimId, Dossier> dossiers, IReadOnlyDictionary<ClaimId, Verdict> verdicts)
    {
        if (d.Claim.Series is null || IsDown(verdicts[d.Claim.Id]) || d.Supports.IsEmpty)
            return null;
        return story.Siblings(d.Claim).Reverse()
            .Where(newer => NumberSeries.Replaces(newer, d.Claim) && (verdicts[newer.Id].Confirmed || SameOriginsMovedOn(d, dossiers[newer.Id], verdicts[newer.Id])))
            .Select(c => (ClaimId?)c.Id).FirstOrDefault();
    }

    /// <summary>The newer value of a figure that a claim of another kind is told with: "recalled 48,000 kettles because …" is out of date with its 48,000.</summary>
    public static ClaimId? OfItsFigure(Dossier d, IEnumerable<(Dossier Figure, ClaimId Newer)> outdated)
    {
        if (d.Claim.Quantity is not null || d.Claim.Kind == ClaimKind.Utterance || d.Claim.Proposition.Quantities.IsDefaultOrEmpty || d.Supports.IsEmpty)
            return null;
        foreach (var (figure, newer) in outdated)
            if (d.Claim.Proposition.Quantities.Any(q => q.Value == figure.Claim.Quantity!.Value && q.Unit == figure.Claim.Quantity.Unit)
                && d.Supports.All(e => figure.Supports.Any(e.IsSameSentence)))
                return newer;
        return null;
    }

    private static bool SameOriginsMovedOn(Dossier older, Dossier newer, Verdict ofNewer)
    {
        if (IsDown(ofNewer) || ofNewer.Standing == Standing.Disputed)
            return false;
        return older.Supports.All(e => newer.OriginsOfSupports.Contains(e.Origin));
    }

    private static bool IsDown(Verdict v) => v.Standing is Standing.Retracted or Standing.Corrected or Standing.Refuted or Standing.Forecast or Standing.Opinion;
}
