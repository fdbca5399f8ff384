using Attest.Engine.Model;
using Attest.Engine.Text;

namespace Attest.Engine.Weighing;

/// <summary>How figures of one series bear on one another (R10).</summary>
internal static class NumberSeries
{
    /// <summary>Whether what one figure says makes the other true: 15 makes "at least 12" true, never the reverse.</summary>
    public static bool Entails(Quantity figure, Quantity other)
    {
        if (!string.Equals(figure.Unit, other.Unit, StringComparison.OrdinalIgnoreCase))
            return false;
        decimal least = figure.Value, most = figure.Upper ?? figure.Value;
        return other.Bound switch
        {
            Bound.AtLeast => figure.Bound is Bound.Exactly or Bound.AtLeast && least >= other.Value,
            Bound.AtMost => figure.Bound is Bound.Exactly or Bound.AtMost && most <= other.Value,
            Bound.About => figure.Bound == Bound.Exactly
                && least >= other.Value * (1 - Calibration.AboutShare) && most <= (other.Upper ?? other.Value) * (1 + Calibration.AboutShare),
            _ => figure.Bound == Bound.Exactly && figure.Value == other.Value && figure.Upper == other.Upper,
        };
    }

    /// <summary>Whether a newer value takes the place of an older one. A bound that the older value makes true anyway is no news.</summary>
    public static bool Replaces(Claim newer, Claim older) =>
        newer.Id != older.Id && (newer.AsOf > older.AsOf || SaysMoreAtOnce(newer, older))
        && !(newer.Quantity is { } a && older.Quantity is { } b && (Entails(b, a) || SameFigure(a, b)));

    /// <summary>Supporting evidence of other values that makes this value true too.</summary>
    public static IEnumerable<Evidence> Lent(Claim claim, StoryIndex story)
    {
        if (claim.Quantity is not { } figure)
            yield break;
        foreach (var sibling in story.Siblings(claim))
            if (sibling.Quantity is { } other && Entails(other, figure))
                foreach (var e in story.Standing(sibling))
                    if (e.Stance == Stance.Supports)
                        yield return e;
    }

    /// <summary>Of values of one time, the one that names the other as past ("up from 12"), or that makes the other true and says more.</summary>
    private static bool SaysMoreAtOnce(Claim claim, Claim other) =>
        claim.AsOf == other.AsOf && claim.Quantity is { } figure && other.Quantity is { } less && (figure.Previous == less.Value || Entails(figure, less));

    private static bool SameFigure(Quantity a, Quantity b) => a.Value == b.Value && a.Upper == b.Upper && a.Bound == b.Bound;
}
