using Attest.Engine.Matching;

namespace Attest.Train;

/// <summary>
/// Fits what each stance weighs: constants added to the trees' scores, so that the macro F1 is best over the folds of train in turn, each judged by models
/// of the others. The fold that stands for dev takes no part on either side.
/// </summary>
internal static class StanceWeightFit
{
    private const int Classes = 4, DevFold = 0, Folds = 5, Rounds = 3;

    // The last class stays at nothing: only differences count.
    private const int Fitted = Classes - 1;

    private const float Most = 2, Step = 0.1f;

    /// <summary>The weights, and the macro F1 without any, with those that ship, and with these.</summary>
    public static (float[] Weights, double Without, double Shipped, double After) Of(StanceTraining training)
    {
        var scored = new List<(int Gold, float[] Scores)>();
        for (int fold = DevFold + 1; fold < Folds; fold++)
        {
            var tenors = TenorTrainer.Read(training.Tenors(DevFold, fold));
            var trees = TreeTrainer.Read(training.Stances(DevFold, fold));
            var rows = training.Rows;
            int held = fold;
            var pairs = rows.Pairs.Where(p => rows.HeadlineFolds[p.Headline] == held && rows.BodyFolds[p.Body] == held).ToList();
            float[][] features = training.Measure(pairs, tenors);
            for (int i = 0; i < pairs.Count; i++)
            {
                float[] scores = new float[Classes];
                trees.Score(features[i], scores);
                scored.Add((pairs[i].Stance, scores));
            }
        }
        float[] weights = new float[Classes];
        double without = MacroF1(scored, weights), best = without;
        for (int round = 0; round < Rounds; round++)
            for (int c = 0; c < Fitted; c++)
            {
                float kept = weights[c];
                for (int step = (int)(-Most / Step); step <= Most / Step; step++)
                {
                    weights[c] = step * Step;
                    double reached = MacroF1(scored, weights);
                    if (reached > best)
                        (best, kept) = (reached, weights[c]);
                }
                weights[c] = kept;
            }
        return (weights, without, MacroF1(scored, [.. Calibration.StanceWeights]), best);
    }

    private static double MacroF1(List<(int Gold, float[] Scores)> scored, float[] weights)
    {
        int[] right = new int[Classes], gold = new int[Classes], predicted = new int[Classes];
        foreach (var (label, scores) in scored)
        {
            int best = 0;
            for (int c = 1; c < Classes; c++)
                if (scores[c] + weights[c] > scores[best] + weights[best])
                    best = c;
            gold[label]++;
            predicted[best]++;
            right[best] += best == label ? 1 : 0;
        }
        return Enumerable.Range(0, Classes).Average(c => gold[c] + predicted[c] == 0 ? 0 : 2.0 * right[c] / (gold[c] + predicted[c]));
    }
}
