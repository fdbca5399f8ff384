using Attest.Engine.Publishing;

namespace Attest.Hosting;

/// <summary>A story as readers see it. Never changed: a newer one takes its place.</summary>
/// <param name="Id">The story.</param>
/// <param name="Version">Number of its newest entry that the snapshot holds.</param>
/// <param name="Heir">Id of the story that it became part of; null while it is a story by itself.</param>
/// <param name="NextDue">When time itself next changes something (R23); null where nothing is due.</param>
/// <param name="Document">The story.</param>
internal sealed record Snapshot(string Id, int Version, string? Heir, DateTimeOffset? NextDue, StoryDocument Document);
