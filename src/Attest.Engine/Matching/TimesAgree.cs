using System.Collections.Immutable;
using Attest.Engine.Text;

namespace Attest.Engine.Matching;

/// <summary>Whether two propositions can be about the same time.</summary>
internal static class TimesAgree
{
    /// <summary>Whether one names no time, or some time of the one overlaps some time of the other.</summary>
    public static bool Agree(ImmutableArray<TimeMention> a, ImmutableArray<TimeMention> b) =>
        a.Length == 0 || b.Length == 0 || Overlap(a, b);

    /// <summary>Whether the one names a long stretch ("sold between May and December") and the other none: then it says more, and is not borne out by the other (R2).</summary>
    public static bool Narrows(ImmutableArray<TimeMention> one, ImmutableArray<TimeMention> other) =>
        other.IsEmpty && one.Any(t => t.To - t.From > Calibration.LongStretch);

    /// <summary>Whether both name a time, and the times overlap.</summary>
    public static bool Overlap(ImmutableArray<TimeMention> a, ImmutableArray<TimeMention> b)
    {
        foreach (var x in a)
            foreach (var y in b)
                if (x.From < y.To && y.From < x.To)
                    return true;
        return false;
    }
}
