using System.Collections.Immutable;
using Attest.Engine.Model;
using Attest.Engine.Text;

namespace Attest.Engine.Extracting;

/// <summary>Takes a worded clause apart into what matching compares: predicate and arguments, the agent of a passive as its subject.</summary>
internal static class Propositions
{
    public static Proposition Of(ReportReading reading, Clause clause, Wording wording, bool positive = false)
    {
        var s = clause.Sentence;
        var kept = wording.Tokens.ToHashSet();
        bool passive = s.IsPassive(clause.Head);
        var arguments = ImmutableArray.CreateBuilder<Argument>();
        if (clause.Subject >= 0 && kept.Contains(clause.Subject))
            arguments.Add(Part(s, clause.Subject, kept, clause.Head, wording, passive || s.Tokens[clause.Subject].Relation == "nsubj:pass" ? ArgumentRole.Object : ArgumentRole.Subject));
        foreach (int c in s.Children(clause.Head))
        {
            if (c == clause.Subject || !kept.Contains(c))
                continue;
            ArgumentRole? role = s.Tokens[c].BaseRelation switch
            {
                "nsubj" => passive ? ArgumentRole.Object : ArgumentRole.Subject,
                "csubj" => ArgumentRole.Subject,
                "obj" => ArgumentRole.Object,
                "iobj" => ArgumentRole.Oblique,
                "obl" => passive && s.Preposition(c) == "by" && s.Tokens[c].Relation is "obl:agent" or "obl" && reading.TimesOf(s).All(t => !t.Span.Overlaps(s.Tokens[c].Span)) && s.Preposition(c) == "by"
                    ? ArgumentRole.Subject : ArgumentRole.Oblique,
                "xcomp" or "ccomp" => ArgumentRole.Complement,
                "advcl" or "advmod" or "acl" or "nmod" => ArgumentRole.Modifier,
                _ => null,
            };
            // "killed when an earthquake struck": a clause of time or reason narrows the event, whatever relation the parser gave it.
            if (role is ArgumentRole.Object or ArgumentRole.Complement && Narrows(s, c))
                role = ArgumentRole.Modifier;
            if (role is { } r)
                arguments.Add(Part(s, c, kept, clause.Head, wording, r));
        }
        if (s.Child(clause.Head, "cop") >= 0)
            arguments.Add(Part(s, clause.Head, [.. kept.Where(k => OwnPart(s, k, clause.Head))], -1, wording, ArgumentRole.Complement));
        var lemmas = Lemmas(s, wording.Tokens, wording);
        return new Proposition
        {
            Predicate = s.Tokens[clause.Head].Lemma,
            Negated = (!positive && ClauseFacts.IsAbsence(s, clause.Head)) ^ NegatesResult(s, clause.Head, kept),
            Arguments = arguments.ToImmutable(),
            Lemmas = lemmas,
            Names = Names(s, wording),
            Quantities = [.. reading.QuantitiesOf(s).Where(q => kept.Any(k => q.Span.Overlaps(s.Tokens[k].Span)))],
            Times = [.. reading.TimesOf(s).Where(t => kept.Any(k => t.Span.Overlaps(s.Tokens[k].Span)))],
        };
    }

    // "Found him not guilty", "ordered them not to speak": what is found or ordered is turned, and with it all that the clause says.
    private static bool NegatesResult(Sentence s, int head, HashSet<int> kept) =>
        kept.Any(t => s.Tokens[t].Lower is "not" or "n't" or "n’t" or "never" && s.Tokens[t].Head != head && LeadsTo(s, s.Tokens[t].Head, head));

    private static bool LeadsTo(Sentence s, int token, int head)
    {
        for (int steps = 0; token >= 0 && steps <= s.Tokens.Length; steps++)
        {
            if (token == head)
                return true;
            if (s.Tokens[token].BaseRelation is not ("xcomp" or "ccomp" or "obj" or "amod"))
                return false;
            token = s.Tokens[token].Head;
        }
        return false;
    }

    private static bool Narrows(Sentence s, int clause) =>
        s.Tokens[clause].Tag is PartOfSpeech.Verb or PartOfSpeech.Aux
        && s.Children(clause).Any(c => c < clause && s.Tokens[c].Lower is "when" or "while" or "after" or "before" or "since" or "until" or "because" or "although" or "though");

    /// <summary>Whether a word belongs to the complement of a copula itself, not to the clause around it.</summary>
    private static bool OwnPart(Sentence s, int token, int head)
    {
        if (token == head)
            return true;
        int t = token;
        for (int steps = 0; t >= 0 && s.Tokens[t].Head != head && steps <= s.Tokens.Length; steps++)
            t = s.Tokens[t].Head;
        return t >= 0 && s.Tokens[t].BaseRelation is "amod" or "compound" or "det" or "nmod" or "nummod" or "flat" or "acl" or "conj";
    }

    private static Argument Part(Sentence s, int head, HashSet<int> kept, int clauseHead, Wording wording, ArgumentRole role)
    {
        List<int> words = [.. s.Subtree(head).Where(t => kept.Contains(t) && t != clauseHead)];
        var text = new System.Text.StringBuilder();
        foreach (int w in words)
        {
            if (s.Tokens[w].BaseRelation is "case" or "mark" && s.Tokens[w].Head == head || s.IsPunctuation(w))
                continue;
            text.Append(text.Length > 0 && s.Tokens[w].Form[0] is not ('\'' or '’') ? " " : "").Append(wording.Referents.TryGetValue(w, out var r) ? r.Text : s.Tokens[w].Form);
        }
        wording.Referents.TryGetValue(head, out var referent);
        string? name = referent?.Name ?? (s.Tokens[head].Tag == PartOfSpeech.Propn ? Mention.Read(s, head).Name : null);
        string lemma = referent is { Lemmas.Length: > 0 } ? referent.Lemmas[^1] : s.Tokens[head].Lemma;
        return new Argument(role, lemma, s.Preposition(head), text.ToString(), Lemmas(s, words, wording), name);
    }

    private static ImmutableArray<string> Lemmas(Sentence s, IEnumerable<int> words, Wording wording)
    {
        var lemmas = ImmutableArray.CreateBuilder<string>();
        foreach (int w in words)
        {
            if (wording.Referents.TryGetValue(w, out var referent))
                lemmas.AddRange(referent.Lemmas);
            else if (s.Tokens[w].Tag is PartOfSpeech.Noun or PartOfSpeech.Propn or PartOfSpeech.Verb or PartOfSpeech.Adj or PartOfSpeech.Num or PartOfSpeech.Adv
                && s.Tokens[w].Lower is not ("not" or "n't" or "n’t" or "also" or "very" or "then" or "there" or "so" or "just" or "only"))
                lemmas.Add(s.Tokens[w].Lemma);
        }
        return lemmas.ToImmutable();
    }

    private static ImmutableArray<string> Names(Sentence s, Wording wording)
    {
        var names = new List<string>();
        foreach (int w in wording.Tokens)
            if (wording.Referents.TryGetValue(w, out var referent))
            {
                if (referent.Name is { } full)
                    names.Add(full);
            }
            else if (s.Tokens[w].Tag == PartOfSpeech.Propn && s.Names.FirstOrDefault(n => n.First <= w && w < n.End) is { } name && name.First == w)
                names.Add(name.Text);
        return [.. names.Distinct(StringComparer.Ordinal)];
    }
}
