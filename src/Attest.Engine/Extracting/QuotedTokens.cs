using System.Collections.Immutable;
using Attest.Engine.Text;

namespace Attest.Engine.Extracting;

/// <summary>Which words of a text stand in which of its quotations.</summary>
internal sealed class QuotedTokens
{
    private readonly Dictionary<TokenRef, int> at = [];
    private readonly List<TokenRef>[] tokens;

    public QuotedTokens(AnalysedText text, ImmutableArray<Span> quotes)
    {
        tokens = new List<TokenRef>[quotes.Length];
        for (int i = 0; i < quotes.Length; i++)
            tokens[i] = [];
        int q = 0;
        foreach (var s in text.Sentences)
            for (int i = 0; i < s.Tokens.Length; i++)
            {
                var span = s.Tokens[i].Span;
                while (q < quotes.Length && quotes[q].End <= span.Start)
                    q++;
                if (q >= quotes.Length || !quotes[q].Contains(span))
                    continue;
                var word = new TokenRef(s.Index, i);
                tokens[q].Add(word);
                at[word] = q;
            }
    }

    /// <summary>The words of a quotation.</summary>
    public IReadOnlyList<TokenRef> Tokens(int quotation) => tokens[quotation];

    /// <summary>The quotation that a word stands in; −1 where it stands in none.</summary>
    public int Of(TokenRef word) => at.GetValueOrDefault(word, -1);

    /// <summary>Whether a word stands in a quotation.</summary>
    public bool IsWithin(Sentence s, int token) => Of(new TokenRef(s.Index, token)) >= 0;
}
