using Attest.Engine.Matching;

namespace Attest.Eval.Tasks;

/// <summary>Finds the five bounds of <see cref="PairRelation"/> that are right most often, one after the other, twice round.</summary>
internal static class RelationFit
{
    private const int Rounds = 2;

    private static readonly float[] steps = [.. Enumerable.Range(0, 41).Select(i => i / 40f)];

    /// <summary>The bounds.</summary>
    public static RelationBounds Of(IReadOnlyList<(PairRelation Of, int Gold)> pairs)
    {
        var best = new RelationBounds(0.5f, 0.7f, 0.2f, 0.5f, 0.6f);
        for (int round = 0; round < Rounds; round++)
        {
            best = Best(pairs, best, (b, x) => b with { LikeForSign = x });
            best = Best(pairs, best, (b, x) => b with { LikeForOpposites = x });
            best = Best(pairs, best, (b, x) => b with { Uncovered = x });
            best = Best(pairs, best, (b, x) => b with { Heaviest = x });
            best = Best(pairs, best, (b, x) => b with { LikeForEntailed = x });
        }
        return best;
    }

    private static RelationBounds Best(IReadOnlyList<(PairRelation Of, int Gold)> pairs, RelationBounds now, Func<RelationBounds, float, RelationBounds> with) =>
        steps.Select(s => with(now, s)).Prepend(now).MaxBy(b => pairs.Count(p => (int)p.Of.Decide(b) == p.Gold))!;
}
