using System.Collections.Immutable;
using Attest.Engine.Text;

namespace Attest.Engine.Extracting;

/// <summary>Attributions whose cue is a verb of <see cref="ReportingVerbs"/>.</summary>
internal static class VerbCues
{
    public static void Find(Sentence s, ImmutableArray<Span> quotes, List<AttributionDraft> into)
    {
        for (int i = 0; i < s.Tokens.Length; i++)
        {
            if (s.Tokens[i].Tag != PartOfSpeech.Verb)
                continue;
            foreach (var use in ReportingVerbs.Uses(s.Tokens[i].Lemma))
            {
                if (Draft(s, i, use, quotes) is { } draft)
                {
                    into.Add(draft);
                    break;
                }
            }
        }
    }

    private static AttributionDraft? Draft(Sentence s, int cue, ReportingVerb use, ImmutableArray<Span> quotes)
    {
        if (s.IsPassive(cue))
            return Passive(s, cue, use);
        var draft = Content(s, cue, use, quotes);
        if (draft is null)
            return null;
        draft.Source = Source(s, cue);
        draft.Negated = s.IsNegated(cue);
        foreach (int c in s.Children(cue))
            if (s.Tokens[c].BaseRelation is "aux" or "compound" || s.IsNegatedBy(c))
                draft.CueTokens.Add(c);
        return draft;
    }

    /// <summary>Where the content hangs: a clause, direct speech, an infinitive, an object, a preposition, in this order.</summary>
    private static AttributionDraft? Content(Sentence s, int cue, ReportingVerb use, ImmutableArray<Span> quotes)
    {
        if (use.Frames.HasFlag(Frame.Clause))
        {
            // What stands between quotation marks right before or behind the saying is what is said, whatever the parser hung where.
            if (DirectSpeech.Adjacent(s, cue, quotes) is { Count: >= 3 } speech)
                return Drafted(s, cue, use, Frame.Clause, HeadOf(s, speech), speech);
            int clause = Longest(s, cue, "ccomp");
            if (clause < 0 || IsAside(s, clause))
                clause = Speech(s, cue);
            if (clause >= 0)
                return Complement(s, cue, clause, use);
            if (s.Tokens[cue].BaseRelation == "parataxis" && s.Tokens[cue].Head is var around and >= 0 && !HasRoomForContent(s, cue))
                return Around(s, cue, around, use);
            if (Behind(s, cue, use) is { } behind)
                return behind;
            if (DirectSpeech.Beside(s, cue, quotes) is { Count: > 0 } quoted)
                return Drafted(s, cue, use, Frame.Clause, -1, quoted);
        }
        if (use.Frames.HasFlag(Frame.Infinitive) && s.Child(cue, "xcomp") is var infinitive and >= 0 && s.IsInfinitive(infinitive))
            return Drafted(s, cue, use, Frame.Infinitive, infinitive, s.Subtree(infinitive));
        if (use.Frames.HasFlag(Frame.Object) && s.Child(cue, "obj") is var thing and >= 0)
        {
            var words = s.Subtree(thing).ToList();
            if (s.Child(cue, "xcomp") is var complement and >= 0 && complement > thing)
                words.AddRange(s.Subtree(complement));
            else if (s.Child(cue, "obl") is var oblique and >= 0 && s.Preposition(oblique) is "as" or "of" or "for")
                words.AddRange(s.Subtree(oblique));
            return Drafted(s, cue, use, Frame.Object, thing, words);
        }
        if (use.Frames.HasFlag(Frame.Preposition))
            foreach (int c in s.Children(cue))
            {
                bool joined = s.Tokens[c].BaseRelation == "obl" && use.Prepositions.Contains(s.Preposition(c))
                    || s.Tokens[c].BaseRelation is "advcl" && s.Child(c, "mark") is var mark and >= 0 && use.Prepositions.Contains(s.Tokens[mark].Lower);
                if (joined)
                    return Drafted(s, cue, use, Frame.Preposition, c, s.Subtree(c));
            }
        return null;
    }

