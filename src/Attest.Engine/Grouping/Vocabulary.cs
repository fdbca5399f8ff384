namespace Attest.Engine.Grouping;

/// <summary>Numbers the terms of a grouper's reports and weighs them.</summary>
internal sealed class Vocabulary(Rarity rarity)
{
    // A term that more than half of all reports bear (rarity 0.7) tells nothing.
    private const double LeastRarity = 0.7;

    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);
    private readonly List<string> terms = [];

    /// <summary>A term as it was first written.</summary>
    public string this[int term] => terms[term];

    /// <summary>A report's terms, weighted by rarity and damped count, of unit length in every field.</summary>
    public TermVector VectorOf(ReportFeatures report)
    {
        var weighted = new List<TermWeight>(report.Terms.Length);
        double text = 0, name = 0, lead = 0, figure = 0;
        foreach (var term in report.Terms)
        {
            double rare = rarity.Of(term.Text);
            if (rare < LeastRarity)
                continue;
            double weight = (1 + Math.Log(term.Count)) * rare, square = weight * weight;
            float w = (float)weight;
            weighted.Add(new TermWeight(NumberOf(term), w, term.IsName ? w : 0, term.InLead ? w : 0, term.IsFigure ? w : 0, 1));
            text += square;
            name += term.IsName ? square : 0;
            lead += term.InLead ? square : 0;
            figure += term.IsFigure ? square : 0;
        }
        float t = Scale(text), n = Scale(name), l = Scale(lead), f = Scale(figure);
        var scaled = weighted.ConvertAll(w => w with { Text = w.Text * t, Name = w.Name * n, Lead = w.Lead * l, Figure = w.Figure * f });
        scaled.Sort((a, b) => a.Term.CompareTo(b.Term));
        return new TermVector([.. scaled], 1);
    }

    private static float Scale(double square) => square > 0 ? (float)(1 / Math.Sqrt(square)) : 0;

    private int NumberOf(FeatureTerm term)
    {
        if (numbers.TryGetValue(term.Text, out int number))
            return number;
        numbers.Add(term.Text, terms.Count);
        terms.Add(term.Form);
        return terms.Count - 1;
    }
}
