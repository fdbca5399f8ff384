using System.Collections.Immutable;

namespace Attest.Engine.Writing;

/// <summary>The content words of a claim, each once, as numbers of the <see cref="WritingMemory"/> that made them.</summary>
/// <param name="InOrder">The words of its structure in order of the sentence: whatever is summed over them comes out the same each time.</param>
/// <param name="OfWording">The words of its wording.</param>
internal sealed record ContentWords(ImmutableArray<int> InOrder, ImmutableArray<int> OfWording)
{
    /// <summary>Number of words of its structure.</summary>
    public int Count => InOrder.Length;

    /// <summary>Whether a word is one of its structure's.</summary>
    public bool Contains(int word) => InOrder.AsSpan().Contains(word);

    /// <summary>How many of its structure's words another claim has too.</summary>
    public int CountIn(ContentWords other)
    {
        int shared = 0;
        foreach (int word in InOrder)
            shared += other.Contains(word) ? 1 : 0;
        return shared;
    }
}
