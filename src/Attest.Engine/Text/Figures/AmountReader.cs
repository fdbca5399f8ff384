using System.Collections.Immutable;

namespace Attest.Engine.Text.Figures;

/// <summary>Reads a number with what is written against it: currency, percent, measure, and the second end of a range.</summary>
internal static class AmountReader
{
    /// <summary>The amount that begins here, a range included; null where none does.</summary>
    public static Amount? At(ImmutableArray<Piece> pieces, int at)
    {
        if (Shares.At(pieces, at) is { } share)
            return new(at, share.End, share, "percent");
        int number = IsMinus(pieces, at) ? at + 1 : at;
        if (Single(pieces, number) is not { } single)
            return null;
        return number == at ? Range(pieces, single) : single with { First = at, Value = -single.Value };
    }

    /// <summary>"-11", "minus 72".</summary>
    private static bool IsMinus(ImmutableArray<Piece> pieces, int at)
    {
        if (at + 1 >= pieces.Length || pieces[at + 1].Kind != PieceKind.Number)
            return false;
        return pieces[at].Is("minus") || (pieces[at].Lower is "-" or "−" or "–") && !pieces[at].Glued && pieces[at + 1].Glued;
    }

    private static Amount? Single(ImmutableArray<Piece> pieces, int at)
    {
        (string before, int number) = Currencies.Before(pieces, at);
        if (NumeralReader.At(pieces, number) is not { } numeral)
            return null;
        if (before.Length > 0)
            return new(at, numeral.End, numeral, before);
        if (Percent(pieces, numeral.End) is (string percent, int past))
            return new(at, past, numeral, percent);
        // "20m" is twenty million where something is counted or paid, and metres else.
        (string after, int end) = Currencies.After(pieces, numeral.End, numeral.Scale >= 1_000);
        if (after.Length > 0)
            return new(at, end, numeral, after);
        return Measure(pieces, numeral) ?? new Amount(at, numeral.End, numeral, null);
    }

    private static (string, int)? Percent(ImmutableArray<Piece> pieces, int at)
    {
        if (at >= pieces.Length)
            return null;
        int word = pieces[at].IsHyphen && pieces[at].Glued && at + 1 < pieces.Length ? at + 1 : at;
        // "a six-percentage-point lead"
        int second = word + 2 < pieces.Length && pieces[word + 1].IsHyphen && pieces[word + 1].Glued ? word + 2 : word + 1;
        string next = second < pieces.Length ? pieces[second].Lower : "";
        (string unit, int end) = pieces[word].Lower switch
        {
            "%" or "percent" or "pct" or "％" => ("percent", word + 1),
            "per" when next is "cent" => ("percent", word + 2),
            "percentage" when next is "point" or "points" => ("percentage point", second + 1),
            "basis" when next is "point" or "points" => ("basis point", word + 2),
            _ => ("", at),
        };
        if (unit == "percent" && end < pieces.Length && pieces[end].Lower is "point" or "points")
            (unit, end) = ("percentage point", end + 1);
        return unit.Length > 0 ? (unit, end) : null;
    }

    private static Amount? Measure(ImmutableArray<Piece> pieces, Numeral numeral)
    {
        int at = numeral.End;
        if (at < pieces.Length && pieces[at].Is("°"))
        {
            bool scale = at + 1 < pieces.Length && pieces[at + 1].Lower is "c" or "f";
            return new(numeral.First, scale ? at + 2 : at + 1, numeral, scale ? Degree(pieces[at + 1].Lower) : "degree");
        }
        if (PerHour(pieces, at) is (string speed, int past))
            return new(numeral.First, past, numeral, speed);
        if (!numeral.InDigits)
            return null;
        if (at < pieces.Length && pieces[at].Glued && Measures.IsGlued(pieces[at].Lower))
        {
            string word = pieces[at].Lower;
            string unit = word is "c" or "f" ? pieces[at].Capital ? Degree(word) : "" : Measures.NameOf(word);
            return unit.Length == 0 ? null : new(numeral.First, at + 1, numeral, unit);
        }
        // "100m" before anything but a noun that could be counted in millions
        bool metres = pieces[at - 1].Is("m") && pieces[at - 1].Glued && !pieces[at - 1].Capital && numeral.Value <= 2_000_000_000m
            && (at >= pieces.Length || pieces[at].Kind != PieceKind.Word
                || pieces[at].Lower is "long" or "high" or "tall" or "wide" or "deep" or "above" or "below" or "from" or "away" or "off" or "to" or "of" or "race" or "final" or "sprint");
        return metres ? new(numeral.First, at, numeral with { Value = numeral.Value / 1_000_000, Scale = 1 }, "metre") : null;
    }

    /// <summary>"km/h", "miles per hour", "kilometres an hour".</summary>
    private static (string, int)? PerHour(ImmutableArray<Piece> pieces, int at)
    {
        if (at + 2 >= pieces.Length || pieces[at].Lower is not ("km" or "kilometres" or "kilometers" or "kilometre" or "kilometer" or "miles" or "mile" or "mi"))
            return null;
        bool hour = pieces[at + 1].Is("/") && pieces[at + 2].Lower is "h" or "hr" || pieces[at + 1].Lower is "per" or "an" && pieces[at + 2].Is("hour");
        return hour ? (pieces[at].Lower[0] == 'k' ? "kph" : "mph", at + 3) : null;
    }

    private static string Degree(string scale) => scale == "c" ? "degree celsius" : "degree fahrenheit";

    private static Amount Range(ImmutableArray<Piece> pieces, Amount low)
    {
        int join = low.End;
        if (join + 1 >= pieces.Length || low.Number.IsVague)
            return low;
        bool between = low.First > 0 && pieces[low.First - 1].Is("between");
        bool dash = pieces[join].IsHyphen && pieces[join].Glued == pieces[join + 1].Glued;
        bool word = pieces[join].Is("to") || between && pieces[join].Is("and") || pieces[join].Is("or") && low.Unit is null;
        if (!dash && !word || Single(pieces, join + 1) is not { } high || high.Number.IsVague)
            return low;
        // "3 to 5 million", "$3-5bn", "5 to 10 percent": the first end takes what it lacks from the second.
        bool same = low.Unit == high.Unit || low.Unit is null || high.Unit is null && low.Number.InDigits;
        bool fromTo = word && pieces[join].Is("to") && low.First > 0 && pieces[low.First - 1].Is("from");
        decimal value = low.Number.Scale == 1 && high.Number.Scale > 1 && low.Value < high.Value / high.Number.Scale ? low.Value * high.Number.Scale : low.Value;
        // Bare numbers with a dash range only before a noun ("12-15 people"); else they are a score or a telephone number.
        bool bare = dash && low.Unit is null && high.Unit is null && high.Number.Scale == 1
            && (high.End >= pieces.Length || pieces[high.End].Kind != PieceKind.Word || pieces[high.End].Glued);
        return same && !bare && (value < high.Value || fromTo && value > high.Value)
            ? low with { End = high.End, Value = value, Upper = high.Value, Unit = low.Unit ?? high.Unit, Number = low.Number with { Scale = high.Number.Scale }, Later = fromTo ? high.First : -1 }
            : low;
    }
}
