using System.Collections.Immutable;
using Attest.Engine.Text.Figures;

namespace Attest.Engine.Text.Moments;

/// <summary>Reads years and what they are made of and summed to: quarters, halves, "2015-16", decades, centuries.</summary>
internal static class YearReader
{
    /// <summary>The years that begin here and the piece after them; null where none do.</summary>
    public static (NamedTime Named, int End)? At(ImmutableArray<Piece> pieces, int at, bool introduced) =>
        Part(pieces, at) ?? Decade(pieces, at) ?? Years(pieces, at, introduced);

    /// <summary>A year of four digits that stands as such.</summary>
    public static int? FourDigits(ImmutableArray<Piece> pieces, int at) =>
        at < pieces.Length && pieces[at].IsPlainInteger && pieces[at].End - pieces[at].Start == 4 && pieces[at].Value is >= 1000 and < 2200
        && !(at + 1 < pieces.Length && pieces[at + 1].Glued && pieces[at + 1].Lower is "%")
            ? (int)pieces[at].Value
            : null;

    /// <summary>"Q3 2025", "the third quarter of 2025", "the first half of the year".</summary>
    private static (NamedTime, int)? Part(ImmutableArray<Piece> pieces, int at)
    {
        int number, parts, end;
        if (pieces[at].Lower is "q1" or "q2" or "q3" or "q4" or "h1" or "h2")
            (number, parts, end) = (pieces[at].Lower[1] - '0', pieces[at].Lower[0] == 'q' ? 4 : 2, at + 1);
        else
        {
            int word = pieces[at].Is("the") && at + 1 < pieces.Length ? at + 1 : at;
            int noun = word + 1 < pieces.Length && pieces[word + 1].IsHyphen ? word + 2 : word + 1;
            if (!NumberWords.Ordinals.TryGetValue(pieces[word].Lower, out number) || noun >= pieces.Length || pieces[noun].Lower is not ("quarter" or "half"))
                return null;
            (parts, end) = (pieces[noun].Is("quarter") ? 4 : 2, noun + 1);
        }
        if (number > parts)
            return null;
        int next = end < pieces.Length && pieces[end].Lower is "of" or "in" ? end + 1 : end;
        if (FourDigits(pieces, next) is int year)
            return (new NamedTime.PartOfYear(number, parts, year), next + 1);
        bool thisYear = next + 1 < pieces.Length && pieces[next].Lower is "the" or "this" && pieces[next + 1].Is("year");
        // "the second half" may be a match's, "a first quarter" a game's: without a year only quarters in a report's usual places.
        return thisYear ? (new NamedTime.PartOfYear(number, parts, null), next + 2)
            : parts == 4 ? (new NamedTime.PartOfYear(number, parts, null), end)
            : null;
    }

    private static (NamedTime, int)? Years(ImmutableArray<Piece> pieces, int at, bool introduced)
    {
        bool glued = pieces[at].Glued && at > 0 && pieces[at - 1].Lower is not ("(" or "\"" or "“" or "‘" or "-" or "–" or "—" or "[");
        if (FourDigits(pieces, at) is not int year || glued)
            return null;
        int end = at + 1;
        bool joined = end + 1 < pieces.Length && pieces[end].Glued && (pieces[end].IsHyphen || pieces[end].Is("/")) && pieces[end + 1].Glued;
        if (joined && pieces[end + 1].IsPlainInteger && !(end + 2 < pieces.Length && pieces[end + 2].Glued && pieces[end + 2].IsHyphen))
        {
            // "2015-16", "2016-2020"; "2026-118" is a number of something
            int last = pieces[end + 1].Lower.Length == 2 ? year / 100 * 100 + (int)pieces[end + 1].Value : FourDigits(pieces, end + 1) ?? 0;
            return last > year && last <= year + 60 && year >= 1900 ? (new NamedTime.CalendarYears(year, last), end + 2) : null;
        }
        bool cut = end < pieces.Length && pieces[end].Glued && (pieces[end].Kind == PieceKind.Word ? !pieces[end].Is("'s") : pieces[end].IsHyphen || pieces[end].Is("/"));
        // "-2016" as in "pre-2016", "mid-2016"; "A-2016" is a label
        bool label = pieces[at].Glued && at > 1 && pieces[at - 1].IsHyphen && !(pieces[at - 2].Lower is "mid" or "pre" or "post" or "early" or "late");
        return !cut && !label && year >= (introduced ? 1000 : 1900) && year < (introduced ? 2200 : 2100) ? (new NamedTime.CalendarYears(year, year), end) : null;
    }

    /// <summary>"the 1990s", "the '90s", "the 21st century".</summary>
    private static (NamedTime, int)? Decade(ImmutableArray<Piece> pieces, int at)
    {
        if (pieces[at].Is("the") && at + 1 < pieces.Length)
            at++;
        if (!pieces[at].IsPlainInteger || at + 1 >= pieces.Length || pieces[at].Value >= 2100)
            return null;
        int value = (int)pieces[at].Value;
        Piece ending = pieces[at + 1];
        bool plural = ending.Glued && value % 10 == 0 && ending.Lower is "s" or "'s";
        if (plural && value >= 1500 && (ending.Is("s") || value < 2000))
            return (new NamedTime.CalendarYears(value, value % 100 == 0 && value < 1900 ? value + 99 : value + 9), at + 2);
        if (plural && value is >= 20 and < 100 && at > 0 && pieces[at].Glued && pieces[at - 1].Lower is "'" or "’" or "‘")
            return (new NamedTime.CalendarYears(1900 + value, 1909 + value), at + 2);
        int noun = at + 2 < pieces.Length && pieces[at + 2].IsHyphen ? at + 3 : at + 2;
        bool century = ending.Glued && ending.Lower is "st" or "nd" or "rd" or "th" && noun < pieces.Length && pieces[noun].Is("century");
        return century && value is > 0 and < 30 ? (new NamedTime.CalendarYears(100 * value - 99, 100 * value), noun + 1) : null;
    }
}
