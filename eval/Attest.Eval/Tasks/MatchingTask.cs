using System.Text.Json.Nodes;
using Attest.Engine.Matching;
using Attest.Engine.Text;
using Attest.Engine.Text.Pairs;

namespace Attest.Eval.Tasks;

/// <summary>
/// The pair model on STS-B, SICK and MRPC. STS-B is what it was trained on; of SICK and MRPC only bounds are fitted, on train. Beside it the cosine of
/// rarity-weighted words, with bounds fitted the same way.
/// </summary>
internal static class MatchingTask
{
    private const int Contradiction = 2;

    private static readonly string[] relations = ["neutral", "entailment", "contradiction"];

    /// <summary>Measures <c>matching</c>.</summary>
    public static IReadOnlyList<Figure> Run(DataFolder data) => [.. Similarity(data), .. Sick(data), .. Mrpc(data)];

    private static IEnumerable<Figure> Similarity(DataFolder data)
    {
        var pairs = Read(data, "pairs/stsb.{split}.jsonl");
        List<(double, double)> ours = pairs.ConvertAll(p => ((double)PairModel.Shared.Similarity(p.A, p.B), (double)p.Row["score"]!));
        List<(double, double)> words = pairs.ConvertAll(p => (WordCosine(p.A, p.B), (double)p.Row["score"]!));
        yield return Figure.Of("stsb", ours, Pearson, Pearson(words));
    }

    private static IEnumerable<Figure> Sick(DataFolder data)
    {
        var train = Read(data, "pairs/sick.train.jsonl").ConvertAll(p => (Of: PairRelation.Of(p.A, p.B), Words: WordCosine(p.A, p.B), Gold: Gold(p)));
        var bounds = RelationFit.Of(train.ConvertAll(t => (t.Of, t.Gold)));
        double bound = Steps().MaxBy(b => train.Count(t => (t.Words >= b ? 1 : 0) == t.Gold));
        var pairs = Read(data, "pairs/sick.{split}.jsonl").ConvertAll(p => (Of: PairRelation.Of(p.A, p.B), Words: WordCosine(p.A, p.B), Gold: Gold(p)));
        var judged = pairs.ConvertAll(p => new Judged(p.Gold, (int)p.Of.Decide(bounds)));
        var plain = pairs.ConvertAll(p => new Judged(p.Gold, p.Words >= bound ? 1 : 0));
        var signs = pairs.ConvertAll(p => new Judged(p.Gold, p.Of.SignsDiffer ? Contradiction : 0));
        yield return Figure.Of("sick", judged, ClassScores.Accuracy, ClassScores.Accuracy(plain));
        yield return Figure.Of("sickContradictionF1", judged, j => ClassScores.F1(j, Contradiction), ClassScores.F1(signs, Contradiction));
    }

    private static IEnumerable<Figure> Mrpc(DataFolder data)
    {
        var train = Read(data, "pairs/mrpc.train.jsonl");
        double[] weights = LogisticRegression.Fit(train.ConvertAll(p => new LogisticSample(Parts(p), (int)p.Row["label"]! == 1, 1)));
        double bound = Steps().MaxBy(b => F1(train, p => Probability(weights, p) >= b)), words = Steps().MaxBy(b => F1(train, p => WordCosine(p.A, p.B) >= b));
        var pairs = Read(data, "pairs/mrpc.{split}.jsonl");
        var judged = pairs.ConvertAll(p => new Judged((int)p.Row["label"]!, Probability(weights, p) >= bound ? 1 : 0));
        var plain = pairs.ConvertAll(p => new Judged((int)p.Row["label"]!, WordCosine(p.A, p.B) >= words ? 1 : 0));
        yield return Figure.Of("mrpc", judged, ClassScores.Accuracy, ClassScores.Accuracy(plain));
        yield return Figure.Of("mrpcF1", judged, j => ClassScores.F1(j, 1), ClassScores.F1(plain, 1));
    }

    // A handful of constants: what they share, what either leaves out, figures.
    private static double[] Parts(Pair pair)
    {
        var one = PairRelation.Of(pair.A, pair.B);
        var other = PairRelation.Of(pair.B, pair.A);
        double scale = 10;
        return [1, scale * one.Similarity, scale * Math.Max(one.Uncovered, other.Uncovered), scale * Math.Min(one.Uncovered, other.Uncovered),
            scale * Math.Max(one.Heaviest, other.Heaviest), one.NumbersDiffer ? scale : 0, scale * WordCosine(pair.A, pair.B)];
    }

    private static double Probability(double[] weights, Pair pair)
    {
        double odds = Parts(pair).Zip(weights, (p, w) => p * w).Sum();
        return 1 / (1 + Math.Exp(-odds));
    }

    private static double F1(List<Pair> pairs, Func<Pair, bool> predict) => ClassScores.F1(pairs.ConvertAll(p => new Judged((int)p.Row["label"]!, predict(p) ? 1 : 0)), 1);

    private static IEnumerable<double> Steps() => Enumerable.Range(1, 49).Select(i => i / 50.0);

    private static int Gold(Pair pair) => Array.IndexOf(relations, (string)pair.Row["label"]!);

    private static double Pearson(IReadOnlyList<(double X, double Y)> points)
    {
        double meanX = points.Average(p => p.X), meanY = points.Average(p => p.Y), xy = 0, xx = 0, yy = 0;
        foreach (var (x, y) in points)
        {
            xy += (x - meanX) * (y - meanY);
            xx += (x - meanX) * (x - meanX);
            yy += (y - meanY) * (y - meanY);
        }
        return xy / Math.Sqrt(xx * yy);
    }

    private static double WordCosine(PairSide a, PairSide b)
    {
        var x = a.Words.Where(w => w.IsContent).DistinctBy(w => w.Key).ToDictionary(w => w.Key, w => (double)w.Weight);
        var y = b.Words.Where(w => w.IsContent).DistinctBy(w => w.Key).ToDictionary(w => w.Key, w => (double)w.Weight);
        double shared = x.Where(w => y.ContainsKey(w.Key)).Sum(w => w.Value * w.Value);
        double norms = Math.Sqrt(x.Values.Sum(v => v * v) * y.Values.Sum(v => v * v));
        return norms == 0 ? 0 : shared / norms;
    }

    private static List<Pair> Read(DataFolder data, string name) =>
        [.. data.Lines(name).AsParallel().AsOrdered().Select(l => JsonNode.Parse(l)!).Select(r => new Pair(r, Side(r, "a"), Side(r, "b")))];

    private static PairSide Side(JsonNode row, string name) => PairSide.Of(Language.Analyse((string)row[name]!));

    private sealed record Pair(JsonNode Row, PairSide A, PairSide B);
}
