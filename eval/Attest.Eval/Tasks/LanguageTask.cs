using Attest.Engine.Text;

namespace Attest.Eval.Tasks;

/// <summary>
/// The language stage against Universal Dependencies treebanks: tokens and sentences from raw text, tags and syntax on the treebank's own tokens.
/// EWT's figures are the measure; GUM's stand beside them.
/// </summary>
internal static class LanguageTask
{
    public static IReadOnlyList<Figure> Run(DataFolder data) =>
        [.. Measure(data, "language/ewt/{split}.conllu", ""), .. Measure(data, "language/gum/{split}.conllu", "gum-")];

    private static IEnumerable<Figure> Measure(DataFolder data, string name, string prefix)
    {
        var documents = GoldDocument.Read(data.Lines(name));
        var analyser = new SentenceAnalyser(LanguageModels.Instance);
        var raw = documents.Select(FromRawText).ToList();
        yield return Figure.Of(prefix + "tokens", [.. raw.Select(r => r.Tokens)], Counts.F1);
        yield return Figure.Of(prefix + "sentences", [.. raw.Select(r => r.Sentences)], Counts.F1);
        var gold = documents.Select(d => OnGoldTokens(d, analyser)).ToList();
        yield return Figure.Of(prefix + "upos", [.. gold.Select(g => g.Upos)], Counts.Recall);
        yield return Figure.Of(prefix + "uas", [.. gold.Select(g => g.Uas)], Counts.Recall);
        yield return Figure.Of(prefix + "las", [.. gold.Select(g => g.Las)], Counts.Recall);
    }

    private static (Counts Upos, Counts Uas, Counts Las) OnGoldTokens(GoldDocument document, SentenceAnalyser analyser)
    {
        int words = 0, upos = 0, uas = 0, las = 0;
        var tags = LanguageModels.Instance.Tags;
        foreach (var sentence in document.Sentences)
        {
            analyser.Parse([.. sentence.Select(w => w.Form)], [.. sentence.Select(w => w.Form.ToLowerInvariant())]);
            for (int i = 0; i < sentence.Length; i++)
            {
                words++;
                if (string.Equals(tags.Upos[analyser.Words[i].Tag].ToString(), sentence[i].Upos, StringComparison.OrdinalIgnoreCase))
                    upos++;
                if (analyser.Syntax.Head[i] != (sentence[i].Head < 0 ? sentence.Length : sentence[i].Head))
                    continue;
                uas++;
                if (LanguageModels.Instance.Relations[analyser.Syntax.Relation[i]].Split(':')[0] == sentence[i].Relation)
                    las++;
            }
        }
        return (new Counts(upos, words, words), new Counts(uas, words, words), new Counts(las, words, words));
    }

    // Stretches are compared by how many characters that are not blank stand before them, as in the CoNLL 2018 shared task.
    private static (Counts Tokens, Counts Sentences) FromRawText(GoldDocument document)
    {
        string text = document.Text;
        int[] place = new int[text.Length + 1];
        for (int i = 0; i < text.Length; i++)
            place[i + 1] = place[i] + (char.IsWhiteSpace(text[i]) ? 0 : 1);
        var analysed = Language.Analyse(text);
        var tokens = analysed.Sentences.SelectMany(s => s.Tokens).Select(t => (place[t.Span.Start], place[t.Span.End])).ToHashSet();
        var sentences = analysed.Sentences.Select(s => (place[s.Span.Start], place[s.Span.End])).ToHashSet();
        HashSet<(int, int)> goldTokens = [], goldSentences = [];
        int at = 0;
        foreach (var sentence in document.Sentences)
        {
            int start = at;
            foreach (var word in sentence)
            {
                int end = at + word.Form.Count(c => !char.IsWhiteSpace(c));
                goldTokens.Add((at, end));
                at = end;
            }
            goldSentences.Add((start, at));
        }
        return (new Counts(tokens.Count(goldTokens.Contains), tokens.Count, goldTokens.Count),
            new Counts(sentences.Count(goldSentences.Contains), sentences.Count, goldSentences.Count));
    }
}
