using Attest.Engine.Text.Pairs;

namespace Attest.Engine.Matching;

/// <summary>What one sentence says of another's content, by how their words align; for texts from which no statement could be drawn.</summary>
internal enum SentenceRelation
{
    /// <summary>Where the first is so, the second may or may not be.</summary>
    Neutral,

    /// <summary>Where the first is so, the second is.</summary>
    Entails,

    /// <summary>Both cannot be so.</summary>
    Contradicts,
}

/// <summary>Bounds of <see cref="PairRelation"/>.</summary>
/// <param name="LikeForSign">Least similarity of two that contradict because one of them negates.</param>
/// <param name="LikeForOpposites">The same because they hold opposites.</param>
/// <param name="Uncovered">Largest weighted share of the second that the first leaves uncovered where it entails it.</param>
/// <param name="Heaviest">Weight of the heaviest lack in it.</param>
/// <param name="LikeForEntailed">Least similarity where it entails it.</param>
internal sealed record RelationBounds(float LikeForSign, float LikeForOpposites, float Uncovered, float Heaviest, float LikeForEntailed);

/// <summary>What is measured once of a pair and decided by bounds.</summary>
/// <param name="Similarity">By the pair model.</param>
/// <param name="Uncovered">Weighted share of the second that the first does not cover; a kind covers what it is a kind of, not the reverse.</param>
/// <param name="Heaviest">The heaviest lack in the second.</param>
/// <param name="SignsDiffer">Whether one negates and the other does not.</param>
/// <param name="Opposed">Whether words that nothing else stands for are opposites.</param>
/// <param name="NumbersDiffer">Whether both count and not the same.</param>
internal readonly record struct PairRelation(float Similarity, float Uncovered, float Heaviest, bool SignsDiffer, bool Opposed, bool NumbersDiffer)
{
    /// <summary>Measures a pair.</summary>
    public static PairRelation Of(PairSide a, PairSide b)
    {
        var alignment = new WordAlignment(a, b);
        Span<float> row = stackalloc float[PairFeatures.Count];
        PairFeatures.Measure(a, b, alignment, row);
        float uncovered = 0, weight = 0, heaviest = 0;
        for (int j = 0; j < b.Words.Length; j++)
        {
            var word = b.Words[j];
            if (!word.IsContent)
                continue;
            float lack = 1 - (alignment.ToA[j] < 0 ? 0 : DirectedLikeness(a.Words[alignment.ToA[j]], word, alignment.Alike(alignment.ToA[j], j)));
            weight += word.Weight;
            uncovered += word.Weight * lack;
            heaviest = Math.Max(heaviest, word.Weight * lack);
        }
        return new PairRelation(PairModel.Shared.Similarity(row), weight == 0 ? 0 : uncovered / weight, heaviest,
            a.Negations > 0 != b.Negations > 0, HasOpposites(a, b), a.Numbers.Length > 0 && b.Numbers.Length > 0 && !a.Numbers.SequenceEqual(b.Numbers));
    }

    /// <summary>Decides by bounds.</summary>
    public SentenceRelation Decide(RelationBounds bounds)
    {
        if (SignsDiffer ? Similarity >= bounds.LikeForSign : Opposed && Similarity >= bounds.LikeForOpposites)
            return SentenceRelation.Contradicts;
        return !SignsDiffer && !NumbersDiffer && Uncovered <= bounds.Uncovered && Heaviest <= bounds.Heaviest && Similarity >= bounds.LikeForEntailed
            ? SentenceRelation.Entails
            : SentenceRelation.Neutral;
    }

    // A dog is an animal; an animal need not be a dog.
    private static float DirectedLikeness(in PairWord specific, in PairWord general, float alike)
    {
        var lexicon = Text.Lexicon.Shared;
        if (alike >= 1 || lexicon.Synonyms(specific.LemmaId, general.LemmaId))
            return 1;
        return lexicon.IsA(specific.LemmaId, general.LemmaId) ? 1 : lexicon.IsA(general.LemmaId, specific.LemmaId) ? alike / 2 : alike;
    }

    private static bool HasOpposites(PairSide a, PairSide b)
    {
        var lexicon = Text.Lexicon.Shared;
        foreach (var x in a.Words)
            foreach (var y in b.Words)
                if (x.Key != y.Key && (lexicon.Antonyms(x.LemmaId, y.LemmaId) || lexicon.Antonyms(x.Id, y.Id)) && !Has(b, x) && !Has(a, y))
                    return true;
        return false;
    }

    private static bool Has(PairSide side, in PairWord word)
    {
        foreach (var other in side.Words)
            if (other.Key == word.Key)
                return true;
        return false;
    }
}
