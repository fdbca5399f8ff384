using Attest.Engine.Model;

namespace Attest.Engine.Weighing;

/// <summary>Whether a claim whose only origin took it back was retracted or corrected (R15).</summary>
internal static class Withdrawals
{
    /// <summary>Corrected where the origin put a passage right; retracted where it took its report back or says nothing in its place.</summary>
    public static Standing Kind(Claim claim, StoryIndex story)
    {
        if (PutAnotherInItsPlace(claim, story))
            return Standing.Corrected;
        var notices = claim.Evidence.Select(e => e.Traced.Statement.Withdraws).OfType<Withdrawal>().ToList();
        return notices.Count > 0 && notices.All(w => !w.WholeReport) ? Standing.Corrected : Standing.Retracted;
    }

    // The same outlet now says another value, or what cannot be so with it.
    private static bool PutAnotherInItsPlace(Claim claim, StoryIndex story)
    {
        var withdrew = claim.Evidence.Where(e => e.Stance == Stance.Supports && e.Withdrawn && e.Traced.CollapsedWith is null).Select(e => e.Traced.Outlet.Family).ToHashSet();
        return withdrew.Count > 0 && story.Siblings(claim).Concat(story.Opponents(claim).Select(id => story[id]))
            .Any(c => c.Evidence.Any(e => e.Stance == Stance.Supports && !e.Withdrawn && withdrew.Contains(e.Traced.Outlet.Family)));
    }
}
