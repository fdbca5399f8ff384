namespace Attest.Engine.Text;

/// <summary>How a figure bounds the quantity that it states.</summary>
public enum Bound
{
    /// <summary>The figure itself.</summary>
    Exactly,

    /// <summary>The figure or more ("at least 12", "more than a dozen").</summary>
    AtLeast,

    /// <summary>The figure or less ("up to 12", "fewer than 12").</summary>
    AtMost,

    /// <summary>Near the figure ("about 12", "dozens").</summary>
    About,
}

/// <summary>A figure with its unit and bound, as a sentence states it.</summary>
/// <param name="Span">Where the figure with its bound words stands in the whole text ("at least 12").</param>
/// <param name="Value">The figure; money in major units, shares in percent when <paramref name="Unit"/> is "percent".</param>
/// <param name="Upper">Upper end of a range ("12 to 15"); else null.</param>
/// <param name="Unit">What is counted or measured: lemma of the counted noun phrase head ("report", "kettle", "percent", "USD", "people"), or "" where none is said.</param>
/// <param name="Bound">How the figure bounds the quantity.</param>
/// <param name="Head">Index in the sentence of the counted noun, or of the number where there is none.</param>
/// <param name="Previous">The older figure where the text gives one ("up from 12"); else null.</param>
/// <param name="AsWritten">The figure as the text writes it ("48,000", "twelve").</param>
public sealed record Quantity(Span Span, decimal Value, decimal? Upper, string Unit, Bound Bound, int Head, decimal? Previous, string AsWritten)
{
    /// <summary>What the counted things are of, as a lemma: "voter" in "4 percent of voters", "burn" in "15 reports of burns"; "" where none is said.</summary>
    public string Of { get; init; } = "";

    /// <summary>The whole that the figure is a part of: 13 in "twelve of the 13 miners"; else null.</summary>
    public decimal? Whole { get; init; }

    /// <summary>Whether another figure of the sentence is counted out of this one: the 13 of "twelve of the 13 miners".</summary>
    public bool IsWhole { get; init; }

    /// <summary>Whether the figure says by how much something changed ("fell four percent", "up by 12"), not what it is.</summary>
    public bool IsChange { get; init; }
}
