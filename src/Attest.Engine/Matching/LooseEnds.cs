using System.Collections.Immutable;

namespace Attest.Engine.Matching;

/// <summary>What of one proposition has no counterpart in another.</summary>
/// <param name="Share">Weighted share of its words, 0 to 1.</param>
/// <param name="Names">Whether a name that is not given in the story is among them.</param>
internal readonly record struct LooseEnds(float Share, bool Names)
{
    // A name that half of the story's statements hold tells nothing apart any more.
    private const float GivenName = 0.5f;

    /// <summary>What of <paramref name="of"/> the words of <paramref name="by"/> do not cover.</summary>
    public static LooseEnds Of(Meaning of, Meaning by, StoryWords story)
    {
        float all = 0, loose = 0;
        bool names = false;
        foreach (var word in of.Words)
        {
            float weight = story.Weight(word);
            float best = InAgreedName(word, of.Names, by.Names) ? 1 : Best(word, by, story);
            all += weight;
            loose += weight * (1 - best);
            names |= word.IsName && best < Calibration.SameWord && story.Fresh(word.Key) > GivenName;
        }
        return new LooseEnds(all == 0 ? 0 : loose / all, names);
    }

    private static float Best(Word word, Meaning by, StoryWords story)
    {
        // A pole stands for all its words: "survived" covers both words of "found alive".
        float best = word.Key is { } key && Poles.Of(key) is { } pole && by.Pole == pole ? Calibration.Synonym : 0;
        foreach (var other in by.Words)
            if ((best = Math.Max(best, story.Cover(other, word))) == 1)
                break;
        return best;
    }

    private static bool InAgreedName(Word word, ImmutableArray<string> own, ImmutableArray<string> other)
    {
        if (!word.IsName)
            return false;
        foreach (string name in own)
            if (name.Contains(word.Key, StringComparison.OrdinalIgnoreCase))
                foreach (string counterpart in other)
                    if (NamesAgree.Agree(name, counterpart))
                        return true;
        return false;
    }
}
