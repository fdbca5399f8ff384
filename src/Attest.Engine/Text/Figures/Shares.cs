using System.Collections.Immutable;

namespace Attest.Engine.Text.Figures;

/// <summary>Reads shares written without "percent": "half of", "two-thirds", "a quarter of", "one in four". Their value is in percent.</summary>
internal static class Shares
{
    /// <summary>The share that begins here; null where none does.</summary>
    public static Numeral? At(ImmutableArray<Piece> pieces, int at) =>
        pieces[at].Is("half") ? Half(pieces, at) : Parts(pieces, at) ?? OneIn(pieces, at);

    private static Numeral? Half(ImmutableArray<Piece> pieces, int at)
    {
        string next = at + 1 < pieces.Length ? pieces[at + 1].Lower : "";
        string before = at > 0 ? pieces[at - 1].Lower : "";
        bool ofSomething = next is "of" or "the" or "its" or "their" or "his" or "her" or "our" or "those" or "these" or "all"
            && before is not ("first" or "second" or "other" or "the" or "this" or "last" or "latter" or "and" or "a");
        bool bounded = before is "than" or "nearly" or "almost" or "about" or "least" or "over" or "under" or "roughly" or "around"
            && next is not ("a" or "an") && !(at + 1 < pieces.Length && (pieces[at + 1].IsHyphen || NumberWords.Scales.ContainsKey(next)));
        return ofSomething || bounded ? new(at, at + 1, 50, null, 1, false, false) : null;
    }

    /// <summary>"two-thirds", "three quarters", "a third of".</summary>
    private static Numeral? Parts(ImmutableArray<Piece> pieces, int at)
    {
        bool one = pieces[at].Lower is "a" or "one";
        if (!one && !(NumberWords.Small.TryGetValue(pieces[at].Lower, out int over) && over is > 1 and < 10))
            return null;
        int count = one ? 1 : NumberWords.Small[pieces[at].Lower];
        int part = at + 1;
        bool hyphened = part + 1 < pieces.Length && pieces[part].IsHyphen && pieces[part].Glued && pieces[part + 1].Glued;
        if (hyphened)
            part++;
        if (part >= pieces.Length || !NumberWords.Parts.TryGetValue(pieces[part].Lower, out int under) || count >= under)
            return null;
        bool plural = pieces[part].Lower.EndsWith('s') || pieces[part].Is("halves");
        bool of = part + 1 < pieces.Length && pieces[part + 1].Is("of");
        // "a third person", "one quarter", "three quarters running": only "of", a hyphen or a plural that is no season tells a share.
        bool share = plural == count > 1 && (of || hyphened && !pieces[at].Is("a") || plural && under != 4);
        bool measured = of && part + 2 < pieces.Length && pieces[part + 2].Lower is "a" or "an" or "growth";
        return share && !measured ? new(at, part + 1, decimal.Round(100m * count / under, 4), null, 1, false, false) : null;
    }

    /// <summary>"one in four", "3 in every 10", "two out of every five".</summary>
    private static Numeral? OneIn(ImmutableArray<Piece> pieces, int at)
    {
        if (NumeralReader.At(pieces, at) is not { IsVague: false, Scale: 1 } part || part.End >= pieces.Length)
            return null;
        int next = part.End;
        bool outOf = pieces[next].Is("out") && next + 1 < pieces.Length && pieces[next + 1].Is("of");
        if (!outOf && !pieces[next].Is("in"))
            return null;
        next += outOf ? 2 : 1;
        bool every = next < pieces.Length && pieces[next].Lower is "every" or "each";
        next += every ? 1 : 0;
        // "12 out of 13 miners" is a count of a whole, not a share.
        if (outOf && !every || next >= pieces.Length || NumeralReader.At(pieces, next) is not { IsVague: false } whole)
            return null;
        bool usual = whole.Value is >= 2 and <= 10 or 12 or 15 or 20 or 25 or 30 or 40 or 50 or 100 or 500 or 1_000 or 10_000 or 100_000 or 1_000_000;
        bool overTime = whole.End < pieces.Length && (Measures.IsTime(pieces[whole.End].Lower) || pieces[whole.End].Glued);
        return usual && !overTime && part.Value > 0 && part.Value < whole.Value
            ? new(at, whole.End, decimal.Round(100m * part.Value / whole.Value, 4), null, 1, part.InDigits, false)
            : null;
    }
}
