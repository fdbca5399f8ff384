using System.Collections.Immutable;
using Attest.Engine.Text;

namespace Attest.Engine.Extracting;

/// <summary>
/// Quotations: what of a sentence stands in quotation marks beside a cue, quotations that run on over sentences and paragraphs, and
/// quotations without a cue of their own, which belong to who spoke last in the paragraph, or is announced ("He added:").
/// </summary>
internal static class DirectSpeech
{
    /// <summary>The words of a sentence between quotation marks nearest to a cue outside of them; empty where there are none of four words and more.</summary>
    public static List<int> Beside(Sentence s, int cue, ImmutableArray<Span> quotes)
    {
        if (QuotedStretches.Holding(quotes, s.Tokens[cue].Span) >= 0)
            return [];
        var words = new List<int>();
        for (int i = 0; i < s.Tokens.Length; i++)
            if (QuotedStretches.Holding(quotes, s.Tokens[i].Span) >= 0)
                words.Add(i);
        return words.Count >= 4 ? words : [];
    }

    /// <summary>
    /// The words of quotations that stand right before the saying or right behind it, with nothing but its nominals between, and that
    /// begin as sentences do; empty where there are none.
    /// </summary>
    public static List<int> Adjacent(Sentence s, int cue, ImmutableArray<Span> quotes)
    {
        var words = new List<int>();
        if (QuotedStretches.Holding(quotes, s.Tokens[cue].Span) >= 0)
            return words;
        foreach (var own in Quoted(s, quotes))
        {
            if (!char.IsUpper(s.Tokens[own[0]].Form[0]) && own[0] > 1)
                continue;
            int from = own[^1] < cue ? own[^1] + 1 : cue + 1, to = own[^1] < cue ? cue : own[0];
            bool close = to - from <= 16 && Enumerable.Range(from, Math.Max(0, to - from)).All(t => s.Tokens[t].Tag is not (PartOfSpeech.Verb or PartOfSpeech.Sconj));
            bool joined = close && (own[^1] < cue || Enumerable.Range(from, Math.Max(0, to - from)).Any(t => s.Tokens[t].Form is "," or ":"));
            if (joined || words.Count > 0 && own[0] > cue)
                words.AddRange(own);
        }
        return words;
    }

    /// <summary>The words of each quotation that a sentence has a part in.</summary>
    private static List<List<int>> Quoted(Sentence s, ImmutableArray<Span> quotes)
    {
        var quoted = new List<List<int>>();
        int last = -1;
        for (int t = 0; t < s.Tokens.Length; t++)
        {
            int q = QuotedStretches.Holding(quotes, s.Tokens[t].Span);
            if (q >= 0 && q != last)
                quoted.Add([]);
            if (q >= 0)
                quoted[^1].Add(t);
            last = q >= 0 ? q : last;
        }
        return quoted;
    }

    /// <summary>Lets contents run to the end of their quotations, and gives quotations without a cue to the speaker beside them.</summary>
    public static void Complete(AnalysedText text, ImmutableArray<Span> quotes, List<AttributionDraft> drafts)
    {
        if (quotes.IsEmpty)
            return;
        var tokens = TokensOf(text, quotes);
        var owner = new AttributionDraft?[quotes.Length];
        var saying = Saying(drafts);
        var cued = new Dictionary<TokenRef, AttributionDraft>();
        foreach (var d in drafts)
            cued.TryAdd(d.CueHead, d);
        for (int q = 0; q < quotes.Length; q++)
            owner[q] = Owner(quotes[q], tokens[q], drafts, saying);
        for (int q = 0; q < quotes.Length; q++)
        {
            owner[q] ??= Announced(text, quotes, q, drafts, cued) ?? Before(text, quotes, q, owner, tokens);
            if (owner[q] is { } draft)
                draft.Content.UnionWith(tokens[q]);
        }
    }

    /// <summary>The verb of saying with a clause whose content shares words with the quotation, where the cue itself stands outside.</summary>
    private static AttributionDraft? Owner(Span quote, List<TokenRef> tokens, List<AttributionDraft> drafts, Dictionary<TokenRef, List<int>> saying)
    {
        int best = -1;
        foreach (var token in tokens)
            foreach (int d in saying.GetValueOrDefault(token) ?? [])
                // Of the shortest content; of several, the first.
                if (!quote.Contains(drafts[d].Sentence.Tokens[drafts[d].Cue].Span)
                    && (best < 0 || (drafts[d].Content.Count, d).CompareTo((drafts[best].Content.Count, best)) < 0))
                    best = d;
        return best < 0 ? null : drafts[best];
    }

