using System.Collections.Immutable;
using Attest.Engine.Text;

namespace Attest.Engine.Extracting;

/// <summary>How a candidate came about.</summary>
internal enum Proposal
{
    /// <summary>By the rules for verbs, phrases and quotations.</summary>
    Rules,

    /// <summary>One word that hangs on the cue, with all below it.</summary>
    Part,

    /// <summary>An object and what completes it.</summary>
    Completed,

    /// <summary>The subject of a passive, with what completes it or alone.</summary>
    Subject,

    /// <summary>All that hangs on the cue behind it.</summary>
    Below,

    /// <summary>The sentence before the saying.</summary>
    Before,

    /// <summary>The sentence behind the saying.</summary>
    Behind,

    /// <summary>The sentence on both sides of the saying.</summary>
    Both,

    /// <summary>What of the sentence stands in quotation marks.</summary>
    Quoted,

    /// <summary>What a speaker's name and a colon introduce.</summary>
    Transcript,
}

/// <summary>
/// Every way in which a text may say who says what: for each verb, noun or adjective that may be a cue, the stretches that may be its content. Generous on
/// purpose; <see cref="AttributionChoice"/> decides.
/// </summary>
internal static class AttributionCandidates
{
    private const int LongestSpeaker = 5;

    /// <summary>The candidates, with those of the rules among them.</summary>
    /// <param name="text">The text.</param>
    /// <param name="quotes">Its quotations.</param>
    /// <param name="byRules">What the rules found, quotations completed.</param>
    /// <param name="mayBeCue">Whether a dictionary form may be a cue at all.</param>
    public static List<AttributionDraft> Of(AnalysedText text, ImmutableArray<Span> quotes, List<AttributionDraft> byRules, Func<string, bool> mayBeCue)
    {
        var all = new List<AttributionDraft>(byRules);
        var quoted = new QuotedTokens(text, quotes);
        var known = byRules.ToLookup(d => d.CueHead);
        foreach (var s in text.Sentences)
            for (int i = 0; i < s.Tokens.Length; i++)
            {
                var own = new List<AttributionDraft>();
                if (s.Tokens[i].Tag is PartOfSpeech.Verb or PartOfSpeech.Noun or PartOfSpeech.Adj && mayBeCue(s.Tokens[i].Lemma))
                    Propose(s, i, quoted, own);
                else if (s.Tokens[i].Form == ":")
                    Transcript(text, s, i, own);
                if (own.Count == 0)
                    continue;
                foreach (var draft in own)
                    Extend(draft, quoted, known[draft.CueHead]);
                var seen = known[own[0].CueHead].ToList();
                foreach (var draft in own)
                    if (draft.Content.Count > 0 && !seen.Exists(d => d.Content.SetEquals(draft.Content)))
                    {
                        seen.Add(draft);
                        all.Add(draft);
                    }
            }
        return all;
    }

    private static void Propose(Sentence s, int cue, QuotedTokens quoted, List<AttributionDraft> into)
    {
        bool verb = s.Tokens[cue].Tag == PartOfSpeech.Verb, passive = verb && s.IsPassive(cue);
        var behind = new List<int>();
        int thing = -1, subject = -1;
        foreach (int c in s.Children(cue))
        {
            string r = s.Tokens[c].BaseRelation;
            if (r is "nsubj" or "csubj")
                subject = c;
            if (c > cue && r is not ("punct" or "conj" or "cc") && c != subject)
                behind.AddRange(s.Subtree(c));
            if (r is "ccomp" or "xcomp" or "obj" or "parataxis" or "acl" or "csubj" || c > cue && (r is "advcl" || r is "obl" or "nmod" && s.Child(c, "case") >= 0))
                Add(Proposal.Part, r switch { "ccomp" or "parataxis" or "csubj" => Frame.Clause, "obj" => Frame.Object, "obl" or "nmod" => Frame.Preposition, _ => s.IsInfinitive(c) ? Frame.Infinitive : Frame.Clause }, c, s.Subtree(c));
            if (r == "obj")
                thing = c;
            else if (thing >= 0 && r is "xcomp" or "obl" or "advcl" or "ccomp")
                Add(Proposal.Completed, Frame.Object, thing, s.Subtree(thing).Concat(s.Subtree(c)));
            if (passive && subject >= 0 && c > cue && r is "xcomp" or "obl" or "advcl" or "ccomp")
                Add(Proposal.Subject, Frame.Passive, c, s.Subtree(subject).Concat(s.Subtree(c)));
        }
        if (passive && subject >= 0)
            Add(Proposal.Subject, Frame.Passive, subject, s.Subtree(subject));
        if (behind.Count > 0)
            Add(Proposal.Below, Frame.None, -1, behind);
        if (!verb)
            return;
        var (first, end) = Saying(s, cue, subject);
        if (first >= 3)
            Add(Proposal.Before, Frame.Clause, -1, Enumerable.Range(0, first));
        if (s.Tokens.Length - end >= 3)
            Add(Proposal.Behind, Frame.Clause, -1, Enumerable.Range(end, s.Tokens.Length - end));
        if (first >= 3 && s.Tokens.Length - end >= 3)
            Add(Proposal.Both, Frame.Clause, -1, Enumerable.Range(0, first).Concat(Enumerable.Range(end, s.Tokens.Length - end)));
        if (!quoted.IsWithin(s, cue))
            Add(Proposal.Quoted, Frame.Clause, -1, Enumerable.Range(0, s.Tokens.Length).Where(t => quoted.IsWithin(s, t)));

        void Add(Proposal proposal, Frame frame, int head, IEnumerable<int> words)
        {
            var draft = new AttributionDraft(s, cue, ReportingVerbs.ActOf(s.Tokens[cue].Lemma), frame) { ContentHead = head, Proposal = proposal, Negated = s.IsNegated(cue) };
            draft.Add(words.Where(w => w != cue));
            draft.Source = verb && !passive ? VerbCues.Source(s, cue) : Possessor(s, cue);
            into.Add(draft);
        }
    }

