using System.Collections.Frozen;

namespace Attest.Engine.Text;

/// <summary>
/// News sets the saying behind or within what is said ("…, state inspectors said.", "…,” said Una Bassett, “…"), and a dateline before
/// it. The treebanks hold little of this, and a greedy parser that meets it hangs half of the sentence on the wrong side. So such a
/// sentence is read in parts: what is said by itself, the saying by itself, then the saying is hung on the former as parataxis.
/// </summary>
internal static class ReportedSpeech
{
    private const int LongestSource = 22;

    private static readonly FrozenSet<string> Verbs = FrozenSet.ToFrozenSet(
        ["say", "tell", "add", "report", "announce", "confirm", "write", "note", "warn", "claim", "show", "explain", "state", "tweet", "argue", "insist", "acknowledge", "admit", "suggest", "reply",
            "recall", "continue", "predict", "estimate", "learn", "find", "allege", "testify", "indicate", "concede", "declare", "conclude", "post", "joke", "stress", "observe", "believe", "think", "remark", "see", "witness"],
        StringComparer.Ordinal);

    /// <summary>The parts of a sentence that are to be read by themselves, as indices of tokens; null where it is to be read whole.</summary>
    /// <param name="s">The sentence with its tags; its syntax is not asked for.</param>
    /// <param name="dateline">Number of its first tokens that are a dateline.</param>
    public static Parts? Divide(Sentence s, int dateline)
    {
        var breaks = Breaks(s, dateline);
        if (Announced(s, dateline) is { } announced)
            return announced;
        for (int k = breaks.Count - 1; k >= 0; k--)
        {
            int start = breaks[k] + 1;
            while (start < s.Tokens.Length && IsMark(s.Tokens[start].Form))
                start++;
            int verb = SayingVerb(s, start);
            if (verb < 0)
                continue;
            bool inverted = verb == start || verb == start + 1 && s.Tokens[start].Tag == PartOfSpeech.Aux;
            int first = start;
            if (inverted && !IsSource(s, verb + 1))
            {
                first = Apposed(s, breaks, k, dateline);
                if (first < 0)
                    continue;
            }
            int end = End(s, verb);
            if (end < 0 || !SaysSomething(s, dateline, first - 1) || end < s.Tokens.Length - 1 && HasContentBehind(s, verb, end))
                continue;
            return new Parts(dateline, first, end, verb);
        }
        return Leading(s, dateline) ?? (dateline > 0 ? new Parts(dateline, -1, -1, -1) : null);
    }

    /// <summary>Reads the parts by themselves and joins them; they leave something to be said.</summary>
    public static Sentence Join(Sentence whole, Parts parts, Func<List<int>, Sentence> read)
    {
        int n = whole.Tokens.Length;
        var said = new List<int>();
        var saying = new List<int>();
        for (int i = parts.Dateline; i < n; i++)
            if (i != parts.Mark)
                (parts.First >= 0 && i >= parts.First && i < parts.End ? saying : said).Add(i);
        var tokens = whole.Tokens.ToArray();
        int root = Place(read(said), said, tokens);
        if (saying.Count > 0)
        {
            int first = Place(read(saying), saying, tokens);
            // A saying by itself is short of a verb more often than the sentence was: "posts on social media claim".
            if (parts.Verb >= 0 && tokens[parts.Verb].Tag != PartOfSpeech.Verb)
                tokens[parts.Verb] = tokens[parts.Verb] with { Tag = PartOfSpeech.Verb, FineTag = whole.Tokens[parts.Verb].FineTag, Lemma = whole.Tokens[parts.Verb].Lemma };
            int verb = Led(tokens, first, parts);
            // "X said that P" keeps its order: the saying governs.
            bool governs = parts.Mark >= 0 || parts.First == parts.Dateline && parts.End < n && tokens[parts.End - 1].Form != ":";
            int top = governs ? verb : root, hung = governs ? root : verb;
            Hang(tokens, hung, top, governs ? "ccomp" : "parataxis");
            if (parts.Mark >= 0)
                Hang(tokens, parts.Mark, root, "mark");
            root = top;
        }
        for (int i = 0; i < parts.Dateline; i++)
            Hang(tokens, i, root, tokens[i].Tag == PartOfSpeech.Punct ? "punct" : "dep");
        // Not "with": the children are made from the words that a sentence is created with.
        return new Sentence(whole.Index, whole.Paragraph, whole.Span, [.. tokens], whole.Names);
    }

