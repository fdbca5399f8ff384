using Attest.Engine.Text;

namespace Attest.Train;

/// <summary>Trains the name finder.</summary>
internal sealed class NameTrainer(WordClasses classes, TagSet tags)
{
    private const int LeastUpdates = 2;

    private readonly SparsePerceptron model = new(NameLabels.Count, LeastUpdates);
    private readonly float[] scores = new float[NameLabels.Count];
    private readonly uint[] features = new uint[NameFeatures.Most];

    /// <summary>Runs over tagged sentences in a shuffled order, so and so many times.</summary>
    public void Train(IReadOnlyList<(NamedSentence Sentence, int[] Tags)> data, int epochs, int seed)
    {
        var random = new Random(seed);
        var words = new WordBuffer(classes);
        int[] order = [.. Enumerable.Range(0, data.Count)];
        for (int epoch = 0; epoch < epochs; epoch++)
        {
            random.Shuffle(order);
            foreach (int s in order)
            {
                var (sentence, tagged) = data[s];
                words.Clear();
                foreach (string form in sentence.Forms)
                    words.Add(form, form.ToLowerInvariant());
                for (int i = 0; i < words.Count; i++)
                    words.SetTag(i, tagged[i], tags.UposHash(tagged[i]), tags.XposHash(tagged[i]));
                // Half of the sentences are walked along the right labels, half along the predicted ones, so that both are known.
                Learn(words, NameLabels.Of(words.Count, sentence.Names), epoch == 0 || random.NextDouble() < 0.5);
            }
        }
    }

    /// <summary>Writes the averaged model.</summary>
    public byte[] Freeze(float prune)
    {
        using var stream = new MemoryStream();
        using (var writer = new BinaryWriter(stream))
            model.Write(writer, prune);
        return stream.ToArray();
    }

    private void Learn(WordBuffer words, int[] right, bool followRight)
    {
        int before = 0, before2 = 0;
        for (int i = 0; i < words.Count; i++)
        {
            int next = 0;
            if (NameFinder.MayBePart(words, i, before))
            {
                var active = features.AsSpan(0, NameFeatures.Of(words, i, before, before2, features));
                model.Score(active, scores);
                int best = 0;
                for (int label = 1; label < NameLabels.Count; label++)
                    if (scores[label] > scores[best])
                        best = label;
                model.Tick();
                if (best != right[i])
                    model.Update(active, right[i], best);
                next = followRight ? right[i] : NameFinder.Best(scores, before, i == words.Count - 1);
            }
            before2 = before;
            before = next;
        }
    }
}