    /// <summary>For each word the places of the drafts with a clause whose content it is.</summary>
    private static Dictionary<TokenRef, List<int>> Saying(List<AttributionDraft> drafts)
    {
        var saying = new Dictionary<TokenRef, List<int>>();
        for (int d = 0; d < drafts.Count; d++)
            if (drafts[d].Frame is Frame.Clause or Frame.Around)
                foreach (var token in drafts[d].Content)
                    (saying.TryGetValue(token, out var known) ? known : saying[token] = []).Add(d);
        return saying;
    }

    /// <summary>"He added: “…”": a cue with a colon at the end of what stands before, be it another paragraph.</summary>
    private static AttributionDraft? Announced(AnalysedText text, ImmutableArray<Span> quotes, int q, List<AttributionDraft> drafts, Dictionary<TokenRef, AttributionDraft> cued)
    {
        int at = quotes[q].Start - 2;
        while (at >= 0 && char.IsWhiteSpace(text.Text[at]))
            at--;
        if (at < 0 || text.Text[at] is not (':' or ','))
            return null;
        int next = FirstBehind(text.Sentences, at);
        if (next == 0)
            return null;
        var sentence = text.Sentences[next - 1];
        for (int i = sentence.Tokens.Length - 1; i >= 0; i--)
        {
            var t = sentence.Tokens[i];
            if (t.Span.Start > at || t.Tag != PartOfSpeech.Verb || ReportingVerbs.WithClause(t.Lemma) is not { } use)
                continue;
            if (cued.TryGetValue(new TokenRef(sentence.Index, i), out var known))
                return known;
            var draft = new AttributionDraft(sentence, i, use.Act, Frame.Clause) { Source = VerbCues.Source(sentence, i) };
            draft.CueClause.UnionWith(Enumerable.Range(0, sentence.Tokens.Length).Where(k => sentence.Tokens[k].Span.End <= at + 1));
            drafts.Add(draft);
            cued.Add(draft.CueHead, draft);
            return draft;
        }
        return null;
    }

    /// <summary>A quotation that is a sentence of its own goes on with who spoke before it in the paragraph; a paragraph that is one goes on with who spoke last.</summary>
    private static AttributionDraft? Before(AnalysedText text, ImmutableArray<Span> quotes, int q, AttributionDraft?[] owner, List<TokenRef>[] tokens)
    {
        if (tokens[q].Count < 4 || q == 0 || owner[q - 1] is not { } last || tokens[q - 1].Count == 0)
            return null;
        var first = text.Sentences[tokens[q][0].Sentence];
        bool opens = first.Tokens[tokens[q][0].Token].Span.Start - first.Span.Start <= 2;
        bool sameParagraph = last.Sentence.Paragraph == first.Paragraph;
        bool runsOn = first.Paragraph == text.Sentences[tokens[q - 1][^1].Sentence].Paragraph + 1 && quotes[q].Start - quotes[q - 1].End <= 4;
        return opens && (sameParagraph || runsOn) ? last : null;
    }

    /// <summary>The first sentence that begins behind a place; their number where none does.</summary>
    private static int FirstBehind(ImmutableArray<Sentence> sentences, int place)
    {
        int low = 0, high = sentences.Length;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (sentences[middle].Span.Start <= place)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }

    private static List<TokenRef>[] TokensOf(AnalysedText text, ImmutableArray<Span> quotes)
    {
        var tokens = new List<TokenRef>[quotes.Length];
        for (int q = 0; q < quotes.Length; q++)
            tokens[q] = [];
        int at = 0;
        foreach (var s in text.Sentences)
            for (int i = 0; i < s.Tokens.Length; i++)
            {
                var span = s.Tokens[i].Span;
                while (at < quotes.Length && quotes[at].End <= span.Start)
                    at++;
                if (at < quotes.Length && quotes[at].Contains(span))
                    tokens[at].Add(new TokenRef(s.Index, i));
            }
        return tokens;
    }
}
