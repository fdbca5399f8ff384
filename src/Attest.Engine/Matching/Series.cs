using Attest.Engine.Model;

namespace Attest.Engine.Matching;

/// <summary>Puts values of one quantity, and states of one thing, in one series (R10).</summary>
internal static class Series
{
    /// <summary>Gives the claim the series of what it continues, or opens one where it states a figure.</summary>
    public static void Continue(ClaimIndex index, int home, Meaning meaning, List<(int Place, Comparison Comparison)> found)
    {
        var claim = index[home];
        if (claim.Series is not null)
            return;
        int before = claim.Quantity is null ? State(found) : Figure(index, meaning, found, home);
        if (before < 0 && claim.Quantity is null)
            return;
        string series = before < 0 ? Name(claim) : index[before].Series ?? Name(index[before]);
        if (before >= 0 && index[before].Series is null)
            index.Put(before, index[before] with { Series = series });
        index.Put(home, claim with { Series = series });
    }

    private static string Name(Claim first) => "q" + first.Id.Value;

    private static int State(List<(int Place, Comparison Comparison)> found)
    {
        foreach (var (place, comparison) in found)
            if (comparison.Relation == Relation.Follows)
                return place;
        return -1;
    }

    // "Up from 12" names the value that it continues; else the nearest in words, the latest of equals.
    private static int Figure(ClaimIndex index, Meaning meaning, List<(int Place, Comparison Comparison)> found, int home)
    {
        int best = -1;
        float score = -1;
        foreach (var (place, comparison) in found)
        {
            if (place == home || index[place].Quantity is not { } other || comparison.Relation == Relation.Contradicts && Opposite(index.MeaningOf(place), meaning))
                continue;
            float near = comparison.Score + (meaning.Figure?.Previous == other.Value ? 1 : 0);
            if (near >= score)
                (best, score) = (place, near);
        }
        return best;
    }

    // Twelve alive and twelve dead contradict one another, and are no values of one count.
    private static bool Opposite(Meaning a, Meaning b) => a.Pole is { } x && b.Pole is { } y && x.Scale == y.Scale && x.Up != y.Up;
}
