namespace Attest.Engine.Text.Pairs;

/// <summary>How alike two words are, 0 to 1, whatever stands around them.</summary>
internal static class WordSimilarity
{
    // Equal words win an alignment over synonyms, those over derivations and kinds of one another.
    private const float Synonym = 0.95f, Derived = 0.9f, KindOf = 0.8f;

    // Unlike figures are still both figures.
    private const float OtherNumber = 0.2f;

    /// <summary>The similarity; vectors decide where nothing better is known.</summary>
    public static float Of(in PairWord a, in PairWord b)
    {
        if (a.Key == b.Key || a.Form == b.Form)
            return 1;
        if (a.Sort == WordSort.Number || b.Sort == WordSort.Number)
            return a.Sort == b.Sort ? OtherNumber : 0;
        if (!a.IsContent || !b.IsContent)
            return 0;
        var lexicon = Lexicon.Shared;
        float near = Math.Max(0, lexicon.Cosine(a.Id, b.Id));
        if (a.LemmaId >= 0 && b.LemmaId >= 0)
        {
            if (lexicon.Synonyms(a.LemmaId, b.LemmaId))
                return Synonym;
            if (lexicon.Derived(a.LemmaId, b.LemmaId))
                return Derived;
            if (near < KindOf && (lexicon.IsA(a.LemmaId, b.LemmaId) || lexicon.IsA(b.LemmaId, a.LemmaId)))
                return KindOf;
        }
        return near;
    }
}
