using System.Collections.Immutable;
using Attest.Engine.Text;

namespace Attest.Engine.Extracting;

/// <summary>Words of a clause that stand alone.</summary>
/// <param name="Text">First letter upper case, ended by a full stop.</param>
/// <param name="Tokens">The words of the sentence that it keeps, in its order.</param>
/// <param name="Referents">What stands in for words, by the index of the head word replaced.</param>
/// <param name="NameFirst">Whether it begins with a name, which keeps its capital inside a sentence.</param>
internal sealed record Wording(string Text, ImmutableArray<int> Tokens, ImmutableDictionary<int, Referent> Referents, bool NameFirst)
{
    /// <summary>The wording as it stands inside a sentence: without its full stop, first letter lower case unless it is a name.</summary>
    public string Inside
    {
        get
        {
            string bare = Text.EndsWith("..", StringComparison.Ordinal) || !Text.EndsWith('.') ? Text : Text[..^1];
            // "Chief Executive Mara Lund" keeps its capitals, and so do "President Lund" and "Mr. Lund".
            int blank = bare.IndexOf(' ', StringComparison.Ordinal);
            bool capital = blank > 0 && blank + 1 < bare.Length && char.IsUpper(bare[blank + 1]);
            bool title = capital && (Nouns.Persons.Contains(bare[(blank + 1)..].Split(' ')[0].ToLowerInvariant()) || Nouns.Persons.Contains(bare[..blank].ToLowerInvariant())
                || bare[blank - 1] == '.' && Abbreviations.NeverEnds(bare.AsSpan(0, blank)));
            return title || NameFirst || bare.Length > 1 && char.IsUpper(bare[1]) ? bare : char.ToLowerInvariant(bare[0]) + bare[1..];
        }
    }
}
