using System.Text.Json.Nodes;
using Attest.Engine.Matching;
using Attest.Engine.Text;

namespace Attest.Train;

/// <summary>A headline towards a claim.</summary>
/// <param name="Claim">The claim.</param>
/// <param name="Headline">The headline.</param>
/// <param name="Stance">0 for, 1 against, 2 observing.</param>
/// <param name="Fold">Fold of the claim; −1 where there are none.</param>
internal sealed record HeadlineRow(string Claim, string Headline, int Stance, int Fold);

/// <summary>Trains headlines.bin from Emergent's headlines; tenors come from models that have not seen a row's claim.</summary>
internal sealed class HeadlineTraining
{
    private const int Folds = 5;

    private readonly StanceTraining stances;
    private readonly Lazy<(AnalysedText Claim, AnalysedText Headline)[]> read;

    public HeadlineTraining(IReadOnlyList<HeadlineRow> rows, StanceTraining stances)
    {
        Rows = rows;
        this.stances = stances;
        read = new(() =>
        {
            var made = new (AnalysedText, AnalysedText)[rows.Count];
            Parallel.For(0, made.Length, i => made[i] = (Language.Analyse(rows[i].Claim), Language.Analyse(rows[i].Headline)));
            return made;
        });
    }

    /// <summary>The labelled rows.</summary>
    public IReadOnlyList<HeadlineRow> Rows { get; }

    /// <summary>Reads the set's lines.</summary>
    public static List<HeadlineRow> Read(IEnumerable<string> lines) => [.. lines.Select(l => JsonNode.Parse(l)!).Select(r =>
        new HeadlineRow((string)r["claim"]!, (string)r["headline"]!, Array.IndexOf(["for", "against", "observing"], (string)r["stance"]!), (int?)r["fold"] ?? -1))];

    /// <summary>A model of all rows outside the folds that are left out.</summary>
    public byte[] Build(params int[] without)
    {
        var examples = new List<HeadlineExample>();
        for (int fold = 0; fold < Folds; fold++)
        {
            if (without.Contains(fold))
                continue;
            var tenors = TenorTrainer.Read(stances.Tenors([.. without, fold]));
            for (int i = 0; i < Rows.Count; i++)
                if (Rows[i].Fold == fold)
                    examples.Add(new(HeadlineMeasures.Of(read.Value[i].Claim, read.Value[i].Headline, tenors), Rows[i].Stance, Rows[i].Claim));
        }
        return HeadlineTrainer.Fit(examples);
    }

    /// <summary>A row's stance by a model that has not seen it.</summary>
    public int Stance(int row, HeadlineModel model) => (int)model.Of(read.Value[row].Claim, read.Value[row].Headline);
}
