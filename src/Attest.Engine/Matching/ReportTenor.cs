using System.Collections.Immutable;
using Attest.Engine.Text;
using Attest.Engine.Text.Tenors;

namespace Attest.Engine.Matching;

/// <summary>How a report takes what it tells of, as a whole and by sentence.</summary>
/// <param name="Whole">Of all its sentences, the first weighing more.</param>
/// <param name="Lead">Of its first sentences.</param>
/// <param name="Sentences">Of each sentence by itself.</param>
internal sealed record ReportTenor(Tenor Whole, Tenor Lead, ImmutableArray<Tenor> Sentences)
{
    /// <summary>How many sentences lead.</summary>
    public const int LeadLength = 4;

    /// <summary>What a leading sentence and a later one weigh in the whole.</summary>
    public const float LeadWeight = 2, LaterWeight = 0.5f;

    /// <summary>The words by which a whole report is judged.</summary>
    public static TenorWords WordsOf(ReportText report) => WordsOf(report.Analysed);

    /// <summary>The same of its sentences.</summary>
    public static TenorWords WordsOf(ImmutableArray<Sentence> sentences)
    {
        var words = new TenorWords();
        for (int i = 0; i < sentences.Length; i++)
            words.Add(sentences[i], i < LeadLength ? LeadWeight : LaterWeight);
        return words;
    }

    /// <summary>Judges a report.</summary>
    public static ReportTenor Of(ReportText report, TenorModel model)
    {
        var lead = new TenorWords();
        foreach (var sentence in report.Analysed.Take(LeadLength))
            lead.Add(sentence);
        return new ReportTenor(model.Of(WordsOf(report)), model.Of(lead), [.. report.Analysed.Select(model.Of)]);
    }
}
