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
    public static ImmutableArray<WeighedClaim> Weigh(ImmutableArray<Claim> claims, WeighingContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var dossiers = claims.ToImmutableDictionary(c => c.Id, c => Dossier.Of(c, claims));
        var contradictions = new Contradictions(dossiers);
        var decided = dossiers.ToImmutableDictionary(p => p.Key, p => DecisionTable.Decide(p.Value, contradictions, context));
        var settled = dossiers.ToImmutableDictionary(p => p.Key, p => AmongOthers(p.Value, dossiers, decided, context));
        var wordings = claims.ToImmutableDictionary(c => c.Id, c => c.Wording);
        return [.. claims.Select(c => Weighed(dossiers[c.Id], settled[c.Id], context, claims, id => wordings[id]))];
    }

    /// <summary>Rows 3, 9 and 11 of the table, which need other claims' standings or the time.</summary>
    private static Verdict AmongOthers(
        Dossier d, ImmutableDictionary<ClaimId, Dossier> dossiers, ImmutableDictionary<ClaimId, Verdict> decided, WeighingContext context)
    {
        var verdict = decided[d.Claim.Id];
        if (Supersession.Of(d, dossiers, decided) is { } newer)
            return verdict with { Standing = Standing.Superseded, Rules = ["R10"], SupersededBy = newer };
        if (verdict.Standing == Standing.Uncorroborated && EstablishedUtterances.IsStated(d, dossiers, decided))
            verdict = verdict with { Standing = Standing.Stated, Rules = verdict.Rules.Contains("R11") ? ["R1", "R11"] : ["R1"] };
        return Lapses.HasLapsed(d, verdict.Standing, context) ? verdict with { Standing = Standing.Lapsed, Rules = [.. verdict.Rules, "R23"] } : verdict;
    }

    private static WeighedClaim Weighed(
        Dossier d, Verdict verdict, WeighingContext context, ImmutableArray<Claim> claims, Func<ClaimId, string> wordingOf)
    {
        var decision = context.Decisions.IsDefaultOrEmpty ? null : context.Decisions.LastOrDefault(o => o.Claim == d.Claim.Id);
        if (decision is not null)
            verdict = verdict with { Standing = decision.Standing, Rules = ["R20"], SupersededBy = null };
        var (probability, parts) = ClaimProbability.Of(d, verdict, context);
        return new()
        {
            Claim = d.Claim,
            Standing = verdict.Standing,
            Probability = probability,
            Contributions = parts,
            Flags = Flags.Of(d, verdict, context, claims, decision is not null),
            Reason = decision is not null ? $"{decision.Editor} decided: {decision.Reason}" : Reasons.For(d, verdict, context, wordingOf),
            Rules = verdict.Rules,
            Origins = d.Origins.Length,
            Reports = d.Supports.Select(e => e.Statement.Report).Distinct().Count(),
            SupersededBy = verdict.SupersededBy,
            WouldSettle = WhatWouldSettle.For(d, verdict),
        };
    }
}
