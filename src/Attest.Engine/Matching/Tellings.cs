using System.Collections.Immutable;
using Attest.Engine.Model;
using Attest.Engine.Text;
using Attest.Engine.Text.Tenors;

namespace Attest.Engine.Matching;

/// <summary>Reads how a report takes what it tells of.</summary>
internal static class Tellings
{
    private const double Denies = 0.5;

    /// <summary>Judges a report by the tenor model that ships.</summary>
    public static Telling Of(AnalysedText text, ImmutableArray<Statement> statements) => Of(text, statements, TenorModel.Shared);

    /// <summary>Judges a report.</summary>
    public static Telling Of(AnalysedText text, ImmutableArray<Statement> statements, TenorModel model)
    {
        var sentences = ReportText.SentencesOf(text);
        var words = sentences.SelectMany(s => s.Tokens).Where(IsContent).Select(t => WordOf(t.Lemma)).Distinct().Order();
        var denying = statements.Where(s => s.Sentence >= 0 && s.Sentence < text.Sentences.Length && model.Of(new TenorWords().Add(text.Sentences[s.Sentence], within: s.Content)).Refutes > Denies);
        return new Telling(model.Of(ReportTenor.WordsOf(sentences)), [.. words], [.. denying.Select(s => s.Id)]);
    }

    /// <summary>A dictionary form as <see cref="Telling.Words"/> holds it.</summary>
    public static uint WordOf(string lemma) => FeatureHash.Of(lemma.ToLowerInvariant());

    private static bool IsContent(Token token) => token.Tag is PartOfSpeech.Noun or PartOfSpeech.Propn or PartOfSpeech.Verb or PartOfSpeech.Adj or PartOfSpeech.Adv or PartOfSpeech.Num;
}
