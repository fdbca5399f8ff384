namespace Attest.Eval.Tasks;

/// <summary>One example: its parts (the first the constant 1), its class and its weight.</summary>
internal sealed record LogisticSample(double[] Parts, bool IsTrue, double Weight);

/// <summary>Logistic regression by Newton's method with a ridge on all weights but the constant's.</summary>
internal static class LogisticRegression
{
    // The parts say much the same; a strong ridge shares the weight among them, and transfers better than the sharpest fit.
    private const double Ridge = 40;

    private const int Steps = 25;

    /// <summary>The weights of the parts.</summary>
    public static double[] Fit(IReadOnlyList<LogisticSample> samples)
    {
        int n = samples[0].Parts.Length;
        double[] weights = new double[n];
        for (int step = 0; step < Steps; step++)
        {
            double[] gradient = new double[n];
            double[,] hessian = new double[n, n];
            for (int i = 0; i < n; i++)
            {
                gradient[i] = i == 0 ? 0 : -Ridge * weights[i];
                hessian[i, i] = i == 0 ? 1e-6 : Ridge;
            }
            foreach (var sample in samples)
                Add(sample, weights, gradient, hessian);
            double[] move = Solve(hessian, gradient);
            for (int i = 0; i < n; i++)
                weights[i] += move[i];
            if (move.Sum(Math.Abs) < 1e-6)
                break;
        }
        return weights;
    }

    private static void Add(LogisticSample sample, double[] weights, double[] gradient, double[,] hessian)
    {
        double odds = 0;
        for (int i = 0; i < weights.Length; i++)
            odds += weights[i] * sample.Parts[i];
        double p = 1 / (1 + Math.Exp(-odds)), error = ((sample.IsTrue ? 1 : 0) - p) * sample.Weight, curve = p * (1 - p) * sample.Weight;
        for (int i = 0; i < weights.Length; i++)
        {
            gradient[i] += error * sample.Parts[i];
            for (int j = 0; j < weights.Length; j++)
                hessian[i, j] += curve * sample.Parts[i] * sample.Parts[j];
        }
    }

    // Gaussian elimination; the matrix is positive definite.
    private static double[] Solve(double[,] a, double[] b)
    {
        int n = b.Length;
        for (int k = 0; k < n; k++)
        {
            for (int row = k + 1; row < n; row++)
            {
                double factor = a[row, k] / a[k, k];
                for (int column = k; column < n; column++)
                    a[row, column] -= factor * a[k, column];
                b[row] -= factor * b[k];
            }
        }
        for (int k = n - 1; k >= 0; k--)
        {
            for (int column = k + 1; column < n; column++)
                b[k] -= a[k, column] * b[column];
            b[k] /= a[k, k];
        }
        return b;
    }
}
