using System.Collections.Immutable;
using Attest.Engine.Model;

namespace Attest.Engine.Weighing;

/// <summary>The claims of one group with all of their weighing that follows from them alone: not the lapse of time, not outdated figures, not editors.</summary>
internal sealed class WeighedGroup
{
    private readonly ImmutableArray<Claim> claims;
    private readonly Dictionary<ClaimId, Dossier> dossiers;
    private readonly Dictionary<ClaimId, Verdict> settled;
    private readonly bool breaking;

    public WeighedGroup(ImmutableArray<Claim> claims, WeighingContext context, Competence competence)
    {
        this.claims = claims;
        breaking = BreakingWindow.IsOpen(context);
        Story = new StoryIndex(claims);
        dossiers = claims.ToDictionary(c => c.Id, c => Dossier.Of(c, Story, competence));
        var contradictions = new Contradictions(Story, dossiers);
        var decided = dossiers.ToDictionary(p => p.Key, p => DecisionTable.Decide(p.Value, contradictions, context));
        settled = dossiers.ToDictionary(p => p.Key, p => AmongOthers(p.Value, decided));
    }

    /// <summary>How its claims hang together.</summary>
    public StoryIndex Story { get; }

    /// <summary>A claim's evidence, assessed.</summary>
    public Dossier DossierOf(Claim claim) => dossiers[claim.Id];

    /// <summary>A claim's standing, but for the lapse of time.</summary>
    public Verdict VerdictOf(Claim claim) => settled[claim.Id];

    /// <summary>Whether it would come out the same for these claims: they are the very same, and the breaking window is as open as it was.</summary>
    public bool IsOf(ImmutableArray<Claim> others, WeighingContext context)
    {
        if (claims.Length != others.Length || breaking != BreakingWindow.IsOpen(context))
            return false;
        for (int i = 0; i < claims.Length; i++)
            if (!ReferenceEquals(claims[i], others[i]))
                return false;
        return true;
    }

    /// <summary>Rows 3 and 9 of the table, which need other claims' standings.</summary>
    private Verdict AmongOthers(Dossier d, Dictionary<ClaimId, Verdict> decided)
    {
        var verdict = decided[d.Claim.Id];
        if (Supersession.Of(d, Story, dossiers, decided) is { } newer)
            return verdict with { Standing = Standing.Superseded, Rules = ["R10"], SupersededBy = newer };
        return verdict.Standing == Standing.Uncorroborated && EstablishedUtterances.IsStated(d, Story, decided)
            ? verdict with { Standing = Standing.Stated, Rules = verdict.Rules.Contains("R11") ? ["R1", "R11"] : ["R1"] }
            : verdict;
    }
}
