namespace Attest.Engine.Text.Moments;

/// <summary>A time as a sentence words it.</summary>
/// <param name="First">First piece, preposition included.</param>
/// <param name="Core">First piece of the name of the time.</param>
/// <param name="CoreEnd">Piece after the name of the time.</param>
/// <param name="End">Piece after the last.</param>
/// <param name="Named">What it names.</param>
internal sealed record Moment(int First, int Core, int CoreEnd, int End, NamedTime Named)
{
    /// <summary>The preposition that it stands on ("on", "by", "since"); "" where on none.</summary>
    public string Preposition { get; init; } = "";

    /// <summary>"early", "late", "earlier", "later", "mid", "end", "start", "middle"; "" where none.</summary>
    public string Edge { get; init; } = "";

    /// <summary>"morning", "afternoon", "evening", "night"; "" where none.</summary>
    public string Part { get; init; } = "";

    /// <summary>A clock time said together with the day; else null.</summary>
    public NamedTime.TimeOfDay? Clock { get; init; }

    /// <summary>The clock time's own words ("6.30 a.m.").</summary>
    public string ClockWords { get; init; } = "";

    /// <summary>Whether a preposition that is no time's own governs it ("set for March 3"): it takes none of its own.</summary>
    public bool IsGoverned { get; init; }

    /// <summary>Whether it modifies a noun behind it ("Tuesday's vote", "the 2016 election").</summary>
    public bool IsAttribute { get; init; }

    /// <summary>Whether it ends in a possessive.</summary>
    public bool IsPossessive { get; init; }
}
