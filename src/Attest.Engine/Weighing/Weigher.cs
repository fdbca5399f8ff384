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
        var story = new StoryIndex(claims);
        var competence = new Competence();
        var dossiers = claims.ToDictionary(c => c.Id, c => Dossier.Of(c, story, competence));
        var contradictions = new Contradictions(story, dossiers);
        var decided = dossiers.ToDictionary(p => p.Key, p => DecisionTable.Decide(p.Value, contradictions, context));
        var settled = dossiers.ToDictionary(p => p.Key, p => AmongOthers(p.Value, story, dossiers, decided, context));
        var outdated = settled.Where(p => p.Value.SupersededBy is not null && dossiers[p.Key].Claim.Quantity is not null)
            .Select(p => (dossiers[p.Key], p.Value.SupersededBy!.Value)).OrderBy(o => o.Item1.Claim.Id).ToList();
        return [.. claims.Select(c => Weighed(dossiers[c.Id], WithItsFigure(dossiers[c.Id], settled[c.Id], outdated), story, context))];
    }

    /// <summary>Rows 3, 9 and 11 of the table, which need other claims' standings or the time.</summary>
    private static Verdict AmongOthers(
        Dossier d, StoryIndex story, Dictionary<ClaimId, Dossier> dossiers, Dictionary<ClaimId, Verdict> decided, WeighingContext context)
    {
        var verdict = decided[d.Claim.Id];
        if (Supersession.Of(d, story, dossiers, decided) is { } newer)
            return verdict with { Standing = Standing.Superseded, Rules = ["R10"], SupersededBy = newer };
        if (verdict.Standing == Standing.Uncorroborated && EstablishedUtterances.IsStated(d, story, decided))
            verdict = verdict with { Standing = Standing.Stated, Rules = verdict.Rules.Contains("R11") ? ["R1", "R11"] : ["R1"] };
        return Lapses.HasLapsed(d, verdict.Standing, context) ? verdict with { Standing = Standing.Lapsed, Rules = [.. verdict.Rules, "R23"] } : verdict;
    }

    private static Verdict WithItsFigure(Dossier d, Verdict verdict, List<(Dossier, ClaimId)> outdated) =>
        outdated.Count > 0 && verdict.Standing is Standing.OnRecord or Standing.Corroborated or Standing.Uncorroborated or Standing.Stated or Standing.Lapsed
            && Supersession.OfItsFigure(d, outdated) is { } newer
            ? verdict with { Standing = Standing.Superseded, Rules = ["R10"], SupersededBy = newer }
            : verdict;

    private static WeighedClaim Weighed(Dossier d, Verdict verdict, StoryIndex story, WeighingContext context)
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
            Flags = Flags.Of(d, verdict, context, story, decision is not null),
            Reason = decision is not null ? $"{decision.Editor} decided: {decision.Reason}" : Reasons.For(d, verdict, context, id => story[id].Wording),
            Rules = verdict.Rules,
            Origins = d.Origins.Length,
            Reports = d.Supports.Select(e => e.Statement.Report).Distinct().Count(),
            SupersededBy = verdict.SupersededBy,
            WouldSettle = WhatWouldSettle.For(d, verdict),
        };
    }
}
