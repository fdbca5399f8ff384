namespace Attest.Eval;

/// <summary>Percentile bootstrap (Efron and Tibshirani 1993) over units, with a fixed seed so that a run can be repeated.</summary>
internal static class Bootstrap
{
    private const int Samples = 1000;

    /// <summary>The 95 % interval of a measure; units are drawn with replacement.</summary>
    public static (double Low, double High)? Interval<T>(IReadOnlyList<T> units, Func<IReadOnlyList<T>, double> measure)
    {
        if (units.Count < 2)
            return null;
        var random = new Random(20260101);
        var values = new List<double>(Samples);
        var drawn = new T[units.Count];
        for (int s = 0; s < Samples; s++)
        {
            for (int i = 0; i < drawn.Length; i++)
                drawn[i] = units[random.Next(units.Count)];
            double value = measure(drawn);
            if (!double.IsNaN(value))
                values.Add(value);
        }
        if (values.Count == 0)
            return null;
        values.Sort();
        return (values[(int)(0.025 * (values.Count - 1))], values[(int)(0.975 * (values.Count - 1))]);
    }
}
