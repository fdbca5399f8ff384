using Attest.Engine.Text;

namespace Attest.Engine.Extracting;

/// <summary>An attribution while its quotations are still being gathered.</summary>
internal sealed class AttributionDraft(Sentence sentence, int cue, SpeechAct act, Frame frame)
{
    public Sentence Sentence { get; } = sentence;

    public int Cue { get; } = cue;

    public SpeechAct Act { get; } = act;

    public Frame Frame { get; } = frame;

    public Proposal Proposal { get; init; }

    public TokenRef CueHead => new(Sentence.Index, Cue);

    public int Source { get; set; } = -1;

    public int ContentHead { get; set; } = -1;

    public bool Negated { get; set; }

    public List<int> CueTokens { get; } = [cue];

    public SortedSet<int> CueClause { get; } = [];

    public SortedSet<TokenRef> Content { get; } = [];

    /// <summary>Takes over words of the cue's sentence as content.</summary>
    public void Add(IEnumerable<int> tokens)
    {
        foreach (int t in tokens)
            Content.Add(new TokenRef(Sentence.Index, t));
    }

    public Attribution Finish(AnalysedText text)
    {
        List<TokenRef> content = [.. Content];
        // "…, organisers said; police put the number at 80,000": what stands behind a semicolon after the saying is said by somebody else.
        if (ContentHead >= 0 && ContentHead < Cue)
            for (int t = Cue + 1; t < Sentence.Tokens.Length; t++)
                if (Sentence.Tokens[t].Form == ";")
                {
                    content.RemoveAll(c => c.Sentence == Sentence.Index && c.Token >= t);
                    break;
                }
        while (content.Count > 0 && Punctuation(text, content[^1]))
            content.RemoveAt(content.Count - 1);
        while (content.Count > 0 && Punctuation(text, content[0]))
            content.RemoveAt(0);
        var source = Source < 0 ? [] : SourceNominal.Of(Sentence, Source, CueClause).Select(Ref).ToList();
        CueTokens.Sort();
        return new Attribution(Act, Attribution.Spans(text, [.. CueTokens.Select(Ref)]), Attribution.Spans(text, source), Attribution.Spans(text, content))
        {
            CueHead = CueHead,
            SourceHead = Source < 0 ? null : Ref(Source),
            CueClause = [.. CueClause.Select(Ref)],
            ContentTokens = [.. content],
            ContentHead = ContentHead,
            Frame = Frame,
            Negated = Negated,
            Lemma = Sentence.Tokens[Cue].Lemma,
        };
    }

    private TokenRef Ref(int token) => new(Sentence.Index, token);

    private static bool Punctuation(AnalysedText text, TokenRef t) =>
        text.Sentences[t.Sentence].Tokens[t.Token].Tag == PartOfSpeech.Punct && text.Sentences[t.Sentence].Tokens[t.Token].Form is not ("”" or "“" or "\"");
}
