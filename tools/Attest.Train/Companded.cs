namespace Attest.Train;

/// <summary>Weights as bytes: sign(q)·(q/127)²·largest.</summary>
internal static class Companded
{
    /// <summary>The byte nearest to a weight.</summary>
    public static sbyte Of(float weight, float largest) => (sbyte)(MathF.Sign(weight) * Math.Min(127, (int)MathF.Round(127 * MathF.Sqrt(MathF.Abs(weight) / largest))));
}
