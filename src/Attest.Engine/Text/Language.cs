using System.Collections.Immutable;

namespace Attest.Engine.Text;

/// <summary>
/// Takes an English text apart:
/// <list type="number">
/// <item>paragraphs, which no sentence crosses (<see cref="Paragraphs"/>);</item>
/// <item>tokens (<see cref="Tokeniser"/>);</item>
/// <item>sentences (<see cref="SentenceSplitter"/>);</item>
/// <item>tags (<see cref="Tagger"/>);</item>
/// <item>dictionary forms (<see cref="Lemmatiser"/>);</item>
/// <item>syntax (<see cref="Parser"/>), what is said and the saying of it by themselves (<see cref="ReportedSpeech"/>);</item>
/// <item>names (<see cref="NameFinder"/>).</item>
/// </list>
/// Any text is taken, never an exception, in time linear in its length.
/// </summary>
public static class Language
{
    [ThreadStatic]
    private static SentenceAnalyser? analyser;

    /// <summary>The sentences of a text with their words, syntax and names.</summary>
    public static AnalysedText Analyse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Analyse(text, analyser ??= new SentenceAnalyser(LanguageModels.Instance));
    }

    /// <summary>The same by a given analyser.</summary>
    internal static AnalysedText Analyse(string text, SentenceAnalyser analyser)
    {
        var sentences = ImmutableArray.CreateBuilder<Sentence>();
        var tokens = new List<Span>();
        var ends = new List<int>();
        var paragraphs = Paragraphs.Of(text);
        int paragraph = 0, dateline = Dateline.Of(text)?.Span.End ?? 0;
        foreach (var stretch in paragraphs)
        {
            tokens.Clear();
            ends.Clear();
            Tokeniser.Tokenise(text, stretch, tokens);
            if (tokens.Count == 0)
                continue;
            SentenceSplitter.Split(text, tokens, ends);
            int first = 0;
            foreach (int end in ends)
            {
                sentences.Add(analyser.Analyse(text, tokens, first, end, sentences.Count, paragraph, dateline));
                first = end;
            }
            paragraph++;
        }
        return new AnalysedText(text, sentences.ToImmutable());
    }
}
