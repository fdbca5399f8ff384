using Attest.Engine.Text;

namespace Attest.Train;

/// <summary>Trains where punctuation hangs: an averaged perceptron that ranks the candidates, on the treebanks' own trees.</summary>
internal sealed class PunctuationTrainer
{
    private const int LeastUpdates = 1;

    private readonly SparsePerceptron model = new(1, LeastUpdates);
    private readonly PunctuationAttachment attachment = new();
    private readonly float[] scores = new float[1];

    /// <summary>Learns from one sentence.</summary>
    /// <param name="all">The tagged sentence.</param>
    /// <param name="words">Its words without punctuation.</param>
    /// <param name="heads">Right heads of the words.</param>
    /// <param name="labels">Hashes of the words' right relations.</param>
    /// <param name="gold">Right heads of all, as places among all.</param>
    public void Learn(WordBuffer all, WordBuffer words, int[] heads, uint[] labels, int[] gold)
    {
        int[] to = new int[all.Count];
        attachment.Attach(all, words, heads, labels, Choose, to);

        int Choose(int mark, ReadOnlySpan<int> candidates, ReadOnlySpan<uint> features)
        {
            const int width = PunctuationAttachment.FeatureCount;
            int best = 0, right = -1;
            float most = float.NegativeInfinity;
            for (int c = 0; c < candidates.Length; c++)
            {
                model.Score(features.Slice(c * width, width), scores);
                if (scores[0] > most)
                    (best, most) = (c, scores[0]);
                if (words.Origin(candidates[c]) == gold[mark])
                    right = c;
            }
            model.Tick();
            if (right >= 0 && right != best)
                model.Rank(features.Slice(right * width, width), features.Slice(best * width, width));
            return right >= 0 ? right : best;
        }
    }

    /// <summary>Writes the averaged model.</summary>
    public void Write(BinaryWriter writer) => model.Write(writer, prune: 0.1f);
}