    /// <summary>The stretch around a verb that its subject, auxiliaries and adverbs fill without a gap.</summary>
    private static (int First, int End) Saying(Sentence s, int cue, int subject)
    {
        var own = new HashSet<int> { cue };
        if (subject >= 0)
            own.UnionWith(s.Subtree(subject));
        foreach (int c in s.Children(cue))
            if (s.Tokens[c].BaseRelation is "aux" or "advmod" or "iobj" or "cc" or "compound" || s.Tokens[c].BaseRelation == "obj" && s.Tokens[c].Tag is PartOfSpeech.Pron or PartOfSpeech.Propn)
                own.UnionWith(s.Subtree(c));
        int first = cue, end = cue + 1;
        while (first > 0 && own.Contains(first - 1))
            first--;
        while (end < s.Tokens.Length && own.Contains(end))
            end++;
        return (first, end);
    }

    /// <summary>Whose claim, or by whom it is claimed.</summary>
    private static int Possessor(Sentence s, int cue)
    {
        int source = s.ChildExactly(cue, "nmod:poss");
        foreach (int c in s.Children(cue))
            if (source < 0 && s.Tokens[c].BaseRelation is "nmod" or "obl" && s.Preposition(c) is "by" or "from" or "among")
                source = c;
        return source >= 0 || s.Tokens[cue].Tag != PartOfSpeech.Adj ? source : s.OwnSubject(cue);
    }

    /// <summary>"FALLIN: I think …": a name and a colon begin a paragraph that is what the named one says.</summary>
    private static void Transcript(AnalysedText text, Sentence s, int colon, List<AttributionDraft> into)
    {
        if (colon is 0 or > LongestSpeaker || s.Index > 0 && text.Sentences[s.Index - 1].Paragraph == s.Paragraph)
            return;
        for (int i = 0; i < colon; i++)
            if (s.Tokens[i].Tag is not (PartOfSpeech.Propn or PartOfSpeech.Noun) || !char.IsUpper(s.Tokens[i].Form[0]))
                return;
        var draft = new AttributionDraft(s, colon, SpeechAct.Says, Frame.Around) { Source = colon - 1, Proposal = Proposal.Transcript };
        while (s.Tokens[draft.Source].Head is var head and >= 0 && head < colon)
            draft.Source = head;
        draft.CueClause.UnionWith(Enumerable.Range(0, colon + 1));
        draft.Add(Enumerable.Range(colon + 1, s.Tokens.Length - colon - 1));
        for (int k = s.Index + 1; k < text.Sentences.Length && text.Sentences[k].Paragraph == s.Paragraph; k++)
            draft.Content.UnionWith(Enumerable.Range(0, text.Sentences[k].Tokens.Length).Select(t => new TokenRef(k, t)));
        into.Add(draft);
    }

    /// <summary>Lets a content run to the end of the quotations that it has a part in, and to those that the rules gave to the same cue.</summary>
    private static void Extend(AttributionDraft draft, QuotedTokens quoted, IEnumerable<AttributionDraft> byRules)
    {
        if (draft.Content.Count == 0 || draft.Proposal == Proposal.Transcript)
            return;
        int s = draft.Sentence.Index;
        if (!quoted.IsWithin(draft.Sentence, draft.Cue))
            foreach (int q in draft.Content.Select(quoted.Of).Where(q => q >= 0).Distinct().ToList())
                draft.Content.UnionWith(quoted.Tokens(q));
        foreach (var other in byRules)
            draft.Content.UnionWith(other.Content.Where(t => t.Sentence != s));
    }
}
