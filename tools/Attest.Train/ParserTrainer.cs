using Attest.Engine.Text;

namespace Attest.Train;

/// <summary>Trains the parser of the language stage with the dynamic oracle of arc-hybrid (Goldberg and Nivre 2013).</summary>
internal sealed class ParserTrainer
{
    private const int LeastUpdates = 5;

    // Share of wrong actions that are followed all the same after the first epoch, so that the parser learns to go on after its own errors.
    private const double Exploration = 0.9;

    // A relation seen less often is written without its subtype.
    private const int RarestRelation = 20;

    private readonly List<string> relations;
    private readonly Dictionary<string, int> numbers = [];
    private readonly ParseState state = new();
    private readonly uint[] features = new uint[ParserFeatures.Most];
    private readonly float[] scores;
    private readonly SparsePerceptron model;
    private readonly PunctuationTrainer punctuation = new();
    private int[] heads = [];
    private int[] labels = [];

    public ParserTrainer(IReadOnlyList<TreebankWord[]> sentences)
    {
        var counts = sentences.SelectMany(s => s).GroupBy(w => w.Relation).ToDictionary(g => g.Key, g => g.Count());
        relations = [.. counts.Keys.Select(r => counts[r] >= RarestRelation ? r : r.Split(':')[0]).Distinct().Order(StringComparer.Ordinal)];
        foreach (string relation in counts.Keys)
            numbers[relation] = relations.IndexOf(counts[relation] >= RarestRelation ? relation : relation.Split(':')[0]);
        scores = new float[(2 * relations.Count) + 1];
        model = new SparsePerceptron(scores.Length, LeastUpdates);
    }

    /// <summary>Runs over tagged sentences in a shuffled order, so and so many times.</summary>
    /// <param name="sentences">The sentences with their trees.</param>
    /// <param name="tags">A tagger's joint tags of their words, made without having seen them.</param>
    /// <param name="set">The joint tags.</param>
    /// <param name="classes">Word classes.</param>
    /// <param name="epochs">How often.</param>
    /// <param name="random">Of the shuffling and exploring.</param>
    /// <param name="explore">Whether the first epoch follows wrong actions too.</param>
    public void Train(IReadOnlyList<TreebankWord[]> sentences, int[][] tags, TagSet set, WordClasses classes, int epochs, Random random, bool explore = false)
    {
        var all = new WordBuffer(classes);
        var words = new WordBuffer(classes);
        int[] order = [.. Enumerable.Range(0, sentences.Count)];
        for (int epoch = 0; epoch < epochs; epoch++)
        {
            int wrong = 0;
            random.Shuffle(order);
            foreach (int s in order)
            {
                Fill(all, words, sentences[s], tags[s], set);
                if (words.Count > 0)
                    wrong += Learn(words, random, explore || epoch > 0);
            }
            Console.WriteLine($"    epoch {epoch}: {wrong} wrong actions");
        }
    }

    /// <summary>Learns where punctuation hangs, from the same sentences in their order.</summary>
    public void TrainPunctuation(IReadOnlyList<TreebankWord[]> sentences, int[][] tags, TagSet set, WordClasses classes, int epochs)
    {
        var all = new WordBuffer(classes);
        var words = new WordBuffer(classes);
        for (int epoch = 0; epoch < epochs; epoch++)
            for (int s = 0; s < sentences.Count; s++)
            {
                Fill(all, words, sentences[s], tags[s], set);
                if (words.Count > 0)
                    punctuation.Learn(all, words, heads, [.. labels.Select(l => FeatureHash.Of(relations[l]))], [.. sentences[s].Select(w => w.Head)]);
            }
    }

    /// <summary>Starts from a parser that was written.</summary>
    public void StartFrom(BinaryReader reader)
    {
        for (int left = reader.ReadInt32(); left > 0; left--)
            reader.ReadString();
        model.StartFrom(reader);
    }

    /// <summary>Takes the mean with others that started from the same parser.</summary>
    public void Mix(IReadOnlyList<ParserTrainer> others) => model.Mix([.. others.Select(o => o.model)]);

    /// <summary>From here on, only features count whose averaged weights are not all smaller.</summary>
    public void KeepOnly(float cut) => model.KeepOnly(cut);

