using System.Collections.Immutable;
using System.Globalization;
using Attest.Engine.Text.Figures;

namespace Attest.Engine.Text.Moments;

/// <summary>Reads dates in digits: "2026-02-03", "13.01.2026", "24/12/2025". What can be read in two ways stays unclear.</summary>
internal static class NumericDate
{
    /// <summary>The date that begins here and the piece after it; null where none does.</summary>
    public static (NamedTime Named, int End)? At(ImmutableArray<Piece> pieces, int at) =>
        pieces[at].Kind == PieceKind.Word ? Dotted(pieces[at], at) : pieces[at].IsPlainInteger ? Parted(pieces, at) : null;

    // "13.01.2026" is one piece; dots stand in day-first dates only.
    private static (NamedTime, int)? Dotted(Piece piece, int at)
    {
        if (piece.Lower.Length is < 8 or > 10 || !char.IsAsciiDigit(piece.Lower[0]))
            return null;
        string[] parts = piece.Lower.Split('.');
        if (parts.Length != 3 || !parts.All(p => p.Length is 1 or 2 or 4 && p.All(char.IsAsciiDigit)))
            return null;
        int[] numbers = [.. parts.Select(p => int.Parse(p, CultureInfo.InvariantCulture))];
        return numbers[2] > 1000 && IsDay(numbers[2], numbers[1], numbers[0]) ? (Of(numbers[2], numbers[1], numbers[0]), at + 1) : null;
    }

    private static (NamedTime, int)? Parted(ImmutableArray<Piece> pieces, int at)
    {
        if (at + 4 >= pieces.Length || !pieces[at + 2].IsPlainInteger || !pieces[at + 4].IsPlainInteger
            || !(pieces[at + 1].Glued && pieces[at + 2].Glued && pieces[at + 3].Glued && pieces[at + 4].Glued)
            || pieces[at + 1].Lower is not ("/" or "-" or "‑") || !pieces[at + 3].Is(pieces[at + 1].Lower))
            return null;
        (int a, int b, int c) = (Small(pieces[at]), Small(pieces[at + 2]), Small(pieces[at + 4]));
        int end = at + 5;
        if (a > 1000)
            return IsDay(a, b, c) ? (Of(a, b, c), end) : null;
        int year = pieces[at + 4].Lower.Length == 2 ? 2000 + c : c;
        if (year < 1000)
            return null;
        (bool dayFirst, bool monthFirst) = (IsDay(year, b, a), IsDay(year, a, b));
        if (dayFirst && monthFirst && a != b)
            return (new NamedTime.Unclear(), end);
        return dayFirst ? (Of(year, b, a), end) : monthFirst ? (Of(year, a, b), end) : null;
    }

    private static NamedTime.CalendarDay Of(int year, int month, int day) => new(year, month, day, day, null);

    private static bool IsDay(int year, int month, int day) =>
        year is >= 1000 and < 3000 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month);

    private static int Small(Piece piece) => piece.Value < 10_000 ? (int)piece.Value : -1;
}
