namespace Attest.Engine.Grouping;

/// <summary>
/// How two groups of reports resemble each other; a single report is a group of one. All comes from the groups' sums: the mean similarity
/// over all pairs of their reports is the product of the sums (average linkage without the pairs). It is divided by how alike each
/// group's own reports are (as a correlation is corrected for attenuation): 1 means that the groups differ no more than their members.
/// </summary>
internal static class Similarity
{
    /// <summary>Number of parts; the first is the constant 1.</summary>
    public const int Parts = 12;

    /// <summary>Where the overlap of the names that a group's reports have in common stands, and the cosine of all terms.</summary>
    public const int NamesPart = 5, CosinePart = 7;

    // Groups of two or three may look more alike than their members; that is chance.
    private const double Most = 1.2;

    /// <summary>Log-odds that two groups tell of one event.</summary>
    public static double LogOdds(TermVector first, TermVector second, ReadOnlySpan<double> weights)
    {
        Span<double> parts = stackalloc double[Parts];
        Measure(first, second, parts);
        double sum = 0;
        for (int i = 0; i < Parts; i++)
            sum += parts[i] * weights[i];
        return sum;
    }

    /// <summary>Writes the parts of the similarity of two groups.</summary>
    public static void Measure(TermVector first, TermVector second, Span<double> parts)
    {
        double a = first.Reports, b = second.Reports;
        FieldSums text = default, name = default, lead = default, figure = default;
        var x = first.Terms;
        var y = second.Terms;
        int i = 0, j = 0;
        while (i < x.Length || j < y.Length)
        {
            TermWeight left = default, right = default;
            if (j == y.Length || (i < x.Length && x[i].Term < y[j].Term))
                left = x[i++];
            else if (i == x.Length || y[j].Term < x[i].Term)
                right = y[j++];
            else
                (left, right) = (x[i++], y[j++]);
            // What many of a group's reports say is its core.
            double shareA = left.Reports / (a * a), shareB = right.Reports / (b * b);
            text.Add(left.Text, right.Text, shareA, shareB);
            name.Add(left.Name, right.Name, shareA, shareB);
            lead.Add(left.Lead, right.Lead, shareA, shareB);
            figure.Add(left.Figure, right.Figure, shareA, shareB);
        }
        double size = Math.Log(a * b);
        parts[0] = 1;
        parts[1] = text.Likeness(a, b, Calibration.WithinText, Calibration.EnoughWords);
        parts[2] = name.Likeness(a, b, Calibration.WithinNames, Calibration.EnoughNames);
        parts[3] = lead.Likeness(a, b, Calibration.WithinLead, Calibration.EnoughWords);
        parts[4] = figure.Likeness(a, b, Calibration.WithinFigures, Calibration.EnoughFigures);
        parts[NamesPart] = name.Silent ? Calibration.Silent : name.Overlap;
        parts[6] = text.Overlap;
        parts[CosinePart] = text.Cosine;
        parts[8] = size;
        parts[9] = size * parts[1];
        parts[10] = size * parts[2];
        parts[11] = Math.Log(Math.Min(a, b));
    }

    private struct FieldSums
    {
        private double dot, squareA, squareB, both, coreA, coreB;
        private int termsA, termsB;

        public readonly bool Silent => squareA == 0 || squareB == 0;

        public readonly double Cosine => Silent ? 0 : dot / Math.Sqrt(squareA * squareB);

        public readonly double Overlap => Silent ? 0 : both / Math.Min(coreA, coreB);

        public void Add(double left, double right, double shareA, double shareB)
        {
            dot += left * right;
            termsA += left > 0 ? 1 : 0;
            termsB += right > 0 ? 1 : 0;
            squareA += left * left;
            squareB += right * right;
            double a = left * shareA, b = right * shareB;
            coreA += a;
            coreB += b;
            both += Math.Min(a, b);
        }

        public readonly double Likeness(double a, double b, double within, double enough)
        {
            if (Silent)
                return Calibration.Silent;
            double likeness = Math.Min(Most, dot / (a * b) / Math.Sqrt(Within(squareA, a, within) * Within(squareB, b, within)));
            double said = Math.Min(termsA, termsB);
            return Calibration.Silent + ((likeness - Calibration.Silent) * said / (said + enough));
        }

        // Mean similarity of a group's pairs (each report has length 1, so its pair with itself is taken off), shrunk to what is usual.
        private static double Within(double square, double reports, double usual) =>
            (Math.Max(0, square - reports) + (2 * Calibration.PriorPairs * usual)) / ((reports * (reports - 1)) + (2 * Calibration.PriorPairs));
    }
}
