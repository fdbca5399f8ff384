using Attest.Engine.Model;

namespace Attest.Engine.Weighing;

/// <summary>What would settle an open claim, in one sentence by its kind.</summary>
internal static class WhatWouldSettle
{
    /// <summary>The sentence; null where the claim is settled.</summary>
    public static string? For(Dossier d, Verdict v) => v.Standing switch
    {
        Standing.OnRecord or Standing.Corroborated or Standing.Refuted or Standing.Retracted or Standing.Corrected or Standing.Superseded => null,
        Standing.Opinion => null,
        Standing.Forecast => d.Claim.Deadline is null ? "Whether it happens." : "Whether it has happened when its time is over.",
        Standing.Disputed => $"{Record(d.Claim)}, or two independent origins on one side with better evidence than the other, would settle it.",
        _ when v.Rules.Contains("R11") => "A court’s ruling, or the finding of the body that investigates it, would settle it.",
        _ when v.Rules.Contains("R14") => $"{Record(d.Claim)}, or a third independent origin, would settle it.",
        _ => $"{Record(d.Claim)}, or {(d.Counting.IsEmpty ? "two independent origins" : "a second independent origin")}, would settle it.",
    };

    private static string Record(Claim claim)
    {
        var about = Competence.SubjectsOf(claim);
        return claim.Kind switch
        {
            ClaimKind.Utterance => "The speaker’s own text",
            ClaimKind.Act => "The maker’s own record of it",
            ClaimKind.Cause or ClaimKind.Allegation => "A finding of the body that investigates it",
            _ when about.HasFlag(Subjects.Casualties) => "A count or statement of rescuers, a hospital or the authorities in their own records",
            _ when about.HasFlag(Subjects.Votes) => "The election commission’s own count",
            _ when about.HasFlag(Subjects.Measurements) => "The measuring body’s own data",
            _ when about.HasFlag(Subjects.Prices) => "The exchange’s own data",
            _ when about.HasFlag(Subjects.Recalls) => "A record of the safety agency",
            ClaimKind.Quantity => "The published count of whoever keeps it",
            _ => "A primary record",
        };
    }
}
