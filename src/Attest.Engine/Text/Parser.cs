using System.Collections.Immutable;

namespace Attest.Engine.Text;

/// <summary>
/// Greedy dependency parser: a perceptron chooses each action of <see cref="ParseState"/>; trained with a dynamic oracle (Goldberg and Nivre 2013)
/// on tags as the tagger gives them. It sees words alone; punctuation is hung into the finished tree (<see cref="PunctuationAttachment"/>). Linear in the sentence's length.
/// </summary>
internal sealed class Parser
{
    private const string Punctuation = "punct", RootRelation = "root";

    private readonly ParserModel model;
    private readonly float[] scores = new float[LinearModel.Room];
    private readonly uint[] features = new uint[ParserFeatures.Most];
    private readonly ParseState state = new();
    private readonly WordBuffer words;
    private readonly PunctuationAttachment attachment = new();
    private readonly PunctuationAttachment.Choice choice;
    private readonly uint[] labelHashes;
    private readonly int punctuation, root;
    private uint[] labels = new uint[256];

    /// <summary>A parser over a shared model; one thread uses one parser.</summary>
    public Parser(ParserModel model, WordClasses classes)
    {
        this.model = model;
        words = new WordBuffer(classes);
        labelHashes = [.. model.Relations.Select(r => FeatureHash.Of(r))];
        punctuation = model.Relations.IndexOf(Punctuation);
        root = model.Relations.IndexOf(RootRelation);
        choice = Choose;
    }

    /// <summary>Names of the relations.</summary>
    public ImmutableArray<string> Relations => model.Relations;

    /// <summary>Head of each word of the last sentence; the number of words for the root.</summary>
    public int[] Head { get; private set; } = new int[256];

    /// <summary>Number of the relation of each word of the last sentence.</summary>
    public int[] Relation { get; private set; } = new int[256];

    /// <summary>Parses a tagged sentence; the outcome is in <see cref="Head"/> and <see cref="Relation"/>.</summary>
    public void Parse(WordBuffer sentence)
    {
        if (sentence.Count > Head.Length)
            (Head, Relation, labels) = (new int[sentence.Count * 2], new int[sentence.Count * 2], new uint[sentence.Count * 2]);
        words.TakeWords(sentence);
        if (words.Count == 0)
        {
            MarksOnly(sentence.Count);
            return;
        }
        state.Start(words.Count);
        while (!state.Done)
        {
            int n = ParserFeatures.Of(words, state, features);
            model.Actions.Score(features.AsSpan(0, n), scores);
            state.Apply(Best(scores, state, Relations.Length), Relations.Length);
        }
        for (int w = 0; w < words.Count; w++)
            labels[w] = labelHashes[state.Relation[w]];
        attachment.Attach(sentence, words, state.Head.AsSpan(0, words.Count), labels, choice, Head);
        for (int i = 0, next = 0; i < sentence.Count; i++)
        {
            bool isWord = words.Origin(next) == i;
            Head[i] = words.Origin(isWord ? state.Head[next] : Head[i]);
            Relation[i] = isWord ? state.Relation[next++] : punctuation;
        }
    }

    /// <summary>A sentence without words hangs on its first mark.</summary>
    private void MarksOnly(int count)
    {
        for (int i = 0; i < count; i++)
            (Head[i], Relation[i]) = i == 0 ? (count, root) : (0, punctuation);
    }

    private int Choose(int mark, ReadOnlySpan<int> candidates, ReadOnlySpan<uint> found)
    {
        int best = 0;
        float most = float.NegativeInfinity;
        for (int c = 0; c < candidates.Length; c++)
        {
            model.Marks.Score(found.Slice(c * PunctuationAttachment.FeatureCount, PunctuationAttachment.FeatureCount), scores);
            if (scores[0] > most)
                (best, most) = (c, scores[0]);
        }
        return best;
    }

    /// <summary>The allowed action with the highest score.</summary>
    public static int Best(ReadOnlySpan<float> scores, ParseState state, int relations)
    {
        int best = -1;
        float most = float.NegativeInfinity;
        if (state.CanShift)
        {
            best = 0;
            most = scores[0];
        }
        int from = state.CanLeft ? 1 : relations + 1, to = state.CanRight ? 2 * relations : relations;
        for (int a = from; a <= to; a++)
            if (scores[a] > most)
            {
                most = scores[a];
                best = a;
            }
        return best;
    }
}

/// <summary>The parser's trained parts.</summary>
/// <param name="Relations">Names of the relations.</param>
/// <param name="Actions">Scores the actions.</param>
/// <param name="Marks">Scores where a mark hangs.</param>
internal sealed record ParserModel(ImmutableArray<string> Relations, LinearModel Actions, LinearModel Marks);
