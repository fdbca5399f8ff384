using System.Collections.Immutable;
using System.Globalization;

namespace Attest.Engine.Text.Figures;

/// <summary>Cuts a sentence into <see cref="Piece"/>s, in one pass over its characters.</summary>
internal static class Pieces
{
    // Longer runs of digits are codes, and would overflow decimal.
    private const int LongestNumber = 15;

    private static readonly HashSet<string> Abbreviations =
    [
        "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec",
        "mon", "tue", "tues", "wed", "thu", "thur", "thurs", "fri", "sat", "sun",
        "no", "nos", "approx", "ca", "st", "ave", "rd", "blvd", "lb", "lbs", "ft", "oz",
    ];

    /// <summary>The pieces of a sentence, in order.</summary>
    public static ImmutableArray<Piece> Of(string text, Sentence sentence)
    {
        var pieces = ImmutableArray.CreateBuilder<Piece>();
        int at = Math.Clamp(sentence.Span.Start, 0, text.Length);
        int end = Math.Clamp(sentence.Span.End, at, text.Length);
        int token = 0;
        bool glued = false;
        while (at < end)
        {
            if (char.IsWhiteSpace(text[at]))
            {
                at++;
                glued = false;
                continue;
            }
            Piece piece = Read(text, at, end, glued);
            while (token < sentence.Tokens.Length && sentence.Tokens[token].Span.End <= piece.Start)
                token++;
            bool known = token < sentence.Tokens.Length && sentence.Tokens[token].Span.Start < piece.End;
            pieces.Add(piece with { Token = known ? token : -1 });
            at = piece.End;
            glued = true;
        }
        return pieces.ToImmutable();
    }

    private static Piece Read(string text, int at, int end, bool glued)
    {
        if (!glued && AddressEnd(text, at, end) is int past and > 0)
            return new(at, past, PieceKind.Word, "", glued, false, 0, 0, -1);
        if (char.IsAsciiDigit(text[at]))
            return Number(text, at, end, glued);
        if (char.IsLetter(text[at]))
            return Word(text, at, end, glued);
        if (text[at] is '\'' or '’' && glued && at + 1 < end && text[at + 1] is 's' or 'S' && (at + 2 >= end || !char.IsLetterOrDigit(text[at + 2])))
            return new(at, at + 2, PieceKind.Word, "'s", true, false, 0, 0, -1);
        decimal vulgar = text[at] switch { '½' => 0.5m, '¼' => 0.25m, '¾' => 0.75m, _ => 0 };
        return vulgar > 0
            ? new(at, at + 1, PieceKind.Number, text[at].ToString(), glued, false, vulgar, 2, -1)
            : new(at, at + 1, PieceKind.Symbol, text[at].ToString(), glued, false, 0, 0, -1);
    }

    /// <summary>The end of a web or mail address, tag or mark-up that begins here; 0 where none does.</summary>
    private static int AddressEnd(string text, int at, int end)
    {
        int past = at;
        bool address = text[at] is '@' or '#' && at + 1 < end && char.IsLetter(text[at + 1]);
        for (; past < end && !char.IsWhiteSpace(text[past]); past++)
            address |= text[past] == '@' && past > at || text[past] == '=' && past + 1 < end && text[past + 1] == '"' || text[past] == ':' && past + 2 < end && text[past + 1] == '/' && text[past + 2] == '/';
        address |= text.AsSpan(at, past - at).StartsWith("www.", StringComparison.OrdinalIgnoreCase);
        return address ? past : 0;
    }

    private static Piece Number(string text, int at, int end, bool glued)
    {
        int past = Digits(text, at, end);
        int groups = past;
        if (past - at <= 3)
            while (groups + 3 < end + 0 && text[groups] is ',' or '\u00A0' or '\u202F' or '\u2009' && Digits(text, groups + 1, end) == groups + 4)
                groups += 4;
        past = groups;
        int decimals = 0;
        if (past + 1 < end && text[past] == '.' && char.IsAsciiDigit(text[past + 1]))
        {
            int fraction = Digits(text, past + 1, end);
            // "2.0.1" is a version, "192.168.0.1" an address, "13.01.2026" a date that the calendar reads as it stands.
            if (fraction + 1 < end && text[fraction] == '.' && char.IsAsciiDigit(text[fraction + 1]))
            {
                while (fraction < end && (char.IsAsciiDigit(text[fraction]) || text[fraction] == '.' && fraction + 1 < end && char.IsAsciiDigit(text[fraction + 1])))
                    fraction++;
                return new(at, fraction, PieceKind.Word, text[at..fraction], glued, false, 0, 0, -1);
            }
            decimals = fraction - past - 1;
            past = fraction;
        }
        if (past - at > LongestNumber)
            return new(at, past, PieceKind.Word, "", glued, false, 0, 0, -1);
        string lower = text[at..past];
        string plain = string.Concat(lower.Where(c => char.IsAsciiDigit(c) || c == '.'));
        return new(at, past, PieceKind.Number, lower, glued, false, decimal.Parse(plain, CultureInfo.InvariantCulture), decimals, -1);
    }

    private static int Digits(string text, int at, int end)
    {
        while (at < end && char.IsAsciiDigit(text[at]))
            at++;
        return at;
    }

    private static Piece Word(string text, int at, int end, bool glued)
    {
        int past = at + 1;
        while (past < end && (IsInner(text[past]) || IsInnerApostrophe(text, past, end) || IsInnerDot(text, at, past, end)))
            past++;
        string lower = text[at..past].Replace(".", "", StringComparison.Ordinal).Replace('’', '\'').ToLowerInvariant();
        bool dotted = past < end && text[past] == '.' && (text.AsSpan(at, past - at).Contains('.') || Abbreviations.Contains(lower));
        return new(at, dotted ? past + 1 : past, PieceKind.Word, lower, glued, char.IsUpper(text[at]), 0, 0, -1);
    }

    private static bool IsInner(char c) => char.IsLetterOrDigit(c) || char.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark;

    // "o'clock" is one word; the possessive and the clitics stand apart.
    private static bool IsInnerApostrophe(string text, int at, int end) =>
        text[at] is '\'' or '’' && at + 2 < end && char.IsLetter(text[at + 1]) && char.IsLetter(text[at + 2]);

    // "a.m", "U.S": single letters with dots between.
    private static bool IsInnerDot(string text, int start, int at, int end) =>
        text[at] == '.' && at + 1 < end && char.IsLetter(text[at + 1]) && (at == start + 1 || text[at - 2] == '.')
        && (at + 2 >= end || !char.IsLetter(text[at + 2]));
}
