using System.Collections.Immutable;

namespace Attest.Engine.Text.Figures;

/// <summary>Reads the number that begins at a piece, in digits, in words or both ("3.5 million", "two hundred and five", "tens of thousands").</summary>
internal static class NumeralReader
{
    // Beyond this nothing is counted in the news, and sums stay far from decimal's end.
    private const decimal Greatest = 1_000_000_000_000_000_000m;

    // Longer runs of number words are lists or noise; the limit keeps the reading linear.
    private const int LongestRun = 24;

    /// <summary>The number that begins here; null where none does, or where it is an ordinal.</summary>
    public static Numeral? At(ImmutableArray<Piece> pieces, int at)
    {
        Numeral? numeral = pieces[at].Kind == PieceKind.Number ? Digits(pieces, at) : Vague(pieces, at) ?? Words(pieces, at);
        return numeral is null || IsOrdinal(pieces, numeral) ? null : numeral;
    }

    private static Numeral Digits(ImmutableArray<Piece> pieces, int at)
    {
        decimal value = pieces[at].Value;
        int end = at + 1;
        // "2½", "2 1/2", "1/2"
        if (Has(pieces, end, PieceKind.Number) && pieces[end].Decimals == 2 && pieces[end].Value < 1 && pieces[end].End == pieces[end].Start + 1)
            value += pieces[end++].Value;
        else if (Has(pieces, end, PieceKind.Number) && !pieces[end].Glued && Fraction(pieces, end) is decimal part)
            (value, end) = (value + part, end + 3);
        else if (Fraction(pieces, at) is decimal alone)
            (value, end) = (alone, at + 3);
        decimal scale = 1;
        if (end < pieces.Length && pieces[end].Glued && NumberWords.Suffixes.TryGetValue(pieces[end].Lower, out decimal suffix))
            (scale, end) = (suffix, end + 1);
        (scale, end) = Scales(pieces, end, scale);
        return new(at, end, Product(value, scale), null, scale, true, false);
    }

    /// <summary>A proper fraction of small numbers, one glued to the other by a stroke.</summary>
    private static decimal? Fraction(ImmutableArray<Piece> pieces, int at)
    {
        if (at + 2 >= pieces.Length || !pieces[at + 1].Is("/") || !pieces[at + 1].Glued || !pieces[at + 2].Glued)
            return null;
        (Piece over, Piece under) = (pieces[at], pieces[at + 2]);
        bool proper = over.IsPlainInteger && under.IsPlainInteger && over.Value > 0 && under.Value is >= 2 and <= 10 && over.Value < under.Value;
        return proper && !(at + 3 < pieces.Length && pieces[at + 3].Glued && (pieces[at + 3].Is("/") || pieces[at + 3].Kind != PieceKind.Symbol))
            ? over.Value / under.Value
            : null;
    }

    /// <summary>Scale words after a number ("3.5 million", "2 hundred thousand", "3.5-million").</summary>
    private static (decimal Scale, int End) Scales(ImmutableArray<Piece> pieces, int end, decimal scale)
    {
        while (end < pieces.Length && scale < 1_000_000_000)
        {
            int word = pieces[end].IsHyphen && pieces[end].Glued && end + 1 < pieces.Length && pieces[end + 1].Glued ? end + 1 : end;
            if (!NumberWords.Scales.TryGetValue(pieces[word].Lower, out decimal factor))
                break;
            scale *= factor;
            end = word + 1;
        }
        return (scale, end);
    }

    /// <summary>Plurals that only name a size: "dozens", "tens of thousands", "several hundred".</summary>
    private static Numeral? Vague(ImmutableArray<Piece> pieces, int at)
    {
        string word = pieces[at].Lower;
        bool ofMore = at + 2 < pieces.Length && pieces[at + 1].Is("of") && NumberWords.Vague.ContainsKey(pieces[at + 2].Lower);
        if (ofMore && word is "tens" or "hundreds" or "thousands")
        {
            decimal unit = NumberWords.Vague[pieces[at + 2].Lower].Least / 2;
            decimal times = word switch { "tens" => 10, "hundreds" => 100, _ => 1_000 };
            return new(at, at + 3, 2 * times * unit, times * 10 * unit - 1, unit, false, true);
        }
        if (NumberWords.Vague.TryGetValue(word, out var range))
            return new(at, at + 1, range.Least, range.Most, 1, false, true);
        int few = word is "a" && at + 1 < pieces.Length && pieces[at + 1].Lower is "few" or "couple" ? at + 1 : at;
        if (!NumberWords.Indefinite.TryGetValue(pieces[few].Lower, out var count))
            return null;
        int next = few + 1 < pieces.Length && pieces[few + 1].Is("of") ? few + 2 : few + 1;
        (decimal scale, int end) = Scales(pieces, next, 1);
        if (scale > 1)
            return new(at, end, count.Least * scale, count.Most * scale, scale, false, true);
        // "a couple of days", "a couple days"; not "the couple"
        return pieces[few].Is("couple") && few > at && next < pieces.Length && !IsVerbLike(pieces, next, few)
            ? new(at, few + 1, 2, 3, 1, false, true)
            : null;
    }

