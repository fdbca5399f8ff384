namespace Attest.Engine.Model;

/// <summary>The word that always stands beside a confidence (editorial rules, "The number").</summary>
public static class ConfidenceWords
{
    private const string Least = "almost no chance";

    /// <summary>Lower ends of the bands, in percent, with their words.</summary>
    private static readonly (double From, string Word)[] bands =
    [
        (95, "almost certain"),
        (80, "very likely"),
        (55, "likely"),
        (45, "roughly even"),
        (20, "unlikely"),
        (5, "very unlikely"),
    ];

    /// <summary>Every word with the range that it stands for, in percent, upper end exclusive; highest first.</summary>
    public static IEnumerable<(double From, double To, string Word)> Bands =>
        bands.Select((b, i) => (b.From, i == 0 ? 100.0 : bands[i - 1].From, b.Word)).Append((0, bands[^1].From, Least));

    /// <summary>The word for a probability between 0 and 1.</summary>
    public static string Of(double probability)
    {
        double percent = Math.Round(probability * 100, 6);
        foreach (var (from, word) in bands)
            if (percent >= from)
                return word;
        return Least;
    }
}
