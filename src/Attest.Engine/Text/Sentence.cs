using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace Attest.Engine.Text;

/// <summary>A sentence with its words, syntax and names.</summary>
/// <param name="Index">Its number in the text, from 0.</param>
/// <param name="Paragraph">Number of its paragraph, from 0.</param>
/// <param name="Span">Where it stands in the whole text.</param>
/// <param name="Tokens">Its words; heads are indices into this array.</param>
/// <param name="Names">Its proper names, in order, not overlapping.</param>
public sealed record Sentence(int Index, int Paragraph, Span Span, ImmutableArray<Token> Tokens, ImmutableArray<Name> Names)
{
    private readonly Lazy<ImmutableArray<ImmutableArray<int>>> children = new(() => ChildrenOf(Tokens));

    /// <summary>Index of the root word; −1 when there is no word.</summary>
    public int Root
    {
        get
        {
            for (int i = 0; i < Tokens.Length; i++)
                if (Tokens[i].Head < 0)
                    return i;
            return -1;
        }
    }

    /// <summary>The words that hang on a word, in order of the sentence.</summary>
    public ImmutableArray<int> Children(int token) => children.Value[token];

    /// <summary>A word and all that hangs below it, in order of the sentence.</summary>
    public IReadOnlyList<int> Subtree(int token)
    {
        var found = new List<int> { token };
        for (int i = 0; i < found.Count; i++)
            found.AddRange(Children(found[i]));
        found.Sort();
        return found;
    }

    private static ImmutableArray<ImmutableArray<int>> ChildrenOf(ImmutableArray<Token> tokens)
    {
        var counts = new int[tokens.Length];
        for (int i = 0; i < tokens.Length; i++)
            if (tokens[i].Head >= 0 && tokens[i].Head != i)
                counts[tokens[i].Head]++;
        var lists = new int[tokens.Length][];
        for (int i = 0; i < lists.Length; i++)
            lists[i] = counts[i] == 0 ? [] : new int[counts[i]];
        // From the end, each in its place.
        for (int i = tokens.Length - 1; i >= 0; i--)
            if (tokens[i].Head >= 0 && tokens[i].Head != i)
                lists[tokens[i].Head][--counts[tokens[i].Head]] = i;
        return [.. lists.Select(ImmutableCollectionsMarshal.AsImmutableArray)];
    }
}

/// <summary>A text taken apart into sentences, words, syntax and names.</summary>
/// <param name="Text">The text that all spans refer to.</param>
/// <param name="Sentences">Its sentences in order.</param>
public sealed record AnalysedText(string Text, ImmutableArray<Sentence> Sentences);
