using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Attest.Engine.Model;

namespace Attest.Engine.Matching;

/// <summary>
/// How a story's reports take each claim: 1. of each origin the earliest report, in its newest version (forty copies tell it once, R3); 2. a report tells of a claim where it
/// holds nearly all of its words, whatever it makes of them; 3. its tenor says how it takes it. Nothing for claims that say themselves that something is not so,
/// which a report that refutes bears out, nor for what somebody said (R1).
/// </summary>
internal static class Receptions
{
    /// <summary>The receptions of the claims that have one.</summary>
    public static ImmutableDictionary<ClaimId, Reception> Of(ImmutableArray<Claim> claims, ImmutableArray<TracedReport> reports)
    {
        Telling[] tellings = [.. reports.GroupBy(r => r.Report.Id).Select(versions => versions.MaxBy(v => v.Report.Version)!)
            .GroupBy(r => r.Lead.Id).Select(origin => origin.OrderBy(r => r.Report.At).ThenBy(r => r.Report.Id).First().Telling).OfType<Telling>()];
        var denying = tellings.SelectMany(t => t.Denying).ToHashSet();
        var receptions = ImmutableDictionary.CreateBuilder<ClaimId, Reception>();
        var words = new List<uint>();
        foreach (var claim in claims)
        {
            if (claim.Kind is ClaimKind.Utterance or ClaimKind.Absence || claim.Proposition.Negated || claim.Evidence.Any(e => denying.Contains(e.Traced.Statement.Id)))
                continue;
            words.Clear();
            foreach (string lemma in claim.Proposition.Lemmas)
                words.Add(Tellings.WordOf(lemma));
            // In the order of origins, sums would differ in their last bit from order to order of arrival.
            double[] refuted = [.. tellings.Where(t => TellsOf(t, CollectionsMarshal.AsSpan(words))).Select(t => t.Whole.Refutes).Order()];
            if (refuted.Length > 0)
                receptions.Add(claim.Id, new Reception(refuted.Length, refuted.Sum()));
        }
        return receptions.ToImmutable();
    }

    private static bool TellsOf(Telling telling, ReadOnlySpan<uint> words)
    {
        int missing = 0, most = (int)(words.Length * Calibration.UntoldWords);
        foreach (uint word in words)
            if (telling.Words.BinarySearch(word) < 0 && ++missing > most)
                return false;
        return words.Length > 0;
    }
}
