using Attest.Engine.Model;

namespace Attest.Engine.Weighing;

/// <summary>What some sentences leave of a claim, in chances that add up to 1.</summary>
/// <param name="Supported">Some bear it out and none speaks against it.</param>
/// <param name="Refuted">Some speak against it and none bears it out.</param>
/// <param name="Open">None does either.</param>
/// <param name="Disputed">Some do the one, some the other.</param>
internal readonly record struct Outlook(double Supported, double Refuted, double Open, double Disputed)
{
    /// <summary>The outcome to tell: the likeliest after what each weighs (<see cref="Calibration.GivenTold"/>), 0 supported, 1 refuted, 2 open, 3 disputed.</summary>
    public int Told
    {
        get
        {
            ReadOnlySpan<double> chances = [Supported, Refuted, Open, Disputed];
            int best = 0;
            for (int c = 1; c < chances.Length; c++)
                if (chances[c] * Math.Exp(Calibration.GivenTold[c]) > chances[best] * Math.Exp(Calibration.GivenTold[best]))
                    best = c;
            return best;
        }
    }
}

/// <summary>
/// Weighs sentences that are given as all the evidence there is. Were they independent, the chance that none of them supports would be a product. Its logarithm, the same
/// of refuting, and the strongest of either are what a logistic regression over the four outcomes starts from (<see cref="Calibration.GivenOdds"/>), since sentences on
/// one matter are not independent.
/// </summary>
internal static class GivenEvidence
{
    /// <summary>How many numbers the regression looks at.</summary>
    public const int Measures = 5;

    // The least chance that a model of sentences gives; keeps logarithms finite.
    private const double Least = 0.01;

    /// <summary>The outlook.</summary>
    public static Outlook Of(IEnumerable<Bearing> given) => Of(given, Calibration.GivenOdds.AsSpan());

    /// <summary>The same by other odds: for fitting them.</summary>
    public static Outlook Of(IEnumerable<Bearing> given, ReadOnlySpan<double> by)
    {
        Span<double> measured = stackalloc double[Measures];
        Measure(given, measured);
        Span<double> odds = stackalloc double[4];
        double sum = 0;
        for (int c = 0; c < odds.Length; c++)
        {
            for (int i = 0; i < measured.Length; i++)
                odds[c] += by[(c * measured.Length) + i] * measured[i];
            sum += odds[c] = Math.Exp(odds[c]);
        }
        return new Outlook(odds[0] / sum, odds[1] / sum, odds[2] / sum, odds[3] / sum);
    }

    /// <summary>What the regression looks at: a constant, how strongly all support and refute together (as logarithms), and the log-odds of the strongest of either.</summary>
    public static void Measure(IEnumerable<Bearing> given, Span<double> into)
    {
        double support = 0, refutal = 0, mostSupport = Least, mostRefutal = Least;
        foreach (var (supports, refutes) in given)
        {
            support -= Math.Log(1 - Math.Min(supports, 1 - Least));
            refutal -= Math.Log(1 - Math.Min(refutes, 1 - Least));
            (mostSupport, mostRefutal) = (Math.Max(mostSupport, Math.Min(supports, 1 - Least)), Math.Max(mostRefutal, Math.Min(refutes, 1 - Least)));
        }
        (into[0], into[1], into[2]) = (1, Math.Log(support + Least), Math.Log(refutal + Least));
        (into[3], into[4]) = (LogOdds.Of(mostSupport), LogOdds.Of(mostRefutal));
    }
}