    /// <summary>"X is said to have fled", "X was accused of theft", "it was reported that P".</summary>
    private static AttributionDraft? Passive(Sentence s, int cue, ReportingVerb use)
    {
        int subject = s.ChildExactly(cue, "nsubj:pass");
        int infinitive = s.Child(cue, "xcomp") is var x and >= 0 && s.IsInfinitive(x) ? x : -1;
        int clause = Longest(s, cue, "ccomp");
        if (clause < 0)
            clause = s.Child(cue, "csubj");
        int of = -1, agent = -1;
        foreach (int c in s.Children(cue))
        {
            if (s.Tokens[c].BaseRelation is "obl" or "advcl" && use.Prepositions.Contains(Joining(s, c)))
                of = c;
            else if (s.Tokens[c].BaseRelation == "obl" && s.Preposition(c) == "by")
                agent = c;
        }
        IEnumerable<int>? words = clause >= 0 && use.Frames.HasFlag(Frame.Clause) ? s.Subtree(clause)
            : infinitive >= 0 && subject >= 0 ? s.Subtree(subject).Concat(s.Subtree(infinitive))
            : of >= 0 && subject >= 0 ? s.Subtree(subject).Concat(s.Subtree(of))
            : agent >= 0 && subject >= 0 && use.Frames.HasFlag(Frame.Object) ? s.Subtree(subject)
            : null;
        if (words is null)
            return null;
        var draft = Drafted(s, cue, use, clause >= 0 ? Frame.Clause : Frame.Passive, clause >= 0 ? clause : Math.Max(infinitive, of), words);
        draft.Source = agent;
        draft.Negated = s.IsNegated(cue);
        draft.CueTokens.AddRange(s.Children(cue).Where(c => s.Tokens[c].BaseRelation == "aux"));
        return draft;
    }

    private static string Joining(Sentence s, int c) =>
        s.Tokens[c].BaseRelation == "obl" ? s.Preposition(c) : s.Child(c, "mark") is var m and >= 0 ? s.Tokens[m].Lower : "";

    /// <summary>
    /// The clause as complement. Where the whole cue clause stands behind it ("P, X said on Friday"), all before is content, whatever
    /// the parser hung where.
    /// </summary>
    private static AttributionDraft Complement(Sentence s, int cue, int clause, ReportingVerb use)
    {
        var below = s.Subtree(clause).ToHashSet();
        var draft = Drafted(s, cue, use, Frame.Clause, clause, below);
        if (clause < cue && draft.CueClause.Where(t => !s.IsPunctuation(t)).DefaultIfEmpty(cue).Min() is var first && first > clause && s.Tokens[cue].Head < 0)
            draft.Add(Enumerable.Range(0, first));
        return draft;
    }

    /// <summary>"P1, X said, P2": the content is the clause around, without the cue's own.</summary>
    private static AttributionDraft Around(Sentence s, int cue, int around, ReportingVerb use)
    {
        var own = s.Subtree(cue).ToHashSet();
        return Drafted(s, cue, use, Frame.Clause, around, s.Subtree(around).Where(t => !own.Contains(t)));
    }

