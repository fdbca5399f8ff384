using System.Collections.Immutable;
using Attest.Engine.Model;

namespace Attest.Engine.Weighing;

/// <summary>
/// How many independent origins a set of evidence holds (R2): the most that can be picked so that no two share an origin, a family of access or a family of
/// outlet. Strongest first, so that the picked ones are also the best.
/// </summary>
internal static class IndependentOrigins
{
    /// <summary>Picks one piece of evidence for each independent origin, strongest first.</summary>
    public static ImmutableArray<Assessed> Of(IEnumerable<Assessed> evidence)
    {
        var candidates = Best(evidence).OrderBy(e => e, Comparer<Assessed>.Create(Compare)).ToList();
        var byAccess = Matched(candidates, Access);
        // A copy brings the words of its source under another owner's name: it shows no second outlet family.
        var byOutlet = Matched(candidates, Owner);
        return byAccess.Length <= byOutlet.Length ? byAccess : byOutlet;
    }

    /// <summary>Of what agrees in origin, access and owner only the strongest can be picked: a figure of a long series is lent evidence by all others, most of it of few origins.</summary>
    private static Dictionary<(string, string, string), Assessed>.ValueCollection Best(IEnumerable<Assessed> evidence)
    {
        var best = new Dictionary<(string, string, string), Assessed>();
        foreach (var e in evidence)
        {
            var key = (e.Origin, Access(e), Owner(e));
            if (!best.TryGetValue(key, out var known) || Compare(e, known) < 0)
                best[key] = e;
        }
        return best.Values;
    }

    /// <summary>Strongest first. Of one origin, whoever has it from another is named after whom it comes from.</summary>
    private static int Compare(Assessed a, Assessed b) =>
        (!a.Counts).CompareTo(!b.Counts) is not 0 and var counts ? counts
        : (a.Statement.Speaker?.HasItFrom is not null).CompareTo(b.Statement.Speaker?.HasItFrom is not null) is not 0 and var hearsay ? hearsay
        : a.Grade.CompareTo(b.Grade) is not 0 and var grade ? grade
        : a.Statement.At.CompareTo(b.Statement.At) is not 0 and var at ? at
        : a.Statement.Id.CompareTo(b.Statement.Id);

    private static string Access(Assessed e) => e.Evidence.Traced.Family;

    private static string Owner(Assessed e) => e.Evidence.Traced.CollapsedWith is null || IsOwnHearing(e) ? e.Evidence.Traced.Outlet.Family : e.Evidence.Traced.Family;

    private static bool IsOwnHearing(Assessed e) => e.Evidence.Traced.Because == CollapseReason.SameSpeaker;

    /// <summary>Largest matching of origins with families, by augmenting paths in order of strength.</summary>
    private static ImmutableArray<Assessed> Matched(List<Assessed> candidates, Func<Assessed, string> family)
    {
        var origins = candidates.Select(e => e.Origin).Distinct().ToList();
        var held = new Dictionary<string, Assessed>(StringComparer.Ordinal);
        foreach (string origin in origins)
            _ = TryPlace(origin, candidates, family, held, new HashSet<string>(StringComparer.Ordinal));
        return [.. held.Values.OrderBy(e => e.Counts ? 0 : 1).ThenBy(e => e.Grade).ThenBy(e => e.Statement.At).ThenBy(e => e.Statement.Id)];
    }

    private static bool TryPlace(string origin, List<Assessed> candidates, Func<Assessed, string> family, Dictionary<string, Assessed> held, HashSet<string> tried)
    {
        foreach (var e in candidates)
        {
            if (e.Origin != origin || !tried.Add(family(e)))
                continue;
            if (!held.TryGetValue(family(e), out var other) || TryPlace(other.Origin, candidates, family, held, tried))
            {
                held[family(e)] = e;
                return true;
            }
        }
        return false;
    }
}
