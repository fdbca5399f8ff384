using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Attest.Engine.Text;
using Attest.Engine.Text.Pairs;

namespace Attest.Engine.Matching;

/// <summary>A report's text made ready to be laid beside claims: its sentences, the words of all of them, and their sum of vectors.</summary>
internal sealed class ReportText
{
    // What comes later than this is hardly ever what a report is about; a bound on time.
    private const int MostSentences = 80;

    private readonly Dictionary<uint, int> counts = [];

    private ReportText(ImmutableArray<Sentence> sentences)
    {
        Analysed = sentences;
        Sentences = [.. sentences.Select(PairSide.Of)];
        Vector = new float[Lexicon.Shared.Dimensions];
        foreach (var side in Sentences)
        {
            foreach (var word in side.Words)
            {
                if (!word.IsContent)
                    continue;
                CollectionsMarshal.GetValueRefOrAddDefault(counts, word.Key, out _)++;
                Length++;
            }
            for (int i = 0; i < Vector.Length; i++)
                Vector[i] += side.Vector[i];
        }
    }

    /// <summary>Its sentences as analysed.</summary>
    public ImmutableArray<Sentence> Analysed { get; }

    /// <summary>The same sentences, ready to be compared.</summary>
    public ImmutableArray<PairSide> Sentences { get; }

    /// <summary>Sum of the sentences' vectors.</summary>
    public float[] Vector { get; }

    /// <summary>Number of content words.</summary>
    public int Length { get; }

    /// <summary>How often a word stands in it.</summary>
    public int CountOf(uint key) => counts.GetValueOrDefault(key);

    /// <summary>Makes a text ready.</summary>
    public static ReportText Of(AnalysedText text) => new(SentencesOf(text));

    /// <summary>The sentences by which a report is judged.</summary>
    public static ImmutableArray<Sentence> SentencesOf(AnalysedText text) =>
        [.. text.Sentences.Where(s => s.Tokens.Length > 2).Take(MostSentences).DefaultIfEmpty(text.Sentences.FirstOrDefault()).OfType<Sentence>()];
}
