using Attest.Engine.Matching;
using Attest.Engine.Model;
using Attest.Engine.Text;
using Attest.Engine.Text.Pairs;
using Attest.Engine.Text.Tenors;

namespace Attest.Train;

/// <summary>
/// Trains bearing.bin from the sentences of Climate-FEVER (Diggelmann et al. 2020), and fits what Weighing makes of several sentences on folds that the model has
/// not seen. Nobody's vote is lost: a sentence is learnt in each class as often as annotators chose it.
/// </summary>
internal sealed class BearingTraining(IReadOnlyList<EvidenceRow> rows)
{
    private const int Classes = 3;

    private static readonly TreeSettings settings = new(Rounds: 80, Leaves: 6, Rate: 0.06, LeastRows: 40, Rows: 0.6, Columns: 0.3, Ridge: 5);

    private readonly Lazy<float[][][]> features = new(() =>
    {
        float[][][] made = new float[rows.Count][][];
        Parallel.For(0, made.Length, i => made[i] = Measure(rows[i]));
        return made;
    });

    /// <summary>The labelled claims.</summary>
    public IReadOnlyList<EvidenceRow> Rows => rows;

    /// <summary>Trees of all claims outside the folds that are left out; dev's is always.</summary>
    public byte[] Build(params int[] without)
    {
        var measured = new List<float[]>();
        var labels = new List<int>();
        var weights = new List<float>();
        for (int i = 0; i < rows.Count; i++)
        {
            if (rows[i].Fold == EvidenceRow.DevFold || without.Contains(rows[i].Fold))
                continue;
            for (int s = 0; s < rows[i].Sentences.Count; s++)
                for (int c = 0; c < Classes; c++)
                    if (rows[i].Sentences[s].Votes[c] is > 0 and var votes)
                    {
                        measured.Add(features.Value[i][s]);
                        labels.Add(c);
                        weights.Add(votes / (float)rows[i].Sentences[s].Votes.Sum());
                    }
        }
        return new TreeTrainer([.. measured], settings).Classes(labels, weights, Classes, seed: 1);
    }

    /// <summary>How the sentences of each claim outside dev bear on it, by models of the other folds.</summary>
    public IReadOnlyList<(EvidenceRow Row, Bearing[] Bearings)> Judged()
    {
        var judged = new List<(EvidenceRow, Bearing[])>();
        for (int fold = EvidenceRow.DevFold + 1; fold < EvidenceRow.Folds; fold++)
        {
            var model = new BearingModel(TenorModel.Shared, TreeTrainer.Read(Build(fold)));
            for (int i = 0; i < rows.Count; i++)
                if (rows[i].Fold == fold)
                    judged.Add((rows[i], [.. features.Value[i].Select(f => model.Of(f))]));
        }
        return judged;
    }

    private static float[][] Measure(EvidenceRow row)
    {
        var claim = Language.Analyse(row.Claim);
        var side = PairSide.Of(claim);
        var tenor = TenorModel.Shared.Of(TenorWords.Of(claim));
        return [.. row.Sentences.Select(s =>
        {
            float[] measured = new float[BearingFeatures.Count];
            var text = Language.Analyse(s.Text);
            BearingFeatures.Measure(side, tenor, PairSide.Of(text), TenorModel.Shared.Of(TenorWords.Of(text)), measured);
            return measured;
        })];
    }
}
