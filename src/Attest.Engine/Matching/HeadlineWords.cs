using System.Runtime.InteropServices;
using Attest.Engine.Text;
using Attest.Engine.Text.Pairs;

namespace Attest.Engine.Matching;

/// <summary>
/// What of a headline's words shows how it takes a claim, hashed: words and neighbours as written, what it says beside the claim (the claim's own words as one sign, so that
/// what is learnt of one story holds in another), and runs of letters. A change of these needs headlines.bin trained anew.
/// </summary>
internal sealed class HeadlineWords
{
    private const uint Written = 1, Neighbours = 2, Beside = 3, Letters = 4;

    // Runs of two letters tell nothing.
    private const int ShortestLetters = 1;

    private static readonly uint Edge = FeatureHash.Of("^"), OfTheClaim = FeatureHash.Of("="), NameWord = FeatureHash.Of("N"), NumberWord = FeatureHash.Of("#");

    private readonly List<(uint Feature, float Value)> row = [];
    private readonly Dictionary<uint, int> counts = [];

    /// <summary>The features; each of the four sorts has length 1.</summary>
    /// <param name="headline">The headline as read.</param>
    /// <param name="side">The same made ready.</param>
    /// <param name="aligned">For each of its words the claim's word that stands for it; −1 for none.</param>
    public static (uint Feature, float Value)[] Of(AnalysedText headline, PairSide side, int[] aligned)
    {
        var words = new HeadlineWords();
        words.AsWritten(headline);
        words.BesideTheClaim(side, aligned);
        for (int n = ShortestLetters; n < side.Letters.Length; n++)
            foreach (uint run in side.Letters[n])
                words.Count(FeatureHash.Mix(Letters, run));
        words.Close();
        words.row.Sort((x, y) => x.Feature.CompareTo(y.Feature));
        return [.. words.row];
    }

    private void AsWritten(AnalysedText headline)
    {
        uint[] written = [.. headline.Sentences.SelectMany(s => s.Tokens).Select(t => FeatureHash.Of(t.Lower))];
        foreach (uint word in written)
            Count(FeatureHash.Mix(Written, word));
        Close();
        uint before = Edge;
        foreach (uint word in written.Append(Edge))
        {
            Count(FeatureHash.Mix(Neighbours, before, word));
            before = word;
        }
        Close();
    }

    private void BesideTheClaim(PairSide side, int[] aligned)
    {
        uint before = Edge;
        for (int i = 0; i < aligned.Length; i++)
        {
            var word = side.Words[i];
            uint sign = word.IsContent && aligned[i] >= 0 ? OfTheClaim : word.Sort == WordSort.Name ? NameWord : word.Sort == WordSort.Number ? NumberWord : word.Key;
            if (sign != OfTheClaim || before != OfTheClaim)
                Count(FeatureHash.Mix(Beside, sign));
            before = sign;
        }
        Close();
    }

    private void Count(uint feature) => CollectionsMarshal.GetValueRefOrAddDefault(counts, feature, out _)++;

    // Damped counts, brought to length 1.
    private void Close()
    {
        double sum = 0;
        foreach (int count in counts.Values)
            sum += Damped(count) * Damped(count);
        foreach (var (feature, count) in counts)
            row.Add((feature, (float)(Damped(count) / Math.Sqrt(sum))));
        counts.Clear();
    }

    private static double Damped(int count) => Math.Log(1 + count);
}