    /// <summary>Makes the verb of saying head its part, and a bare nominal behind it its subject.</summary>
    private static int Led(Token[] tokens, int root, Parts parts)
    {
        int verb = parts.Verb;
        if (verb < 0)
            return root;
        if (root != verb)
        {
            // What hung between the old root and the verb goes with the old root.
            Hang(tokens, verb, -1, "root");
            Hang(tokens, root, verb, tokens[root].Tag is PartOfSpeech.Verb or PartOfSpeech.Adv ? "advcl" : "nsubj");
        }
        for (int t = verb + 2; t < parts.End; t++)
            if (tokens[t].Head == verb && tokens[t].FineTag == "VBG" && tokens[t].BaseRelation is "ccomp" or "xcomp")
                Hang(tokens, t, verb, "advcl");
        bool subject = Enumerable.Range(parts.First, parts.End - parts.First).Any(t => tokens[t].Head == verb && tokens[t].BaseRelation == "nsubj");
        for (int t = parts.First; t < verb && !subject; t++)
            if (tokens[t].Head == verb && tokens[t].BaseRelation is "ccomp" or "advcl" && Enumerable.Range(parts.First, t - parts.First).LastOrDefault(c => tokens[c].Head == t && tokens[c].BaseRelation == "nsubj", -1) is var mine and >= 0)
            {
                Hang(tokens, mine, verb, "nsubj");
                subject = true;
            }
        // "Two people familiar with the matter said": what stands between subject and verb narrows the subject.
        int source = Enumerable.Range(parts.First, Math.Max(0, verb - parts.First)).FirstOrDefault(t => tokens[t].Head == verb && tokens[t].BaseRelation == "nsubj", -1);
        for (int t = source + 1; source >= 0 && t < verb; t++)
            if (tokens[t].Head == verb && tokens[t].BaseRelation is "ccomp" or "xcomp" or "advcl")
                Hang(tokens, t, source, "acl");
        subject = subject || SubjectBefore(tokens, verb, parts);
        OneSubject(tokens, verb, parts);
        for (int t = verb + 1; t < parts.End && !subject; t++)
            if (tokens[t].Head == verb && tokens[t].Tag is PartOfSpeech.Propn or PartOfSpeech.Noun or PartOfSpeech.Pron && tokens[verb].Lemma is not "tell"
                && !Enumerable.Range(parts.First, parts.End - parts.First).Any(c => tokens[c].Head == t && tokens[c].BaseRelation == "case"))
            {
                Hang(tokens, t, verb, "nsubj");
                subject = true;
            }
        return verb;
    }

    /// <summary>"Sporting director Jan Welk told …": whatever the parser made of it, the nominal right before the verb is its subject.</summary>
    private static bool SubjectBefore(Token[] tokens, int verb, Parts parts)
    {
        int last = verb - 1;
        while (last >= parts.First && tokens[last].Tag is PartOfSpeech.Adv or PartOfSpeech.Aux or PartOfSpeech.Punct)
            last--;
        if (last < parts.First || tokens[last].Tag is not (PartOfSpeech.Noun or PartOfSpeech.Propn or PartOfSpeech.Pron))
            return false;
        int top = last;
        while (tokens[top].Head >= parts.First && tokens[top].Head < verb && tokens[tokens[top].Head].Tag is PartOfSpeech.Noun or PartOfSpeech.Propn)
            top = tokens[top].Head;
        int above = tokens[top].Head;
        Hang(tokens, top, verb, "nsubj");
        // What the nominal hung on, a word before its name, goes with it.
        if (above >= parts.First && above < verb)
            Hang(tokens, above, top, "amod");
        for (int t = parts.First; t < verb; t++)
            if (t != top && t != above && (tokens[t].Head == verb || tokens[t].Head == above && above >= 0 && above < verb) && tokens[t].Tag is PartOfSpeech.Noun or PartOfSpeech.Propn or PartOfSpeech.Adj or PartOfSpeech.Det or PartOfSpeech.Verb)
                Hang(tokens, t, top, tokens[t].Tag == PartOfSpeech.Det ? "det" : "compound");
        return true;
    }

