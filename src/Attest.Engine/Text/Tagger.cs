namespace Attest.Engine.Text;

/// <summary>
/// Part-of-speech tagger: averaged perceptron (Collins 2002) over joint universal and Penn tags, from left to right.
/// The joint tag carries what syntax needs and universal tags lack: tense, participles, number.
/// </summary>
internal sealed class Tagger
{
    private readonly LinearModel model;
    private readonly float[] scores = new float[LinearModel.Room];
    private readonly uint[] features = new uint[TaggerFeatures.Most];
    private readonly int[] finite;
    private (float Lacking, int Tag)[] asFinite = new (float, int)[64];

    /// <summary>A tagger over a shared model; one thread uses one tagger.</summary>
    public Tagger(TagSet tags, LinearModel model)
    {
        Tags = tags;
        this.model = model;
        finite = [.. Enumerable.Range(0, tags.Joint.Length).Where(t => tags.Upos[t] == PartOfSpeech.Verb && tags.Xpos[t] is "VBD" or "VBZ" or "VBP")];
    }

    /// <summary>The joint tags.</summary>
    public TagSet Tags { get; }

    /// <summary>How much a word of the last sentence lacks to be tagged as a finite verb (0 where it is), and which one it would be.</summary>
    public (float Lacking, int Tag) AsFiniteVerb(int word) => asFinite[word];

    /// <summary>Tags all words of a sentence.</summary>
    public void Tag(WordBuffer words)
    {
        if (words.Count > asFinite.Length)
            Array.Resize(ref asFinite, words.Count * 2);
        int before = -1, before2 = -1;
        for (int i = 0; i < words.Count; i++)
        {
            int n = TaggerFeatures.Of(words, i, before, before2, features);
            model.Score(features.AsSpan(0, n), scores);
            int tag = Best(scores.AsSpan(0, model.Classes));
            words.SetTag(i, tag, Tags.UposHash(tag), Tags.XposHash(tag));
            asFinite[i] = (float.MaxValue, tag);
            foreach (int verb in finite)
                if (scores[tag] - scores[verb] < asFinite[i].Lacking)
                    asFinite[i] = (scores[tag] - scores[verb], verb);
            before2 = before;
            before = tag;
        }
    }

    private static int Best(ReadOnlySpan<float> scores)
    {
        int best = 0;
        for (int c = 1; c < scores.Length; c++)
            if (scores[c] > scores[best])
                best = c;
        return best;
    }
}
