using System.Collections.Immutable;
using Attest.Engine.Model;

namespace Attest.Engine.Weighing;

/// <summary>When unnamed sources corroborate (R6): three newsrooms each state that theirs know directly, and nobody denies it.</summary>
internal static class UnnamedSources
{
    /// <summary>The evidence, with unnamed sources counting where they may.</summary>
    public static ImmutableArray<Assessed> Admit(ImmutableArray<Assessed> supports, bool denied)
    {
        if (denied)
            return supports;
        var direct = supports.Where(IsDirect).ToList();
        return IndependentOrigins.Of(direct).Length < Calibration.NewsroomsForUnnamed
            ? supports
            : [.. supports.Select(e => IsDirect(e) ? e with { Counts = true } : e)];
    }

    private static bool IsDirect(Assessed e) =>
        e.Grade is EvidenceGrade.SeveralUnnamed or EvidenceGrade.OneUnnamed && e.Evidence.Traced.Outlet.IsNewsroom && e.Evidence.Traced.CollapsedWith is null
        && (e.Statement.DirectKnowledge || e.Grade == EvidenceGrade.SeveralUnnamed);
}
