using System.Collections.Immutable;
using Attest.Engine.Text;

namespace Attest.Engine.Extracting;

/// <summary>
/// Takes a sentence apart into clauses that may assert something: its main clause, what is attributed in it, what is coordinated
/// with these or loosely joined, relative clauses behind a comma, and clauses with "after", "while", "although". Each word belongs
/// to the nearest of them above it in the tree.
/// </summary>
internal sealed class Clauses
{
    private readonly ReportReading reading;
    private readonly Sentence s;
    private readonly SortedDictionary<int, (ClauseRole Role, int From)> heads = [];
    private int[]? owners;

    private Clauses(ReportReading reading, Sentence sentence)
    {
        this.reading = reading;
        s = sentence;
    }

    public static ImmutableArray<Clause> Of(ReportReading reading, Sentence sentence)
    {
        var clauses = new Clauses(reading, sentence);
        if (sentence.Root < 0)
            return [];
        foreach (var a in reading.CuedIn(sentence.Index))
            if (a.ContentHead >= 0 && a.Frame is Frame.Clause && a.ContentHead != sentence.Root)
                clauses.Walk(a.ContentHead, ClauseRole.Content, -1);
        clauses.Walk(sentence.Root, ClauseRole.Main, -1);
        return [.. clauses.heads.Select(h => clauses.Build(h.Key, h.Value.Role, h.Value.From)).OfType<Clause>()];
    }

    private void Walk(int head, ClauseRole role, int from)
    {
        if (heads.ContainsKey(head))
            return;
        if (s.IsPredicate(head))
            heads[head] = (role, from);
        foreach (int c in s.Children(head))
        {
            if (!s.IsPredicate(c) || s.IsInfinitive(c))
                continue;
            switch (s.Tokens[c].Relation)
            {
                case "conj" when heads.ContainsKey(head) && SameForm(head, c):
                    Walk(c, ClauseRole.Coordinate, head);
                    break;
                case "parataxis" when s.IsFinite(c) && s.OwnSubject(c) >= 0:
                    Walk(c, ClauseRole.Loose, -1);
                    break;
                case "advcl" or "dep" when s.IsFinite(c) && s.OwnSubject(c) >= 0 && (Mark(c) is "after" or "while" or "whereas" or "although" or "though" || Mark(c) == "as" && BehindComma(c)):
                    Walk(c, ClauseRole.Adjoined, -1);
                    break;
                default:
                    break;
            }
        }
        foreach (int noun in Nominals(head))
            foreach (int c in s.Children(noun))
                if (s.Tokens[c].BaseRelation == "acl" && IsAside(c))
                    Walk(c, ClauseRole.Relative, noun);
    }

    /// <summary>A second verb without subject and tense of its own goes on with the first only where the first's auxiliary fits it.</summary>
    private bool SameForm(int first, int second) =>
        s.OwnSubject(second) >= 0 || s.IsFinite(second) || s.Tokens[first].FineTag == s.Tokens[second].FineTag && s.Tokens[second].Tag == PartOfSpeech.Verb;

    private IEnumerable<int> Nominals(int head)
    {
        foreach (int c in s.Children(head))
            if (s.Tokens[c].BaseRelation is "nsubj" or "obj" or "obl")
            {
                yield return c;
                foreach (int d in s.Children(c))
                    if (s.Tokens[d].BaseRelation is "appos" or "nmod" or "conj")
                        yield return d;
            }
    }

    /// <summary>A relative clause behind a comma tells something of its own; one without narrows its noun and stays.</summary>
    private bool IsAside(int relative)
    {
        int subject = s.OwnSubject(relative);
        if (subject < 0 || s.Tokens[subject].Lower is not ("who" or "which") || !s.IsFinite(relative))
            return false;
        int first = s.Subtree(relative).FirstOrDefault(t => !s.IsPunctuation(t));
        return first == subject && subject > 0 && s.Tokens[subject - 1].Form == ",";
    }

    /// <summary>"…, as dozens are still missing": behind a comma it tells what is so; without one it may only compare.</summary>
    private bool BehindComma(int head) => s.Subtree(head)[0] is var first and > 0 && (s.Tokens[first - 1].Form == "," || s.Tokens[first].Form == ",");

