namespace Attest.Eval;

/// <summary>Right, predicted and labelled items of one document.</summary>
/// <param name="Right">Predicted and labelled alike.</param>
/// <param name="Predicted">Predicted at all.</param>
/// <param name="Gold">Labelled.</param>
internal readonly record struct Counts(int Right, int Predicted, int Gold)
{
    /// <summary>Share of predicted items that are right.</summary>
    public static double Precision(IReadOnlyList<Counts> counts) => Share(counts.Sum(c => (double)c.Right), counts.Sum(c => (double)c.Predicted));

    /// <summary>Share of labelled items that are predicted.</summary>
    public static double Recall(IReadOnlyList<Counts> counts) => Share(counts.Sum(c => (double)c.Right), counts.Sum(c => (double)c.Gold));

    /// <summary>Harmonic mean of precision and recall.</summary>
    public static double F1(IReadOnlyList<Counts> counts) =>
        Share(2 * counts.Sum(c => (double)c.Right), counts.Sum(c => (double)c.Predicted) + counts.Sum(c => (double)c.Gold));

    private static double Share(double part, double whole) => whole == 0 ? 0 : part / whole;
}
