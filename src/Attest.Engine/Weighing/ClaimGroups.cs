using System.Collections.Immutable;
using Attest.Engine.Model;

namespace Attest.Engine.Weighing;

/// <summary>
/// Which claims of a story bear on one another's standing: values of one series, claims that cannot be so together, what was said and the saying of it.
/// Nothing outside its group decides a claim, but for the time and an outdated figure (<see cref="Supersession.OfItsFigure"/>).
/// </summary>
internal static class ClaimGroups
{
    /// <summary>The groups in order of their first claims; each in order of the story.</summary>
    public static IEnumerable<ImmutableArray<Claim>> Of(ImmutableArray<Claim> story)
    {
        var places = new Dictionary<ClaimId, int>(story.Length);
        for (int i = 0; i < story.Length; i++)
            places[story[i].Id] = i;
        int[] first = [.. Enumerable.Range(0, story.Length)];
        var series = new Dictionary<string, int>(StringComparer.Ordinal);
        for (int i = 0; i < story.Length; i++)
        {
            if (story[i].Series is { } name && !series.TryAdd(name, i))
                Join(first, i, series[name]);
            if (story[i].Utters is { } said && places.TryGetValue(said, out int content))
                Join(first, i, content);
            foreach (var other in story[i].Conflicts)
                if (places.TryGetValue(other, out int opponent))
                    Join(first, i, opponent);
        }
        var groups = new ImmutableArray<Claim>.Builder?[story.Length];
        for (int i = 0; i < story.Length; i++)
            (groups[FirstOf(first, i)] ??= ImmutableArray.CreateBuilder<Claim>()).Add(story[i]);
        return groups.OfType<ImmutableArray<Claim>.Builder>().Select(g => g.ToImmutable());
    }

    // Each claim points towards the first of its group; ways are halved as they are walked (union-find).
    private static int FirstOf(int[] first, int i)
    {
        while (first[i] != i)
            i = first[i] = first[first[i]];
        return i;
    }

    private static void Join(int[] first, int one, int other)
    {
        int a = FirstOf(first, one), b = FirstOf(first, other);
        first[Math.Max(a, b)] = Math.Min(a, b);
    }
}
