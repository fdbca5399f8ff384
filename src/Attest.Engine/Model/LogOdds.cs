namespace Attest.Engine.Model;

/// <summary>Probabilities and log-odds, and the one way in which a published probability is rounded.</summary>
internal static class LogOdds
{
    /// <summary>Log-odds of a probability strictly between 0 and 1.</summary>
    public static double Of(double probability) => Math.Log(probability / (1 - probability));

    /// <summary>Probability of log-odds.</summary>
    public static double ToProbability(double logOdds) => 1 / (1 + Math.Exp(-logOdds));

    /// <summary>A probability as it is published: four decimals, strictly between 0 and 1.</summary>
    public static double Published(double probability) => Math.Clamp(Math.Round(probability, 4, MidpointRounding.ToEven), 0.0001, 0.9999);
}
