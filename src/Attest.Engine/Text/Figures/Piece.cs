namespace Attest.Engine.Text.Figures;

/// <summary>What a piece of a sentence is made of.</summary>
internal enum PieceKind
{
    /// <summary>Letters, possibly with digits after them ("G20").</summary>
    Word,

    /// <summary>Digits with separators ("48,000", "6.30").</summary>
    Number,

    /// <summary>Any other single character.</summary>
    Symbol,
}

/// <summary>
/// The smallest stretch that figures and dates are read from. Finer than a token ("48k" is two), so that they do not
/// depend on how the tokeniser cuts.
/// </summary>
/// <param name="Start">First character in the whole text.</param>
/// <param name="End">Character after the last.</param>
/// <param name="Kind">What it is made of.</param>
/// <param name="Lower">Lower case without the dots of abbreviations ("am", "feb", "us"); "" for an address on the web.</param>
/// <param name="Glued">Whether no space stands before it.</param>
/// <param name="Capital">Whether it begins with a capital.</param>
/// <param name="Value">The value of a number; else 0.</param>
/// <param name="Decimals">Digits after the point of a number.</param>
/// <param name="Token">Index of its token in the sentence; −1 where there is none.</param>
internal readonly record struct Piece(
    int Start, int End, PieceKind Kind, string Lower, bool Glued, bool Capital, decimal Value, int Decimals, int Token)
{
    /// <summary>Whether it is a hyphen or dash.</summary>
    public bool IsHyphen => Kind == PieceKind.Symbol && Lower[0] is '-' or '‐' or '‑' or '–' or '—';

    /// <summary>Whether it is this word or sign.</summary>
    public bool Is(string lower) => Lower == lower;

    /// <summary>Whether it is a number without a thousands separator or decimals, as years, days and labels are.</summary>
    public bool IsPlainInteger => Kind == PieceKind.Number && Decimals == 0 && Lower.All(char.IsAsciiDigit);
}
