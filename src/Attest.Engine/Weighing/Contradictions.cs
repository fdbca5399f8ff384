using System.Collections.Immutable;
using Attest.Engine.Model;

namespace Attest.Engine.Weighing;

/// <summary>
/// Sets of contradicting claims, decided together in one pass (R9): 1. what is on record refutes what cannot be so with it; 2. two origins of better evidence refute;
/// 3. the rest is disputed.
/// </summary>
internal sealed class Contradictions
{
    private readonly IReadOnlyDictionary<ClaimId, Dossier> dossiers;
    private readonly ImmutableHashSet<ClaimId> fallen;

    public Contradictions(StoryIndex story, IReadOnlyDictionary<ClaimId, Dossier> dossiers)
    {
        Story = story;
        this.dossiers = dossiers;
        var withdrawn = dossiers.Values.Where(d => d.IsWithdrawn).Select(d => d.Claim.Id).ToImmutableHashSet();
        ByRecord = [.. dossiers.Values.Where(d => MayBeRefuted(d) && !d.HasFirmRecord && AgainstBy(d, withdrawn).Any(e => e.IsFirmRecord || (e.IsRecord && d.BestRank == 9))).Select(d => d.Claim.Id)];
        var down = withdrawn.Union(ByRecord);
        ByBetter = [.. dossiers.Values.Where(d => MayBeRefuted(d) && !d.HasFirmRecord && !down.Contains(d.Claim.Id)
            && IndependentOrigins.Of(AgainstBy(d, down).Where(e => e.Counts && e.Rank < d.BestRank)).Length >= Calibration.Origins).Select(d => d.Claim.Id)];
        fallen = down.Union(ByBetter);
    }

    /// <summary>The story whose claims these are.</summary>
    public StoryIndex Story { get; }

    /// <summary>Claims that a primary record contradicts.</summary>
    public ImmutableHashSet<ClaimId> ByRecord { get; }

    /// <summary>Claims that two origins of better evidence contradict.</summary>
    public ImmutableHashSet<ClaimId> ByBetter { get; }

    /// <summary>What speaks against a claim, by claims that still stand and by its own refuting evidence; one piece for each independent origin, strongest first.</summary>
    public ImmutableArray<Assessed> Against(Dossier d) => IndependentOrigins.Of(AgainstBy(d, fallen.Remove(d.Claim.Id)));

    /// <summary>Whether it is contradicted by what counts, and two origins of better evidence of its own do not settle that.</summary>
    public bool IsOpen(Dossier d)
    {
        var against = AgainstBy(d, fallen).Where(e => e.Counts).ToList();
        if (against.Count == 0)
            return false;
        int best = against.Min(e => e.Rank);
        return IndependentOrigins.Of(d.Supports.Where(e => e.Counts && e.Rank < best)).Length < Calibration.Origins;
    }

    // Judgements are never true or false, and a forecast is scored when its time is over.
    private static bool MayBeRefuted(Dossier d) => d.Claim.Kind is not (ClaimKind.Opinion or ClaimKind.Forecast or ClaimKind.Motive);

    // "Twelve died and one survived": a sentence that bears a claim out does not also contradict it.
    private IEnumerable<Assessed> AgainstBy(Dossier d, ImmutableHashSet<ClaimId> without) =>
        d.Refutes.Concat(Story.Opponents(d.Claim).Where(o => !without.Contains(o)).SelectMany(o => dossiers[o].Supports))
            .Where(e => !d.Supports.Any(e.IsSameSentence) && (e.Evidence.Specific || e.Statement.AsOf >= d.Claim.FirstSeen - Calibration.OneMoment));
}