    /// <summary>Ends a sentence ("…, said X on Friday.") without a content that the parser saw: all before the comma is it.</summary>
    private static AttributionDraft? Behind(Sentence s, int cue, ReportingVerb use)
    {
        if (s.Tokens[cue].FineTag is not ("VBD" or "VBZ" or "VBP") || s.Child(cue, "obj") >= 0 || s.Child(cue, "xcomp") >= 0 || use.Act is not (SpeechAct.Says or SpeechAct.Shows))
            return null;
        int first = s.Subtree(cue).Where(t => t >= cue - 12 && Connected(s, t, cue)).DefaultIfEmpty(cue).Min();
        int comma = first - 1;
        while (comma >= 0 && s.Tokens[comma].Form is "”" or "\"" or "''")
            comma--;
        if (comma < 3 || s.Tokens[comma].Form is not ("," or "?" or "!"))
            return null;
        bool predicate = Enumerable.Range(0, comma).Any(t => s.IsPredicate(t) && s.IsFinite(t));
        int last = s.Tokens.Length - 1;
        return predicate && last - cue <= 25 && Source(s, cue) >= 0 && s.Tokens[cue].BaseRelation is not ("acl" or "advcl")
            ? Drafted(s, cue, use, Frame.Clause, -1, Enumerable.Range(0, comma), [.. Enumerable.Range(comma, last - comma + 1)])
            : null;
    }

    /// <summary>Whether no comma stands between a word and the cue before it.</summary>
    private static bool Connected(Sentence s, int token, int cue)
    {
        for (int t = token; t < cue; t++)
            if (s.Tokens[t].Form is "," or "”" or "\"")
                return false;
        return true;
    }

    /// <summary>Direct speech that the parser hung on the cue as parataxis; asides with a cue of their own are none.</summary>
    private static int Speech(Sentence s, int cue)
    {
        int best = -1;
        foreach (int c in s.Children(cue))
            if (s.Tokens[c].BaseRelation is "parataxis" && s.IsPredicate(c) && ReportingVerbs.WithClause(s.Tokens[c].Lemma) is null
                && (best < 0 || s.Subtree(c).Count > s.Subtree(best).Count))
                best = c;
        return best;
    }

    /// <summary>The word of a stretch that hangs outside of it and heads a clause; −1 where there is none.</summary>
    private static int HeadOf(Sentence s, List<int> stretch)
    {
        foreach (int t in stretch)
            if ((s.Tokens[t].Head < 0 || !stretch.Contains(s.Tokens[t].Head)) && s.IsPredicate(t))
                return t;
        return -1;
    }

    /// <summary>A clause with "who" or "which" behind a comma is never what is said.</summary>
    private static bool IsAside(Sentence s, int clause)
    {
        int first = s.Subtree(clause).FirstOrDefault(t => !s.IsPunctuation(t));
        return s.Tokens[first].Lower is "who" or "which" && first > 0 && s.Tokens[first - 1].Form == ",";
    }

    private static int Longest(Sentence s, int cue, string relation)
    {
        int best = -1;
        foreach (int c in s.Children(cue))
            if (s.Tokens[c].BaseRelation == relation && (best < 0 || s.Subtree(c).Count > s.Subtree(best).Count))
                best = c;
        return best;
    }

    private static bool HasRoomForContent(Sentence s, int cue) => s.Child(cue, "obj") is var o and >= 0 && s.Tokens[o].Tag != PartOfSpeech.Pron && !AddresseeOf(s, cue, o);

    /// <summary>"told reporters": the object of telling is the listener.</summary>
    private static bool AddresseeOf(Sentence s, int cue, int thing) => s.Tokens[cue].Lemma is "tell" or "inform" or "remind" or "assure" or "ask" or "warn" or "notify";

