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
    private readonly Lazy<HashSet<string>> capitals;

    public ReportReading(Report report, AnalysedText text)
    {
        Report = report;
        Text = text;
        Attributions = Extracting.Attributions.All(text);
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
            cut[s.Index] = [.. s.Tokens.Select(t => furniture.Exists(f => f.Overlaps(t.Span)))];
        }
        capitals = new Lazy<HashSet<string>>(CapitalsInside, isThreadSafe: false);
        References = new References(this);
    }

    public Report Report { get; }

    public AnalysedText Text { get; }

    public ImmutableArray<Attribution> Attributions { get; }

    public References References { get; }

    public ImmutableArray<Quantity> QuantitiesOf(Sentence s) => quantities[s.Index];

    public ImmutableArray<TimeMention> TimesOf(Sentence s) => times[s.Index];

    /// <summary>Whether a word belongs to a dateline, a credit line or the like.</summary>
    public bool IsCut(Sentence s, int token) => cut[s.Index][token];

    /// <summary>Whether a stretch stands between quotation marks.</summary>
    public bool InQuotation(Span span) => quotes.Any(q => q.Contains(span));

    /// <summary>Whether a word is written with a capital in the middle of this report's sentences, and never without.</summary>
    public bool IsCapitalInside(string form) => capitals.Value.Contains(form);

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
        return [.. Attributions.Where(a => a.Frame is Frame.Clause or Frame.Around or Frame.Passive && a.ContentTokens.BinarySearch(at) >= 0)
            .OrderBy(a => a.ContentTokens.Length)];
    }

    /// <summary>The attribution whose cue a word is; null where it is none.</summary>
    public Attribution? CueAt(Sentence s, int token) => Attributions.FirstOrDefault(a => a.CueHead == new TokenRef(s.Index, token));
}