    private string Mark(int head) => s.Child(head, "mark") is var m and >= 0 ? s.Tokens[m].Lower : "";

    private Clause? Build(int head, ClauseRole role, int from)
    {
        int because = Because(head);
        var cut = new HashSet<int>();
        foreach (var a in reading.CuedIn(s.Index))
        {
            bool content = a.ContentTokens.BinarySearch(new TokenRef(s.Index, head)) >= 0;
            // "…, writing on Twitter that P": the saying goes with what is said.
            bool aside = a.CueHead.Token != head && a.ContentHead >= 0 && a.Frame == Frame.Clause && s.Tokens[a.CueHead.Token].FineTag == "VBG"
                && s.Tokens[a.CueHead.Token].BaseRelation is "advcl" && Owner(a.CueHead.Token) == head;
            if (content || aside)
                cut.UnionWith(a.CueClause.Where(t => t.Sentence == s.Index).Select(t => t.Token));
        }
        bool brackets = s.Tokens.Any(t => t.Form is "(" or "[");
        var words = new List<int>();
        for (int t = 0; t < s.Tokens.Length; t++)
            if (Owner(t) == head && !cut.Contains(t) && !reading.IsCut(s, t) && !(brackets && InBrackets(t, head)))
                words.Add(t);
        int subject = s.OwnSubject(head);
        var lent = new List<int>();
        if (role == ClauseRole.Relative)
        {
            from = Antecedent(subject, from);
            words.Remove(subject);
            subject = from;
            lent.AddRange(SourceNominal.Of(s, from).Where(t => Owner(t) != head));
        }
        else if (subject < 0 && role == ClauseRole.Coordinate)
            subject = Borrow(head, from, lent);
        Trim(words, head);
        // "plan to strike after talks over pay broke down": what begins in the middle of a phrase shares no subject with the verb before.
        if (lent.Count > 0 && role == ClauseRole.Coordinate && s.Child(head, "cc") < 0 && words.Count > 0 && s.Tokens[words[0]].Tag is PartOfSpeech.Adp or PartOfSpeech.Noun or PartOfSpeech.Propn or PartOfSpeech.Det)
            return null;
        return words.Count == 0 || !words.Contains(head) ? null : new Clause(s, head, role, subject, [.. words], [.. lent], because);
    }

    /// <summary>"The footsteps of Anna Lund, who served for nine years": a person is meant, the last one named before.</summary>
    private int Antecedent(int pronoun, int noun)
    {
        if (pronoun < 2 || s.Tokens[pronoun].Lower != "who" || s.Tokens[noun].Tag == PartOfSpeech.Propn || Nouns.Persons.Contains(s.Tokens[noun].Lemma) || s.Tokens[noun].FineTag == "NNS" && s.Tokens[noun].Lemma is "people" or "person")
            return noun;
        foreach (int c in s.Children(noun))
            if (c > noun && s.Tokens[c].BaseRelation == "nmod" && s.Tokens[c].Tag == PartOfSpeech.Propn && s.Subtree(c).Contains(pronoun - 2))
                return c;
        return noun;
    }

    /// <summary>The subject of the verb that this one is coordinated with, and its auxiliaries where this one has none.</summary>
    private int Borrow(int head, int from, List<int> lent)
    {
        int first = from;
        while (s.OwnSubject(first) < 0 && heads.TryGetValue(first, out var above) && above.From >= 0 && above.Role == ClauseRole.Coordinate)
            first = above.From;
        int subject = s.OwnSubject(first);
        if (subject < 0 || s.Tokens[subject].Lower is "who" or "which" or "that" && s.Tokens[subject].Tag == PartOfSpeech.Pron)
            return -1;
        lent.AddRange(s.Subtree(subject).Where(t => Owner(t) == first && !reading.IsCut(s, t)));
        // What opens an apposition is closed again.
        if (s.Child(subject, "appos") >= 0 && lent.Count > 0 && lent[^1] + 1 is var closing && closing < s.Tokens.Length && s.Tokens[closing].Form == "," && lent.Count(t => s.Tokens[t].Form == ",") % 2 == 1)
            lent.Add(closing);
        // "was convicted and sentenced": without an object of its own the second goes on in the passive, whatever tag its form got.
        bool passive = s.IsPassive(first) && s.Tokens[head].FineTag == "VBD" && s.Child(head, "obj") < 0 && s.Child(head, "aux") < 0 && s.Child(head, "xcomp") < 0 && s.Child(head, "ccomp") < 0;
        if (!s.IsFinite(head) || passive)
            lent.AddRange(s.Children(first).Where(c => s.Tokens[c].BaseRelation is "aux" or "cop" && c < first && s.Tokens[c].Lower != "to"));
        return subject;
    }

