using Attest.Engine.Model;
using Attest.Engine.Weighing;

namespace Attest.Train;

/// <summary>
/// Fits the constants by which several sentences become an outlook: softmax regression with a ridge, by gradient steps of their own size (Duchi et al. 2011), over claims that the
/// model of sentences has not seen. Then the outcome that is told, where the chances are near: what is added to each so that accuracy and macro F1 together are best.
/// </summary>
internal static class OutlookFit
{
    private const int Outcomes = 4, Measures = GivenEvidence.Measures, Steps = 400;

    private const double Ridge = 5, Step = 0.3;

    private const double MostTold = 1.5, ToldStep = 0.1;

    /// <summary>Odds, a row for each outcome.</summary>
    public static double[] Of(IReadOnlyList<(EvidenceRow Row, Bearing[] Bearings)> judged)
    {
        double[][] measured = [.. judged.Select(j =>
        {
            double[] row = new double[Measures];
            GivenEvidence.Measure(j.Bearings, row);
            return row;
        })];
        double[] odds = new double[Outcomes * Measures], squares = new double[odds.Length];
        for (int step = 0; step < Steps; step++)
        {
            double[] slope = [.. odds.Select((o, i) => i % Measures == 0 ? 0 : Ridge * o)];
            for (int k = 0; k < measured.Length; k++)
            {
                double[] chances = TreeTrainer.Softmax([.. Enumerable.Range(0, Outcomes).Select(c => Enumerable.Range(0, Measures).Sum(i => odds[(c * Measures) + i] * measured[k][i]))]);
                for (int c = 0; c < Outcomes; c++)
                    for (int i = 0; i < Measures; i++)
                        slope[(c * Measures) + i] += (chances[c] - (judged[k].Row.Label == c ? 1 : 0)) * measured[k][i];
            }
            for (int i = 0; i < odds.Length; i++)
            {
                squares[i] += slope[i] * slope[i];
                odds[i] -= Step * slope[i] / (1e-6 + Math.Sqrt(squares[i]));
            }
        }
        return odds;
    }

    /// <summary>
    /// Constants for the outcome that is told: each fold's claims by odds of the other folds, then the constants that give the best sum of accuracy and macro F1 over all, one
    /// after the other, twice round. Beside them the accuracy, macro F1 and loss that they reach there.
    /// </summary>
    public static (double[] Told, double Accuracy, double MacroF1, double Loss) Told(IReadOnlyList<(EvidenceRow Row, Bearing[] Bearings)> judged)
    {
        var outlooks = new List<(int Gold, double[] Chances)>();
        foreach (var fold in judged.GroupBy(j => j.Row.Fold))
        {
            double[] odds = Of([.. judged.Where(j => j.Row.Fold != fold.Key)]);
            outlooks.AddRange(fold.Select(j => GivenEvidence.Of(j.Bearings, odds) is var o ? (j.Row.Label, new[] { o.Supported, o.Refuted, o.Open, o.Disputed }) : default));
        }
        double[] told = new double[Outcomes];
        for (int round = 0; round < 2; round++)
            for (int c = 0; c < Outcomes; c++)
            {
                double kept = told[c], best = Worth(outlooks, told);
                for (int step = (int)(-MostTold / ToldStep); step <= MostTold / ToldStep; step++)
                {
                    told[c] = step * ToldStep;
                    if (Worth(outlooks, told) is var reached && reached > best)
                        (best, kept) = (reached, told[c]);
                }
                told[c] = kept;
            }
        return (told, Accuracy(outlooks, told), MacroF1(outlooks, told), outlooks.Average(o => -Math.Log(o.Chances[o.Gold])));
    }

    private static double Worth(List<(int Gold, double[] Chances)> outlooks, double[] told) => Accuracy(outlooks, told) + MacroF1(outlooks, told);

    private static double Accuracy(List<(int Gold, double[] Chances)> outlooks, double[] told) => outlooks.Average(o => Best(o.Chances, told) == o.Gold ? 1.0 : 0);

    private static int Best(double[] chances, double[] told) => Enumerable.Range(0, Outcomes).MaxBy(c => Math.Log(chances[c]) + told[c]);

    private static double MacroF1(List<(int Gold, double[] Chances)> outlooks, double[] told)
    {
        int[] right = new int[Outcomes], gold = new int[Outcomes], predicted = new int[Outcomes];
        foreach (var (label, chances) in outlooks)
        {
            int best = Best(chances, told);
            gold[label]++;
            predicted[best]++;
            right[best] += best == label ? 1 : 0;
        }
        return Enumerable.Range(0, Outcomes).Average(c => gold[c] + predicted[c] == 0 ? 0 : 2.0 * right[c] / (gold[c] + predicted[c]));
    }
}
