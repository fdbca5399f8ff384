using Attest.Engine.Matching;
using Attest.Train;

namespace Attest.Eval.Tasks;

/// <summary>
/// How a report takes a headline (FNC-1). On dev, pairs of fold 0 by models of the other folds; on test by the models that ship. Beside it: related where most of
/// the headline's words stand in the body, and then always "discuss".
/// </summary>
internal static class StanceTask
{
    private const int Classes = 4, DevFold = 0, Disagree = 1, Discuss = 2, Unrelated = 3;

    /// <summary>Measures <c>stance</c>.</summary>
    public static IReadOnlyList<Figure> Run(DataFolder data)
    {
        string split = data.IsTest ? "test" : "train";
        var rows = StanceRows.Read(data.Lines($"stance/{split}.bodies.jsonl"), data.Lines($"stance/{split}.jsonl"), data.IsTest ? [] : data.Lines("verdicts/headlines.train.jsonl"));
        var training = new StanceTraining(rows);
        var model = data.IsTest ? StanceModel.Shared : new StanceModel(TenorTrainer.Read(training.Tenors(DevFold)), TreeTrainer.Read(training.Stances(DevFold)));
        var pairs = data.IsTest ? rows.Pairs : rows.Pairs.Where(p => rows.HeadlineFolds[p.Headline] == DevFold && rows.BodyFolds[p.Body] == DevFold).ToList();
        float[][] features = training.Measure(pairs, model.Tenors);
        var judged = pairs.Select((p, i) => (p.Body, Judged: new Judged(p.Stance, (int)model.Of(features[i])), Plain: new Judged(p.Stance, features[i][0] >= 0.5f ? Discuss : Unrelated))).ToList();
        if (Environment.GetEnvironmentVariable("ATTEST_EVAL_LIST") is not null)
            foreach (var (pair, j) in pairs.Zip(judged).Where(x => x.Second.Judged.Gold != x.Second.Judged.Predicted))
                Console.Error.WriteLine($"{j.Judged.Gold} told {j.Judged.Predicted} | {rows.Headlines[pair.Headline]} | {rows.Bodies[pair.Body]}".ReplaceLineEndings(" "));
        // Pairs of one body stand or fall together.
        var units = judged.GroupBy(j => j.Body).Select(g => g.Select(j => j.Judged).ToList()).ToList();
        List<Judged> plain = judged.ConvertAll(j => j.Plain);
        return
        [
            Of("macroF1", units, j => ClassScores.MacroF1(j, Classes), plain),
            Of("disagreeF1", units, j => ClassScores.F1(j, Disagree), plain),
            Of("agreeF1", units, j => ClassScores.F1(j, 0), plain),
            Of("discussF1", units, j => ClassScores.F1(j, Discuss), plain),
            Of("unrelatedF1", units, j => ClassScores.F1(j, Unrelated), plain),
            Of("score", units, Score, plain),
        ];
    }

    private static Figure Of(string metric, List<List<Judged>> units, Func<IReadOnlyList<Judged>, double> measure, List<Judged> plain) =>
        Figure.Of(metric, units, u => measure([.. u.SelectMany(x => x)]), measure(plain));

    // The set's own score: a quarter for telling related from unrelated, three quarters for the stance of the related.
    private static double Score(IReadOnlyList<Judged> judged)
    {
        double reached = 0, possible = 0;
        foreach (var (gold, predicted) in judged)
        {
            possible += gold == Unrelated ? 0.25 : 1;
            if (gold == predicted)
                reached += gold == Unrelated ? 0.25 : 1;
            else if (gold != Unrelated && predicted != Unrelated)
                reached += 0.25;
        }
        return reached / possible;
    }
}
