using System.Collections.Frozen;
using Attest.Engine.Text;

namespace Attest.Engine.Extracting;

/// <summary>Attributions whose cue is no verb of its own: "according to", "citing", "reportedly", "the claim that".</summary>
internal static class OtherCues
{
    private static readonly FrozenSet<string> HedgingAdverbs = FrozenSet.ToFrozenSet(
        ["reportedly", "allegedly", "supposedly", "purportedly", "apparently", "seemingly"], StringComparer.Ordinal);

    /// <summary>Nouns for things said and thought, which a clause, an infinitive or a preposition fills.</summary>
    private static readonly FrozenDictionary<string, SpeechAct> Nouns = new Dictionary<string, SpeechAct>
    {
        ["claim"] = SpeechAct.Says,
        ["report"] = SpeechAct.Says,
        ["statement"] = SpeechAct.Says,
        ["assertion"] = SpeechAct.Says,
        ["allegation"] = SpeechAct.Says,
        ["accusation"] = SpeechAct.Judges,
        ["announcement"] = SpeechAct.Says,
        ["argument"] = SpeechAct.Says,
        ["rumor"] = SpeechAct.Hedges,
        ["rumour"] = SpeechAct.Hedges,
        ["suggestion"] = SpeechAct.Hedges,
        ["speculation"] = SpeechAct.Hedges,
        ["denial"] = SpeechAct.Denies,
        ["belief"] = SpeechAct.Believes,
        ["hope"] = SpeechAct.Believes,
        ["fear"] = SpeechAct.Believes,
        ["concern"] = SpeechAct.Believes,
        ["view"] = SpeechAct.Believes,
        ["opinion"] = SpeechAct.Believes,
        ["prediction"] = SpeechAct.Believes,
        ["expectation"] = SpeechAct.Believes,
        ["promise"] = SpeechAct.Promises,
        ["pledge"] = SpeechAct.Promises,
        ["vow"] = SpeechAct.Promises,
        ["plan"] = SpeechAct.Promises,
        ["warning"] = SpeechAct.Says,
        ["criticism"] = SpeechAct.Judges,
        ["complaint"] = SpeechAct.Judges,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static void Find(Sentence s, List<AttributionDraft> into)
    {
        for (int i = 0; i < s.Tokens.Length; i++)
        {
            var t = s.Tokens[i];
            var draft = t.Lower switch
            {
                "according" when Next(s, i) == "to" => Around(s, i, According(s, i), [i, i + 1]),
                ":" when s.Index == 0 => Headline(s, i),
                "citing" or "quoting" => Around(s, i, s.Child(i, "obj"), [i]),
                _ when t.Tag == PartOfSpeech.Adv && HedgingAdverbs.Contains(t.Lower) => Adverb(s, i),
                _ when t.Tag == PartOfSpeech.Noun && Nouns.TryGetValue(t.Lemma, out var act) => Noun(s, i, act),
                _ => null,
            };
            if (draft is not null)
                into.Add(draft);
        }
    }

    private static string Next(Sentence s, int i) => i + 1 < s.Tokens.Length ? s.Tokens[i + 1].Lower : "";

    /// <summary>"Una Bassett: Ferries are safe": a name before the colon of a headline says what follows.</summary>
    private static AttributionDraft? Headline(Sentence s, int colon)
    {
        if (colon is 0 or > 5 || s.Tokens.Length - colon < 5 || s.Tokens[0].Lower is "update" or "correction" or "corrections" or "clarification" or "watch" or "photos" or "video" or "related")
            return null;
        for (int i = 0; i < colon; i++)
            if (s.Tokens[i].Tag is not (PartOfSpeech.Propn or PartOfSpeech.Noun) || !char.IsUpper(s.Tokens[i].Form[0]))
                return null;
        var draft = new AttributionDraft(s, colon, SpeechAct.Says, Frame.Around) { Source = colon - 1 };
        while (s.Tokens[draft.Source].Head is var head and >= 0 && head < colon)
            draft.Source = head;
        draft.CueClause.UnionWith(Enumerable.Range(0, colon + 1));
        draft.Add(Enumerable.Range(colon + 1, s.Tokens.Length - colon - 1));
        return draft;
    }

    /// <summary>Whom "according to" names: what it is a preposition of, or what hangs on it.</summary>
    private static int According(Sentence s, int i)
    {
        if (s.Tokens[i].BaseRelation == "case")
            return s.Tokens[i].Head;
        foreach (int c in s.Children(i))
            if (c > i && s.Tokens[c].BaseRelation is "obl" or "nmod" or "obj" or "dep")
                return c;
        return -1;
    }

    /// <summary>The clause around a phrase that names its source, without that phrase.</summary>
    private static AttributionDraft? Around(Sentence s, int cue, int source, int[] cueTokens)
    {
        if (source < 0)
            return null;
        int phrase = s.Tokens[cue].BaseRelation == "case" ? source : cue;
        int head = s.Tokens[phrase].Head;
        if (head < 0)
            return null;
        // The phrase means its whole clause, though the parser may hang it on the nearest noun.
        while ((!s.IsPredicate(head) || s.Tokens[head].BaseRelation is "acl" or "advcl" or "xcomp") && s.Tokens[head].Head is var up and >= 0)
            head = up;
        var own = s.Subtree(phrase).ToHashSet();
        own.UnionWith(cueTokens);
        var draft = new AttributionDraft(s, cue, SpeechAct.Says, Frame.Around) { Source = source, ContentHead = head };
        draft.CueTokens.AddRange(cueTokens.Where(t => t != cue));
        draft.CueClause.UnionWith(own);
        draft.Add(s.Subtree(head).Where(t => !own.Contains(t)));
        return draft;
    }

    private static AttributionDraft? Adverb(Sentence s, int cue)
    {
        int head = s.Tokens[cue].Head;
        if (head < 0)
            return null;
        var draft = new AttributionDraft(s, cue, SpeechAct.Hedges, Frame.Around) { ContentHead = head };
        draft.CueClause.Add(cue);
        draft.Add(s.Subtree(head).Where(t => t != cue));
        return draft;
    }

    /// <summary>"The claim that P", "reports that P"; who claims it is the possessor or the agent.</summary>
    private static AttributionDraft? Noun(Sentence s, int cue, SpeechAct act)
    {
        int content = -1;
        foreach (int c in s.Children(cue))
            if (c > cue && s.Tokens[c].BaseRelation is "acl" or "ccomp" or "csubj"
                && (s.HasChild(c, "mark", "that") || s.IsInfinitive(c) && s.Tokens[c].Relation != "acl:relcl"))
                content = c;
        if (content < 0)
            return null;
        int source = s.ChildExactly(cue, "nmod:poss");
        if (source < 0)
            foreach (int c in s.Children(cue))
                if (s.Tokens[c].BaseRelation == "nmod" && s.Preposition(c) is "by" or "from")
                    source = c;
        var draft = new AttributionDraft(s, cue, act, Frame.Clause) { Source = source, ContentHead = content };
        draft.Add(s.Subtree(content));
        var own = s.Subtree(cue);
        draft.CueClause.UnionWith(own.Where(t => !draft.Content.Contains(new TokenRef(s.Index, t))));
        return draft;
    }
}
