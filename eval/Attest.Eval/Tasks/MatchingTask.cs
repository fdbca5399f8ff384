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

    // Places of measures in a row of PairFeatures.
    private const int VectorsApart = 3, RunsOfThree = 9, GrammarAligned = 32, VerbsLeft = 38, LengthRatio = 62;

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
        double[][] parts = [.. train.AsParallel().AsOrdered().Select(Parts)];
        (double Mean, double Spread)[] scales = [.. Enumerable.Range(0, parts[0].Length).Select(i => ScaleOf([.. parts.Select(p => p[i])]))];
        double[] weights = LogisticRegression.Fit([.. train.Zip(parts, (p, x) => new LogisticSample(Scaled(x, scales), (int)p.Row["label"]! == 1, 1))]);
        double[] chances = [.. parts.Select(x => Probability(weights, Scaled(x, scales)))];
        int[] gold = [.. train.Select(p => (int)p.Row["label"]!)];
        double bound = Steps().MaxBy(b => ClassScores.F1([.. chances.Zip(gold, (c, g) => new Judged(g, c >= b ? 1 : 0))], 1)), words = Steps().MaxBy(b => F1(train, p => WordCosine(p.A, p.B) >= b));
        var pairs = Read(data, "pairs/mrpc.{split}.jsonl");
        var judged = pairs.ConvertAll(p => new Judged((int)p.Row["label"]!, Probability(weights, Scaled(Parts(p), scales)) >= bound ? 1 : 0));
        var plain = pairs.ConvertAll(p => new Judged((int)p.Row["label"]!, WordCosine(p.A, p.B) >= words ? 1 : 0));
        yield return Figure.Of("mrpc", judged, ClassScores.Accuracy, ClassScores.Accuracy(plain));
        yield return Figure.Of("mrpcF1", judged, j => ClassScores.F1(j, 1), ClassScores.F1(plain, 1));
    }

    // A handful of constants, of measures that were taken in turn by the likelihood over five folds of train: how alike they are, how far apart their vectors, how many runs of three words
    // the shorter shares, grammar words that have a counterpart, the lengths' ratio, the verbs of one side that have none.
    private static double[] Parts(Pair pair)
    {
        Span<float> row = stackalloc float[PairFeatures.Count];
        PairFeatures.Measure(pair.A, pair.B, row);
        return [PairModel.Shared.Similarity(row), row[VectorsApart], row[RunsOfThree], row[GrammarAligned], row[VerbsLeft], row[LengthRatio]];
    }

    private static (double Mean, double Spread) ScaleOf(double[] values)
    {
        double mean = values.Average();
        return (mean, Math.Sqrt(1e-9 + values.Average(v => (v - mean) * (v - mean))));
    }

    // The constant, then the parts at one spread: ten, against the ridge.
    private static double[] Scaled(double[] parts, (double Mean, double Spread)[] scales) => [1, .. parts.Select((p, i) => 10 * (p - scales[i].Mean) / scales[i].Spread)];

    private static double Probability(double[] weights, double[] parts) => 1 / (1 + Math.Exp(-parts.Zip(weights, (p, w) => p * w).Sum()));

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
