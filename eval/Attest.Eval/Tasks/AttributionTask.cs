using System.Text.Json;
using Attest.Engine;
using Attest.Engine.Extracting;
using Attest.Engine.Text;

namespace Attest.Eval.Tasks;

/// <summary>
/// Who says what, against PolNeAR: a predicted attribution is right where its cue overlaps and its content has a token IoU of at least
/// one half with a labelled one. Each labelled one is met once. Where neither names a source, the source is right.
/// </summary>
internal static class AttributionTask
{
    private const double Enough = 0.5;

    public static IReadOnlyList<Figure> Run(DataFolder data)
    {
        var found = new List<Document>();
        var simple = new List<Document>();
        foreach (string line in data.Lines("attribution/{split}.jsonl"))
        {
            using var json = JsonDocument.Parse(line);
            var text = Language.Analyse(json.RootElement.GetProperty("text").GetString()!);
            var gold = json.RootElement.GetProperty("attributions").EnumerateArray()
                .Select(a => new Labelled(Spans(a, "cue"), Spans(a, "source"), Spans(a, "content"))).ToList();
            found.Add(Judge(text, gold, [.. Attributions.Find(text).Select(a => new Labelled([.. a.Cue], [.. a.Source], [.. a.Content]))]));
            simple.Add(Judge(text, gold, [.. text.Sentences.SelectMany(SaidOnly)]));
        }
        double Baseline(Func<IReadOnlyList<Document>, double> measure) => measure(simple);
        return
        [
            .. new (string Name, Func<IReadOnlyList<Document>, double> Measure)[]
            {
                ("f1", d => Counts.F1([.. d.Select(x => x.Counts)])),
                ("precision", d => Counts.Precision([.. d.Select(x => x.Counts)])),
                ("recall", d => Counts.Recall([.. d.Select(x => x.Counts)])),
                ("source", d => d.Sum(x => (double)x.Sources) / Math.Max(1, d.Sum(x => x.Counts.Right))),
            }.Select(m => Figure.Of(m.Name, found, m.Measure, Baseline(m.Measure))),
        ];
    }

    /// <summary>What a sceptic would try: said, says, told, according to; the rest of the sentence; the nearest capitalised run.</summary>
    private static IEnumerable<Labelled> SaidOnly(Sentence s)
    {
        for (int i = 0; i < s.Tokens.Length; i++)
        {
            if (s.Tokens[i].Lower is not ("said" or "says" or "told" or "according"))
                continue;
            int to = i, from = i;
            while (from > 0 && char.IsUpper(s.Tokens[from - 1].Form[0]))
                from--;
            if (from == i)
                while (to + 1 < s.Tokens.Length && (char.IsUpper(s.Tokens[to + 1].Form[0]) || s.Tokens[to + 1].Lower is "to" or "the"))
                    to++;
            var source = from < i ? new Span(s.Tokens[from].Span.Start, s.Tokens[i - 1].Span.End) : to > i ? new Span(s.Tokens[i + 1].Span.Start, s.Tokens[to].Span.End) : default;
            yield return new Labelled(
                [s.Tokens[i].Span],
                source.Length > 0 ? [source] : [],
                [new Span(s.Span.Start, s.Tokens[from].Span.Start), new Span(s.Tokens[to].Span.End, s.Span.End)]);
        }
    }

    private static Document Judge(AnalysedText text, List<Labelled> gold, List<Labelled> predicted)
    {
        var tokens = text.Sentences.SelectMany(s => s.Tokens).Select(t => t.Span).ToArray();
        var sets = gold.Select(g => Covered(tokens, g.Content)).ToArray();
        var met = new bool[gold.Count];
        int right = 0, sources = 0;
        foreach (var p in predicted)
        {
            var content = Covered(tokens, p.Content);
            int best = -1;
            double bestShare = 0;
            for (int g = 0; g < gold.Count; g++)
            {
                double share = met[g] || !gold[g].Cue.Exists(c => p.Cue.Exists(c.Overlaps)) ? 0 : Share(content, sets[g]);
                if (share >= Enough && share > bestShare)
                    (best, bestShare) = (g, share);
            }
            if (best < 0)
                continue;
            met[best] = true;
            right++;
            var mine = Covered(tokens, p.Source);
            var theirs = Covered(tokens, gold[best].Source);
            if (mine.Count == 0 && theirs.Count == 0 || Share(mine, theirs) >= Enough)
                sources++;
        }
        return new Document(new Counts(right, predicted.Count, gold.Count), sources);
    }

    private static HashSet<int> Covered(Span[] tokens, List<Span> spans)
    {
        var covered = new HashSet<int>();
        for (int i = 0; i < tokens.Length; i++)
            if (spans.Exists(tokens[i].Overlaps))
                covered.Add(i);
        return covered;
    }

    private static double Share(HashSet<int> a, HashSet<int> b)
    {
        int both = a.Count(b.Contains);
        return both == 0 ? 0 : (double)both / (a.Count + b.Count - both);
    }

    private static List<Span> Spans(JsonElement attribution, string part) =>
        [.. attribution.GetProperty(part).EnumerateArray().SelectMany(list => list.EnumerateArray()).Select(p => new Span(p[0].GetInt32(), p[1].GetInt32()))];

    private sealed record Labelled(List<Span> Cue, List<Span> Source, List<Span> Content);

    private sealed record Document(Counts Counts, int Sources);
}
