namespace Attest.Hosting;

/// <summary>What came of letting a story settle.</summary>
/// <param name="Slug">The story's, where there is something to read; else null.</param>
/// <param name="Failed">Key of a report of which the engine fails, and of which nothing is decided yet: nothing was told then.</param>
/// <param name="Why">What went wrong with it.</param>
[GenerateSerializer, Immutable]
internal sealed record Told([property: Id(0)] string? Slug, [property: Id(1)] string? Failed = null, [property: Id(2)] string? Why = null);
