namespace Attest.Train;

/// <summary>Softmax regression with a ridge over sparse rows, by steps over all rows with a step of its own for each weight (Duchi et al. 2011). The same rows give the same weights.</summary>
internal static class SoftmaxFit
{
    private const double Step = 0.1;

    /// <summary>Where each class starts, and its weights.</summary>
    /// <param name="rows">Places and values that are not nothing.</param>
    /// <param name="labels">Class of each row.</param>
    /// <param name="classes">Number of classes.</param>
    /// <param name="places">Number of places.</param>
    /// <param name="ridge">Weight of half the sum of squares, against the sum of the rows' losses.</param>
    /// <param name="steps">Number of steps.</param>
    public static (double[] Start, double[][] Weights) Of((int Place, double Value)[][] rows, int[] labels, int classes, int places, double ridge, int steps)
    {
        double[] start = new double[classes];
        double[][] weights = [.. start.Select(_ => new double[places])];
        double[][] chances = [.. rows.Select(_ => new double[classes])];
        double[][] squares = [.. start.Select(_ => new double[places + 1])];
        for (int step = 0; step < steps; step++)
        {
            Parallel.For(0, rows.Length, r =>
            {
                double[] scores = [.. start];
                foreach (var (place, value) in rows[r])
                    for (int c = 0; c < classes; c++)
                        scores[c] += weights[c][place] * value;
                chances[r] = TreeTrainer.Softmax(scores);
            });
            // Each class by itself and in the order of the rows: the same sums however many cores.
            Parallel.For(0, classes, c =>
            {
                double[] slope = [.. weights[c].Select(w => -ridge * w), 0];
                for (int r = 0; r < rows.Length; r++)
                {
                    double error = (labels[r] == c ? 1 : 0) - chances[r][c];
                    foreach (var (place, value) in rows[r])
                        slope[place] += error * value;
                    slope[places] += error;
                }
                for (int i = 0; i <= places; i++)
                {
                    squares[c][i] += slope[i] * slope[i];
                    double move = Step * slope[i] / (1e-6 + Math.Sqrt(squares[c][i]));
                    if (i < places)
                        weights[c][i] += move;
                    else
                        start[c] += move;
                }
            });
        }
        return (start, weights);
    }
}
