namespace Attest.Eval;

/// <summary>One measured value.</summary>
/// <param name="Metric">Its name in EVALS ("f1").</param>
/// <param name="Value">The value; shares between 0 and 1.</param>
/// <param name="Baseline">What the sceptic's simple method reaches; null where there is none.</param>
/// <param name="Interval">95 % bootstrap interval of the value; null where it makes no sense.</param>
internal sealed record Figure(string Metric, double Value, double? Baseline = null, (double Low, double High)? Interval = null)
{
    /// <summary>A figure over units (documents, claims, sentences) with its bootstrap interval.</summary>
    /// <param name="metric">Its name in EVALS.</param>
    /// <param name="units">What is drawn anew in each bootstrap sample.</param>
    /// <param name="measure">The value over some units; called about a thousand times.</param>
    /// <param name="baseline">What the sceptic's simple method reaches.</param>
    public static Figure Of<T>(string metric, IReadOnlyList<T> units, Func<IReadOnlyList<T>, double> measure, double? baseline = null) =>
        new(metric, measure(units), baseline, Bootstrap.Interval(units, measure));
}
