using System.Runtime.InteropServices;

namespace Attest.Engine.Text.Tenors;

/// <summary>
/// What of a text's words shows its tenor: single words, neighbours and pairs of syntax, hashed. Names and figures stand for their kind, so that what is
/// learnt of one story holds in another.
/// </summary>
internal sealed class TenorWords
{
    private const uint Single = 1, Neighbours = 2, Syntax = 3;

    private static readonly uint NameWord = FeatureHash.Of("N"), NumberWord = FeatureHash.Of("#"), Start = FeatureHash.Of("^");

    private readonly Dictionary<uint, float> counts = [];

    /// <summary>The words of a short text.</summary>
    public static TenorWords Of(AnalysedText text)
    {
        var words = new TenorWords();
        foreach (var sentence in text.Sentences)
            words.Add(sentence);
        return words;
    }

    /// <summary>Counts a sentence's words, as often as it weighs; only those within a stretch of the text where one is given.</summary>
    public TenorWords Add(Sentence sentence, float weight = 1, Span? within = null)
    {
        uint before = Start;
        foreach (var token in sentence.Tokens)
        {
            if (within is { } stretch && (token.Span.Start < stretch.Start || token.Span.End > stretch.End))
                continue;
            uint word = Of(token);
            Add(FeatureHash.Mix(Single, word), weight);
            Add(FeatureHash.Mix(Neighbours, before, word), weight);
            before = word;
            if (token.Head >= 0 && token.Tag != PartOfSpeech.Punct && sentence.Tokens[token.Head] is { Tag: not PartOfSpeech.Punct } head)
                Add(FeatureHash.Mix(FeatureHash.Mix(Syntax, FeatureHash.Of(token.BaseRelation)), Of(head), word), weight);
        }
        return this;
    }

    /// <summary>The damped counts, brought to length 1.</summary>
    public (uint Word, float Value)[] ToVector()
    {
        var vector = new (uint Word, float Value)[counts.Count];
        double sum = 0;
        int at = 0;
        foreach (var (word, count) in counts)
        {
            float value = MathF.Log(1 + count);
            sum += value * value;
            vector[at++] = (word, value);
        }
        float scale = sum == 0 ? 0 : (float)(1 / Math.Sqrt(sum));
        for (int i = 0; i < vector.Length; i++)
            vector[i].Value *= scale;
        Array.Sort(vector, (x, y) => x.Word.CompareTo(y.Word));
        return vector;
    }

    private void Add(uint word, float weight) => CollectionsMarshal.GetValueRefOrAddDefault(counts, word, out _) += weight;

    private static uint Of(Token token) => token.Tag switch
    {
        PartOfSpeech.Propn => NameWord,
        PartOfSpeech.Num => NumberWord,
        PartOfSpeech.Punct => FeatureHash.Of(token.Form),
        _ => FeatureHash.Of(token.Lemma.ToLowerInvariant()),
    };
}
