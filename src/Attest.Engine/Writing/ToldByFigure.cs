using System.Collections.Immutable;
using Attest.Engine.Model;

namespace Attest.Engine.Writing;

/// <summary>
/// Which events are told by the figure that states them: an event told with a figure gives two claims (R10), and "thirteen miners were trapped" says all that "miners
/// were trapped" says. The event is told by itself only where more is known of it than of the figure.
/// </summary>
internal static class ToldByFigure
{
    /// <summary>The claims that need not be told, because a figure of the same standing tells them.</summary>
    public static ImmutableHashSet<ClaimId> Of(ImmutableArray<WeighedClaim> claims, Overlap overlap)
    {
        var events = claims.Where(c => c.Claim.Kind is not (ClaimKind.Quantity or ClaimKind.Utterance))
            .SelectMany(c => c.Claim.Evidence.Select(e => (e.Traced.Statement.Id, Claim: c))).ToLookup(e => e.Id, e => e.Claim);
        var told = ImmutableHashSet.CreateBuilder<ClaimId>();
        foreach (var figure in claims.Where(c => c.Claim.Kind == ClaimKind.Quantity && c.Standing is not (Standing.Superseded or Standing.Lapsed)))
            foreach (var e in figure.Claim.Evidence.Where(e => e.Stance == Stance.Supports))
                foreach (var happened in events[e.Traced.Statement.Id].Concat(e.Traced.Statement.About is { } about ? events[about] : []))
                    if (happened.Standing == figure.Standing || happened.Confirmed == figure.Confirmed)
                        told.Add(happened.Claim.Id);
        var confirmed = claims.Where(c => c.Claim.Kind == ClaimKind.Quantity && c.Confirmed).ToLookup(c => c.Claim.Proposition.Predicate, StringComparer.Ordinal);
        foreach (var c in claims.Where(c => c.Claim.Kind is ClaimKind.Occurrence or ClaimKind.State or ClaimKind.Act && c.Claim.Proposition.Quantities.IsDefaultOrEmpty))
            if (confirmed[c.Claim.Proposition.Predicate].Any(figure => SaysSo(figure.Claim, c.Claim, overlap)))
                told.Add(c.Claim.Id);
        return told.ToImmutable();
    }

    /// <summary>Whether a figure tells an event that other reports word otherwise.</summary>
    private static bool SaysSo(Claim figure, Claim c, Overlap overlap) =>
        figure.Proposition.Predicate.Length > 0 && figure.Proposition.Negated == c.Proposition.Negated
        && overlap.Repeats(c, figure) >= HouseStyle.NothingNew;
}