    // The tree of the words alone: what hangs on a mark hangs on the mark's head, and there is one root.
    private void Fill(WordBuffer all, WordBuffer words, TreebankWord[] sentence, int[] tags, TagSet set)
    {
        TaggerTrainer.Fill(all, sentence);
        for (int i = 0; i < all.Count; i++)
            all.SetTag(i, tags[i], set.UposHash(tags[i]), set.XposHash(tags[i]));
        words.TakeWords(all);
        int n = words.Count, root = -1;
        int[] places = new int[sentence.Length + 1];
        Array.Fill(places, -1);
        for (int w = 0; w <= n; w++)
            places[words.Origin(w)] = w;
        (heads, labels) = (new int[n], new int[n]);
        for (int w = 0; w < n; w++)
        {
            var word = sentence[words.Origin(w)];
            int head = word.Head;
            while (places[head] < 0)
                head = sentence[head].Head;
            bool second = places[head] == n && root >= 0;
            heads[w] = second ? root : places[head];
            labels[w] = numbers[heads[w] == n ? "root" : second && word.Relation == "root" ? "parataxis" : word.Relation];
            if (heads[w] == n)
                root = w;
        }
    }

    /// <summary>Writes the relations and the averaged model.</summary>
    public byte[] Freeze(float prune, float cut)
    {
        using var stream = new MemoryStream();
        using (var writer = new BinaryWriter(stream))
        {
            LanguageModels.WriteNames(writer, relations);
            model.Write(writer, prune, cut);
            punctuation.Write(writer);
        }
        return stream.ToArray();
    }

    private int Learn(WordBuffer words, Random random, bool explore)
    {
        int wrong = 0;
        state.Start(words.Count);
        while (!state.Done)
        {
            var active = features.AsSpan(0, ParserFeatures.Of(words, state, features));
            model.Score(active, scores);
            int right = BestAmongRight();
            int predicted = Parser.Best(scores, state, relations.Count);
            model.Tick();
            if (predicted != right)
            {
                // An action that loses no more than the best one is right too, but then its score is the highest, so it is the predicted one.
                model.Update(active, right, predicted);
                wrong++;
            }
            bool follow = predicted == right || (explore && random.NextDouble() < Exploration);
            state.Apply(follow ? predicted : right, relations.Count);
        }
        return wrong;
    }

    // The action with the highest score among those that lose the fewest gold arcs.
    private int BestAmongRight()
    {
        const int never = int.MaxValue;
        var (shift, left, right) = Costs();
        shift = state.CanShift ? shift : never;
        left = state.CanLeft ? left : never;
        right = state.CanRight ? right : never;
        int least = Math.Min(shift, Math.Min(left, right)), top = state.Stack(0), best = -1;
        if (shift == least)
            best = 0;
        if (left == least)
            best = BestLabel(best, 1, heads[top] == state.Front ? labels[top] : -1);
        if (right == least)
            best = BestLabel(best, 1 + relations.Count, heads[top] == state.Stack(1) ? labels[top] : -1);
        return best;
    }

    private int BestLabel(int best, int from, int gold)
    {
        if (gold >= 0)
            return best < 0 || scores[from + gold] > scores[best] ? from + gold : best;
        for (int a = from; a < from + relations.Count; a++)
            if (best < 0 || scores[a] > scores[best])
                best = a;
        return best;
    }

    // How many gold arcs each kind of action makes impossible.
    private (int Shift, int Left, int Right) Costs()
    {
        int shift = 0, left = 0, right = 0, front = state.Front, count = state.Count;
        int top = state.Stack(0), below = state.Stack(1);
        if (top >= 0)
        {
            for (int d = front; d < count; d++)
                if (heads[d] == top)
                {
                    left++;
                    right++;
                }
            int head = heads[top];
            if (head == below || head > front)
                left++;
            if (head >= front)
                right++;
        }
        if (front < count)
        {
            var stack = state.StackItems;
            for (int i = 0; i < stack.Length; i++)
            {
                if (heads[stack[i]] == front)
                    shift++;
                if (i < stack.Length - 1 && heads[front] == stack[i])
                    shift++;
            }
        }
        return (shift, left, right);
    }
}