    /// <summary>"A person familiar with the deal said", "the rail operator Northrail said": of several nominals before the verb one is the subject, and the others belong to it.</summary>
    private static void OneSubject(Token[] tokens, int verb, Parts parts)
    {
        int source = -1;
        for (int t = parts.First; t < verb && source < 0; t++)
            if (tokens[t].Head == verb && tokens[t].BaseRelation == "nsubj")
                source = t;
        if (source < 0)
            return;
        for (int t = parts.First; t < source; t++)
        {
            if (tokens[t].Head != verb || tokens[t].Tag is not (PartOfSpeech.Noun or PartOfSpeech.Propn) || Enumerable.Range(t, source - t).Any(c => tokens[c].Form == ","))
                continue;
            int between = Enumerable.Range(t + 1, source - t - 1).LastOrDefault(c => tokens[c].Tag == PartOfSpeech.Adp, -1);
            if (between < 0)
            {
                Hang(tokens, t, source, "compound");
                continue;
            }
            Hang(tokens, t, verb, "nsubj");
            Hang(tokens, source, t, "nmod");
            Hang(tokens, between, source, "case");
            source = t;
            break;
        }
        for (int t = source + 1; t < verb; t++)
            if (tokens[t].Head == verb && tokens[t].BaseRelation == "nsubj")
            {
                int preposition = Enumerable.Range(source + 1, t - source - 1).LastOrDefault(c => tokens[c].Head == verb && tokens[c].Tag == PartOfSpeech.Adp, -1);
                Hang(tokens, t, source, "nmod");
                if (preposition >= 0)
                    Hang(tokens, preposition, t, "case");
            }
    }

    private static void Hang(Token[] tokens, int t, int head, string relation) => tokens[t] = tokens[t].Hung(head, relation);

    private static int Place(Sentence part, List<int> at, Token[] tokens)
    {
        int root = -1;
        for (int i = 0; i < at.Count; i++)
        {
            var t = part.Tokens[i];
            if (t.Head < 0)
                root = at[i];
            tokens[at[i]] = new Token(t.Span, t.Form, t.Lower, t.Lemma, t.Tag, t.FineTag, t.Head < 0 ? -1 : at[t.Head], t.Relation);
        }
        return root;
    }

    /// <summary>"Governor Amos Tarrant told reporters: “…”": the saying stands before a colon and a quotation mark.</summary>
    private static Parts? Announced(Sentence s, int dateline)
    {
        for (int i = dateline + 2; i + 2 < s.Tokens.Length; i++)
            if (s.Tokens[i].Form == ":" && s.Tokens[i + 1].Form is "“" or "\"" && Enumerable.Range(dateline, i - dateline).LastOrDefault(t => IsSaying(s, t), -1) is var verb and >= 0)
                return new Parts(dateline, dateline, i + 1, verb);
        return null;
    }

    /// <summary>"Carrow Coal spokeswoman Delia Munro said (that) P": a nominal and the verb begin the sentence, and a clause follows.</summary>
    private static Parts? Leading(Sentence s, int dateline)
    {
        int verb = SayingVerb(s, dateline);
        if (verb <= dateline || verb + 2 >= s.Tokens.Length || s.Tokens[verb].FineTag == "VBN")
            return null;
        int clause = verb + 1, mark = -1;
        for (int t = verb + 1; t < s.Tokens.Length && t <= verb + 10; t++)
        {
            if (s.Tokens[t].Lower == "that" && s.Tokens[t].FineTag is not "DT")
            {
                mark = t;
                clause = t + 1;
                break;
            }
            if (s.Tokens[t].Tag is PartOfSpeech.Verb or PartOfSpeech.Aux or PartOfSpeech.Punct or PartOfSpeech.Sconj || s.Tokens[t].FineTag is "WP" or "WRB" or "WDT")
                break;
        }
        if (mark < 0 && (s.Tokens[verb].Lemma is not ("say" or "add" or "believe" or "think" or "claim" or "insist" or "argue" or "warn") || !IsSource(s, clause) && s.Tokens[clause].Tag is not PartOfSpeech.Pron))
            return null;
        bool finite = Enumerable.Range(clause, s.Tokens.Length - clause).Any(t => s.Tokens[t].FineTag is "VBD" or "VBZ" or "VBP" or "MD");
        return finite && clause + 1 < s.Tokens.Length ? new Parts(dateline, dateline, mark >= 0 ? mark : clause, verb, mark) : null;
    }

