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
public sealed record Quantity(Span Span, decimal Value, decimal? Upper, string Unit, Bound Bound, int Head, decimal? Previous, string AsWritten);

/// <summary>A date or time that a sentence names, resolved against the report's own time.</summary>
/// <param name="Span">Where it stands in the whole text ("on Tuesday").</param>
/// <param name="From">First instant meant, UTC.</param>
/// <param name="To">First instant after what is meant, UTC.</param>
/// <param name="Resolved">What stands in its place in wording that stands alone ("on Tuesday 13 January 2026"); equals the text where nothing needs resolving.</param>
/// <param name="IsDeadline">Whether it bounds something to come ("by Friday", "within 14 days").</param>
public sealed record TimeMention(Span Span, DateTimeOffset From, DateTimeOffset To, string Resolved, bool IsDeadline);
