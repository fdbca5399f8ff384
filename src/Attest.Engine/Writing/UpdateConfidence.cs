using System.Collections.Immutable;
using Attest.Engine.Model;

namespace Attest.Engine.Writing;

/// <summary>An update's number: that its lead claims, as worded, still stand seven days on. Never above the weakest of them.</summary>
internal static class UpdateConfidence
{
    private const double Least = 0.05;
    private const double Most = 0.95;

    /// <summary>Most that a primary record allows.</summary>
    private const double MostOnRecord = 0.97;

    /// <summary>The number with what it is made of; null where every lead claim is a judgement or forecast that has none.</summary>
    public static (double? Confidence, ImmutableArray<Contribution> Parts) Of(ImmutableArray<WeighedClaim> lead)
    {
        // What we say to be wrong is right as far as the claim is not.
        var weakest = lead.Where(c => c.Probability is not null).OrderBy(Stands).ThenBy(c => c.Claim.Id).FirstOrDefault();
        if (weakest is null)
            return (null, []);
        double stands = Stands(weakest);
        bool onRecord = lead.All(c => c.Standing == Standing.OnRecord);
        double most = onRecord ? MostOnRecord : Most;
        // Rounded down, so that the update is never above its weakest lead claim.
        double rounded = Math.Floor(Math.Round(stands * 20, 6, MidpointRounding.ToEven)) / 20;
        double confidence = stands >= most && onRecord ? MostOnRecord : Math.Round(Math.Clamp(rounded, Least, Most), 2, MidpointRounding.ToEven);
        List<Contribution> parts = [.. SaysItWasWrong(weakest) ? weakest.Contributions.Select(p => p with { LogOdds = -p.LogOdds }) : weakest.Contributions];
        double rest = LogOdds.Of(confidence) - parts.Sum(p => p.LogOdds);
        if (rest != 0)
            parts.Add(new("Rounded down to a step of 5, within 5 and 95 (97 with a primary record)", rest));
        return (confidence, [.. parts]);
    }

    /// <summary>How strong the evidence behind the lead is.</summary>
    public static EvidenceStrength Strength(ImmutableArray<WeighedClaim> lead)
    {
        if (lead.Any(c => c.Standing == Standing.OnRecord) || lead.All(c => c.Origins >= 3 && !c.Flags.Contains(ClaimFlag.UnnamedOnly)))
            return EvidenceStrength.High;
        return lead.All(c => c.Flags.Contains(ClaimFlag.UnnamedOnly) || c.Origins == 0) ? EvidenceStrength.Low
            : lead.Any(c => c.Origins >= 2 || IsOfficial(c)) ? EvidenceStrength.Moderate : EvidenceStrength.Low;
    }

    private static double Stands(WeighedClaim c) => SaysItWasWrong(c) ? 1 - c.Probability!.Value : c.Probability!.Value;

    private static bool SaysItWasWrong(WeighedClaim c) => c.Standing is Standing.Refuted or Standing.Retracted or Standing.Corrected;

    private static bool IsOfficial(WeighedClaim c) => c.Claim.Evidence.Any(e =>
        e.Stance == Stance.Supports && !e.Withdrawn && (e.Traced.Statement.Speaker?.Kind == SpeakerKind.Official || e.Traced.Outlet.Kind == OutletKind.Official));
}
