namespace Attest.Train;

/// <summary>Brings vectors to fewer dimensions: the mean and the two strongest axes taken away (Mu and Viswanath 2018), then the next strongest kept.</summary>
internal static class PrincipalAxes
{
    private const int Dropped = 2;
    private const int FittedOn = 20000;
    private const int Sweeps = 12;

    /// <summary>The rows in <paramref name="dimensions"/> values of one byte each, every row scaled to its own largest value: only directions matter.</summary>
    public static IEnumerable<sbyte> Quantised(IReadOnlyList<float[]> rows, int dimensions)
    {
        int width = rows[0].Length, fitted = Math.Min(FittedOn, rows.Count);
        var mean = new double[width];
        for (int r = 0; r < fitted; r++)
            for (int i = 0; i < width; i++)
                mean[i] += rows[r][i] / (double)fitted;
        var axes = Axes(Covariance(rows, mean, fitted)).Skip(Dropped).Take(dimensions).ToArray();
        var values = new double[dimensions];
        foreach (var row in rows)
        {
            double largest = 1e-9;
            for (int k = 0; k < dimensions; k++)
            {
                double sum = 0;
                for (int i = 0; i < width; i++)
                    sum += (row[i] - mean[i]) * axes[k][i];
                values[k] = sum;
                largest = Math.Max(largest, Math.Abs(sum));
            }
            foreach (double value in values)
                yield return (sbyte)Math.Round(value / largest * 127);
        }
    }

    private static double[,] Covariance(IReadOnlyList<float[]> rows, double[] mean, int fitted)
    {
        int width = mean.Length;
        var sums = new double[width, width];
        for (int r = 0; r < fitted; r++)
            for (int a = 0; a < width; a++)
                for (int b = a; b < width; b++)
                    sums[a, b] += (rows[r][a] - mean[a]) * (rows[r][b] - mean[b]);
        for (int a = 0; a < width; a++)
            for (int b = 0; b < a; b++)
                sums[a, b] = sums[b, a];
        return sums;
    }

    /// <summary>Eigenvectors of a symmetric matrix by Jacobi rotations, strongest first.</summary>
    private static IEnumerable<double[]> Axes(double[,] a)
    {
        int n = a.GetLength(0);
        var v = new double[n, n];
        for (int i = 0; i < n; i++)
            v[i, i] = 1;
        for (int sweep = 0; sweep < Sweeps; sweep++)
            for (int p = 0; p < n; p++)
                for (int q = p + 1; q < n; q++)
                    if (Math.Abs(a[p, q]) > 1e-12)
                        Rotate(a, v, p, q);
        return Enumerable.Range(0, n).OrderByDescending(i => a[i, i]).ThenBy(i => i)
            .Select(i => Enumerable.Range(0, n).Select(k => v[k, i]).ToArray());
    }

    private static void Rotate(double[,] a, double[,] v, int p, int q)
    {
        int n = a.GetLength(0);
        double theta = (a[q, q] - a[p, p]) / (2 * a[p, q]);
        double t = (theta < 0 ? -1 : 1) / (Math.Abs(theta) + Math.Sqrt((theta * theta) + 1));
        double c = 1 / Math.Sqrt((t * t) + 1), s = t * c;
        for (int k = 0; k < n; k++)
            (a[k, p], a[k, q]) = ((c * a[k, p]) - (s * a[k, q]), (s * a[k, p]) + (c * a[k, q]));
        for (int k = 0; k < n; k++)
            (a[p, k], a[q, k]) = ((c * a[p, k]) - (s * a[q, k]), (s * a[p, k]) + (c * a[q, k]));
        for (int k = 0; k < n; k++)
            (v[k, p], v[k, q]) = ((c * v[k, p]) - (s * v[k, q]), (s * v[k, p]) + (c * v[k, q]));
    }
}
