using System.Collections.Immutable;
using Attest.Engine.Model;

namespace Attest.Engine.Weighing;

/// <summary>
/// Gives every claim of a story its standing and its number, each with reasons. The same claims give the same result in whatever order they and their evidence stand.
/// The cascade:
/// 1. take out what was withdrawn, with all that rests on it (R15), and assess what each remaining piece of evidence is worth (R4–R7, R22);
/// 2. decide sets of contradicting claims together (R9);
/// 3. decide each claim by the table (R2, R4, R8, R11–R14);
/// 4. mark values that newer ones replaced (R10), utterances that only establish that somebody said it (R1), and what has lapsed (R23);
/// 5. let editors decide last (R20);
/// 6. make the number and its parts.
/// </summary>
public static class Weigher
{
    /// <summary>Weighs a story's claims; the result stands in the order of the input.</summary>
    /// <param name="claims">The claims.</param>
    /// <param name="context">What weighing must know beside them.</param>
    /// <param name="memory">How they were weighed last: saves time, changes nothing.</param>
    public static ImmutableArray<WeighedClaim> Weigh(ImmutableArray<Claim> claims, WeighingContext context, WeighingMemory? memory = null)
    {
        ArgumentNullException.ThrowIfNull(context);
        memory ??= new();
        var groups = memory.GroupsOf(claims, context);
        var outdated = claims.Where(c => c.Quantity is not null && groups[c.Id].VerdictOf(c).SupersededBy is not null)
            .Select(c => (groups[c.Id].DossierOf(c), groups[c.Id].VerdictOf(c).SupersededBy!.Value)).OrderBy(o => o.Item1.Claim.Id).ToList();
        return memory.Weigh(claims, GroundsOf, grounds => Weighed(grounds, context));

        Grounds GroundsOf(Claim claim)
        {
            var group = groups[claim.Id];
            var (dossier, verdict) = (group.DossierOf(claim), group.VerdictOf(claim));
            var itsFigure = ItsFigure(dossier, verdict, outdated);
            bool lapsed = verdict.SupersededBy is null && Lapses.HasLapsed(dossier, verdict.Standing, context);
            var newer = itsFigure ?? verdict.SupersededBy;
            return new(group, claim, lapsed, itsFigure, newer is { } id && groups.TryGetValue(id, out var other) ? other.Story[id].Wording : null,
                context.HasTimes && claim.Deadline <= context.Now, BreakingWindow.IsOpen(context),
                context.Decisions.IsDefaultOrEmpty ? null : context.Decisions.LastOrDefault(o => o.Claim == claim.Id),
                context.Receptions.TryGetValue(claim.Id, out var reception) ? reception : null);
        }
    }

    private static ClaimId? ItsFigure(Dossier d, Verdict verdict, List<(Dossier, ClaimId)> outdated) =>
        outdated.Count > 0 && verdict.Standing is Standing.OnRecord or Standing.Corroborated or Standing.Uncorroborated or Standing.Stated or Standing.Disputed or Standing.Lapsed
            ? Supersession.OfItsFigure(d, outdated) : null;

    /// <summary>Rows 3 and 11 of the table, as far as they need the time or figures of other claims.</summary>
    private static Verdict InTime(Verdict verdict, Grounds on)
    {
        if (on.HasLapsed)
            verdict = verdict with { Standing = Standing.Lapsed, Rules = [.. verdict.Rules, "R23"] };
        return on.ItsFigureWas is { } newer && verdict.Standing is Standing.OnRecord or Standing.Corroborated or Standing.Uncorroborated or Standing.Stated or Standing.Lapsed
            ? verdict with { Standing = Standing.Superseded, Rules = ["R10"], SupersededBy = newer }
            : verdict;
    }

    private static WeighedClaim Weighed(Grounds on, WeighingContext context)
    {
        var d = on.Group.DossierOf(on.Claim);
        var verdict = InTime(on.Group.VerdictOf(on.Claim), on);
        if (on.Decision is { } decision)
            verdict = verdict with { Standing = decision.Standing, Rules = ["R20"], SupersededBy = null };
        var (probability, parts) = ClaimProbability.Of(d, verdict, on.Reception, context);
        return new()
        {
            Claim = d.Claim,
            Standing = verdict.Standing,
            Probability = probability,
            Contributions = parts,
            Flags = Flags.Of(d, verdict, context, on.Group.Story, on.Decision is not null),
            Reason = on.Decision is { } by ? $"{by.Editor} decided: {by.Reason}" : Reasons.For(d, verdict, context, _ => on.Newer!),
            Rules = verdict.Rules,
            Origins = d.Origins.Length,
            Reports = d.Supports.Select(e => e.Statement.Report).Distinct().Count(),
            SupersededBy = verdict.SupersededBy,
            WouldSettle = WhatWouldSettle.For(d, verdict),
        };
    }
}