    /// <summary>The nearest clause head above a word. Asked once all heads are known.</summary>
    private int Owner(int token) => (owners ??= [.. Enumerable.Range(0, s.Tokens.Length).Select(OwnerOf)])[token];

    private int OwnerOf(int token)
    {
        int t = token;
        for (int steps = 0; t >= 0 && steps <= s.Tokens.Length; t = s.Tokens[t].Head, steps++)
            if (heads.ContainsKey(t) && !IsSaidBy(t, token))
                return t;
        return -1;
    }

    /// <summary>Whether a word that hangs on a saying is part of what is said by it ("…, police said, killing five").</summary>
    private bool IsSaidBy(int saying, int token)
    {
        var at = new TokenRef(s.Index, token);
        foreach (var a in reading.CuedBy(s, saying))
            if (a.Frame == Frame.Clause && a.ContentTokens.BinarySearch(at) >= 0)
                return true;
        return false;
    }

    /// <summary>A because-clause, or a phrase with "because of", "due to", "thanks to", "owing to" (R11).</summary>
    private int Because(int head)
    {
        foreach (int c in s.Children(head))
        {
            string relation = s.Tokens[c].BaseRelation;
            if (relation == "advcl" && Mark(c) == "because" || relation is "obl" or "advmod" or "advcl" or "nmod" && s.Preposition(c) is "because of" or "due to" or "thanks to" or "owing to" or "because" or "due")
                return c;
        }
        return -1;
    }

    /// <summary>Takes away what only joins the clause to others: conjunctions, "that", commas, "however".</summary>
    private void Trim(List<int> words, int head)
    {
        while (words.Count > 0 && words[0] != head && Joins(words, words[0], head))
            words.RemoveAt(0);
        while (words.Count > 0 && words[^1] != head && (s.IsPunctuation(words[^1]) && s.Tokens[words[^1]].Form is not (")" or "%") || s.Tokens[words[^1]].Tag is PartOfSpeech.Cconj or PartOfSpeech.Sconj))
            words.RemoveAt(words.Count - 1);
    }

    private bool Joins(List<int> words, int token, int head)
    {
        var t = s.Tokens[token];
        if (s.IsPunctuation(token) && t.Form is not ("“" or "\"" or "$") || t.BaseRelation is "cc" or "discourse" || t.Tag == PartOfSpeech.Intj || t.Lower == "that" && t.FineTag == "IN")
            return true;
        if (t.BaseRelation == "mark" && t.Head == head)
            return true;
        // "Contrary to earlier reports, no shots were fired": the phrase says nothing of what was.
        if (s.Tokens[0].Lower == "contrary" && (token == 0 || s.Below(token, 0)))
            return true;
        bool comma = words.Count > 1 && s.Tokens[words[1]].Form == ",";
        return t.BaseRelation == "advmod" && comma && t.Head == head && t.Lower is "however" or "meanwhile" or "also" or "still" or "then" or "instead" or "moreover" or "furthermore"
            or "additionally" or "nevertheless" or "nonetheless" or "therefore" or "thus" or "so" or "yet" or "separately" or "indeed" or "earlier" or "later" or "now" or "besides" or "finally";
    }

    private bool InBrackets(int token, int head)
    {
        int depth = 0;
        bool headInside = false, inside = false;
        for (int t = 0; t < s.Tokens.Length; t++)
        {
            if (s.Tokens[t].Form is "(" or "[")
                depth++;
            if (depth > 0 && t == token)
                inside = true;
            if (depth > 0 && t == head)
                headInside = true;
            if (s.Tokens[t].Form is ")" or "]")
                depth = Math.Max(0, depth - 1);
        }
        return inside && !headInside && depth == 0;
    }
}