    // Without "of" a couple are two people ("a couple were arrested") unless a plural follows.
    private static bool IsVerbLike(ImmutableArray<Piece> pieces, int next, int few) =>
        next == few + 1 && !pieces[next].Lower.EndsWith('s');

    private static Numeral? Words(ImmutableArray<Piece> pieces, int at)
    {
        int end = at;
        decimal total = 0, part = 0, scaled = 1;
        // "a dozen", "half a million"
        if (pieces[at].Is("half") && at + 2 < pieces.Length && pieces[at + 1].Lower is "a" or "an" && NumberWords.Scales.ContainsKey(pieces[at + 2].Lower))
            (part, end) = (0.5m, at + 2);
        else if (pieces[at].Is("half") && at + 2 < pieces.Length && pieces[at + 1].Lower is "a" or "an" && Measures.IsMeasure(pieces[at + 2].Lower))
            return new(at, at + 2, 0.5m, null, 1, false, false);
        else if (pieces[at].Is("half") && at + 2 < pieces.Length && pieces[at + 1].IsHyphen && NumberWords.Scales.ContainsKey(pieces[at + 2].Lower))
            (part, end) = (0.5m, at + 1);
        else if (pieces[at].Lower is "a" or "an" && at + 1 < pieces.Length && NumberWords.Scales.ContainsKey(pieces[at + 1].Lower))
            (part, end) = (1, at + 1);
        else if (!TakeBelowHundred(pieces, ref end, out part))
            return null;
        while (end < pieces.Length && end - at < LongestRun)
        {
            int next = Joined(pieces, end);
            if (NumberWords.Scales.TryGetValue(pieces[next].Lower, out decimal scale) && part > 0)
            {
                // "two hundred thousand": the hundred belongs to the part, the thousand closes it.
                part = Product(part, scale);
                end = next + 1;
                scaled = scale;
                if (scale > 100)
                    (total, part) = (Capped(total + part), 0);
                if (pieces[next].Is("dozen"))
                    break;
                continue;
            }
            if (scaled < 100)
                break;
            if (pieces[next].Is("and"))
            {
                if (AndAHalf(pieces, next))
                {
                    part += scaled / 2;
                    end = next + 3;
                    break;
                }
                next++;
            }
            int after = next;
            if (next >= pieces.Length || part % 100 != 0 || !TakeBelowHundred(pieces, ref after, out decimal more))
                break;
            // "two hundred and five"; after "and" only what cannot be a count of its own ("a thousand and two hundred" is rare, and still right).
            part += more;
            end = after;
            scaled = 1;
        }
        if (end < pieces.Length && scaled == 1 && AndAHalf(pieces, end))
        {
            (decimal factor, int past) = Scales(pieces, end + 3, 1);
            (part, end) = (Product(part + 0.5m, factor), past);
        }
        return new(at, end, Capped(total + part), null, scaled, false, false);
    }

    private static bool AndAHalf(ImmutableArray<Piece> pieces, int at) =>
        at + 2 < pieces.Length && pieces[at].Is("and") && pieces[at + 1].Lower is "a" or "one" && pieces[at + 2].Is("half");

    /// <summary>Skips a hyphen that joins two number words.</summary>
    private static int Joined(ImmutableArray<Piece> pieces, int at) =>
        pieces[at].IsHyphen && pieces[at].Glued && at + 1 < pieces.Length && pieces[at + 1].Glued ? at + 1 : at;

    private static bool TakeBelowHundred(ImmutableArray<Piece> pieces, ref int at, out decimal value)
    {
        value = 0;
        string word = pieces[at].Lower;
        if (NumberWords.Small.TryGetValue(word, out int small))
        {
            value = small;
            at++;
            return true;
        }
        if (!NumberWords.Tens.TryGetValue(word, out int tens))
            return false;
        value = tens;
        at++;
        int unit = at < pieces.Length ? Joined(pieces, at) : at;
        if (unit < pieces.Length && NumberWords.Small.TryGetValue(pieces[unit].Lower, out int ones) && ones is > 0 and < 10)
        {
            value += ones;
            at = unit + 1;
        }
        return true;
    }

    /// <summary>Whether an ordinal ending follows ("5th", "twenty-first"); "one-third" is a share instead.</summary>
    private static bool IsOrdinal(ImmutableArray<Piece> pieces, Numeral numeral)
    {
        int end = numeral.End;
        if (end >= pieces.Length)
            return false;
        if (pieces[end].Glued && pieces[end].Lower is "st" or "nd" or "rd" or "th")
            return true;
        int next = Joined(pieces, end);
        return next > end && NumberWords.Ordinals.ContainsKey(pieces[next].Lower) && (numeral.Value >= 20 || !NumberWords.Parts.ContainsKey(pieces[next].Lower));
    }

    private static bool Has(ImmutableArray<Piece> pieces, int at, PieceKind kind) => at < pieces.Length && pieces[at].Kind == kind;

    private static decimal Capped(decimal value) => Math.Min(value, Greatest);

    private static decimal Product(decimal value, decimal scale) => value > Greatest / scale ? Greatest : value * scale;
}
