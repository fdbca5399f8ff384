using System.Text.Json;
using Attest.Engine;
using Attest.Engine.Extracting;
using Attest.Engine.Text;

namespace Attest.Train;

/// <summary>Trains the choice among candidates for attributions on the training part of PolNeAR.</summary>
internal static class AttributionTrainer
{
    // A word is proposed as a cue that was one so often.
    private const int LeastCues = 3;

    private const int LeastSeen = 3, Epochs = 3;

    private const float Rate = 0.1f, Shrink = 1e-5f, Prune = 0.02f;

    private const double Enough = 0.5;

    /// <summary>The words that may be cues, then the model.</summary>
    public static byte[] Build(string path, LanguageModels models)
    {
        var analyser = new SentenceAnalyser(models);
        var documents = File.ReadLines(path).Select(line => Read(line, analyser)).ToList();
        var cues = documents.SelectMany(CueWords).GroupBy(w => w).Where(g => g.Count() >= LeastCues).Select(g => FeatureHash.Of(g.Key)).Distinct().Order().ToList();
        var set = cues.ToHashSet();
        var learner = new BinaryLearner(Rate, Shrink);
        var examples = new List<(int[], bool)>();
        var features = new uint[AttributionFeatures.Most];
        foreach (var document in documents)
        {
            var quotes = QuotedStretches.Of(document.Text);
            var quoted = new QuotedTokens(document.Text, quotes);
            foreach (var draft in AttributionCandidates.Of(document.Text, quotes, Attributions.ByRules(document.Text, quotes), w => set.Contains(FeatureHash.Of(w))))
            {
                int n = AttributionFeatures.Of(draft, quoted, models.Classes, features);
                examples.Add(([.. features.Take(n).Select(learner.Place)], document.IsRight(draft)));
            }
        }
        Console.WriteLine($"    {cues.Count} words, {examples.Count} candidates, {examples.Count(e => e.Item2)} right");
        learner.Train(examples, Epochs, seed: 1, LeastSeen);
        using var stream = new MemoryStream();
        using (var writer = new BinaryWriter(stream))
        {
            AttributionChoice.WriteCues(writer, cues);
            learner.Write(writer, Prune);
        }
        return stream.ToArray();
    }

    private static IEnumerable<string> CueWords(Document document) =>
        document.Text.Sentences.SelectMany(s => s.Tokens).Where(t => t.Tag is PartOfSpeech.Verb or PartOfSpeech.Noun or PartOfSpeech.Adj && document.Cues.Any(c => c.Overlaps(t.Span))).Select(t => t.Lemma);

    private static Document Read(string line, SentenceAnalyser analyser)
    {
        using var json = JsonDocument.Parse(line);
        var text = Language.Analyse(json.RootElement.GetProperty("text").GetString()!, analyser);
        var labelled = json.RootElement.GetProperty("attributions").EnumerateArray().Select(a => (Cue: Spans(a, "cue"), Content: Spans(a, "content"))).ToList();
        return new Document(text, [.. labelled.SelectMany(l => l.Cue)], [.. labelled.Select(l => (l.Cue, Covered(text, l.Content)))]);
    }

    private static HashSet<TokenRef> Covered(AnalysedText text, List<Span> spans) =>
        [.. text.Sentences.Where(s => spans.Exists(s.Span.Overlaps)).SelectMany(s => Enumerable.Range(0, s.Tokens.Length).Where(t => spans.Exists(s.Tokens[t].Span.Overlaps)).Select(t => new TokenRef(s.Index, t)))];

    private static List<Span> Spans(JsonElement attribution, string part) =>
        [.. attribution.GetProperty(part).EnumerateArray().SelectMany(list => list.EnumerateArray()).Select(p => new Span(p[0].GetInt32(), p[1].GetInt32()))];

    private sealed record Document(AnalysedText Text, List<Span> Cues, List<(List<Span> Cue, HashSet<TokenRef> Content)> Labelled)
    {
        /// <summary>As the measure has it: the cue overlaps, and the contents have an IoU of at least one half.</summary>
        public bool IsRight(AttributionDraft draft)
        {
            List<Span> cue = [.. draft.CueTokens.Select(t => draft.Sentence.Tokens[t].Span)];
            foreach (var label in Labelled)
            {
                if (!label.Cue.Exists(c => cue.Exists(c.Overlaps)))
                    continue;
                int both = draft.Content.Count(label.Content.Contains);
                if (both > 0 && (double)both / (draft.Content.Count + label.Content.Count - both) >= Enough)
                    return true;
            }
            return false;
        }
    }
}
