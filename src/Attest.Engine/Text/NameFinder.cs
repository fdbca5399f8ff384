namespace Attest.Engine.Text;

/// <summary>Finds names of people, places and organisations: a greedy perceptron over <see cref="NameLabels"/>, from left to right.</summary>
internal sealed class NameFinder(LinearModel model)
{
    private readonly float[] scores = new float[LinearModel.Room];
    private readonly uint[] features = new uint[NameFeatures.Most];
    private readonly List<(int First, int End, NameKind Kind)> found = [];

    /// <summary>The names in a tagged sentence, in order. The list is used anew by the next call.</summary>
    /// <param name="words">The sentence.</param>
    /// <param name="handicap">Taken from the score of "no name" where the word is a proper noun.</param>
    public IReadOnlyList<(int First, int End, NameKind Kind)> Find(WordBuffer words, float handicap = 0)
    {
        found.Clear();
        int before = 0, before2 = 0, first = 0;
        for (int i = 0; i < words.Count; i++)
        {
            int label = 0;
            if (MayBePart(words, i, before))
            {
                int n = NameFeatures.Of(words, i, before, before2, features);
                model.Score(features.AsSpan(0, n), scores);
                if (words[i].Upos == TagSet.ProperNoun)
                    scores[0] -= handicap;
                label = Best(scores, before, i == words.Count - 1);
            }
            if (label > 0 && !NameLabels.IsOpen(before))
                first = i;
            if (NameLabels.Ends(label))
                found.Add((first, i + 1, NameLabels.KindOf(label)));
            before2 = before;
            before = label;
        }
        return found;
    }

    /// <summary>Whether a word can be part of a name at all: most words cannot, and are not scored.</summary>
    public static bool MayBePart(WordBuffer words, int i, int before) =>
        NameLabels.IsOpen(before) || words[i].Capital || words[i].Upos == TagSet.ProperNoun ||
        (words[i].Gazetteer | words[i].PairGazetteer | words[i + 1].PairGazetteer) != 0;

    /// <summary>The label with the highest score among those that may follow.</summary>
    public static int Best(ReadOnlySpan<float> scores, int before, bool isLast)
    {
        int best = -1;
        for (int label = 0; label < NameLabels.Count; label++)
            if (NameLabels.MayFollow(before, label, isLast) && (best < 0 || scores[label] > scores[best]))
                best = label;
        return Math.Max(best, 0);
    }
}
