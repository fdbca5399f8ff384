namespace Attest.Eval.Tasks;

/// <summary>A labelled and a predicted class.</summary>
internal readonly record struct Judged(int Gold, int Predicted);

/// <summary>Measures over classes.</summary>
internal static class ClassScores
{
    /// <summary>Share that is right.</summary>
    public static double Accuracy(IReadOnlyList<Judged> judged) => judged.Count(j => j.Gold == j.Predicted) / (double)judged.Count;

    /// <summary>F1 of one class.</summary>
    public static double F1(IReadOnlyList<Judged> judged, int of)
    {
        int right = 0, predicted = 0, gold = 0;
        foreach (var j in judged)
        {
            right += j.Gold == of && j.Predicted == of ? 1 : 0;
            predicted += j.Predicted == of ? 1 : 0;
            gold += j.Gold == of ? 1 : 0;
        }
        return predicted + gold == 0 ? 0 : 2.0 * right / (predicted + gold);
    }

    /// <summary>Mean F1 of the first classes.</summary>
    public static double MacroF1(IReadOnlyList<Judged> judged, int classes) => Enumerable.Range(0, classes).Average(c => F1(judged, c));
}
