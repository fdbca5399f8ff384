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
        // Of one origin, whoever has it from another is named after whom it comes from.
        var candidates = evidence
            .OrderBy(e => e.Counts ? 0 : 1).ThenBy(e => e.Statement.Speaker?.HasItFrom is null ? 0 : 1).ThenBy(e => e.Grade).ThenBy(e => e.Statement.At).ThenBy(e => e.Statement.Id).ToList();
        var byAccess = Matched(candidates, e => e.Evidence.Traced.Family);
        // A copy brings the words of its source under another owner's name: it shows no second outlet family.
        var byOutlet = Matched(candidates, e => e.Evidence.Traced.CollapsedWith is null || IsOwnHearing(e) ? e.Evidence.Traced.Outlet.Family : e.Evidence.Traced.Family);
        return byAccess.Length <= byOutlet.Length ? byAccess : byOutlet;
    }

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
