using System.Globalization;
using Attest.Engine.Text;

namespace Attest.Tests.Text;

/// <summary>Precision and recall over the labelled sentences, on real syntax.</summary>
public sealed class FiguresMeasured
{
    private static readonly DateTimeOffset Published = new(2026, 1, 14, 3, 20, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(nameof(FigureCases.Known), 0.97)]
    [InlineData(nameof(FigureCases.Fresh), 0.95)]
    public void Nearly_every_figure_and_time_of_the_labelled_sentences_is_found_and_nothing_else(string set, double floor)
    {
        var tally = new Tally();
        foreach (string line in (set == nameof(FigureCases.Known) ? FigureCases.Known : FigureCases.Fresh).Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            string[] fields = line.Split('|');
            string text = fields[0].Trim();
            var sentences = Language.Analyse(text).Sentences;
            tally.Add(text, fields[1], sentences.SelectMany(s => Quantities.Find(text, s)).Select(Written));
            tally.Add(text, fields[2], sentences.SelectMany(s => Times.Find(text, s, Published)).Select(t => t.Resolved + (t.IsDeadline ? "*" : "")));
        }
        Assert.True(tally.Precision >= floor && tally.Recall >= floor, $"precision {tally.Precision:P1}, recall {tally.Recall:P1}\n{tally.Errors}");
    }

    private static string Written(Quantity q)
    {
        string bound = q.Bound switch { Bound.AtLeast => ">=", Bound.AtMost => "<=", Bound.About => "~", _ => "" };
        return $"{bound}{Number(q.Value)}{(q.Upper is { } upper ? ".." + Number(upper) : "")} {q.Unit}".Trim() + (q.Previous is { } older ? " <- " + Number(older) : "");
    }

    private static string Number(decimal value) => value.ToString("0.####", CultureInfo.InvariantCulture);

    private sealed class Tally
    {
        private int right, wrong, missed;

        public double Precision => right / Math.Max(1.0, right + wrong);

        public double Recall => right / Math.Max(1.0, right + missed);

        public string Errors { get; private set; } = "";

        public void Add(string text, string labels, IEnumerable<string> found)
        {
            var extra = found.ToList();
            string[] wanted = labels.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            string[] absent = [.. wanted.Where(w => !extra.Remove(w))];
            right += wanted.Length - absent.Length;
            missed += absent.Length;
            wrong += extra.Count;
            if (absent.Length + extra.Count > 0)
                Errors += $"{text}\n  missed: {string.Join("; ", absent)}\n  wrong: {string.Join("; ", extra)}\n";
        }
    }
}
