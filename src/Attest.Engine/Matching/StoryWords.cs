namespace Attest.Engine.Matching;

/// <summary>How given a word is in a story: where every statement is about one mine, the mine's name tells two claims no longer apart.</summary>
internal sealed class StoryWords
{
    // A story's first statements do not yet show what is given in it.
    private const int Beginning = 4;

    private readonly Dictionary<string, int> counts = new(StringComparer.Ordinal);
    private readonly Dictionary<(int, int), float> covers = [];
    private int statements;

    /// <summary>Counts a claim's words.</summary>
    public void Add(Meaning meaning)
    {
        statements++;
        foreach (var word in meaning.Words)
            counts[word.Key] = counts.GetValueOrDefault(word.Key) + 1;
    }

    /// <summary>What a word weighs in this story.</summary>
    public float Weight(Word word) => word.Weight * Fresh(word.Key);

    /// <summary>How many claims hold a word.</summary>
    public int Count(string key) => counts.GetValueOrDefault(key);

    /// <summary>From 1 for a word that is new to the story down to <see cref="Calibration.LeastGiven"/>.</summary>
    public float Fresh(string key) =>
        Math.Max(Calibration.LeastGiven, 1 - (counts.GetValueOrDefault(key) / (float)(statements + Beginning)));

    /// <summary><see cref="WordsAlign.Cover"/>, remembered: a story has few words and asks for the same pairs over and over.</summary>
    public float Cover(Word stated, Word claimed)
    {
        if (stated.Id < 0 || claimed.Id < 0 || stated.IsName || claimed.IsName)
            return WordsAlign.Cover(stated, claimed);
        if (!covers.TryGetValue((stated.Id, claimed.Id), out float cover))
            covers[(stated.Id, claimed.Id)] = cover = WordsAlign.Cover(stated, claimed);
        return cover;
    }
}
