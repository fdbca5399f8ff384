using System.Collections.Immutable;
using Attest.Engine.Model;

namespace Attest.Engine.Writing;

/// <summary>What writing derived from a story's claims and can use again as long as they are worded alike. It saves time and changes nothing.</summary>
public sealed class WritingMemory
{
    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);
    private readonly Dictionary<ClaimId, (Proposition Proposition, string Wording, ContentWords Words)> claims = [];

    /// <summary>More than the number of any word so far.</summary>
    internal int Words => numbers.Count;

    /// <summary>A claim's content words.</summary>
    internal ContentWords Of(Claim claim)
    {
        if (claims.TryGetValue(claim.Id, out var known) && ReferenceEquals(known.Proposition, claim.Proposition) && known.Wording == claim.Wording)
            return known.Words;
        var words = new ContentWords(Numbered(Overlap.WordsOf(claim)), Numbered(Overlap.WordsOf(claim.Wording)));
        claims[claim.Id] = (claim.Proposition, claim.Wording, words);
        return words;
    }

    /// <summary>The content words of a text.</summary>
    internal ImmutableArray<int> Of(string text) => Numbered(Overlap.WordsOf(text));

    private ImmutableArray<int> Numbered(IEnumerable<string> words)
    {
        var found = ImmutableArray.CreateBuilder<int>();
        foreach (string word in words)
        {
            if (!numbers.TryGetValue(word, out int number))
                numbers[word] = number = numbers.Count;
            if (!found.Contains(number))
                found.Add(number);
        }
        return found.ToImmutable();
    }
}
