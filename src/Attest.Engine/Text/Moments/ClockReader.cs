using System.Collections.Immutable;
using Attest.Engine.Text.Figures;

namespace Attest.Engine.Text.Moments;

/// <summary>Reads times of day: "6.30 a.m.", "14:20 GMT", "0600 GMT", "noon", "six o'clock".</summary>
internal static class ClockReader
{
    /// <summary>The time of day that begins here and the piece after it; null where none does.</summary>
    /// <param name="pieces">The sentence.</param>
    /// <param name="at">Its first piece.</param>
    /// <param name="introduced">Whether "at", "by", "until"… stands before: bare "14:20" then is a time and no score.</param>
    public static (NamedTime.TimeOfDay Time, int End)? At(ImmutableArray<Piece> pieces, int at, bool introduced)
    {
        if (pieces[at].Lower is "noon" or "midday" or "midnight")
            return (new(pieces[at].Is("midnight") ? 0 : 12 * 60, null), at + 1);
        if (Digits(pieces, at) is not (int hour, int minute, int end, bool exact))
            return null;
        string mark = end < pieces.Length ? pieces[end].Lower : "";
        if (mark is "am" or "pm" && hour is >= 1 and <= 12)
            (hour, end, exact, introduced) = (hour % 12 + (mark is "pm" ? 12 : 0), end + 1, true, true);
        else if (mark is "o'clock" && hour <= 12)
            (end, exact, introduced) = (end + 1, true, true);
        TimeSpan? zone = null;
        if (exact && end < pieces.Length && ZoneAt(pieces, end) is (TimeSpan offset, int past))
            (zone, end, introduced) = (offset, past, true);
        return introduced && exact ? (new(hour * 60 + minute, zone), end) : null;
    }

    /// <summary>Hour and minute; <c>Exact</c> where the shape alone may be a time ("14:20", "0600"), not a plain number.</summary>
    private static (int Hour, int Minute, int End, bool Exact)? Digits(ImmutableArray<Piece> pieces, int at)
    {
        Piece first = pieces[at];
        bool more = at + 1 < pieces.Length;
        if (first.Kind == PieceKind.Word)
            return more && pieces[at + 1].Lower is "o'clock" or "am" or "pm" && NumberWords.Small.TryGetValue(first.Lower, out int word) && word is > 0 and <= 12
                ? (word, 0, at + 1, false)
                : null;
        if (first.Kind != PieceKind.Number)
            return null;
        if (first.Decimals == 2 && first.Value < 24)
        {
            int minute = (int)(first.Value % 1 * 100);
            bool marked = more && (pieces[at + 1].Lower is "am" or "pm" || ZoneAt(pieces, at + 1) is not null);
            return marked && minute < 60 ? ((int)first.Value, minute, at + 1, true) : null;
        }
        if (!first.IsPlainInteger)
            return null;
        bool colon = at + 2 < pieces.Length && pieces[at + 1].Is(":") && pieces[at + 1].Glued && pieces[at + 2].Glued && pieces[at + 2].IsPlainInteger;
        if (colon && pieces[at + 2].Lower.Length == 2 && first.Value < 24 && pieces[at + 2].Value < 60 && !(at > 0 && first.Glued && pieces[at - 1].Is(":")))
        {
            int end = at + 3;
            if (end + 1 < pieces.Length && pieces[end].Is(":") && pieces[end].Glued && pieces[end + 1].Kind == PieceKind.Number)
                end += 2;
            return ((int)first.Value, (int)pieces[at + 2].Value, end, true);
        }
        if (first.Lower.Length == 4 && first.Value % 100 < 60 && first.Value < 2400 && more && (ZoneAt(pieces, at + 1) is not null || pieces[at + 1].Is("hrs")))
            return ((int)first.Value / 100, (int)first.Value % 100, pieces[at + 1].Is("hrs") ? at + 2 : at + 1, true);
        return first.Lower.Length <= 2 && first.Value is >= 1 and <= 12 ? ((int)first.Value, 0, at + 1, false) : null;
    }

    private static (TimeSpan Offset, int End)? ZoneAt(ImmutableArray<Piece> pieces, int at)
    {
        bool bracket = pieces[at].Is("(") && at + 2 < pieces.Length && pieces[at + 2].Is(")");
        int word = bracket ? at + 1 : at;
        return pieces[word].Capital && CalendarWords.Zones.TryGetValue(pieces[word].Lower, out int minutes) ? (TimeSpan.FromMinutes(minutes), bracket ? at + 3 : at + 1) : null;
    }
}
