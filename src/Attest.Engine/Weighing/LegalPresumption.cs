using System.Collections.Immutable;
using Attest.Engine.Model;

namespace Attest.Engine.Weighing;

/// <summary>Where nobody is convicted yet (R11): charged is not convicted, and an allegation is neither.</summary>
internal static class LegalPresumption
{
    private static readonly ImmutableArray<string> BeforeJudgment =
        ["charge", "arrest", "accuse", "indict", "detain", "suspect", "sue", "prosecute", "investigate", "arraign", "allege"];

    private static readonly ImmutableArray<string> Judgment = ["convict", "sentence", "acquit", "guilty"];

    /// <summary>Whether a claim speaks of a wrong that no court has found.</summary>
    public static bool Applies(Claim claim)
    {
        bool judged = Judgment.Contains(claim.Proposition.Predicate);
        return !judged && (claim.Kind == ClaimKind.Allegation || BeforeJudgment.Contains(claim.Proposition.Predicate));
    }
}