    private static List<int> Breaks(Sentence s, int from)
    {
        var breaks = new List<int>();
        for (int i = from + 2; i < s.Tokens.Length - 1; i++)
            if (s.Tokens[i].Form is "," or "?" or "!" or "—" or "–" or "…" or "...")
                breaks.Add(i);
        return breaks;
    }

    private static bool IsMark(string form) => form is "”" or "\"" or "’" or "'" or "''" or "»";

    private static bool IsSaying(Sentence s, int t) => s.Tokens[t].FineTag is "VBD" or "VBZ" or "VBP" && Verbs.Contains(s.Tokens[t].Lemma)
        || s.Tokens[t].FineTag == "VBN" && Verbs.Contains(s.Tokens[t].Lemma) && t > 0 && s.Tokens[t - 1].Lower is "has" or "have" or "had" or "also";

    /// <summary>The verb of saying that a stretch begins with, or reaches over nothing but a nominal; −1 where there is none.</summary>
    private static int SayingVerb(Sentence s, int start)
    {
        for (int t = start; t < s.Tokens.Length && t - start <= LongestSource; t++)
        {
            if (IsSaying(s, t))
                return t;
            var token = s.Tokens[t];
            bool nominal = token.Tag is PartOfSpeech.Det or PartOfSpeech.Adj or PartOfSpeech.Noun or PartOfSpeech.Propn or PartOfSpeech.Num or PartOfSpeech.Part or PartOfSpeech.Aux
                or PartOfSpeech.Adv or PartOfSpeech.X || token.Tag == PartOfSpeech.Cconj && t > start
                || token.Tag == PartOfSpeech.Pron && token.Lower is "he" or "she" or "they" or "it" or "his" or "her" or "their" or "its" or "one" or "some" or "who" && (t > start || token.Lower is not "who")
                || token.Tag == PartOfSpeech.Adp && t > start && (token.Lower is "of" or "for" or "in" or "at" or "with" or "from" or "on" or "by" || token.Lower == "to" && s.Tokens[t - 1].Lower == "close")
                // "figures seen by the Post show"
                || token.FineTag == "VBN" && t > start && s.Tokens[t - 1].Tag is PartOfSpeech.Noun or PartOfSpeech.Propn && t + 1 < s.Tokens.Length && s.Tokens[t + 1].Lower == "by"
                // "sporting director Jan Welk"
                || token.FineTag == "VBG" && t + 1 < s.Tokens.Length && s.Tokens[t + 1].Tag is PartOfSpeech.Noun or PartOfSpeech.Propn;
            if (!nominal || token.Tag == PartOfSpeech.Aux && token.FineTag is not ("VBZ" or "VBP" or "VBD") || token.Tag == PartOfSpeech.Punct)
                return -1;
        }
        return -1;
    }

    /// <summary>Whether a nominal that can speak begins here ("said Una Bassett").</summary>
    private static bool IsSource(Sentence s, int t) =>
        t < s.Tokens.Length && (s.Tokens[t].Tag is PartOfSpeech.Propn or PartOfSpeech.Noun or PartOfSpeech.Num or PartOfSpeech.Adj
            || s.Tokens[t].Tag == PartOfSpeech.Det && s.Tokens[t].Lower is not ("that" or "this") || s.Tokens[t].Tag == PartOfSpeech.Pron && s.Tokens[t].Lower is "he" or "she" or "one" or "his" or "her")
        && s.Tokens[t - 1].Lemma is not ("tell" or "show");

