using Attest.Engine.Matching;
using Attest.Train;

namespace Attest.Eval.Tasks;

/// <summary>How a headline takes a claim (Emergent). On dev five folds in turn, each by models of the other four; on test by the models that ship. Beside it: always "for".</summary>
internal static class HeadlinesTask
{
    private const int Folds = 5, For = 0, Against = 1, Observing = 2;

    /// <summary>Measures <c>headlines</c>.</summary>
    public static IReadOnlyList<Figure> Run(DataFolder data)
    {
        var rows = HeadlineTraining.Read(data.Lines($"verdicts/headlines.{(data.IsTest ? "test" : "train")}.jsonl"));
        var stances = data.IsTest ? null : new StanceTraining(StanceRows.Read(data.Lines("stance/train.bodies.jsonl"), data.Lines("stance/train.jsonl"), data.Lines("verdicts/headlines.train.jsonl")));
        var headlines = new HeadlineTraining(rows, stances!);
        int[] predicted = new int[rows.Count];
        for (int fold = data.IsTest ? -1 : 0; fold < (data.IsTest ? 0 : Folds); fold++)
        {
            var model = data.IsTest ? HeadlineModel.Shared : HeadlineTrainer.Read(headlines.Build(fold), TenorTrainer.Read(stances!.Tenors(fold)));
            for (int i = 0; i < rows.Count; i++)
                if (data.IsTest || rows[i].Fold == fold)
                    predicted[i] = headlines.Stance(i, model);
        }
        var units = rows.Select((r, i) => (r.Claim, Judged: new Judged(r.Stance, predicted[i]))).GroupBy(r => r.Claim).Select(g => g.Select(r => r.Judged).ToList()).ToList();
        List<Judged> plain = rows.ConvertAll(r => new Judged(r.Stance, For));
        return
        [
            Of("accuracy", units, ClassScores.Accuracy, plain),
            Of("forF1", units, j => ClassScores.F1(j, For), plain),
            Of("againstF1", units, j => ClassScores.F1(j, Against), plain),
            Of("observingF1", units, j => ClassScores.F1(j, Observing), plain),
        ];
    }

    private static Figure Of(string metric, List<List<Judged>> units, Func<IReadOnlyList<Judged>, double> measure, List<Judged> plain) =>
        Figure.Of(metric, units, u => measure([.. u.SelectMany(x => x)]), measure(plain));
}
