using Attest.Engine.Matching;
using Attest.Engine.Tracing;
using Attest.Engine.Weighing;
using Attest.Engine.Writing;

namespace Attest.Engine;

/// <summary>
/// What the stages derived at earlier steps of one story's fold and can use again where an event did not touch it. It saves time and changes nothing: a step
/// with the memory of any story, or with none, gives the same state. One thread at a time uses it.
/// </summary>
public sealed class StoryMemory
{
    internal SpeakerMemory Speakers { get; } = new();

    internal ClaimIndex Claims { get; } = new();

    internal WeighingMemory Weighing { get; } = new();

    internal WritingMemory Writing { get; } = new();
}
