namespace Attest.Tests;

/// <summary>
/// Tests that look at the memory of the whole process: they run while no other test does, or what others hold at the time would be counted as theirs.
/// </summary>
[CollectionDefinition(nameof(MeasuresMemory), DisableParallelization = true)]
public sealed class MeasuresMemory;
