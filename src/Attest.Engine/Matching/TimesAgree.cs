using System.Collections.Immutable;
using Attest.Engine.Text;

namespace Attest.Engine.Matching;

/// <summary>Whether two propositions can be about the same time.</summary>
internal static class TimesAgree
{
    /// <summary>Whether one names no time, or some time of the one overlaps some time of the other.</summary>
    public static bool Agree(ImmutableArray<TimeMention> a, ImmutableArray<TimeMention> b) =>
        a.Length == 0 || b.Length == 0 || Overlap(a, b);

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