    /// <summary>"…, the hospital's director, Una Bassett, told the Herald": where the nominals before the verb begin.</summary>
    private static int Apposed(Sentence s, List<int> breaks, int k, int dateline)
    {
        int first = -1;
        for (int back = k - 1; back >= 0 && back >= k - 3; back--)
        {
            int start = breaks[back] + 1;
            while (start < breaks[back + 1] && IsMark(s.Tokens[start].Form))
                start++;
            for (int t = start; t < breaks[back + 1]; t++)
                if (s.Tokens[t].Tag is PartOfSpeech.Verb or PartOfSpeech.Aux or PartOfSpeech.Sconj || t == start && s.Tokens[t].Tag is PartOfSpeech.Adp or PartOfSpeech.Cconj or PartOfSpeech.Adv)
                    return first;
            if (start >= breaks[back + 1] || start <= dateline)
                return first;
            first = start;
            if (k - back >= 2)
                return first;
        }
        return first;
    }

    /// <summary>Where the saying ends: at the sentence's end or the next comma; −1 where another finite verb follows, which then is what is said.</summary>
    private static int End(Sentence s, int verb)
    {
        int stop = s.Tokens.Length - 1;
        for (int t = verb + 1; t < s.Tokens.Length; t++)
        {
            if (s.Tokens[t].Form is "," or ":" or ";" or "“" or "." or "—" && t < stop)
            {
                return s.Tokens[t].Form == "," ? Closing(s, t, stop) : t;
            }
            if (s.Tokens[t].FineTag is "VBD" or "VBZ" or "VBP" or "MD" || s.Tokens[t].Tag == PartOfSpeech.Sconj && s.Tokens[t].Lower == "that" || s.Tokens[t].Form == ":")
                return -1;
        }
        return s.Tokens[stop].Tag == PartOfSpeech.Punct ? stop : s.Tokens.Length;
    }

    /// <summary>Behind a final saying only what hangs on it follows: participles, relative clauses, appositions.</summary>
    private static int Closing(Sentence s, int comma, int stop)
    {
        int next = comma + 1;
        bool finite = Enumerable.Range(next, s.Tokens.Length - next).Any(t => s.Tokens[t].FineTag is "VBD" or "VBZ" or "VBP" or "MD");
        bool hangs = next < s.Tokens.Length && (s.Tokens[next].FineTag is "VBG" or "WP" or "WDT" || !finite && s.Tokens[next].Tag is PartOfSpeech.Det or PartOfSpeech.Propn or PartOfSpeech.Noun or PartOfSpeech.Adp);
        return hangs ? (s.Tokens[stop].Tag == PartOfSpeech.Punct ? stop : s.Tokens.Length) : comma;
    }

    private static bool SaysSomething(Sentence s, int from, int to)
    {
        for (int t = from; t < to; t++)
            if (s.Tokens[t].FineTag is "VBD" or "VBZ" or "VBP" or "MD")
                return true;
        return to - from > 2 && Enumerable.Range(from, to - from).Any(t => IsMark(s.Tokens[t].Form));
    }

    /// <summary>"On Tuesday, she said it, …": what follows a medial saying must go on with the clause before.</summary>
    private static bool HasContentBehind(Sentence s, int verb, int end) => end == verb + 1 && s.Tokens[end].Form == ":";

    /// <summary>How a sentence is divided.</summary>
    /// <param name="Dateline">Number of first tokens that are a dateline.</param>
    /// <param name="First">First token of the saying; −1 where there is none.</param>
    /// <param name="End">After the saying's last token.</param>
    /// <param name="Verb">The verb of saying.</param>
    /// <param name="Mark">The "that" between saying and said; −1 where there is none.</param>
    internal readonly record struct Parts(int Dateline, int First, int End, int Verb, int Mark = -1)
    {
        /// <summary>Whether anything is left of so many tokens beside dateline, saying and "that": what is said.</summary>
        public bool LeaveSomething(int count)
        {
            for (int i = Dateline; i < count; i++)
                if (i != Mark && (First < 0 || i < First || i >= End))
                    return true;
            return false;
        }
    }
}
