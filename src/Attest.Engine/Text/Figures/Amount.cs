namespace Attest.Engine.Text.Figures;

/// <summary>A number with the unit that is written with it, if any, before the counted noun is looked for.</summary>
/// <param name="First">Its first piece, the currency sign included.</param>
/// <param name="End">The piece after its last, the percent or currency word included.</param>
/// <param name="Number">The number itself.</param>
/// <param name="Unit">"percent", "USD", "km"…; null where a counted noun may follow.</param>
internal sealed record Amount(int First, int End, Numeral Number, string? Unit)
{
    /// <summary>The upper end of a range ("12 to 15"); else null.</summary>
    public decimal? Upper { get; init; } = Number.Upper;

    /// <summary>First piece of the second figure of "from 12 to 15", which may be a range or a change; else −1.</summary>
    public int Later { get; init; } = -1;

    /// <summary>The older figure, once "from 12 to 15" is known for a change; else null.</summary>
    public decimal? Older { get; init; }

    /// <summary>The lower end or the value.</summary>
    public decimal Value { get; init; } = Number.Value;
}
