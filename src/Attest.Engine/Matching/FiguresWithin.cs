using System.Collections.Immutable;
using Attest.Engine.Text;

namespace Attest.Engine.Matching;

/// <summary>Figures that stand in a proposition beside its matter.</summary>
internal static class FiguresWithin
{
    /// <summary>Whether each figure claimed is given by one stated.</summary>
    public static bool Given(ImmutableArray<Quantity> stated, ImmutableArray<Quantity> claimed)
    {
        foreach (var c in claimed)
        {
            if (c.IsWhole)
                continue;
            bool given = false;
            foreach (var s in stated)
                given |= SameUnit(s.Unit, c.Unit) && NumbersDisagree.Gives(s, c);
            if (!given)
                return false;
        }
        return true;
    }

    /// <summary>Whether a unit has figures on both sides of which no two fit.</summary>
    public static bool Disagree(ImmutableArray<Quantity> stated, ImmutableArray<Quantity> claimed)
    {
        foreach (var c in claimed)
        {
            bool met = c.IsWhole, fits = c.IsWhole;
            foreach (var s in stated)
                if (!s.IsWhole && SameUnit(s.Unit, c.Unit))
                {
                    met = true;
                    fits |= !NumbersDisagree.Disagree(s, c);
                }
            if (met && !fits)
                return true;
        }
        return false;
    }

    /// <summary>Whether the same is counted; "twelve" alone counts whatever the other counts.</summary>
    public static bool SameUnit(string a, string b)
    {
        if (a.Length == 0 || b.Length == 0 || string.Equals(a, b, StringComparison.OrdinalIgnoreCase))
            return true;
        return Word.Of(a) is { } x && Word.Of(b) is { } y && Math.Max(WordsAlign.Cover(x, y), WordsAlign.Cover(y, x)) >= Calibration.SameWord;
    }
}
