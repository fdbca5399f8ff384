using Attest.Engine.Text;

namespace Attest.Engine.Matching;

/// <summary>What two figures of one quantity have to do with one another, by their bounds (R9, R10).</summary>
internal static class NumbersDisagree
{
    /// <summary>Whether both state the same value with the same bound.</summary>
    public static bool Equal(Quantity a, Quantity b) => a.Value == b.Value && a.Upper == b.Upper && a.Bound == b.Bound;

    /// <summary>Whether no value fits both: 15 does not disagree with "at least 12", 9 does.</summary>
    public static bool Disagree(Quantity a, Quantity b)
    {
        var (low, high) = Range(a);
        var (otherLow, otherHigh) = Range(b);
        return high < otherLow || otherHigh < low;
    }

    /// <summary>Whether every value that fits the stated figure fits the claimed one: 15 gives "at least 12".</summary>
    public static bool Gives(Quantity stated, Quantity claimed)
    {
        var (low, high) = Range(stated);
        var (otherLow, otherHigh) = Range(claimed);
        return low >= otherLow && high <= otherHigh;
    }

    private static (decimal Low, decimal High) Range(Quantity q) => q.Bound switch
    {
        Bound.AtLeast => (q.Value, decimal.MaxValue),
        Bound.AtMost => (decimal.MinValue, q.Upper ?? q.Value),
        Bound.About => (Math.Min(q.Value, q.Value - Reach(q.Value)), (q.Upper ?? q.Value) + Reach(q.Upper ?? q.Value)),
        _ => (q.Value, q.Upper ?? q.Value),
    };

    private static decimal Reach(decimal value) => Math.Abs(value) * Calibration.AboutReaches;
}
