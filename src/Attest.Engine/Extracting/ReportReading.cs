using System.Collections.Immutable;
using Attest.Engine.Model;
using Attest.Engine.Text;

namespace Attest.Engine.Extracting;

/// <summary>One report as extraction sees it: its text with attributions, figures, times, references and what of it is furniture.</summary>
internal sealed class ReportReading
{
    private readonly ImmutableArray<Quantity>[] quantities;
    private readonly ImmutableArray<TimeMention>[] times;
    private readonly bool[][] cut;
    private readonly ImmutableArray<Span> quotes;
    private readonly AttributionsByPlace places;
    private readonly Lazy<HashSet<string>> capitals;

    public ReportReading(Report report, AnalysedText text)
    {
        Report = report;
        Text = text;
        Attributions = Extracting.Attributions.All(text);
        places = new AttributionsByPlace(Attributions);
        quotes = QuotedStretches.Of(text);
        var furniture = Furniture.Spans(text);
        int n = text.Sentences.Length;
        quantities = new ImmutableArray<Quantity>[n];
        times = new ImmutableArray<TimeMention>[n];
        // Without a believable time of its own, "on Tuesday" cannot be dated: it stays as the report has it.
        bool dated = !report.Flags.Contains(ReportFlag.NoTime) && !report.Flags.Contains(ReportFlag.FutureTime);
        cut = new bool[n][];
        foreach (var s in text.Sentences)
        {
            quantities[s.Index] = Quantities.Find(text.Text, s);
            times[s.Index] = dated ? Times.Find(text.Text, s, report.At) : [];
        }
        Cut(furniture);
        capitals = new Lazy<HashSet<string>>(CapitalsInside, isThreadSafe: false);
        References = new References(this);
    }

    public Report Report { get; }

    public AnalysedText Text { get; }

    public ImmutableArray<Attribution> Attributions { get; }

    /// <summary>The attributions whose cue stands in a sentence.</summary>
    public IEnumerable<Attribution> CuedIn(int sentence) => places.CuedIn(sentence);

    public References References { get; }

    public ImmutableArray<Quantity> QuantitiesOf(Sentence s) => quantities[s.Index];

    public ImmutableArray<TimeMention> TimesOf(Sentence s) => times[s.Index];

    /// <summary>Whether a word belongs to a dateline, a credit line or the like.</summary>
    public bool IsCut(Sentence s, int token) => cut[s.Index][token];

    /// <summary>Whether a stretch stands between quotation marks.</summary>
    public bool InQuotation(Span span) => QuotedStretches.Holding(quotes, span) >= 0;

    /// <summary>Whether a word is written with a capital in the middle of this report's sentences, and never without.</summary>
    public bool IsCapitalInside(string form) => capitals.Value.Contains(form);

    /// <summary>Marks the words that share a character with furniture: some piece that begins before a word's end reaches beyond its start.</summary>
    private void Cut(List<Span> furniture)
    {
        furniture.Sort((a, b) => a.Start.CompareTo(b.Start));
        int next = 0, reach = -1;
        foreach (var s in Text.Sentences)
        {
            cut[s.Index] = new bool[s.Tokens.Length];
            for (int t = 0; t < s.Tokens.Length; t++)
            {
                for (; next < furniture.Count && furniture[next].Start < s.Tokens[t].Span.End; next++)
                    reach = Math.Max(reach, furniture[next].End);
                cut[s.Index][t] = reach > s.Tokens[t].Span.Start;
            }
        }
    }

    private HashSet<string> CapitalsInside()
    {
        var capital = new HashSet<string>(StringComparer.Ordinal);
        foreach (var s in Text.Sentences)
            for (int t = 1; t < s.Tokens.Length; t++)
                if (char.IsUpper(s.Tokens[t].Form[0]) && s.Tokens[t - 1].Tag != PartOfSpeech.Punct && !cut[s.Index][t])
                    capital.Add(s.Tokens[t].Form);
        foreach (var t in Text.Sentences.SelectMany(s => s.Tokens))
            if (char.IsLower(t.Form[0]))
                capital.Remove(char.ToUpperInvariant(t.Form[0]) + t.Form[1..]);
        return capital;
    }

    /// <summary>The attributions of clauses whose content holds a word, innermost first.</summary>
    public List<Attribution> Around(Sentence s, int token)
    {
        var at = new TokenRef(s.Index, token);
        return [.. places.SaidIn(s.Index).Where(a => a.Frame is Frame.Clause or Frame.Around or Frame.Passive && a.ContentTokens.BinarySearch(at) >= 0)
            .OrderBy(a => a.ContentTokens.Length)];
    }

    /// <summary>The attributions whose cue a word is.</summary>
    public IEnumerable<Attribution> CuedBy(Sentence s, int token) => places.CuedBy(new TokenRef(s.Index, token));

    /// <summary>The attribution whose cue a word is; null where it is none.</summary>
    public Attribution? CueAt(Sentence s, int token) => places.CuedBy(new TokenRef(s.Index, token)).FirstOrDefault();
}
