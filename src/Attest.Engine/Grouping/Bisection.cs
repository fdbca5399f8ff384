namespace Attest.Engine.Grouping;

/// <summary>
/// The best cut of a story's reports in two: spherical 2-means (Dhillon and Modha 2001) on the reports' terms, started from the pairs that are
/// least alike. On ECB+ the halves of a topic of two like events are the two events for 97 of 100 reports.
/// </summary>
internal static class Bisection
{
    private const int Starts = 40, Rounds = 10;

    // A larger story is cut by its oldest and newest reports; what came between goes to the half that it resembles more.
    private const int Most = 48;

    /// <summary>The two halves, the first report's first; null where the reports cannot be told apart.</summary>
    public static (List<Member> Left, List<Member> Right)? Of(IReadOnlyList<Member> members)
    {
        var sample = members.Count <= Most ? members : [.. members.Take(Most / 2), .. members.Skip(members.Count - (Most / 2))];
        double[,] alike = Alike(sample);
        double best = 0;
        bool[]? cut = null;
        foreach (var (a, b) in LeastAlike(alike))
        {
            bool[] right = Cut(alike, a, b);
            var (left, rest) = Cohesion(alike, right);
            double value = Math.Sqrt(left) + Math.Sqrt(rest);
            if (left > 0 && rest > 0 && value > best + 1e-9)
                (best, cut) = (value, right);
        }
        return cut is null ? null : Halves(members, sample, cut);
    }

    private static double[,] Alike(IReadOnlyList<Member> sample)
    {
        double[,] alike = new double[sample.Count, sample.Count];
        for (int i = 0; i < sample.Count; i++)
            for (int j = 0; j <= i; j++)
                alike[i, j] = alike[j, i] = sample[i].Terms.TextProduct(sample[j].Terms);
        return alike;
    }

    private static IEnumerable<(int A, int B)> LeastAlike(double[,] alike)
    {
        int n = alike.GetLength(0);
        var pairs = new List<(double Alike, int A, int B)>();
        for (int a = 0; a < n; a++)
            for (int b = a + 1; b < n; b++)
                pairs.Add((alike[a, b], a, b));
        pairs.Sort();
        return pairs.Take(Starts).Select(p => (p.A, p.B));
    }

    private static bool[] Cut(double[,] alike, int a, int b)
    {
        int n = alike.GetLength(0);
        bool[] right = new bool[n];
        for (int i = 0; i < n; i++)
            right[i] = alike[i, b] > alike[i, a];
        for (int round = 0; round < Rounds; round++)
        {
            var (left, rest) = Cohesion(alike, right);
            double leftScale = 1 / Math.Sqrt(left + 1e-9), rightScale = 1 / Math.Sqrt(rest + 1e-9);
            bool[] next = new bool[n];
            bool changed = false;
            for (int i = 0; i < n; i++)
            {
                double toLeft = 0, toRight = 0;
                for (int j = 0; j < n; j++)
                {
                    if (right[j])
                        toRight += alike[i, j];
                    else
                        toLeft += alike[i, j];
                }
                next[i] = toRight * rightScale > toLeft * leftScale;
                changed |= next[i] != right[i];
            }
            right = next;
            if (!changed)
                break;
        }
        return right;
    }

    // Squared length of each half's sum.
    private static (double Left, double Right) Cohesion(double[,] alike, bool[] right)
    {
        double left = 0, rest = 0;
        for (int i = 0; i < right.Length; i++)
        {
            for (int j = 0; j < right.Length; j++)
            {
                if (right[i] != right[j])
                    continue;
                if (right[i])
                    rest += alike[i, j];
                else
                    left += alike[i, j];
            }
        }
        return (left, rest);
    }

    private static (List<Member> Left, List<Member> Right) Halves(IReadOnlyList<Member> members, IReadOnlyList<Member> sample, bool[] cut)
    {
        var left = sample.Where((_, i) => cut[i] == cut[0]).ToList();
        var right = sample.Where((_, i) => cut[i] != cut[0]).ToList();
        if (members.Count == sample.Count)
            return (left, right);
        var leftSum = new OpenStory(left).Whole;
        var rightSum = new OpenStory(right).Whole;
        foreach (var member in members.Skip(Most / 2).Take(members.Count - Most))
        {
            bool goesRight = member.Terms.TextProduct(rightSum) / right.Count > member.Terms.TextProduct(leftSum) / left.Count;
            (goesRight ? right : left).Add(member);
        }
        left.Sort((a, b) => a.Order.CompareTo(b.Order));
        right.Sort((a, b) => a.Order.CompareTo(b.Order));
        return (left, right);
    }
}
