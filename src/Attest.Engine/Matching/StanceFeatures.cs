using Attest.Engine.Text.Pairs;
using Attest.Engine.Text.Tenors;

namespace Attest.Engine.Matching;

/// <summary>What decides how a report takes a claim. A change of these numbers or of their order needs stance.bin trained anew.</summary>
internal static class StanceFeatures
{
    /// <summary>How many there are.</summary>
    public const int Count = 47;

    /// <summary>How many of the report's sentences are laid beside the claim.</summary>
    private const int Nearest = 3;

    // A usual length of a report in content words.
    private const float UsualLength = 200;

    /// <summary>Measures a claim against a report.</summary>
    public static void Measure(PairSide claim, Tenor claimed, ReportText report, ReportTenor tenor, Span<float> into)
    {
        var row = new FeatureRow(into);
        Topic(claim, report, ref row);
        var near = NearestOf(claim, report);
        Near(claim, report, near, ref row);
        Tenors(claimed, report, tenor, near, ref row);
        row.End();
    }

    private static void Topic(PairSide claim, ReportText report, ref FeatureRow row)
    {
        float weight = 0, covered = 0, names = 0, namesCovered = 0, score = 0, rarest = 0, rarestCovered = 0;
        foreach (var word in claim.Words)
        {
            if (!word.IsContent)
                continue;
            int count = report.CountOf(word.Key);
            weight += word.Weight;
            covered += count > 0 ? word.Weight : 0;
            score += word.Weight * count * (Calibration.Saturation + 1) / (count + (Calibration.Saturation * (1 - Calibration.LengthShare + (Calibration.LengthShare * report.Length / UsualLength))));
            if (word.Sort == WordSort.Name)
                (names, namesCovered) = (names + 1, namesCovered + (count > 0 ? 1 : 0));
            if (word.Weight > rarest)
                (rarest, rarestCovered) = (word.Weight, count);
        }
        row.Add(weight == 0 ? 0 : covered / weight);
        row.Add(names == 0 ? -1 : namesCovered / names);
        row.Add(score);
        row.Add(weight == 0 ? 0 : score / weight);
        row.Add(rarestCovered);
        row.Add(PairFeatures.Cosine(claim.Vector, report.Vector));
        row.Add(report.Sentences.Length);
        row.Add(report.Length);
        row.Add(claim.Words.Length);
    }

    private static void Near(PairSide claim, ReportText report, (float Score, int Place)[] near, ref FeatureRow row)
    {
        Span<float> pair = stackalloc float[PairFeatures.Count];
        for (int k = 0; k < Nearest; k++)
        {
            row.Add(k < near.Length ? near[k].Score : 0);
            row.Add(k < near.Length ? PairModel.Shared.Similarity(claim, report.Sentences[near[k].Place]) : 0);
        }
        row.Add(report.Sentences.Length == 0 ? 0 : PairModel.Shared.Similarity(claim, report.Sentences[0]));
        if (near.Length == 0)
        {
            row.Skip(8);
            return;
        }
        var best = report.Sentences[near[0].Place];
        var alignment = new WordAlignment(claim, best);
        var there = Cover.Of(claim, alignment.ToB, alignment.Alike, best.Words.Length);
        row.Add(near[0].Place);
        row.Add(near[0].Place / (float)report.Sentences.Length);
        row.Add(there.Soft);
        row.Add(there.Heaviest);
        row.Add(claim.Negations - best.Negations);
        row.Add(near.Sum(n => report.Sentences[n.Place].Negations));
        row.Add(claim.Asks ? 1 : 0);
        row.Add(report.Sentences.Count(s => s.Asks));
    }

    private static void Tenors(Tenor claimed, ReportText report, ReportTenor tenor, (float Score, int Place)[] near, ref FeatureRow row)
    {
        row.Add(claimed);
        row.Add(tenor.Whole);
        row.Add(tenor.Lead);
        double against = 0, open = 0, weight = 0, most = double.MinValue, mostNear = double.MinValue;
        for (int i = 0; i < tenor.Sentences.Length; i++)
            most = Math.Max(most, tenor.Sentences[i].Against);
        foreach (var (score, place) in near)
        {
            var of = tenor.Sentences[place];
            (against, open, weight) = (against + (score * of.Against), open + (score * of.Open), weight + score);
            mostNear = Math.Max(mostNear, of.Against);
        }
        row.Add(weight == 0 ? 0 : (float)(against / weight));
        row.Add(weight == 0 ? 0 : (float)(open / weight));
        row.Add(near.Length == 0 ? 0 : (float)mostNear);
        row.Add(tenor.Sentences.IsEmpty ? 0 : (float)most);
        row.Add(tenor.Sentences.IsEmpty ? 0 : (float)tenor.Sentences[^1].Against);
        row.Add(near.Length == 0 ? 0 : (float)tenor.Sentences[near[0].Place].Against);
        row.Add(near.Length == 0 ? 0 : (float)tenor.Sentences[near[0].Place].Open);
        foreach (var of in (ReadOnlySpan<Tenor>)[tenor.Whole, tenor.Lead, near.Length == 0 ? tenor.Lead : tenor.Sentences[near[0].Place]])
        {
            row.Add((float)((claimed.Affirms * of.Affirms) + (claimed.Refutes * of.Refutes)));
            row.Add((float)((claimed.Affirms * of.Refutes) + (claimed.Refutes * of.Affirms)));
        }
        row.Add((float)(claimed.Against - tenor.Whole.Against));
        row.Add((float)Math.Abs(claimed.Against - tenor.Whole.Against));
        row.Add((float)(claimed.Against - tenor.Lead.Against));
        row.Add((float)Math.Abs(claimed.Against - tenor.Lead.Against));
    }

    private static void Add(this ref FeatureRow row, Tenor tenor)
    {
        row.Add((float)tenor.Against);
        row.Add((float)tenor.Open);
    }

    // By shared words and by direction of the vectors: cheap, and enough to find where a report speaks of the claim.
    private static (float Score, int Place)[] NearestOf(PairSide claim, ReportText report)
    {
        var scores = new (float Score, int Place)[report.Sentences.Length];
        for (int s = 0; s < scores.Length; s++)
        {
            float shared = 0;
            foreach (var word in claim.Words)
                if (word.IsContent)
                    foreach (var other in report.Sentences[s].Words)
                        if (other.Key == word.Key)
                        {
                            shared += word.Weight;
                            break;
                        }
            scores[s] = ((claim.Weight == 0 ? 0 : shared / claim.Weight) + (VectorShare * PairFeatures.Cosine(claim.Vector, report.Sentences[s].Vector)), s);
        }
        Array.Sort(scores, (x, y) => x.Score != y.Score ? y.Score.CompareTo(x.Score) : x.Place - y.Place);
        return scores[..Math.Min(Nearest, scores.Length)];
    }

    private const float VectorShare = 0.3f;
}
