using System.Collections.Immutable;

namespace Attest.Engine.Extracting;

/// <summary>The attributions of a text by where their cues and their contents stand, so that a question about one word does not go through all of them.</summary>
internal sealed class AttributionsByPlace
{
    private readonly ILookup<int, Attribution> cued;
    private readonly ILookup<TokenRef, Attribution> saying;
    private readonly Dictionary<int, List<Attribution>> said = [];

    public AttributionsByPlace(ImmutableArray<Attribution> attributions)
    {
        cued = attributions.ToLookup(a => a.CueHead.Sentence);
        saying = attributions.ToLookup(a => a.CueHead);
        foreach (var a in attributions)
        {
            int last = -1;
            foreach (var t in a.ContentTokens)
                if (t.Sentence != last)
                    (said.TryGetValue(last = t.Sentence, out var known) ? known : said[last] = []).Add(a);
        }
    }

    /// <summary>Those whose cue stands in a sentence, in their order.</summary>
    public IEnumerable<Attribution> CuedIn(int sentence) => cued[sentence];

    /// <summary>Those whose cue a word is, in their order.</summary>
    public IEnumerable<Attribution> CuedBy(TokenRef cue) => saying[cue];

    /// <summary>Those with content in a sentence, in their order.</summary>
    public IReadOnlyList<Attribution> SaidIn(int sentence) => said.TryGetValue(sentence, out var known) ? known : [];
}
