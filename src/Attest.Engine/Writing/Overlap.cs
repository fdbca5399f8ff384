using System.Collections.Immutable;
using Attest.Engine.Model;

namespace Attest.Engine.Writing;

/// <summary>How much of one claim another tells already, by their content words. A word that most claims of the story bear tells little.</summary>
internal sealed class Overlap
{
    private static readonly ImmutableHashSet<string> Functional =
        ["the", "a", "an", "of", "in", "on", "at", "to", "for", "and", "or", "is", "are", "was", "were", "be", "been", "has", "have", "had", "that", "this", "it", "its", "by", "with",
         "from", "as", "than", "how", "what", "why", "who", "when", "where", "did", "do", "does", "will", "would", "not", "no", "about", "into", "after", "over", "their", "his", "her"];

    private readonly Dictionary<string, int> claimsWith = new(StringComparer.Ordinal);
    private readonly int claims;

    public Overlap(ImmutableArray<WeighedClaim> story)
    {
        claims = story.Length;
        foreach (var c in story)
            foreach (string word in Of(c.Claim))
                claimsWith[word] = claimsWith.GetValueOrDefault(word) + 1;
    }

    /// <summary>Share of what a claim says that another says already, from 0 to 1.</summary>
    public double Repeats(Claim claim, Claim told)
    {
        var own = Of(claim);
        var before = Of(told);
        double all = own.Sum(Weight);
        return all <= 0 ? 0 : own.Where(before.Contains).Sum(Weight) / all;
    }

    /// <summary>A claim's content words; those of its wording where its structure has none.</summary>
    public static ImmutableHashSet<string> Of(Claim claim) => claim.Proposition.Lemmas.IsDefaultOrEmpty
        ? WordsOf(claim.Wording)
        : claim.Proposition.Lemmas.Select(l => l.ToLowerInvariant()).ToImmutableHashSet();

    /// <summary>A text's content words in lower case.</summary>
    public static ImmutableHashSet<string> WordsOf(string text) =>
        [.. text.ToLowerInvariant().Split([' ', ',', '.', '?', '!', ';', ':', '“', '”', '"', '(', ')'], StringSplitOptions.RemoveEmptyEntries)
            .Select(w => w.EndsWith("’s", StringComparison.Ordinal) || w.EndsWith("'s", StringComparison.Ordinal) ? w[..^2] : w).Where(w => !Functional.Contains(w))];

    private double Weight(string word) => Math.Log((claims + 1.0) / Math.Max(1, claimsWith.GetValueOrDefault(word)));
}
