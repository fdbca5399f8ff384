using Attest.Engine.Text;
using Attest.Engine.Text.Tenors;

namespace Attest.Engine.Matching;

/// <summary>How a headline takes a claim.</summary>
internal enum HeadlineStance
{
    /// <summary>It says that it is so.</summary>
    For,

    /// <summary>It says that it is not so.</summary>
    Against,

    /// <summary>It leaves it open.</summary>
    Observing,
}

/// <summary>
/// How a single sentence or headline takes a claim: softmax regression over alignment, tenors, directions of word vectors and hashed words, trained on Emergent's headlines
/// (Ferreira and Vlachos 2016) by tools/Attest.Train.
/// </summary>
/// <param name="tenors">By which tenors are judged.</param>
/// <param name="weights">Of each number of <see cref="HeadlineMeasures"/>, a row for each stance.</param>
/// <param name="words">Of the words, and where each stance starts.</param>
internal sealed class HeadlineModel(TenorModel tenors, float[] weights, HashedSoftmax words)
{
    private const int Stances = 3;

    private static readonly Lazy<HeadlineModel> Loaded = new(() => ModelFile.Read("headlines.bin", reader => Read(reader, TenorModel.Shared)));

    /// <summary>The model that ships with the engine; read on first use.</summary>
    public static HeadlineModel Shared => Loaded.Value;

    /// <summary>The likeliest stance.</summary>
    public HeadlineStance Of(AnalysedText claim, AnalysedText headline) => Of(HeadlineMeasures.Of(claim, headline, tenors));

    /// <summary>The likeliest stance of what was measured.</summary>
    public HeadlineStance Of(HeadlineMeasures measures)
    {
        Span<double> scores = stackalloc double[Stances];
        words.Score(measures.Words, scores);
        int best = 0;
        for (int c = 0; c < Stances; c++)
        {
            for (int i = 0; i < measures.Numbers.Length; i++)
                scores[c] += weights[(c * measures.Numbers.Length) + i] * measures.Numbers[i];
            best = scores[c] > scores[best] ? c : best;
        }
        return (HeadlineStance)best;
    }

    /// <summary>Reads a trained model: weights of the numbers, then the words.</summary>
    public static HeadlineModel Read(BinaryReader reader, TenorModel tenors)
    {
        float[] weights = new float[Stances * HeadlineMeasures.Count];
        for (int i = 0; i < weights.Length; i++)
            weights[i] = reader.ReadSingle();
        return new HeadlineModel(tenors, weights, HashedSoftmax.Read(reader, Stances));
    }
}
