using System.Collections.Immutable;

namespace Attest.Engine.Matching;

/// <summary>What of one proposition has no counterpart in another.</summary>
/// <param name="Share">Weighted share of its words, 0 to 1.</param>
/// <param name="Plain">The same without regard to what is given in the story.</param>
/// <param name="Names">Whether a name that most of the story does not hold is among them: where both sides have one, they are about two things.</param>
/// <param name="NewNames">Whether a name that the story hardly knows is among them: it narrows what is said to somebody or somewhere.</param>
internal readonly record struct LooseEnds(float Share, float Plain, bool Names, bool NewNames)
{
    // A name that half of the story's statements hold tells nothing apart any more.
    private const float GivenName = 0.5f;

    // A name that this many of its claims hold belongs to the story's own cast and places.
    private const int Known = 3;

    /// <summary>What of <paramref name="of"/> the words of <paramref name="by"/> do not cover.</summary>
    public static LooseEnds Of(Meaning of, Meaning by, StoryWords story)
    {
        float all = 0, loose = 0, plain = 0;
        bool names = false, newNames = false;
        foreach (var word in of.Words)
        {
            float best = InAgreedName(word, of.Names, by.Names) ? 1 : Best(word, by, story);
            // What is given in the story is no loss where it is missing, and does not make the rest weigh more where it is there.
            all += word.Weight;
            loose += story.Weight(word) * (1 - best);
            plain += word.Weight * (1 - best);
            if (!word.IsName || best >= Calibration.SameWord || story.Fresh(word.Key) <= GivenName)
                continue;
            names = true;
            newNames |= story.Count(word.Key) < Known;
        }
        return all == 0 ? default : new LooseEnds(loose / all, plain / all, names, newNames);
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
