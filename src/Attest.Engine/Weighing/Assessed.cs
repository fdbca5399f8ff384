using Attest.Engine.Model;

namespace Attest.Engine.Weighing;

/// <summary>A piece of evidence with what it is worth for one claim.</summary>
/// <param name="Evidence">The evidence.</param>
/// <param name="Grade">Its grade for this claim: an issuer's own word is a record only where the issuer is competent (R4).</param>
/// <param name="Counts">Whether it counts as an origin for R2.</param>
/// <param name="IsFinding">Whether it is the finding of a body that investigates (R11).</param>
/// <param name="Origin">Key of its origin; equal exactly where the origin is the same.</param>
/// <param name="Contestable">Whether its source is competent only as the operator of a site (R5): such a record yields to others who count.</param>
/// <param name="Who">Who says so, as it may stand in a sentence.</param>
internal sealed record Assessed(Evidence Evidence, EvidenceGrade Grade, bool Counts, bool IsFinding, bool Contestable, string Origin, string Who)
{
    /// <summary>The statement.</summary>
    public Statement Statement => Evidence.Traced.Statement;

    /// <summary>Whether it is a primary record that its issuer is competent for.</summary>
    public bool IsRecord => Grade == EvidenceGrade.PrimaryRecord && Counts;

    /// <summary>Whether it is a record that settles the claim even against others who count.</summary>
    public bool IsFirmRecord => IsRecord && !Contestable;

    /// <summary>Whether the two stand in one sentence of one report.</summary>
    public bool IsSameSentence(Assessed other) =>
        Statement.Report == other.Statement.Report && Statement.Version == other.Statement.Version && Statement.Sentence == other.Statement.Sentence;

    /// <summary>Whether nobody stands behind it with a name.</summary>
    public bool IsUnnamed => Grade is EvidenceGrade.SeveralUnnamed or EvidenceGrade.OneUnnamed
        || Statement.Speaker is { Kind: SpeakerKind.Unnamed or SpeakerKind.Crowd };

    /// <summary>Grade by which sides are compared: an official within his competence is as good as a newsroom that saw it; what does not count is worst.</summary>
    public int Rank => !Counts ? 9 : Grade == EvidenceGrade.PartyStatement ? (int)EvidenceGrade.OwnReporting : (int)Grade;
}