    private static AttributionDraft Drafted(Sentence s, int cue, ReportingVerb use, Frame frame, int head, IEnumerable<int> content, HashSet<int>? cueClause = null)
    {
        var draft = new AttributionDraft(s, cue, use.Act, frame) { ContentHead = head };
        draft.Add(content);
        // "The bridge fell, police said, killing five": what comes of it hangs on the saying, and is told of the fall.
        if (frame == Frame.Clause && cueClause is null && content.Any())
            foreach (int c in s.Children(cue))
                if (c > cue + 1 && s.Tokens[c].BaseRelation == "advcl" && s.Tokens[c].FineTag == "VBG" && s.Tokens[c - 1].Form == "," && s.Child(c, "mark") < 0
                    && head >= 0 && head < cue && ReportingVerbs.WithClause(s.Tokens[c].Lemma) is null && s.Tokens[c].Lemma is not ("cite" or "speak" or "refer" or "quote" or "call" or "describe")
                    // "…, police said, raising the toll from 12": what the saying does, not what the crash did.
                    && !(s.Child(c, "obj") is var what and >= 0 && (Nouns.Sayings.Contains(s.Tokens[what].Lemma) || s.Tokens[what].Lemma is "toll" or "number" or "count" or "total" or "estimate" or "tally" or "forecast" or "outlook" or "denial" or "promise" or "pledge")))
                    draft.Add(s.Subtree(c));
        foreach (int t in cueClause ?? s.Subtree(cue).ToHashSet())
            if (!draft.Content.Contains(new TokenRef(s.Index, t)))
                draft.CueClause.Add(t);
        return draft;
    }

    /// <summary>Who does it: the verb's own subject, that of the verb it is coordinated with, or what a participle hangs on.</summary>
    internal static int Source(Sentence s, int cue)
    {
        int verb = cue;
        if (Adjacent(s, cue) is var beside and >= 0)
            return beside;
        for (int steps = 0; verb >= 0 && steps < 6; steps++)
        {
            if (s.OwnSubject(verb) is var subject and >= 0 && s.Tokens[subject].Relation != "nsubj:pass")
            {
                bool relative = s.Tokens[subject].Lower is "who" or "which" or "that";
                return relative && s.Tokens[verb].BaseRelation == "acl" ? s.Tokens[verb].Head : subject;
            }
            string relation = s.Tokens[verb].BaseRelation;
            int head = s.Tokens[verb].Head;
            if (relation == "acl")
                return s.Tokens[verb].FineTag == "VBG" || s.IsInfinitive(verb) ? head : -1;
            if (relation is not ("conj" or "xcomp" or "advcl" or "parataxis" or "ccomp" or "dep"))
                break;
            verb = head;
        }
        return Inverted(s, cue);
    }

    /// <summary>"…, Continental Wire reported": the name right before a verb without subject, behind a comma, is who does it, whatever the parser called it; −1 where none is.</summary>
    private static int Adjacent(Sentence s, int cue)
    {
        if (s.Tokens[cue].BaseRelation != "parataxis" || s.OwnSubject(cue) >= 0 || cue < 2 || s.Tokens[cue].FineTag is not ("VBD" or "VBZ" or "VBP"))
            return -1;
        int first = cue;
        while (first > 0 && s.Tokens[first - 1].Tag is PartOfSpeech.Propn or PartOfSpeech.Noun or PartOfSpeech.Adj or PartOfSpeech.Det or PartOfSpeech.Num)
            first--;
        return first < cue && first > 0 && s.Tokens[first - 1].Form == "," && s.Tokens[cue - 1].Tag is PartOfSpeech.Propn or PartOfSpeech.Noun && s.Tokens[cue - 1].Head == cue ? cue - 1 : -1;
    }

    /// <summary>"…, said Bree Solano": the name behind the verb, whatever the parser made of it.</summary>
    private static int Inverted(Sentence s, int cue)
    {
        foreach (int c in s.Children(cue))
            if (c > cue && c <= cue + 6 && s.Tokens[c].BaseRelation is "obj" or "iobj" or "obl" or "dep" or "nsubj" && s.Child(c, "case") < 0
                && s.Tokens[c].Tag is PartOfSpeech.Propn or PartOfSpeech.Noun or PartOfSpeech.Pron && ReportingVerbs.WithClause(s.Tokens[cue].Lemma) is not null
                && s.Tokens[cue].BaseRelation is "parataxis" or "root")
                return c;
        return -1;
    }

    private static bool IsNegatedBy(this Sentence s, int child) => s.Tokens[child].Lower is "not" or "n't" or "n’t" or "never";
}
