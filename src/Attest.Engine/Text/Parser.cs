using System.Collections.Immutable;

namespace Attest.Engine.Text;

/// <summary>
/// Greedy dependency parser: a perceptron chooses each action of <see cref="ParseState"/>; trained with a dynamic oracle (Goldberg and Nivre 2013)
/// on tags as the tagger gives them. Linear in the sentence's length.
/// </summary>
internal sealed class Parser
{
    private readonly LinearModel model;
    private readonly float[] scores = new float[LinearModel.Room];
    private readonly uint[] features = new uint[ParserFeatures.Most];

    /// <summary>A parser over a shared model; one thread uses one parser.</summary>
    public Parser(ImmutableArray<string> relations, LinearModel model)
    {
        Relations = relations;
        this.model = model;
    }

    /// <summary>Names of the relations.</summary>
    public ImmutableArray<string> Relations { get; }

    /// <summary>The last parse: heads (the number of words for the root) and relations by word.</summary>
    public ParseState State { get; } = new();

    /// <summary>Parses a tagged sentence; the outcome is in <see cref="State"/>.</summary>
    public void Parse(WordBuffer words)
    {
        State.Start(words.Count);
        while (!State.Done)
        {
            int n = ParserFeatures.Of(words, State, features);
            model.Score(features.AsSpan(0, n), scores);
            State.Apply(Best(scores, State, Relations.Length), Relations.Length);
        }
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
