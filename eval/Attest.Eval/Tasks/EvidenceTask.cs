using Attest.Engine.Matching;
using Attest.Engine.Text;
using Attest.Engine.Weighing;
using Attest.Train;

namespace Attest.Eval.Tasks;

/// <summary>
/// Claims with five sentences each as the only evidence (Climate-FEVER): supported, refuted, not enough said, disputed. On dev the claims of the fold that nothing was fitted
/// on, by the models that ship. Beside it the commonest label of train, and for the loss the shares of train.
/// </summary>
internal static class EvidenceTask
{
    private const int Classes = 4;

    /// <summary>Measures <c>evidence</c>.</summary>
    public static IReadOnlyList<Figure> Run(DataFolder data)
    {
        var known = EvidenceRow.Read(data.Lines("evidence/climate-fever.train.jsonl"));
        var rows = data.IsTest ? EvidenceRow.Read(data.Lines("evidence/climate-fever.test.jsonl")) : known.Where(r => r.Fold == EvidenceRow.DevFold).ToList();
        double[] shares = [.. Enumerable.Range(0, Classes).Select(c => known.Count(r => r.Fold != EvidenceRow.DevFold && r.Label == c) / (double)known.Count(r => r.Fold != EvidenceRow.DevFold))];
        int commonest = Array.IndexOf(shares, shares.Max());
        var judged = rows.AsParallel().AsOrdered().Select(Judge).ToList();
        List<Judged> plain = judged.ConvertAll(j => new Judged(j.Gold, commonest));
        if (Environment.GetEnvironmentVariable("ATTEST_EVAL_LIST") is not null)
            foreach (var (row, j) in rows.Zip(judged).Where(x => x.Second.Gold != x.Second.Told))
                Console.Error.WriteLine(FormattableString.Invariant($"{j.Gold} told {j.Told} at {j.Chances[j.Told]:0.00} | {row.Claim} | {string.Join(" | ", row.Sentences.Select(s => $"{s.Label} {s.Text}"))}"));
        return
        [
            Figure.Of("accuracy", judged, j => ClassScores.Accuracy(Told(j)), ClassScores.Accuracy(plain)),
            Figure.Of("macroF1", judged, j => ClassScores.MacroF1(Told(j), Classes), ClassScores.MacroF1(plain, Classes)),
            Figure.Of("nll", judged, j => j.Average(x => -Math.Log(x.Chances[x.Gold])), judged.Average(j => -Math.Log(shares[j.Gold]))),
        ];
    }

    private static Outcome Judge(EvidenceRow row)
    {
        var outlook = GivenEvidence.Of(BearingModel.Shared.Of(Language.Analyse(row.Claim), row.Sentences.Select(s => Language.Analyse(s.Text))));
        return new(row.Label, outlook.Told, [outlook.Supported, outlook.Refuted, outlook.Open, outlook.Disputed]);
    }

    private static List<Judged> Told(IReadOnlyList<Outcome> outcomes) => [.. outcomes.Select(o => new Judged(o.Gold, o.Told))];

    private sealed record Outcome(int Gold, int Told, double[] Chances);
}
