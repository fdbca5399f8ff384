using Attest.Engine.Matching;
using Attest.Engine.Text;
using Attest.Engine.Text.Pairs;
using Attest.Engine.Text.Tenors;

namespace Attest.Train;

/// <summary>
/// Trains tenor.bin and stance.bin from FNC-1 and from the headlines of Emergent. The trees learn on tenors from models that have not seen a row's claim, as
/// they will have to work.
/// </summary>
internal sealed class StanceTraining
{
    // Pairs that have nothing to do with one another are easy and many: a third of them, at three times the weight, teach as much.
    private const int UnrelatedEvery = 3;

    private const int Disagree = 1, Unrelated = 3;

    // Few disagree, and in few topics; more weight for them moves the bound between the classes, which Calibration sets anyhow.
    private const float DisagreeWeight = 2;

    private static readonly TreeSettings settings = new(Rounds: 150, Leaves: 16, Rate: 0.06, LeastRows: 60, Rows: 0.5, Columns: 0.35, Ridge: 5);

    private readonly StanceRows rows;
    private readonly Lazy<(AnalysedText Text, PairSide Side)[]> headlines;
    private readonly Lazy<ReportText[]> bodies;

    public StanceTraining(StanceRows rows)
    {
        this.rows = rows;
        headlines = new(() => Each(rows.Headlines, text => Language.Analyse(text) is var analysed ? (analysed, PairSide.Of(analysed)) : default));
        bodies = new(() => Each(rows.Bodies, text => ReportText.Of(Language.Analyse(text))));
    }

    /// <summary>The pairs.</summary>
    public StanceRows Rows => rows;

    /// <summary>A tenor model of everything outside the folds that are left out.</summary>
    public byte[] Tenors(params int[] without)
    {
        var examples = new List<TenorExample>();
        for (int i = 0; i < rows.Bodies.Count; i++)
            if (rows.BodyViews[i] >= 0 && !without.Contains(rows.BodyFolds[i]))
                examples.Add(new(ReportTenor.WordsOf(bodies.Value[i]).ToVector(), rows.BodyViews[i], rows.BodyTopics[i], rows.BodyFolds[i]));
        for (int i = 0; i < rows.Headlines.Count; i++)
            if (rows.HeadlineViews[i] >= 0 && !without.Contains(rows.HeadlineFolds[i]))
                examples.Add(new(TenorWords.Of(headlines.Value[i].Text).ToVector(), rows.HeadlineViews[i], rows.HeadlineTopics[i], rows.HeadlineFolds[i]));
        return TenorTrainer.Fit(examples);
    }

    /// <summary>Trees of all pairs of which neither side lies in a fold that is left out.</summary>
    public byte[] Stances(params int[] without)
    {
        var pairs = rows.Pairs.Where((p, i) => !without.Contains(rows.HeadlineFolds[p.Headline]) && !without.Contains(rows.BodyFolds[p.Body])
            && (p.Stance != Unrelated || i % UnrelatedEvery == 0)).ToList();
        // The sides' own tenors come from a model that saw neither of their folds.
        var byFolds = pairs.GroupBy(p => (Math.Min(rows.HeadlineFolds[p.Headline], rows.BodyFolds[p.Body]), Math.Max(rows.HeadlineFolds[p.Headline], rows.BodyFolds[p.Body])));
        var features = new List<float[]>();
        var labels = new List<int>();
        foreach (var group in byFolds.OrderBy(g => g.Key))
        {
            var tenors = TenorTrainer.Read(Tenors([.. without, group.Key.Item1, group.Key.Item2]));
            features.AddRange(Measure([.. group], tenors));
            labels.AddRange(group.Select(p => p.Stance));
        }
        float[] weights = [.. labels.Select(l => l == Unrelated ? UnrelatedEvery : l == Disagree ? DisagreeWeight : 1f)];
        return new TreeTrainer([.. features], settings).Classes(labels, weights, classes: 4, seed: 1);
    }

    /// <summary>The features of some pairs, their tenors judged by a model.</summary>
    public float[][] Measure(IReadOnlyList<StancePair> pairs, TenorModel tenors)
    {
        var claimed = new Dictionary<int, Tenor>();
        var told = new Dictionary<int, ReportTenor>();
        foreach (var pair in pairs)
        {
            if (!claimed.ContainsKey(pair.Headline))
                claimed[pair.Headline] = tenors.Of(TenorWords.Of(headlines.Value[pair.Headline].Text));
            if (!told.ContainsKey(pair.Body))
                told[pair.Body] = ReportTenor.Of(bodies.Value[pair.Body], tenors);
        }
        float[][] features = new float[pairs.Count][];
        Parallel.For(0, pairs.Count, i =>
        {
            features[i] = new float[StanceFeatures.Count];
            var pair = pairs[i];
            StanceFeatures.Measure(headlines.Value[pair.Headline].Side, claimed[pair.Headline], bodies.Value[pair.Body], told[pair.Body], features[i]);
        });
        return features;
    }

    private static T[] Each<T>(List<string> texts, Func<string, T> make)
    {
        var made = new T[texts.Count];
        Parallel.For(0, made.Length, i => made[i] = make(texts[i]));
        return made;
    }
}
