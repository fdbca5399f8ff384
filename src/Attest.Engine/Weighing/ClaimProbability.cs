using System.Collections.Immutable;
using Attest.Engine.Model;

namespace Attest.Engine.Weighing;

/// <summary>
/// That a claim will be on record or corroborated, and not refuted, seven days on. Log-odds add up: a start, each independent origin by its grade with
/// diminishing weight, what does not count for R2, what speaks against it, how reports take it, unnamed sources, the breaking window; then calibration, bounds of the standing and rounding as
/// rows of their own. Copies add nothing. None for judgements and forecasts (R12, R13).
/// </summary>
internal static class ClaimProbability
{
    /// <summary>The published probability with what it is made of; the parts add up to its log-odds.</summary>
    public static (double? Probability, ImmutableArray<Contribution> Parts) Of(Dossier d, Verdict verdict, Reception? reception, WeighingContext context)
    {
        if (d.Claim.Kind is ClaimKind.Forecast or ClaimKind.Opinion or ClaimKind.Motive || verdict.Standing is Standing.Forecast or Standing.Opinion)
            return (null, []);
        List<Contribution> parts = [new("Starting point: how often early claims turn out true", Calibration.Start)];
        AddSupport(parts, d);
        AddOpposition(parts, d, verdict);
        if (reception is { } told)
            parts.Add(Taken(told));
        if (d.Supports.Length > 0 && d.Supports.All(e => e.IsUnnamed))
            parts.Add(new("It rests on unnamed sources only", Calibration.UnnamedOnly));
        if (BreakingWindow.IsOpen(context))
            parts.Add(new("The story is less than two hours old", Calibration.Breaking));
        parts.Add(new("Adjustment from our track record: none yet", 0));

        double free = LogOdds.ToProbability(parts.Sum(p => p.LogOdds));
        var (least, most) = Calibration.Bounds(verdict.Standing);
        double bounded = Math.Clamp(free, least, most);
        if (bounded != free)
            parts.Add(new(bounded < free ? "Held down by its standing" : "Raised to the least that its standing allows", LogOdds.Of(bounded) - LogOdds.Of(free)));
        return Rounded(bounded, parts);
    }

    private static (double?, ImmutableArray<Contribution>) Rounded(double probability, List<Contribution> parts)
    {
        double published = LogOdds.Published(probability);
        double rest = LogOdds.Of(published) - parts.Sum(p => p.LogOdds);
        if (rest != 0)
            parts.Add(new("Rounding to four decimals", rest));
        return (published, [.. parts]);
    }

    private static void AddSupport(List<Contribution> parts, Dossier d)
    {
        double share = 1;
        foreach (var e in d.Counting)
        {
            parts.Add(new($"{Names.Capital(e.Who)}: {Kind(e)}", Calibration.OfCounting(e.Grade) * share));
            share *= Calibration.Diminishing;
        }
        double rest = 0, shareOfRest = 1;
        foreach (var e in d.Origins.Where(o => !d.Counting.Any(c => c.Origin == o.Origin) && !o.Counts))
        {
            rest += Calibration.OfTheRest(e.Grade) * shareOfRest;
            shareOfRest *= Calibration.Diminishing;
        }
        if (rest > 0)
            parts.Add(new("Sources that do not count as independent evidence", Math.Min(rest, Calibration.MostOfTheRest)));
    }

    private static void AddOpposition(List<Contribution> parts, Dossier d, Verdict verdict)
    {
        if (!d.Denials.IsEmpty)
            parts.Add(new($"{Names.Capital(d.Denials[0].Who)}: denies it", Calibration.Denial));
        double share = 1;
        foreach (var e in verdict.Against.Where(e => e.Counts && !d.Denials.Contains(e)))
        {
            parts.Add(new($"{Names.Capital(e.Who)}: says otherwise", Calibration.Contradiction * share));
            share *= Calibration.Diminishing;
        }
    }

    // Whoever writes of a rumour repeats it, and shows by other words what he makes of it.
    private static Contribution Taken(Reception told)
    {
        double refuted = (told.Refuted + Calibration.ReceptionPrior) / (told.Origins + 1);
        double adds = Math.Clamp(Calibration.ReceptionSlope * (LogOdds.Of(Calibration.ReceptionNeutral) - LogOdds.Of(refuted)), Calibration.ReceptionLeast, Calibration.ReceptionMost);
        // The row says where the part comes from and no more: a number near nothing must not say that a report refutes.
        string reports = told.Origins == 1 ? "one report that tells of it takes it, by its" : $"{told.Origins} independent reports that tell of it take it, by their";
        return new($"How {reports} words as a whole", adds);
    }

    private static string Kind(Assessed e) => e.Grade switch
    {
        EvidenceGrade.PrimaryRecord => "a primary record",
        EvidenceGrade.SawRecord => "saw the record",
        EvidenceGrade.OwnReporting => "a newsroom's own reporting",
        EvidenceGrade.NamedDirect => "a named person with direct knowledge",
        EvidenceGrade.PartyStatement => "competent for this by its office",
        _ => "unnamed sources with direct knowledge",
    };
}
