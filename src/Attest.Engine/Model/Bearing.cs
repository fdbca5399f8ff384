namespace Attest.Engine.Model;

/// <summary>How a single sentence bears on a claim, in chances; what is left of 1 is the chance that it does neither.</summary>
/// <param name="Supports">That it bears the claim out.</param>
/// <param name="Refutes">That it speaks against it.</param>
internal readonly record struct Bearing(double Supports, double Refutes);
