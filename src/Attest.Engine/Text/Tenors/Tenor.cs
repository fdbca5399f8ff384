namespace Attest.Engine.Text.Tenors;

/// <summary>How a text takes what it tells of: as so, as not so, or left open. The three add up to 1.</summary>
/// <param name="Affirms">Probability that it tells it as so.</param>
/// <param name="Refutes">Probability that it tells it as not so.</param>
/// <param name="LeavesOpen">Probability that it leaves open whether it is so.</param>
internal readonly record struct Tenor(double Affirms, double Refutes, double LeavesOpen)
{
    /// <summary>Log-odds of refuting against affirming.</summary>
    public double Against => Math.Log((Refutes + Floor) / (Affirms + Floor));

    /// <summary>Log-odds of leaving open.</summary>
    public double Open => Math.Log((LeavesOpen + Floor) / (Affirms + Refutes + Floor));

    private const double Floor = 1e-3;
}
