using System.Collections.Immutable;
using Attest.Engine.Model;

namespace Attest.Engine.Weighing;

/// <summary>A claim with its evidence assessed: what every decision reads.</summary>
/// <param name="Claim">The claim.</param>
/// <param name="Supports">What stands and says so.</param>
/// <param name="Refutes">What stands and says otherwise.</param>
/// <param name="Denials">The specific denials among <paramref name="Refutes"/>.</param>
/// <param name="Counting">One piece of evidence for each independent origin that counts for R2, strongest first.</param>
/// <param name="Origins">The same for all origins, whether or not they count.</param>
/// <param name="WasSupported">Whether something once said so, withdrawn or not.</param>
internal sealed record Dossier(
    Claim Claim, ImmutableArray<Assessed> Supports, ImmutableArray<Assessed> Refutes, ImmutableArray<Assessed> Denials, ImmutableArray<Assessed> Counting,
    ImmutableArray<Assessed> Origins, bool WasSupported)
{
    private readonly Lazy<HashSet<string>> originsOfSupports = new(() => [.. Supports.Select(e => e.Origin)], isThreadSafe: false);

    /// <summary>The origins of all that stands and says so, whether or not they count.</summary>
    public IReadOnlySet<string> OriginsOfSupports => originsOfSupports.Value;

    /// <summary>Whether a primary record bears it out (R4).</summary>
    public bool HasRecord => Supports.Any(e => e.IsRecord) && Claim.Kind is not (ClaimKind.Forecast or ClaimKind.Opinion or ClaimKind.Motive);

    /// <summary>Whether that record settles it even against others who count.</summary>
    public bool HasFirmRecord => HasRecord && Supports.Any(e => e.IsFirmRecord);

    /// <summary>Whether all that supported it was withdrawn (R15).</summary>
    public bool IsWithdrawn => WasSupported && Supports.IsEmpty;

    /// <summary>Rank of its best evidence; 9 where none counts.</summary>
    public int BestRank => Supports.IsEmpty ? 9 : Supports.Min(e => e.Rank);

    /// <summary>Whether it may be asserted at all without a record: cause, blame and guilt need a finding (R11).</summary>
    public bool MayBeConfirmed => Claim.Kind is not (ClaimKind.Cause or ClaimKind.Allegation) || Supports.Any(e => e.IsFinding);

    /// <summary>When evidence for it was last stated; its first statement's time where none stands.</summary>
    public DateTimeOffset LastEvidence => Supports.IsEmpty ? Claim.FirstSeen : Supports.Max(e => e.Statement.At);

    /// <summary>Assesses a claim's evidence, with what other figures of its series lend it.</summary>
    public static Dossier Of(Claim claim, StoryIndex story, Competence competence)
    {
        var standing = story.Standing(claim);
        var own = standing.Where(e => e.Stance == Stance.Supports).ToList();
        // A figure whose own reports were all withdrawn does not live on by others'.
        var lent = own.Count == 0 ? [] : NumberSeries.Lent(claim, story);
        var supports = Assess(own.Concat(lent), claim, competence);
        var refutes = Assess(standing.Where(e => e.Stance == Stance.Refutes && !FollowsInTime(e, claim)), claim, competence);
        var denials = SpecificDenials.Among(refutes);
        supports = UnnamedSources.Admit(supports, denied: !denials.IsEmpty);
        return new(claim, supports, refutes, denials, IndependentOrigins.Of(supports.Where(e => e.Counts)), IndependentOrigins.Of(supports.Where(e => EvidenceWorth.IsEvidence(e.Evidence, claim))),
            claim.Evidence.Any(e => e.Stance == Stance.Supports));
    }

    private static ImmutableArray<Assessed> Assess(IEnumerable<Evidence> evidence, Claim claim, Competence competence) =>
        [.. evidence.Where(e => EvidenceWorth.IsEvidence(e, claim) || e.Stance == Stance.Supports).Select(e => EvidenceWorth.Of(e, claim, competence))
            .OrderBy(e => e.Statement.At).ThenBy(e => e.Statement.Id)];

    /// <summary>A later value of a series does not contradict an earlier one, it follows it (R9, R10).</summary>
    private static bool FollowsInTime(Evidence e, Claim claim) =>
        claim.Series is not null && !e.Specific && e.Traced.Statement.AsOf > claim.AsOf + Calibration.SameTime;
}
