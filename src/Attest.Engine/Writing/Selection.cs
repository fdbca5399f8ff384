using System.Collections.Immutable;
using Attest.Engine.Model;

namespace Attest.Engine.Writing;

/// <summary>Chooses which claims a summary tells: the most important that do not tell the same twice (maximal marginal relevance, Carbonell and Goldstein 1998).</summary>
internal static class Selection
{
    /// <summary>Chooses up to a number of claims, beside those already chosen, best first.</summary>
    public static ImmutableArray<WeighedClaim> Of(IEnumerable<WeighedClaim> candidates, Func<WeighedClaim, double> importance, int most, ImmutableArray<WeighedClaim> chosen, Overlap overlap)
    {
        var left = candidates.Where(c => chosen.All(o => o.Claim.Id != c.Claim.Id)).OrderBy(c => c.Claim.Id).Select(c => (Claim: c, Importance: importance(c))).ToList();
        var taken = chosen;
        while (taken.Length - chosen.Length < most)
        {
            (WeighedClaim Claim, double Importance) best = default;
            double bestScore = double.NegativeInfinity;
            foreach (var candidate in left)
            {
                var c = candidate.Claim;
                double likeness = taken.IsEmpty ? 0 : taken.Max(o => overlap.Repeats(c.Claim, o.Claim));
                double score = candidate.Importance - HouseStyle.Likeness * likeness;
                bool holdsAnother = taken.Any(o => overlap.Repeats(o.Claim, c.Claim) >= HouseStyle.NothingNew);
                if (likeness < HouseStyle.SameContent && !holdsAnother && score > bestScore)
                    (best, bestScore) = (candidate, score);
            }
            if (best.Claim is null)
                break;
            taken = taken.Add(best.Claim);
            left.Remove(best);
        }
        return taken.RemoveRange(0, chosen.Length);
    }

    /// <summary>The order in which a summary tells: what is confirmed, what was wrong, what is disputed, what is open.</summary>
    public static int Rank(WeighedClaim c) => c.Standing switch
    {
        Standing.OnRecord or Standing.Corroborated => 0,
        Standing.Refuted or Standing.Retracted or Standing.Corrected => 1,
        Standing.Disputed => 2,
        Standing.Opinion => 4,
        _ => 3,
    };
}
