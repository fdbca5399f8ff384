using System.Collections.Immutable;
using Attest.Engine.Model;

namespace Attest.Engine.Tracing;

/// <summary>How much two statements tell the same. Only asked of statements that something else already ties together; claims are matched elsewhere.</summary>
internal static class Alike
{
    private static readonly HashSet<string> Light = new(StringComparer.OrdinalIgnoreCase) { "be", "have", "do", "say", "the", "a", "an", "that", "which", "who", "it", "he", "she", "they" };

    /// <summary>Share of the content lemmas of the statement that has fewer that the other one has too; 0 where there are none.</summary>
    public static double Content(Statement one, Statement other) => Content(one, Lemmas(one).ToHashSet(StringComparer.OrdinalIgnoreCase), other);

    /// <summary>The statement that tells most nearly the same; of equals the first. Null where none reaches the least.</summary>
    public static TracedStatement? Best(IEnumerable<TracedStatement> candidates, Statement statement, double least)
    {
        var lemmas = Lemmas(statement).ToHashSet(StringComparer.OrdinalIgnoreCase);
        TracedStatement? best = null;
        double most = least;
        foreach (var candidate in candidates)
        {
            if (candidate.Statement.Sentence < 0)
                continue;
            double alike = Content(statement, lemmas, candidate.Statement);
            if (alike > most || (best is null && alike >= most))
                (best, most) = (candidate, alike);
        }
        return best;
    }

    /// <summary>Whether two quotations hold the same words in the same order, but for few.</summary>
    public static bool SameWords(ImmutableArray<Word> one, ImmutableArray<Word> other)
    {
        if (one.Length < Calibration.ShortestQuotation || other.Length < Calibration.ShortestQuotation)
            return false;
        var (fewer, more) = one.Length <= other.Length ? (one, other) : (other, one);
        return LongestCommonSubsequence(fewer, more) >= Calibration.SameQuotation * fewer.Length;
    }

    // A lemma that stands twice counts twice in the other one: seldom, and a set for each candidate would cost more than the comparison.
    private static double Content(Statement one, HashSet<string> lemmas, Statement other)
    {
        if (one.Proposition.Negated != other.Proposition.Negated || lemmas.Count == 0)
            return 0;
        int all = 0, shared = 0;
        foreach (string lemma in Lemmas(other))
        {
            all++;
            shared += lemmas.Contains(lemma) ? 1 : 0;
        }
        return all == 0 ? 0 : Math.Min(1, (double)shared / Math.Min(all, lemmas.Count));
    }

    private static IEnumerable<string> Lemmas(Statement statement) => statement.Proposition.Lemmas.IsDefaultOrEmpty
        ? NameKeys.Split(statement.Wording).Where(w => w.Length > 3)
        : statement.Proposition.Lemmas.Where(l => !Light.Contains(l));

    private static int LongestCommonSubsequence(ImmutableArray<Word> a, ImmutableArray<Word> b)
    {
        var row = new int[b.Length + 1];
        foreach (var word in a)
        {
            int diagonal = 0;
            for (int j = 1; j <= b.Length; j++)
            {
                int above = row[j];
                row[j] = word.Hash == b[j - 1].Hash ? diagonal + 1 : Math.Max(above, row[j - 1]);
                diagonal = above;
            }
        }
        return row[^1];
    }
}
