using Attest.Engine.Text;

namespace Attest.Train;

/// <summary>Trains the tagger of the language stage.</summary>
internal sealed class TaggerTrainer
{
    private const int LeastUpdates = 3;

    private readonly Dictionary<string, int> numbers = [];
    private readonly WordBuffer words;
    private readonly uint[] features = new uint[TaggerFeatures.Most];
    private readonly float[] scores;
    private readonly SparsePerceptron model;

    public TaggerTrainer(IReadOnlyList<string> tags, WordClasses classes)
    {
        Tags = tags;
        for (int i = 0; i < tags.Count; i++)
            numbers[tags[i]] = i;
        words = new WordBuffer(classes);
        scores = new float[tags.Count];
        model = new SparsePerceptron(tags.Count, LeastUpdates);
    }

    /// <summary>The joint tags.</summary>
    public IReadOnlyList<string> Tags { get; }

    /// <summary>Joint tags that are seen at least three times; rarer ones are slips of annotation.</summary>
    public static List<string> TagsOf(IEnumerable<TreebankWord[]> sentences) =>
        [.. sentences.SelectMany(s => s).GroupBy(w => w.Joint).Where(g => g.Count() >= 3).Select(g => g.Key).Order(StringComparer.Ordinal)];

    /// <summary>Runs over the sentences in a shuffled order, so and so many times.</summary>
    public void Train(IReadOnlyList<TreebankWord[]> sentences, int epochs, int seed)
    {
        var random = new Random(seed);
        int[] order = [.. Enumerable.Range(0, sentences.Count)];
        for (int epoch = 0; epoch < epochs; epoch++)
        {
            random.Shuffle(order);
            foreach (int s in order)
                Learn(sentences[s]);
        }
    }

    /// <summary>Writes the tags and the averaged model.</summary>
    public byte[] Freeze(float prune)
    {
        using var stream = new MemoryStream();
        using (var writer = new BinaryWriter(stream))
        {
            LanguageModels.WriteNames(writer, Tags);
            model.Write(writer, prune);
        }
        return stream.ToArray();
    }

    /// <summary>Fills a buffer with the words of a sentence.</summary>
    public static void Fill(WordBuffer words, TreebankWord[] sentence)
    {
        words.Clear();
        foreach (var word in sentence)
            words.Add(word.Form, word.Lower);
    }

    private void Learn(TreebankWord[] sentence)
    {
        Fill(words, sentence);
        int before = -1, before2 = -1;
        for (int i = 0; i < sentence.Length; i++)
        {
            var active = features.AsSpan(0, TaggerFeatures.Of(words, i, before, before2, features));
            model.Score(active, scores);
            int best = 0;
            for (int c = 1; c < scores.Length; c++)
                if (scores[c] > scores[best])
                    best = c;
            model.Tick();
            if (numbers.TryGetValue(sentence[i].Joint, out int right) && right != best)
                model.Update(active, right, best);
            before2 = before;
            before = best;
        }
    }
}
