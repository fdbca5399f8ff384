using System.Collections.Immutable;
using System.Globalization;
using Attest.Engine.Model;
using Attest.Engine.Publishing;

namespace Attest.Web;

/// <summary>
/// A probability taken apart in percentage points. Contributions are log-odds, the first is the starting point and shown as the number it
/// gives; each further row's points are the difference of two rounded running probabilities, so that the rows always add up to what is shown.
/// </summary>
/// <param name="Shown">The number in percent, as shown.</param>
/// <param name="Word">Its word.</param>
/// <param name="Rows">What moved it, with the points.</param>
public sealed record NumberParts(int Shown, string Word, ImmutableArray<(string What, string Points)> Rows)
{
    private const double OnRecordMaximum = 0.97, Maximum = 0.95, Minimum = 0.05, Step = 0.05;

    /// <summary>Rows below this many log-odds that move no point are rounding, of no use to a reader.</summary>
    private const double Negligible = 0.01;

    /// <summary>An update's confidence; null where it has none.</summary>
    public static NumberParts? Of(UpdateDocument update)
    {
        ArgumentNullException.ThrowIfNull(update);
        return update.Confidence is { } confidence ? Of(confidence, update.Word, update.Contributions) : null;
    }

    /// <summary>A claim's probability, rounded as all numbers that pages show; null where it has none.</summary>
    public static NumberParts? Of(ClaimDocument claim)
    {
        ArgumentNullException.ThrowIfNull(claim);
        if (claim.Probability is not { } probability)
            return null;
        return Of(Rounded(probability, claim.Standing), null, claim.Contributions);
    }

    /// <summary>A claim's probability in percent as pages show it: to 5, between 5 and 95, or 97 with a primary record.</summary>
    public static int InPercent(double probability, string standing) => (int)Math.Round(Rounded(probability, standing) * 100);

    private static double Rounded(double probability, string standing)
    {
        double most = standing == "on-record" ? OnRecordMaximum : Maximum;
        return probability >= 0.96 && most > Maximum ? most : Math.Clamp(Math.Round(probability / Step) * Step, Minimum, Maximum);
    }

    private static NumberParts Of(double shown, string? word, ImmutableArray<ContributionDocument> contributions)
    {
        int percent = (int)Math.Round(shown * 100);
        var rows = ImmutableArray.CreateBuilder<(string, string)>();
        double logOdds = 0;
        int sum = 0;
        foreach (var part in contributions)
        {
            logOdds += part.LogOdds;
            int next = (int)Math.Round(100 / (1 + Math.Exp(-logOdds)));
            if (rows.Count == 0)
                rows.Add((part.What, next.ToString(CultureInfo.InvariantCulture)));
            else if (next != sum || Math.Abs(part.LogOdds) is 0 or > Negligible)
                rows.Add((part.What, Signed(next - sum)));
            sum = next;
        }
        if (!contributions.IsEmpty && sum != percent)
            rows.Add(("Rounded, within the limits of what is shown", Signed(percent - sum)));
        return new(percent, word ?? ConfidenceWords.Of(shown), rows.ToImmutable());
    }

    private static string Signed(int points) => points switch
    {
        0 => "0",
        > 0 => "+" + points.ToString(CultureInfo.InvariantCulture),
        _ => "−" + (-points).ToString(CultureInfo.InvariantCulture),
    };
}
