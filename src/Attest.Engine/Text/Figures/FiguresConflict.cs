namespace Attest.Engine.Text.Figures;

/// <summary>
/// Whether two figures for one thing at one time cannot both hold (R9, R10): the stretches of values that their bounds
/// leave open do not meet. Subject, scope and as-of are the caller's.
/// </summary>
internal static class FiguresConflict
{
    /// <summary>How far a figure said to be near may lie off: 10 %, as R10's cases treat "about" (fit).</summary>
    private const decimal Near = 0.10m;

    /// <summary>The most that rounding explains between two exact figures: 5 % of the rounder one (fit).</summary>
    private const decimal MostRounding = 0.05m;

    // Keeps the sums within decimal for any input.
    private const decimal Greatest = 1_000_000_000_000_000_000_000m;

    /// <summary>Figures below this are counted one by one and not rounded.</summary>
    private const decimal LeastRounded = 1_000;

    /// <summary>Whether the two cannot both hold.</summary>
    public static bool Between(Quantity a, Quantity b)
    {
        if (!Units.AreSame(a.Unit, b.Unit) || a.IsChange != b.IsChange)
            return false;
        (decimal? leastA, decimal? mostA) = Open(a);
        (decimal? leastB, decimal? mostB) = Open(b);
        bool apart = leastA > mostB || leastB > mostA;
        return apart && !IsRounding(a, b);
    }

    private static (decimal? Least, decimal? Most) Open(Quantity q)
    {
        decimal value = Math.Clamp(q.Value, -Greatest, Greatest);
        decimal upper = Math.Clamp(q.Upper ?? q.Value, -Greatest, Greatest);
        decimal slack = q.Bound == Bound.About ? Near : 0;
        return q.Bound switch
        {
            Bound.AtLeast => (value, null),
            Bound.AtMost => (null, upper),
            _ => (value - slack * Math.Abs(value), upper + slack * Math.Abs(upper)),
        };
    }

    /// <summary>"48,000" and "48,213": the rounder figure is what the finer one rounds to.</summary>
    private static bool IsRounding(Quantity a, Quantity b)
    {
        if (a.Bound != Bound.Exactly || b.Bound != Bound.Exactly || a.Upper is not null || b.Upper is not null)
            return false;
        (decimal stepA, decimal stepB) = (Step(a), Step(b));
        if (stepA == stepB || Math.Max(a.Value, b.Value) is < LeastRounded or > Greatest)
            return false;
        Quantity rounder = stepA > stepB ? a : b;
        decimal most = Math.Min(Math.Max(stepA, stepB) / 2, MostRounding * Math.Abs(rounder.Value));
        return Math.Abs(rounder.Value - (stepA > stepB ? b : a).Value) <= most;
    }

    /// <summary>The value of the last written digit that is not a closing zero: 1,000 for 48,000.</summary>
    private static decimal Step(Quantity q)
    {
        decimal step = 1;
        for (int i = 0; i < 18 && q.Value != 0 && decimal.Truncate(q.Value) == q.Value && q.Value % (step * 10) == 0; i++)
            step *= 10;
        return step;
    }
}
