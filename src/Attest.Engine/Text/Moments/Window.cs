namespace Attest.Engine.Text.Moments;

/// <summary>What a named time means: a stretch of local time and how it is worded by itself.</summary>
/// <param name="From">First local instant.</param>
/// <param name="To">First local instant after.</param>
/// <param name="Words">The time by name, without a preposition ("Tuesday 13 January 2026"); "" where the text's own words stay.</param>
/// <param name="Preposition">What it stands on by itself: "on", "in" or "".</param>
internal readonly record struct Window(DateTime From, DateTime To, string Words, string Preposition);
