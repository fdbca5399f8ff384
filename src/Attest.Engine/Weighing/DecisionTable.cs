using System.Collections.Immutable;
using Attest.Engine.Model;

namespace Attest.Engine.Weighing;

/// <summary>
/// The decision table of the editorial rules: a claim's standing from its evidence alone, row by row, the first that applies:
/// 1. retracted or corrected (R15); 2. refuted (R9); 4. forecast (R12); 5. opinion (R13); 6. on record (R4); 7. disputed (R8, R9); 8. corroborated (R2, R6, R14);
/// 10. uncorroborated. Rows 3, 9 and 11 need the standings of other claims or the time, and come after: <see cref="Supersession"/>, <see cref="EstablishedUtterances"/>,
/// <see cref="Lapses"/>.
/// </summary>
internal static class DecisionTable
{
    /// <summary>Decides one claim.</summary>
    public static Verdict Decide(Dossier d, Contradictions contradictions, WeighingContext context)
    {
        var against = contradictions.Against(d);
        bool refuted = contradictions.ByRecord.Contains(d.Claim.Id) || contradictions.ByBetter.Contains(d.Claim.Id);
        // A passage that its origin put right, and that a record says is wrong, is more than corrected: the origin admits the error.
        if (d.IsWithdrawn)
            return Withdrawals.Kind(d.Claim, contradictions.Story) is var kind && kind == Standing.Corrected && refuted
                ? new(Standing.Refuted, ["R15", "R9"], against)
                : new(kind, ["R15"], against);
        if (contradictions.ByRecord.Contains(d.Claim.Id))
            return new(Standing.Refuted, ["R9", "R4"], against);
        if (contradictions.ByBetter.Contains(d.Claim.Id))
            return new(Standing.Refuted, ["R9", "R2"], against);
        if (d.Claim.Kind == ClaimKind.Forecast)
            return new(Standing.Forecast, ["R12"], against);
        if (d.Claim.Kind is ClaimKind.Opinion or ClaimKind.Motive)
            return new(Standing.Opinion, d.Claim.Kind == ClaimKind.Motive ? ["R11", "R13"] : ["R13"], against);
        if (d.HasRecord && !against.Any(e => e.IsRecord || (e.Counts && !d.HasFirmRecord)))
            return new(Standing.OnRecord, ["R4", "R5"], against);
        if (!d.Denials.IsEmpty || contradictions.IsOpen(d))
            return new(Standing.Disputed, d.Denials.IsEmpty ? ["R9"] : contradictions.IsOpen(d) && against.Any(e => e.Counts && !d.Denials.Contains(e)) ? ["R8", "R9"] : ["R8"], against);
        int needed = BreakingWindow.IsOpen(context) ? Calibration.OriginsWhileBreaking : Calibration.Origins;
        return d.MayBeConfirmed && d.Counting.Length >= needed
            ? new(Standing.Corroborated, ForCorroboration(d), against)
            : new(Standing.Uncorroborated, AgainstCorroboration(d, needed), against);
    }

    private static ImmutableArray<string> ForCorroboration(Dossier d)
    {
        List<string> rules = ["R2"];
        if (d.Supports.Any(e => e.Evidence.Traced.CollapsedWith is not null))
            rules.Add("R3");
        if (d.Counting.Any(e => e.Grade == EvidenceGrade.PartyStatement))
            rules.Add("R5");
        if (d.Counting.All(e => e.IsUnnamed))
            rules.Add("R6");
        if (d.Claim.Kind is ClaimKind.Cause or ClaimKind.Allegation)
            rules.Add("R11");
        return [.. rules];
    }

    private static ImmutableArray<string> AgainstCorroboration(Dossier d, int needed)
    {
        List<string> rules = [];
        if (!d.MayBeConfirmed)
            rules.Add("R11");
        else if (needed > Calibration.Origins && d.Counting.Length >= Calibration.Origins)
            rules.Add("R14");
        else
            rules.Add("R2");
        if (d.Supports.Any(e => e.Evidence.Traced.CollapsedWith is not null))
            rules.Add("R3");
        if (d.Supports.Any(e => e.Grade == EvidenceGrade.PartyStatement && !e.Counts))
            rules.Add("R5");
        if (d.Supports.Length > 0 && d.Supports.All(e => e.IsUnnamed))
            rules.Add("R6");
        if (d.Supports.Any(e => e.Statement.Sentence >= 0 && e.Statement.Voice is Voice.Hedges or Voice.Asks))
            rules.Add("R7");
        if (d.Supports.Length > 0 && d.Supports.All(e => e.Statement.Sentence < 0))
            rules.Add("R22");
        return [.. rules];
    }
}
