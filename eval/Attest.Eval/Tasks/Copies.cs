using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Attest.Engine.Model;
using Attest.Engine.Tracing;

namespace Attest.Eval.Tasks;

/// <summary>
/// Does text b rest on text a? On dev the least share of common grams is fitted on four folds (by source) and measured on the fifth; on test the engine's own
/// is used. Every pair goes the engine's way: sketch first, proof for what it finds.
/// </summary>
internal static class Copies
{
    private const int Folds = 5;

    /// <summary>Measures <c>copies</c>.</summary>
    public static IReadOnlyList<Figure> Run(DataFolder data)
    {
        var pairs = data.Lines(data.IsTest ? "copies/test.jsonl" : "copies/train.jsonl").Select(Pair.Read).ToList();
        double[] leastShare = [.. Enumerable.Range(0, Folds).Select(f => data.IsTest ? Calibration.LeastShare : Fitted(pairs.Where(p => p.Fold != f)))];
        foreach (var pair in pairs)
            pair.Predicted = pair.RestsOnItAt(leastShare[pair.Fold]);

        var bySource = pairs.GroupBy(p => p.Source).Select(g => g.ToList()).ToList();
        var figures = new List<Figure>
        {
            Of("precision", bySource, Precision, p => p.Predicted, p => p.Eights),
            Of("recall", bySource, Recall, p => p.Predicted, p => p.Eights),
            Of("precisionOf3Grams", bySource, Precision, p => p.Threes, null),
            Of("recallOf3Grams", bySource, Recall, p => p.Threes, null),
            Of("sketchFinds", bySource, Recall, p => p.Candidate, null),
        };
        foreach (var kind in pairs.GroupBy(p => p.Kind).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            var units = kind.GroupBy(p => p.Source).Select(g => g.ToList()).ToList();
            figures.Add(Of("right: " + kind.Key, units, Accuracy, p => p.Predicted, p => p.Eights));
        }
        figures.AddRange(Credit(data));
        return figures;
    }

    // Which agency real articles credit, on the set of attributions.
    private static IEnumerable<Figure> Credit(DataFolder data)
    {
        var articles = new List<Counts>();
        foreach (string line in data.Lines(data.IsTest ? "attribution/test.jsonl" : "attribution/train.jsonl").DistinctBy(Document))
        {
            using var json = JsonDocument.Parse(line);
            string Text(string name) => json.RootElement.GetProperty(name).GetString() ?? "";
            string wire = Text("wire") is "None" or "NA" ? "" : NameKeys.OfOutlet(Text("wire"));
            var outlet = new Outlet(Text("outlet"), Text("outlet"), OutletKind.Newspaper, Text("outlet"), OutletFactSource.Input, false);
            var report = new Engine.Model.Report
            {
                Id = ReportId.Of(Text("doc")),
                Version = 1,
                Url = Text("doc"),
                Outlet = outlet,
                Published = default,
                At = default,
                Text = Text("text"),
                ContentHash = "",
            };
            var credit = Credits.Of(report, new EarlierReports([], report));
            string found = credit is { Because: CollapseReason.AgencyCredit } ? NameKeys.OfOutlet(credit.Name) : "";
            articles.Add(new(found.Length > 0 && found == wire ? 1 : 0, found.Length > 0 ? 1 : 0, wire.Length > 0 ? 1 : 0));
        }
        yield return Figure.Of("creditPrecision", articles, Counts.Precision);
        yield return Figure.Of("creditRecall", articles, Counts.Recall);
    }

    private static string Document(string line)
    {
        using var json = JsonDocument.Parse(line);
        return json.RootElement.GetProperty("doc").GetString() ?? "";
    }

    private static double Fitted(IEnumerable<Pair> pairs)
    {
        var all = pairs.ToList();
        return Enumerable.Range(2, 14).Select(h => h / 100.0).MaxBy(t => Counts.F1([CountsOf(all, p => p.RestsOnItAt(t))]));
    }

    private static Figure Of(string metric, IReadOnlyList<List<Pair>> units, Func<List<Pair>, Func<Pair, bool>, double> measure, Func<Pair, bool> says, Func<Pair, bool>? baseline) =>
        Figure.Of(metric, units, drawn => measure([.. drawn.SelectMany(u => u)], says), baseline is null ? null : measure([.. units.SelectMany(u => u)], baseline));

    private static double Precision(List<Pair> pairs, Func<Pair, bool> says) => Counts.Precision([CountsOf(pairs, says)]);

    private static double Recall(List<Pair> pairs, Func<Pair, bool> says) => Counts.Recall([CountsOf(pairs, says)]);

    private static double Accuracy(List<Pair> pairs, Func<Pair, bool> says) => (double)pairs.Count(p => says(p) == p.RestsOnA) / pairs.Count;

    private static Counts CountsOf(IReadOnlyList<Pair> pairs, Func<Pair, bool> says) =>
        new(pairs.Count(p => says(p) && p.RestsOnA), pairs.Count(says), pairs.Count(p => p.RestsOnA));

    private sealed class Pair
    {
        private readonly SharedPassages passages;

        private Pair(string kind, string source, string a, string b, bool restsOnA)
        {
            (Kind, Source, RestsOnA) = (kind, source, restsOnA);
            Fold = SHA256.HashData(Encoding.UTF8.GetBytes(source))[0] % Folds;
            var wordsOfA = Words.Of(a);
            var wordsOfB = Words.Of(b);
            var printOfA = Fingerprint.Of(wordsOfA);
            Candidate = Fingerprint.Of(wordsOfB).MayShareWith(printOfA);
            passages = SharedPassages.Of(wordsOfB, printOfA.WordHashes);
            Eights = Containment(wordsOfA, wordsOfB, 8) >= 0.1;
            Threes = Containment(wordsOfA, wordsOfB, 3) >= 0.1;
        }

        public string Kind { get; }

        public string Source { get; }

        public bool RestsOnA { get; }

        public int Fold { get; }

        public bool Candidate { get; }

        public bool Eights { get; }

        public bool Threes { get; }

        public bool Predicted { get; set; }

        public bool RestsOnItAt(double leastShare) => Candidate && passages.RestsOnItAt(leastShare);

        public static Pair Read(string line)
        {
            using var json = JsonDocument.Parse(line);
            string Text(string name) => json.RootElement.GetProperty(name).GetString() ?? "";
            return new Pair(Text("kind"), Text("source"), Text("a"), Text("b"), json.RootElement.GetProperty("restsOnA").GetBoolean());
        }

        // The sceptic's method: the share of b's word n-grams that a holds too.
        private static double Containment(ImmutableArray<Word> a, ImmutableArray<Word> b, int n)
        {
            var held = Grams(a, n).ToHashSet(StringComparer.Ordinal);
            var grams = Grams(b, n).ToList();
            return grams.Count == 0 ? 0 : (double)grams.Count(held.Contains) / grams.Count;
        }

        private static IEnumerable<string> Grams(ImmutableArray<Word> words, int n) =>
            Enumerable.Range(0, Math.Max(0, words.Length - n + 1)).Select(i => string.Join(' ', Enumerable.Range(i, n).Select(k => words[k].Hash.ToString(CultureInfo.InvariantCulture))));
    }
}
