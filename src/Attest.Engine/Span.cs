namespace Attest.Engine;

/// <summary>A stretch of a text, in UTF-16 units, end exclusive.</summary>
/// <param name="Start">First unit of the stretch.</param>
/// <param name="End">First unit after the stretch.</param>
public readonly record struct Span(int Start, int End)
{
    /// <summary>Number of UTF-16 units.</summary>
    public int Length => End - Start;

    /// <summary>Whether the two stretches share at least one unit.</summary>
    public bool Overlaps(Span other) => Start < other.End && other.Start < End;

    /// <summary>Whether <paramref name="other"/> lies wholly within this stretch.</summary>
    public bool Contains(Span other) => Start <= other.Start && other.End <= End;

    /// <summary>The stretch's own characters, not copied.</summary>
    internal ReadOnlySpan<char> In(string text) => text.AsSpan(Start, Length);

    /// <summary>The stretch's own characters.</summary>
    public string Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text[Start..End];
    }
}
