namespace Attest.Engine;

/// <summary>How long a pattern may run on one text.</summary>
internal static class PatternLimit
{
    /// <summary>
    /// Only a guard against a pattern that would never end: all of ours are linear on what they are given. A tight limit would make the outcome depend
    /// on how busy the machine is, and the same input must give the same bytes.
    /// </summary>
    public const int Milliseconds = 20_000;
}
