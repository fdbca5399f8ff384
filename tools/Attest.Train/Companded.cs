namespace Attest.Train;

/// <summary>Weights as bytes: sign(q)·(q/127)²·largest.</summary>
internal static class Companded
{
    /// <summary>The byte nearest to a weight.</summary>
    public static sbyte Of(float weight, float largest) => (sbyte)(MathF.Sign(weight) * Math.Min(127, (int)MathF.Round(127 * MathF.Sqrt(MathF.Abs(weight) / largest))));

    /// <summary>The weight that a byte stands for.</summary>
    public static float Weight(sbyte q, float largest) => MathF.Sign(q) * (q / 127f) * (q / 127f) * largest;
}
