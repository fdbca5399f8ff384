using Attest.Engine.Text;

namespace Attest.Engine.Matching;

/// <summary>A content word as matching compares it.</summary>
/// <param name="Key">Lemma in lower case.</param>
/// <param name="Id">Its number in the lexicon; −1 for a word it does not hold.</param>
/// <param name="Weight">How much it tells, from its rarity in English: 0.3 to 1.</param>
/// <param name="IsName">Whether it is part of a proper name.</param>
internal sealed record Word(string Key, int Id, float Weight, bool IsName)
{
    // -log of a word's share in running text by Zipf's law, scaled so that rank 30,000 gives about 1.
    private const double ZipfShare = 0.09, RankOffset = 2.7, Scale = 13;

    /// <summary>The word of a lemma; null for one that tells nothing.</summary>
    public static Word? Of(string lemma)
    {
        if (lemma.Length == 0 || !char.IsLetterOrDigit(lemma[0]))
            return null;
        string key = lemma.ToLowerInvariant();
        if (FunctionWords.Contains(key) || NumberWords.Contains(key))
            return null;
        int id = Lexicon.Shared.Id(key);
        bool name = char.IsUpper(lemma[0]);
        float weight = id < 0 ? 1 : (float)Math.Clamp(-Math.Log(ZipfShare / (id + RankOffset)) / Scale, 0.3, 1);
        return new Word(key, id, weight, name);
    }
}
