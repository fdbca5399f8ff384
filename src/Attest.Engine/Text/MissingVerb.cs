namespace Attest.Engine.Text;

/// <summary>
/// A sentence that goes on to its full stop without a finite verb has most likely one that was taken for a noun or a participle ("Lumen 3 costs $2 a token"): the word behind a nominal
/// that lacks least to be one.
/// </summary>
internal static class MissingVerb
{
    /// <summary>What a word may lack at most, in the tagger's scores: on EWT and GUM dev all seven words that this finds are verbs.</summary>
    private const float Most = 32;

    private const byte Verb = 2, InflectedVerb = 32;

    private const int ShortestSentence = 5;

    /// <summary>Changes the tag of the one word, if there is one.</summary>
    public static void Find(WordBuffer words, Tagger tagger, IReadOnlyList<string> lowers)
    {
        var tags = tagger.Tags;
        if (lowers.Count < ShortestSentence || lowers[^1] != ".")
            return;
        int best = -1;
        for (int i = 0; i < lowers.Count; i++)
        {
            if (tags.Xpos[words[i].Tag] is "VBD" or "VBZ" or "VBP" or "MD")
                return;
            if (i == 0 || i + 2 >= lowers.Count || (words[i].Lexical & (Verb | InflectedVerb)) == 0 || tags.Upos[words[i].Tag] is not (PartOfSpeech.Noun or PartOfSpeech.Propn or PartOfSpeech.Verb)
                || tags.Upos[words[i - 1].Tag] is not (PartOfSpeech.Noun or PartOfSpeech.Propn or PartOfSpeech.Pron or PartOfSpeech.Num or PartOfSpeech.Adv))
                continue;
            if (tagger.AsFiniteVerb(i).Lacking <= Most && (best < 0 || tagger.AsFiniteVerb(i).Lacking < tagger.AsFiniteVerb(best).Lacking))
                best = i;
        }
        if (best >= 0 && tagger.AsFiniteVerb(best).Tag is var tag)
            words.SetTag(best, tag, tags.UposHash(tag), tags.XposHash(tag));
    }
}
