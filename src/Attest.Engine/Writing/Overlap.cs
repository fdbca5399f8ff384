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
        if (own.Count == 0 || all <= 0)
            return 0;
        double byRarity = own.Where(before.Contains).Sum(Weight) / all;
        double plain = (double)own.Count(before.Contains) / own.Count;
        // Half the words and the same verb is the same news in other words; without the verb it takes nearly all.
        double share = Math.Max(byRarity, plain * (claim.Proposition.Predicate.Length > 0 && claim.Proposition.Predicate == told.Proposition.Predicate ? 1.2 : 0.85));
        return SaysAnother(claim, told) ? share / 2 : share;
    }

    /// <summary>Whether a claim says in other words what several others say together: the same figure again, or nothing but their words.</summary>
    public static bool IsTold(Claim claim, ImmutableArray<WeighedClaim> known)
    {
        var own = Of(claim);
        var others = known.Where(k => k.Claim.Id != claim.Id && k.Claim.Proposition.Negated == claim.Proposition.Negated).ToList();
        if (own.Count == 0 || others.Count == 0)
            return false;
        if (claim.Quantity is { } figure)
            return others.Any(k => k.Claim.Quantity is { } other && other.Value == figure.Value && other.Unit == figure.Unit && Of(k.Claim) is var words && own.Count(words.Contains) * 2 >= own.Count);
        var all = others.SelectMany(k => Of(k.Claim)).ToHashSet(StringComparer.Ordinal);
        bool sameVerb = others.Any(k => k.Claim.Proposition.Predicate == claim.Proposition.Predicate);
        return own.Count(all.Contains) >= own.Count * (sameVerb ? HouseStyle.SameContent : HouseStyle.NothingNew);
    }

    /// <summary>A claim's content words; those of its wording where its structure has none.</summary>
    public static ImmutableHashSet<string> Of(Claim claim) => claim.Proposition.Lemmas.IsDefaultOrEmpty
        ? WordsOf(claim.Wording)
        : claim.Proposition.Lemmas.Select(l => l.ToLowerInvariant()).Where(l => !Calendar.Contains(l) && !l.All(char.IsAsciiDigit)).ToImmutableHashSet();

    /// <summary>A text's content words in lower case.</summary>
    public static ImmutableHashSet<string> WordsOf(string text) =>
        [.. text.ToLowerInvariant().Split([' ', ',', '.', '?', '!', ';', ':', '“', '”', '"', '(', ')'], StringSplitOptions.RemoveEmptyEntries)
            .Select(w => w.EndsWith("’s", StringComparison.Ordinal) || w.EndsWith("'s", StringComparison.Ordinal) ? w[..^2] : w).Where(w => !Functional.Contains(w))];

    // Another figure, or the contrary, is news in the same words.
    private static bool SaysAnother(Claim claim, Claim told) =>
        claim.Proposition.Negated != told.Proposition.Negated || (claim.Quantity is { } a && told.Quantity is { } b && a.Value != b.Value);

    private double Weight(string word) => Math.Log((claims + 1.0) / Math.Max(1, claimsWith.GetValueOrDefault(word)));
}
