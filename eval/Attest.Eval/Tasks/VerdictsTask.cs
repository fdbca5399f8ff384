using System.Text.Json;
using Attest.Engine;
using Attest.Engine.Matching;
using Attest.Engine.Model;
using Attest.Engine.Reading;
using Attest.Engine.Text.Pairs;
using Attest.Engine.Text.Tenors;
using Attest.Train;

namespace Attest.Eval.Tasks;

/// <summary>
/// The whole road for each claim of the rumour set: every body a report of an outlet, host and family of its own, of unknown kind, without times. The claim
/// judged is the one nearest to the given wording, utterances aside (that somebody said it is another claim, R1). On claims whose later verdict is true or false.
/// </summary>
internal static class VerdictsTask
{
    private const int Folds = 5;

    public static IReadOnlyList<Figure> Run(DataFolder data)
    {
        var judged = Judged(data, Tenors(data));
        // What a sceptic would say of every claim: the share of true ones among the claims of the other folds.
        double Base(Judgement j) => data.IsTest ? TrueShare(judged) : TrueShare([.. judged.Where(o => o.Fold != j.Fold)]);
        var based = judged.ConvertAll(j => j with { Probability = Base(j) });
        List<Figure> figures =
        [
            Figure.Of("auc", judged, Auc, 0.5),
            Figure.Of("brier", judged, Brier, Brier(based)),
            Figure.Of("brierBase", based, Brier),
            Figure.Of("falseConfirmed", judged, j => Share(j, verdict: false), 1),
            Figure.Of("trueConfirmed", judged, j => Share(j, verdict: true), 1),
        ];
        if (Environment.GetEnvironmentVariable("ATTEST_EVAL_LIST") is not null)
            foreach (var j in judged.OrderBy(j => j.Verdict).ThenByDescending(j => j.Probability))
                Console.Error.WriteLine($"{(j.Verdict ? "true " : "false")} {j.Probability:0.00} {(j.Confirmed ? "confirmed" : "         ")} near {j.Nearness:0.00} {j.Reports,2} reports | {j.Given} | {j.Found}");
        return figures;
    }

    // On dev each fold by a model of tenor that saw nothing of it; on test the one that ships.
    private static TenorModel[] Tenors(DataFolder data)
    {
        if (data.IsTest)
            return [TenorModel.Shared];
        var training = new StanceTraining(StanceRows.Read(data.Lines("stance/train.bodies.jsonl"), data.Lines("stance/train.jsonl"), data.Lines("verdicts/headlines.train.jsonl")));
        return [.. Enumerable.Range(0, Folds).Select(fold => TenorTrainer.Read(training.Tenors(fold)))];
    }

    private static List<Judgement> Judged(DataFolder data, TenorModel[] tenors)
    {
        var rows = data.Lines(data.IsTest ? "verdicts/test.jsonl" : "verdicts/train.jsonl").Select(Row.Read).Where(r => r.Verdict is not null).ToList();
        return [.. rows.GroupBy(r => r.ClaimId, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => g.ToList())
            .AsParallel().AsOrdered().Select(g => Judge(g, data.IsTest ? tenors[0] : tenors[g[0].Fold]))];
    }

    private static Judgement Judge(IReadOnlyList<Row> rows, TenorModel tenors)
    {
        var intake = Intake.Of([.. rows.Select(r => new ReportLine { Url = $"https://outlet-{r.BodyId}.example/report", Outlet = $"Outlet {r.BodyId}", Title = r.Headline, Text = r.Body })]);
        string given = rows[0].Claim;
        var opened = Pipeline.Open(StoryId.Of(given), given, intake.Reports[0]) with { HasTimes = false };
        var story = Fold.Of(opened, intake.Reports.Select(Pipeline.Read).Select(r => r.Telling is null ? r : r with { Telling = Tellings.Of(r.Text, r.Statements, tenors) }), intake.Now);
        var wanted = PairSide.Of(Engine.Text.Language.Analyse(given));
        // Nearest in meaning: what says the opposite is not near, however alike its words are.
        var nearest = story.Claims.Where(c => c.Claim.Kind != ClaimKind.Utterance).Select(c => (Claim: c, Side: PairSide.Of(Engine.Text.Language.Analyse(c.Claim.Wording))))
            .Where(c => c.Side.Negations > 0 == wanted.Negations > 0)
            .Select(c => (c.Claim, Nearness: PairModel.Shared.Similarity(wanted, c.Side))).OrderByDescending(c => c.Nearness).ThenBy(c => c.Claim.Claim.Id).FirstOrDefault();
        bool confirmed = nearest.Claim?.Standing is Standing.OnRecord or Standing.Corroborated;
        return new Judgement(rows[0].Verdict!.Value, rows[0].Fold, nearest.Claim?.Probability ?? LogOdds.ToProbability(Engine.Weighing.Calibration.Start), confirmed, nearest.Nearness, rows.Count, given, nearest.Claim?.Claim.Wording ?? "");
    }

    private static double TrueShare(IReadOnlyList<Judgement> judged) => judged.Average(j => j.Verdict ? 1 : 0);

    private static double Brier(IReadOnlyList<Judgement> judged) => judged.Average(j => Math.Pow(j.Probability - (j.Verdict ? 1 : 0), 2));

    private static double Share(IReadOnlyList<Judgement> judged, bool verdict) => judged.Where(j => j.Verdict == verdict).Select(j => j.Confirmed ? 1.0 : 0).DefaultIfEmpty(double.NaN).Average();

    private static double Auc(IReadOnlyList<Judgement> judged)
    {
        double won = 0, pairs = 0;
        foreach (var right in judged.Where(j => j.Verdict))
            foreach (var wrong in judged.Where(j => !j.Verdict))
            {
                pairs++;
                won += right.Probability > wrong.Probability ? 1 : right.Probability == wrong.Probability ? 0.5 : 0;
            }
        return pairs == 0 ? double.NaN : won / pairs;
    }

    private sealed record Judgement(bool Verdict, int Fold, double Probability, bool Confirmed, double Nearness, int Reports, string Given, string Found);

    private sealed record Row(string BodyId, string ClaimId, string Claim, bool? Verdict, string? Headline, string Body, int Fold)
    {
        public static Row Read(string line)
        {
            using var json = JsonDocument.Parse(line);
            var root = json.RootElement;
            string Text(string name) => root.GetProperty(name).GetString() ?? "";
            bool? verdict = root.GetProperty("verdict").GetString() switch { "true" => true, "false" => false, _ => null };
            string? headline = root.TryGetProperty("headlines", out var headlines) && headlines.GetArrayLength() > 0 ? headlines[0].GetProperty("h").GetString() : null;
            return new Row(Text("body_id"), Text("claim_id"), Text("claim"), verdict, headline, Text("body"), root.TryGetProperty("fold", out var fold) && fold.ValueKind == JsonValueKind.Number ? fold.GetInt32() : 0);
        }
    }
}
