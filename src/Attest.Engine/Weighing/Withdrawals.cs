using Attest.Engine.Model;

namespace Attest.Engine.Weighing;

/// <summary>Whether a claim whose only origin took it back was retracted or corrected (R15).</summary>
internal static class Withdrawals
{
    /// <summary>Corrected where the origin put a passage right; retracted where it took its report back or says nothing in its place.</summary>
    public static Standing Kind(Claim claim)
    {
        var notices = claim.Evidence.Select(e => e.Traced.Statement.Withdraws).OfType<Withdrawal>().ToList();
        return notices.Count > 0 && notices.All(w => !w.WholeReport) ? Standing.Corrected : Standing.Retracted;
    }
}
