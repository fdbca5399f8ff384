using System.Collections.Immutable;
using Attest.Engine.Model;

namespace Attest.Engine.Writing;

/// <summary>What changed between two weighings of a story, typed; a demotion as much as a promotion (R16). Utterances are left out: they are listed under what was said.</summary>
internal static class ChangesBetween
{
    /// <summary>The changes, in the order of the claims' ids.</summary>
    public static ImmutableArray<Changed> Of(ImmutableArray<WeighedClaim> before, ImmutableArray<WeighedClaim> after)
    {
        var old = before.ToDictionary(c => c.Claim.Id);
        var now = after.ToDictionary(c => c.Claim.Id);
        List<Changed> changes = [];
        foreach (var claim in after.Where(c => c.Claim.Kind != ClaimKind.Utterance).OrderBy(c => c.Claim.Id))
        {
            var was = old.GetValueOrDefault(claim.Claim.Id);
            // What was foretold and never told of again: the passing of its day is no news in itself, and the forecast stands in its list.
            if (claim.Claim.Forecast is not null && claim.Claim.Evidence.All(e => e.Stance != Stance.Supports))
                continue;
            if (KindOf(was, claim) is not { } kind)
                continue;
            // A value that a confirmed newer one replaced is told with that one, as a revision.
            if (kind == ChangeKind.Superseded && IsToldAsRevision(claim, now))
                continue;
            var older = kind == ChangeKind.Confirmed ? Replaced(claim, after, old) : kind == ChangeKind.New ? Before(claim, after, old) : null;
            changes.Add(new(older is not null && kind == ChangeKind.Confirmed ? ChangeKind.Revised : kind, claim, was?.Confirmed == true, was is not null, older));
        }
        return [.. changes];
    }

    private static ChangeKind? KindOf(WeighedClaim? was, WeighedClaim now)
    {
        if (was is null)
            return now.Confirmed ? ChangeKind.Confirmed : now.Standing switch
            {
                Standing.Disputed => now.Flags.Contains(ClaimFlag.Denied) ? ChangeKind.Denied : ChangeKind.Disputed,
                Standing.Refuted => ChangeKind.Refuted,
                // What was out of date or withdrawn before we ever told it is no change.
                Standing.Superseded or Standing.Retracted or Standing.Corrected or Standing.Lapsed => null,
                _ => ChangeKind.New,
            };
        bool newlyDenied = now.Flags.Contains(ClaimFlag.Denied) && !was.Flags.Contains(ClaimFlag.Denied);
        if (was.Standing == now.Standing)
            return newlyDenied && now.Standing != Standing.Refuted ? ChangeKind.Denied : null;
        return now.Standing switch
        {
            Standing.Refuted => ChangeKind.Refuted,
            Standing.Retracted => ChangeKind.Retracted,
            Standing.Corrected => ChangeKind.Corrected,
            Standing.Superseded => ChangeKind.Superseded,
            Standing.Disputed => newlyDenied ? ChangeKind.Denied : ChangeKind.Disputed,
            Standing.OnRecord or Standing.Corroborated => was.Confirmed ? null : ChangeKind.Confirmed,
            _ when was.Confirmed => ChangeKind.Demoted,
            Standing.Lapsed => ChangeKind.Lapsed,
            _ when was.Standing is Standing.Lapsed => ChangeKind.New,
            _ => null,
        };
    }

    private static bool IsToldAsRevision(WeighedClaim older, Dictionary<ClaimId, WeighedClaim> now) =>
        older.Claim.Quantity is not null && older.SupersededBy is { } id && now.TryGetValue(id, out var newer) && newer.Confirmed && newer.Claim.Quantity is not null;

    /// <summary>The value of the same series that readers were told last before a new, unconfirmed one.</summary>
    private static WeighedClaim? Before(WeighedClaim newer, ImmutableArray<WeighedClaim> after, Dictionary<ClaimId, WeighedClaim> old) =>
        newer.Claim.Quantity is not { } figure || newer.Claim.Series is null ? null : after
            .Where(o => o.Claim.Series == newer.Claim.Series && o.Claim.Id != newer.Claim.Id && old.ContainsKey(o.Claim.Id) && o.Claim.AsOf <= newer.Claim.AsOf
                && o.Claim.Quantity is { } other && other.Value != figure.Value)
            .OrderByDescending(o => o.Claim.AsOf).ThenBy(o => o.Claim.Id).FirstOrDefault();

    /// <summary>The newest value that this newly confirmed one replaced, as far as readers were told it.</summary>
    private static WeighedClaim? Replaced(WeighedClaim newer, ImmutableArray<WeighedClaim> after, Dictionary<ClaimId, WeighedClaim> old) =>
        newer.Claim.Quantity is not { } figure ? null : after
            .Where(o => o.Standing == Standing.Superseded && o.SupersededBy == newer.Claim.Id && old.TryGetValue(o.Claim.Id, out var was) && was.Standing != Standing.Superseded
                && o.Claim.Quantity is { } other && (other.Value != figure.Value || other.Bound != figure.Bound))
            // A fall is told from what readers heard last, though that was never confirmed (R10, R16).
            .OrderByDescending(o => o.Claim.AsOf).ThenByDescending(o => old[o.Claim.Id].Confirmed).ThenBy(o => o.Claim.Id).FirstOrDefault();
}
