using System.Collections.Immutable;
using Attest.Engine.Text;

namespace Attest.Engine.Extracting;

/// <summary>
/// Which candidates are attributions: a logistic model over <see cref="AttributionFeatures"/>, learnt from the training part of PolNeAR (Newell et al. 2018). Of each
/// cue the likeliest candidate is taken, if it is likely enough.
/// </summary>
internal sealed class AttributionChoice(WordClasses classes, HashSet<uint> cues, LinearModel model)
{
    // Log-odds, chosen on the dev part of PolNeAR: F1 is flat around it, and precision is .78.
    private const float Enough = 0.4f;

    private static readonly Lazy<AttributionChoice> Shared = new(() => ModelFile.Read("attributions.bin", reader => Read(reader, LanguageModels.Instance.Classes)));

    /// <summary>The one instance.</summary>
    public static AttributionChoice Instance => Shared.Value;

    /// <summary>Writes the hashes of the words that may be cues, which the model follows.</summary>
    public static void WriteCues(BinaryWriter writer, IReadOnlyList<uint> cues)
    {
        writer.Write(cues.Count);
        foreach (uint cue in cues)
            writer.Write(cue);
    }

    /// <summary>Reads cues and model.</summary>
    public static AttributionChoice Read(BinaryReader reader, WordClasses classes)
    {
        var cues = new HashSet<uint>();
        for (int left = reader.ReadInt32(); left > 0; left--)
            cues.Add(reader.ReadUInt32());
        return new AttributionChoice(classes, cues, LinearModel.Read(reader));
    }

    /// <summary>The best candidate of each cue that is likely enough, in order of cues.</summary>
    /// <param name="text">The text.</param>
    /// <param name="quotes">Its quotations.</param>
    /// <param name="byRules">What the rules found.</param>
    public IEnumerable<AttributionDraft> Best(AnalysedText text, ImmutableArray<Span> quotes, List<AttributionDraft> byRules)
    {
        var best = new SortedDictionary<TokenRef, (AttributionDraft Draft, float Score)>();
        var quoted = new QuotedTokens(text, quotes);
        uint[] features = new uint[AttributionFeatures.Most];
        float[] scores = new float[LinearModel.Room];
        foreach (var draft in AttributionCandidates.Of(text, quotes, byRules, MayBeCue))
        {
            int n = AttributionFeatures.Of(draft, quoted, classes, features);
            model.Score(features.AsSpan(0, n), scores);
            if (scores[0] >= Enough && (!best.TryGetValue(draft.CueHead, out var known) || scores[0] > known.Score))
                best[draft.CueHead] = (draft, scores[0]);
        }
        return best.Values.Select(b => b.Draft);
    }

    private bool MayBeCue(string lemma) => cues.Contains(FeatureHash.Of(lemma));
}
