using System.Collections.Immutable;
using Attest.Engine.Model;

namespace Attest.Engine.Writing;

/// <summary>How much of one claim another tells already, by their content words. A word that most claims of the story bear tells little.</summary>
internal sealed class Overlap
{
    private static readonly ImmutableHashSet<string> Functional =
        ["the", "a", "an", "of", "in", "on", "at", "to", "for", "and", "or", "is", "are", "was", "were", "be", "been", "has", "have", "had", "that", "this", "it", "its", "by", "with",
         "from", "as", "than", "how", "what", "why", "who", "when", "where", "did", "do", "does", "will", "would", "not", "no", "about", "into", "after", "over", "their", "his", "her"];

    // When something was is no more of its content than how often it was told.
    private static readonly ImmutableHashSet<string> Calendar =
        ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february", "march", "april", "may", "june", "july", "august", "september",
         "october", "november", "december", "morning", "afternoon", "evening", "night", "today", "yesterday", "late", "early", "now"];

    private readonly WritingMemory memory;
    private readonly int[] claimsWith;
    private readonly int claims;

    public Overlap(ImmutableArray<WeighedClaim> story, WritingMemory memory)
    {
        this.memory = memory;
        claims = story.Length;
        var counts = new int[memory.Words];
        foreach (var c in story)
            foreach (int word in memory.Of(c.Claim).InOrder)
            {
                if (word >= counts.Length)
                    Array.Resize(ref counts, Math.Max(64, word * 2));
                counts[word]++;
            }
        claimsWith = counts;
    }

    /// <summary>Share of what a claim says that another says already, from 0 to 1.</summary>
    public double Repeats(Claim claim, Claim told)
    {
        var own = memory.Of(claim);
        var before = memory.Of(told);
        double all = 0, shared = 0;
        int count = 0;
        foreach (int word in own.InOrder)
        {
            double weight = Weight(word);
            all += weight;
            if (!before.Contains(word))
                continue;
            shared += weight;
            count++;
        }
        if (count == 0 || all <= 0)
            return 0;
        double byRarity = shared / all;
        double plain = (double)count / own.Count;
        // Half the words and the same verb is the same news in other words; without the verb it takes nearly all.
        double share = Math.Max(byRarity, plain * (claim.Proposition.Predicate.Length > 0 && claim.Proposition.Predicate == told.Proposition.Predicate ? 1.2 : 0.85));
        return SaysAnother(claim, told) ? share / 2 : share;
    }

    /// <summary>A claim's content words in order; those of its wording where its structure has none.</summary>
    public static IEnumerable<string> WordsOf(Claim claim) => claim.Proposition.Lemmas.IsDefaultOrEmpty
        ? WordsOf(claim.Wording)
        : claim.Proposition.Lemmas.Select(l => l.ToLowerInvariant()).Where(l => !Calendar.Contains(l) && !l.All(char.IsAsciiDigit));

    /// <summary>A text's content words in lower case, in order.</summary>
    public static IEnumerable<string> WordsOf(string text) =>
        text.ToLowerInvariant().Split([' ', ',', '.', '?', '!', ';', ':', '“', '”', '"', '(', ')'], StringSplitOptions.RemoveEmptyEntries)
            .Select(w => w.EndsWith("’s", StringComparison.Ordinal) || w.EndsWith("'s", StringComparison.Ordinal) ? w[..^2] : w).Where(w => !Functional.Contains(w));

    // Another figure, or the contrary, is news in the same words.
    private static bool SaysAnother(Claim claim, Claim told) =>
        claim.Proposition.Negated != told.Proposition.Negated || (claim.Quantity is { } a && told.Quantity is { } b && a.Value != b.Value);

    private double Weight(int word) => Math.Log((claims + 1.0) / Math.Max(1, word < claimsWith.Length ? claimsWith[word] : 0));
}
