namespace Attest.Engine.Text;

/// <summary>A date or time that a sentence names, resolved against the report's own time.</summary>
/// <param name="Span">Where it stands in the whole text ("on Tuesday").</param>
/// <param name="From">First instant meant, UTC.</param>
/// <param name="To">First instant after what is meant, UTC.</param>
/// <param name="Resolved">What stands in its place in wording that stands alone ("on Tuesday 13 January 2026"); equals the text where nothing needs resolving.</param>
/// <param name="IsDeadline">Whether it bounds something to come ("by Friday", "within 14 days").</param>
public sealed record TimeMention(Span Span, DateTimeOffset From, DateTimeOffset To, string Resolved, bool IsDeadline);
