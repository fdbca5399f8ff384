using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Attest.Engine.Text.Figures;

namespace Attest.Engine.Text.Pairs;

/// <summary>Reads analysed sentences into one <see cref="PairSide"/>.</summary>
internal sealed class PairReader
{
    // Pairs cost time by the product of their lengths; what news says in one sentence is shorter.
    private const int MostWords = 150;

    // The constant of smooth inverse frequency that Arora et al. 2017 recommend.
    private const double SifShare = 1e-3;

    // A word's share in running text by Zipf's law, scaled so that rank 30,000 weighs about 1.
    private const double ZipfShare = 0.09, RankOffset = 2.7, Scale = 13, RankOfUnknown = 60_000;

    private static readonly FrozenSet<string> Negators = FrozenSet.ToFrozenSet(
        ["not", "n't", "no", "never", "none", "nobody", "nothing", "neither", "nor", "without", "cannot", "nowhere"], StringComparer.Ordinal);

    private readonly ImmutableArray<PairWord>.Builder words = ImmutableArray.CreateBuilder<PairWord>();
    private readonly List<decimal> numbers = [];
    private readonly StringBuilder letters = new();
    private readonly float[] vector = new float[Lexicon.Shared.Dimensions];
    private int negations;

    /// <summary>The side; to be called once.</summary>
    public PairSide Read(ReadOnlySpan<Sentence> sentences)
    {
        bool asks = false;
        foreach (var sentence in sentences)
        {
            Add(sentence);
            asks |= sentence.Tokens.Length > 0 && sentence.Tokens[^1].Form == "?";
        }
        numbers.Sort();
        float weight = 0;
        foreach (var word in words)
            weight += word.IsContent ? word.Weight : 0;
        return new PairSide
        {
            Words = words.ToImmutable(),
            Children = ChildrenOf(),
            Vector = vector,
            Numbers = [.. numbers],
            Negations = negations,
            Asks = asks,
            Lower = letters.ToString(),
            Weight = weight,
        };
    }

    private void Add(Sentence sentence)
    {
        // Where a head is a mark, its word hangs nowhere.
        var places = new int[sentence.Tokens.Length];
        int next = words.Count;
        for (int i = 0; i < places.Length; i++)
            places[i] = IsMark(sentence.Tokens[i]) || next == MostWords ? -1 : next++;
        for (int i = 0; i < places.Length; i++)
            if (places[i] >= 0)
                Add(sentence.Tokens[i], sentence.Tokens[i].Head < 0 ? -1 : places[sentence.Tokens[i].Head]);
    }

    private void Add(Token token, int head)
    {
        string lemma = token.Lemma.ToLowerInvariant(), key = lemma;
        var sort = SortOf(token);
        if (NumberOf(token.Lower) is { } number)
        {
            numbers.Add(number);
            key = number.ToString(CultureInfo.InvariantCulture);
            sort = WordSort.Number;
        }
        negations += Negators.Contains(token.Lower) ? 1 : 0;
        var lexicon = Lexicon.Shared;
        int lemmaId = lexicon.Id(lemma), id = lexicon.Id(token.Lower);
        id = id < 0 ? lemmaId : id;
        double share = ZipfShare / ((id < 0 ? RankOfUnknown : id) + RankOffset);
        lexicon.AddVector(id, (float)(SifShare / (SifShare + share)), vector);
        words.Add(new PairWord(FeatureHash.Of(key), FeatureHash.Of(token.Lower), id, lemmaId, (float)Math.Clamp(-Math.Log(share) / Scale, 0.25, 1), sort, head, Relations.Of(token.Relation)));
        letters.Append(' ').Append(token.Lower);
    }

    private static bool IsMark(Token token) => token.Tag is PartOfSpeech.Punct or PartOfSpeech.Sym && !char.IsLetterOrDigit(token.Form[0]) && token.Form is not ("$" or "%" or "£" or "€");

    private static WordSort SortOf(Token token) => token.Tag switch
    {
        PartOfSpeech.Noun => WordSort.Noun,
        PartOfSpeech.Verb => token.Lemma is "be" or "have" or "do" ? WordSort.Function : WordSort.Verb,
        PartOfSpeech.Propn => WordSort.Name,
        PartOfSpeech.Adj or PartOfSpeech.Adv or PartOfSpeech.Intj or PartOfSpeech.X => WordSort.Quality,
        PartOfSpeech.Num => WordSort.Number,
        _ => WordSort.Function,
    };

    private static decimal? NumberOf(string lower)
    {
        if (char.IsAsciiDigit(lower[0]))
            return decimal.TryParse(lower, NumberStyles.AllowThousands | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal value) ? value : null;
        return lower is not ("one" or "a") && NumberWords.Small.TryGetValue(lower, out int small) ? small : NumberWords.Tens.TryGetValue(lower, out int tens) ? tens : null;
    }

    private ImmutableArray<ImmutableArray<int>> ChildrenOf()
    {
        var children = new ImmutableArray<int>.Builder?[words.Count];
        for (int i = 0; i < words.Count; i++)
            if (words[i].Head >= 0)
                (children[words[i].Head] ??= ImmutableArray.CreateBuilder<int>()).Add(i);
        return [.. children.Select(c => c?.ToImmutable() ?? [])];
    }
}
