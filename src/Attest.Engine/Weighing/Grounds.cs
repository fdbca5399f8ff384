using Attest.Engine.Model;

namespace Attest.Engine.Weighing;

/// <summary>All that a claim's weighing rests on. Equal grounds give the same result.</summary>
/// <param name="Group">Its group, weighed.</param>
/// <param name="Claim">The claim.</param>
/// <param name="HasLapsed">Whether it has lapsed (R23).</param>
/// <param name="ItsFigureWas">The newer value of an outdated figure that it is told with; null where there is none.</param>
/// <param name="Newer">The wording of what superseded it; null where nothing did.</param>
/// <param name="IsDue">Whether its deadline is over.</param>
/// <param name="IsBreaking">Whether the breaking window is open (R14).</param>
/// <param name="Decision">What an editor decided (R20); else null.</param>
/// <param name="Reception">How the story's reports take the claim; null where none tells of it.</param>
internal readonly record struct Grounds(
    WeighedGroup Group, Claim Claim, bool HasLapsed, ClaimId? ItsFigureWas, string? Newer, bool IsDue, bool IsBreaking, EditorDecision? Decision, Reception? Reception)
{
    // By reference where that is enough: to compare a claim's evidence word by word would cost more than to weigh it.
    public bool Equals(Grounds other) => ReferenceEquals(Group, other.Group) && ReferenceEquals(Claim, other.Claim) && HasLapsed == other.HasLapsed
        && ItsFigureWas == other.ItsFigureWas && Newer == other.Newer && IsDue == other.IsDue && IsBreaking == other.IsBreaking && Decision == other.Decision && Reception == other.Reception;

    public override int GetHashCode() => Claim.Id.GetHashCode();
}
