using System.Collections.Immutable;
using Attest.Engine.Model;
using Attest.Engine.Text;

namespace Attest.Engine.Extracting;

/// <summary>What to put for one word, or that the word cannot be resolved.</summary>
/// <param name="Text">The words to put; null where unresolved.</param>
/// <param name="Covers">The words they replace.</param>
/// <param name="Referent">What they name, where they name something.</param>
internal sealed record Put(string? Text, ImmutableArray<int> Covers, Referent? Referent = null)
{
    public static readonly Put Nothing = new(null, []);

    public bool Unresolved => Text is null;
}

/// <summary>Decides for each word of one clause whether it stands alone, and what stands in for it where it does not.</summary>
internal sealed class Substitution(ReportReading reading, Sentence s, HashSet<int> kept, Clause? clause, IReadOnlyList<Attribution> around)
{
    private readonly HashSet<string> named = new(StringComparer.Ordinal);

    /// <summary>What to put for a word; null where it stands as it is.</summary>
    public Put? For(int t)
    {
        var token = s.Tokens[t];
        if (OwnFigure(t) is { } owned)
            return owned;
        switch (token.Tag)
        {
            case PartOfSpeech.Adj when token.BaseRelation is "nsubj" && token.Lower is "other" or "latter" or "former" or "first" or "second" or "same" or "others":
                return Put.Nothing;
            case PartOfSpeech.Pron or PartOfSpeech.Det when token.BaseRelation is not "expl":
                return Pronoun(t);
            case PartOfSpeech.Noun:
                return Definite(t);
            case PartOfSpeech.Propn:
                return ShortName(t);
            case PartOfSpeech.Num when token.BaseRelation == "nsubj":
                return BareNumber(t);
            case PartOfSpeech.Verb when Gapped(t) is { } passive:
                return passive;
            case PartOfSpeech.Verb or PartOfSpeech.Aux:
                return Agreed(t) ?? Unclipped(t);
            default:
                return null;
        }
    }

    /// <summary>"Net profit fell" in a company's own release is its net profit.</summary>
    private Put? OwnFigure(int t)
    {
        if (clause is not { Subject: >= 0 } || around.Count > 0 || reading.Report.Outlet.Kind != OutletKind.Company || !kept.Contains(clause.Subject) || !Nouns.Results.Contains(s.Tokens[clause.Subject].Lemma))
            return null;
        if (s.Children(clause.Subject).Any(c => s.Tokens[c].BaseRelation is "det" || s.Tokens[c].Relation == "nmod:poss" || s.Tokens[c].BaseRelation == "nmod" && s.Tokens[c].Tag == PartOfSpeech.Propn))
            return null;
        if (s.Subtree(clause.Subject).FirstOrDefault(kept.Contains, -1) != t || s.Tokens[t].Tag is not (PartOfSpeech.Noun or PartOfSpeech.Adj or PartOfSpeech.Propn or PartOfSpeech.Verb))
            return null;
        string name = References.WithArticle(reading.Report.Outlet.Name);
        string form = s.Tokens[t].Form;
        bool acronym = form.Length > 1 && char.IsUpper(form[1]);
        return new Put(Possessive(name) + " " + (acronym ? form : char.ToLowerInvariant(form[0]) + form[1..]), [t], t == clause.Subject ? new Referent(form, [.. name.Split(' '), s.Tokens[t].Lemma], null) : null);
    }

    private Put? Pronoun(int t)
    {
        var token = s.Tokens[t];
        switch (token.Lower)
        {
            case "you" or "your" or "yours" or "yourself" or "yourselves" or "mine" or "ours":
                return Put.Nothing;
            case "i" or "me" or "my" or "myself":
                return First(t, plural: false);
            case "we" or "us" or "our" or "ourselves":
                return First(t, plural: true);
            case "he" or "she" or "it" or "they" or "him" or "her" or "them" or "his" or "hers" or "its" or "their" or "theirs":
                return Third(t);
            case "this" or "that" or "these" or "those" when token.BaseRelation is "nsubj" or "obj" or "obl" or "nmod" or "root" or "conj" && !InRelative(t):
                return s.Children(t).Any(c => c > t && s.Tokens[c].BaseRelation is "acl" or "nmod") ? null : Put.Nothing;
            case "who" or "which" or "what" or "whom" when clause is not null && t == s.OwnSubject(clause.Head):
                return Put.Nothing;
            case "such" when token.BaseRelation is "nsubj" or "obj":
                return Put.Nothing;
            default:
                return null;
        }
    }

    /// <summary>The first person: the issuer in its own release, the speaker in a quotation.</summary>
    private Put? First(int t, bool plural)
    {
        var token = s.Tokens[t];
        string? name = null;
        var kind = MentionKind.Body;
        if (around.Count == 0 || SaidByOutlet())
        {
            if (plural && IsIssuer(reading.Report.Outlet))
                name = References.WithArticle(reading.Report.Outlet.Name);
        }
        else if (InQuotation(t) && around[0].SourceHead is { } source && reading.References.At(source) is { Plural: false, Name: not null } speaker)
        {
            kind = speaker.Kind;
            if (!plural && kind is MentionKind.Person or MentionKind.Unclear || plural && kind == MentionKind.Body)
                name = speaker.Text;
        }
        if (name is null)
            return Put.Nothing;
        bool possessive = token.Lower is "our" or "my";
        bool own = clause is { Subject: >= 0 } && s.Tokens[clause.Subject].Lower is "we" or "i" && t != clause.Subject;
        if (own && possessive)
            return kind == MentionKind.Body ? new Put("its", [t]) : Put.Nothing;
        if (token.Lower is "ourselves" or "myself")
            return kind == MentionKind.Body ? new Put("itself", [t]) : Put.Nothing;
        named.Add(name);
        return new Put(possessive ? Possessive(name) : name, [t], Referent.Named(name));
    }

    private Put? Third(int t)
    {
        var token = s.Tokens[t];
        bool possessive = token.Relation == "nmod:poss" || token.Lower is "his" or "its" or "their";
        // "Brightwell Home recalled its kettles": what it means stands in the wording before it.
        if (t != clause?.Subject && !(clause is { Subject: >= 0 } && s.Below(t, clause.Subject)) && (possessive || token.BaseRelation == "nsubj" && Strongly(token.Lower)) && clause is { Subject: >= 0 } && s.Tokens[clause.Subject].Tag is PartOfSpeech.Noun or PartOfSpeech.Propn or PartOfSpeech.Pron
            && Fits(clause.Subject, token.Lower) && clause.Subject != t && (kept.Contains(clause.Subject) || s.Subtree(clause.Subject).Any(kept.Contains)))
            return null;
        if (EarlierInside(t, token.Lower) || PartOfSubject(t))
            return null;
        // "It does not help that prices rose", "it is time to go": it stands for the clause behind.
        if (token.Lower == "it" && token.BaseRelation == "nsubj" && Heralds(token.Head))
            return null;
        // "make it easier to hire": it means nothing.
        if (token.Lower == "it" && token.BaseRelation is "obj" && t + 1 < s.Tokens.Length && s.Tokens[t + 1].Tag is PartOfSpeech.Adj or PartOfSpeech.Adv)
            return null;
        // What "it" and "they" mean in somebody's own words, only what was said before tells.
        if (InQuotation(t) && Class(token.Lower) is 1 or 2)
            return Put.Nothing;
        var speakers = around.Where(a => a.SourceHead is not null).Select(a => a.SourceHead!.Value);
        if (reading.References.Pronoun(s, t, speakers) is not { } meant)
            return Put.Nothing;
        if (meant.Text.Split(' ').Any(w => w is "her" or "his" or "its" or "their" or "my" or "our" or "your"))
            return Put.Nothing;
        if (!meant.Rich && meant.Name is null && meant.Kind != MentionKind.Thing && !Nouns.Unique.Contains(meant.Head))
            return Put.Nothing;
        if (!named.Add(meant.Text))
            return null;
        return new Put(possessive ? Possessive(meant.Text) : meant.Text, [t], Referent.Of(meant));
    }

    /// <summary>"Nine people were hurt, three of them badly": of those whom the wording names already.</summary>
    private bool PartOfSubject(int t) => s.Tokens[t].Lower == "them" && s.HasChild(t, "case", "of") && clause is { Subject: >= 0 } && clause.Subject < t && kept.Contains(clause.Subject)
        && !s.Below(t, clause.Subject) && s.Tokens[clause.Subject].Tag is PartOfSpeech.Noun or PartOfSpeech.Propn && Fits(clause.Subject, "them");

    /// <summary>Whether a predicate's "it" only announces a clause that follows.</summary>
    private bool Heralds(int predicate)
    {
        if (predicate < 0)
            return false;
        bool copula = s.Child(predicate, "cop") >= 0;
        foreach (int c in s.Children(predicate))
            if (c > predicate && kept.Contains(c) && (s.Tokens[c].BaseRelation == "csubj" || copula && s.Tokens[predicate].Tag == PartOfSpeech.Adj && s.Tokens[c].BaseRelation is "ccomp" or "advcl" or "acl" or "xcomp" && (s.HasChild(c, "mark", "that") || s.IsInfinitive(c))
                || s.Tokens[c].BaseRelation == "ccomp" && s.HasChild(c, "mark", "that") && s.Tokens[predicate].Lemma is "help" or "matter" or "seem" or "appear" or "happen" or "emerge" or "follow" or "hurt" or "mean"))
                return true;
        return s.Tokens[predicate].Lemma is "time" or "rain" or "snow" or "take" && s.Child(predicate, "xcomp") >= 0;
    }

    /// <summary>A pronoun in a clause within goes back to the subject where that is a person or body as it is.</summary>
    private bool Strongly(string pronoun)
    {
        if (clause is not { Subject: >= 0 } || s.Tokens[clause.Subject].Tag == PartOfSpeech.Pron)
            return true;
        var kind = Mention.Read(s, clause.Subject).Kind;
        return Class(pronoun) switch { 0 => kind is MentionKind.Person or MentionKind.Unclear, 1 => kind is MentionKind.Body or MentionKind.Unclear, _ => true };
    }

    /// <summary>Whether a nominal that agrees stands before the pronoun in the wording, below another part than the subject.</summary>
    private bool EarlierInside(int t, string pronoun)
    {
        if (clause is null || pronoun is "he" or "she" or "it" or "they" && s.Tokens[t].Head == clause.Head)
            return false;
        bool possessive = s.Tokens[t].Relation == "nmod:poss" || pronoun is "his" or "its" or "their";
        foreach (int k in kept)
        {
            if (k >= t || s.Tokens[k].BaseRelation is not ("nsubj" or "obj" or "obl" or "nmod") || !possessive && s.Below(k, clause.Subject))
                continue;
            // "opened accounts without checking their holders": the thing stands in the same clause.
            if (s.Tokens[k].Tag is PartOfSpeech.Propn && Fits(k, pronoun))
                return true;
            if (possessive && pronoun is "their" or "its" && s.Tokens[k].Tag == PartOfSpeech.Noun && s.Tokens[k].FineTag == (pronoun == "their" ? "NNS" : "NN") && (pronoun == "their" || !Nouns.Persons.Contains(s.Tokens[k].Lemma)) && !s.Below(t, k)
                && !reading.TimesOf(s).Any(m => m.Span.Overlaps(s.Tokens[k].Span)))
                return true;
        }
        return false;
    }

    private bool Fits(int nominal, string pronoun)
    {
        if (s.Tokens[nominal].Tag == PartOfSpeech.Pron)
            return Class(s.Tokens[nominal].Lower) == Class(pronoun);
        var m = Mention.Read(s, nominal);
        return Class(pronoun) switch
        {
            0 => !m.Plural && m.Kind is MentionKind.Person or MentionKind.Unclear,
            // A bare name taken for a person's that is called "it" in its own clause is no person's.
            1 => !m.Plural && (m.Kind != MentionKind.Person || (m.Name is not null && m.Text == m.Name)),
            _ => m.Plural,
        };
    }

    private static int Class(string pronoun) => pronoun switch
    {
        "he" or "him" or "his" or "she" or "her" or "hers" => 0,
        "it" or "its" => 1,
        "they" or "them" or "their" or "theirs" => 2,
        _ => 3,
    };

    private Put? Definite(int t)
    {
        int det = s.Child(t, "det");
        if (det < 0 || !kept.Contains(det) || s.Tokens[det].Lower is not ("the" or "this" or "that" or "these" or "those"))
            return null;
        bool bare = s.Children(t).All(c => s.Tokens[c].BaseRelation is "det" or "case" or "punct" or "cc" or "conj" or "nsubj" or "cop" or "aux" or "mark" or "advmod" or "obl" or "advcl");
        // "These nine other stars": which, only what was said before tells.
        if (!bare && s.Tokens[det].Lower is "this" or "these" or "those" && s.Tokens[t].BaseRelation is "nsubj" or "obj" && !s.Children(t).Any(c => c > t && s.Tokens[c].BaseRelation is "acl" or "nmod" or "appos")
            && !reading.TimesOf(s).Any(m => m.Span.Overlaps(s.Tokens[t].Span)))
            return Put.Nothing;
        if (!bare || s.Tokens[t].Relation.StartsWith("obl:", StringComparison.Ordinal) && s.Tokens[t].Relation != "obl:agent")
            return null;
        if (reading.TimesOf(s).Any(m => m.Span.Overlaps(s.Tokens[t].Span)))
            return null;
        // "At this time there is no evidence": the report's own time.
        if (s.Tokens[det].Lower == "this" && s.Tokens[t].Lemma is "time" or "point" or "stage" or "moment" && s.Preposition(t) == "at")
            return null;
        if (reading.References.Definite(s, t) is { } referent)
        {
            if (kept.Any(k => k < t && s.Tokens[k].Tag == PartOfSpeech.Propn && referent.Text.EndsWith(s.Tokens[k].Form, StringComparison.Ordinal)) || !named.Add(referent.Text))
                return null;
            return new Put(referent.Text, [det, t], referent);
        }
        if (s.Tokens[det].Lower != "the")
            return Put.Nothing;
        // "The sheriff's office" is a body of its own.
        if (s.Tokens[t].Relation == "nmod:poss" && s.Tokens[s.Tokens[t].Head].Lemma is "office" or "department" or "ministry")
            return null;
        bool leading = s.Tokens[t].BaseRelation == "nsubj" || s.Tokens[t].Relation == "nmod:poss";
        // "The company plans to reopen the Talbrook mine": another name in the clause says which company.
        bool anchored = clause is not null && s.Tokens[t].BaseRelation == "nsubj" && Nouns.Bodies.Contains(s.Tokens[t].Lemma) && IsAnchored(t);
        return leading && References.NeedsReferent(s.Tokens[t].Lemma) && s.Tokens[t].FineTag != "NNS" && !anchored ? Put.Nothing : null;
    }

    private bool IsAnchored(int t)
    {
        foreach (int k in kept)
            if (k != t && (s.Tokens[k].Tag == PartOfSpeech.Pron && s.Tokens[k].Lower is "him" or "her" && reading.References.Pronoun(s, k, []) is { Name: not null }
                || s.Tokens[k].Tag == PartOfSpeech.Propn && !reading.TimesOf(s).Any(m => m.Span.Overlaps(s.Tokens[k].Span))
                || s.Tokens[k].Tag == PartOfSpeech.Noun && s.HasChild(k, "det", "the") && reading.References.Definite(s, k) is { Lemmas.Length: > 1 }))
                return true;
        return false;
    }

    private Put? ShortName(int t)
    {
        if (reading.References.FullName(s, t) is not { } full)
            return null;
        if (kept.Any(k => k < t && s.Tokens[k].Form == s.Tokens[t].Form) || !named.Add(full.Text))
            return null;
        bool titled = t > 0 && kept.Contains(t - 1) && s.Tokens[t - 1].Tag is PartOfSpeech.Propn or PartOfSpeech.Noun && s.Tokens[t - 1].Head == t;
        return titled ? null : new Put(full.Text, [t], Referent.Of(full));
    }

    /// <summary>"… and twelve were hurt": what is counted stands with the figure before.</summary>
    private Put? BareNumber(int t)
    {
        if (s.Children(t).Any(c => s.Tokens[c].BaseRelation is "nmod" or "acl" or "compound" or "obl"))
            return null;
        foreach (var q in reading.QuantitiesOf(s))
            if (q.Head >= 0 && q.Head < t && s.Tokens[q.Head].Tag == PartOfSpeech.Noun)
            {
                bool one = s.Tokens[t].Lower is "one" or "1";
                string noun = one ? s.Tokens[q.Head].Lemma : s.Tokens[q.Head].Form;
                return new Put(s.Tokens[t].Form + " " + noun, [t], new Referent(noun, [s.Tokens[q.Head].Lemma], null));
            }
        return Put.Nothing;
    }

    /// <summary>"Two people were killed and four injured": the second verb goes on in the passive of the first, whatever tag its form got.</summary>
    private Put? Gapped(int t)
    {
        if (clause is not { Role: ClauseRole.Coordinate } || t != clause.Head || s.OwnSubject(t) is not (>= 0 and var subject) || s.Tokens[t].FineTag is not ("VBD" or "VBN")
            || s.Child(t, "aux") >= 0 || s.Child(t, "obj") >= 0 || s.Child(t, "cop") >= 0 || s.Tokens[t].Head is not (>= 0 and var first) || !s.IsPassive(first) || s.Tokens[first].Head >= 0 && s.Tokens[t].BaseRelation != "conj")
            return null;
        // Only where a figure or a bare noun is all that stands before it: "and four injured", not "and the firm collapsed".
        if (subject != t - 1 || s.Tokens[subject].Tag is not (PartOfSpeech.Num or PartOfSpeech.Noun) || s.HasChild(subject, "det", "the"))
            return null;
        int aux = s.Child(first, "aux");
        if (aux < 0 || s.Tokens[aux].Lower is not ("was" or "were" or "is" or "are"))
            return null;
        bool past = s.Tokens[aux].Lower is "was" or "were", one = s.Tokens[subject].Lower is "one" or "1" || s.Tokens[subject].FineTag == "NN";
        return new Put((past, one) switch { (true, true) => "was ", (true, false) => "were ", (false, true) => "is ", _ => "are " } + s.Tokens[t].Form, [t]);
    }

    /// <summary>The finite verb of a subject in the first person, made to agree with the name that stands in for it.</summary>
    private Put? Agreed(int t)
    {
        int verb = s.Tokens[t].BaseRelation is "aux" or "cop" ? s.Tokens[t].Head : t;
        int subject = verb < 0 ? -1 : s.OwnSubject(verb);
        if (subject < 0 && verb >= 0 && s.Tokens[verb].BaseRelation == "conj")
            subject = s.OwnSubject(s.Tokens[verb].Head);
        if (subject < 0 || !kept.Contains(subject) || s.Tokens[subject].Lower is not ("we" or "i") || s.Tokens[t].FineTag is not ("VBP" or "VBD" or "VB"))
            return null;
        string? singular = s.Tokens[t].Lower switch
        {
            "are" or "'re" or "’re" or "am" or "'m" or "’m" => "is",
            "were" => "was",
            "have" or "'ve" or "’ve" => "has",
            "do" => "does",
            _ when s.Tokens[t].FineTag != "VBP" => null,
            var w when w.EndsWith('y') && w.Length > 2 && !"aeou".Contains(w[^2], StringComparison.Ordinal) => w[..^1] + "ies",
            var w when w.EndsWith('s') || w.EndsWith("sh", StringComparison.Ordinal) || w.EndsWith("ch", StringComparison.Ordinal) || w.EndsWith('x') || w.EndsWith('o') => w + "es",
            var w => w + "s",
        };
        if (singular is null)
            return null;
        bool glued = s.Tokens[t].Lower[0] is '\'' or '’';
        return new Put(glued ? " " + singular : singular, [t]);
    }

    /// <summary>"He'd been named": behind the name that stands in for the pronoun, the auxiliary is written out.</summary>
    private Put? Unclipped(int t)
    {
        if (t == 0 || s.Tokens[t - 1].Tag != PartOfSpeech.Pron || s.Tokens[t].Lower is not ['\'' or '’', ..] || s.Tokens[t].BaseRelation is not ("aux" or "cop") || s.Tokens[t].Head < 0)
            return null;
        int verb = s.Tokens[t].Head;
        string form = s.Tokens[verb].FineTag;
        string? whole = s.Tokens[t].Lower[1..] switch
        {
            "s" => s.Tokens[t].BaseRelation == "aux" && s.Tokens[t].Relation != "aux:pass" && form == "VBN" ? "has" : s.HasChild(verb, "aux", "been") || s.HasChild(verb, "cop", "been") ? "has" : "is",
            "d" => form is "VBN" or "VBD" || s.HasChild(verb, "aux", "been") || s.HasChild(verb, "cop", "been") ? "had" : "would",
            "re" => "are",
            "ve" => "have",
            "ll" => "will",
            _ => null,
        };
        return whole is null ? null : new Put(" " + whole, [t]);
    }

    private bool InRelative(int t)
    {
        for (int i = t, steps = 0; i >= 0 && steps <= s.Tokens.Length; i = s.Tokens[i].Head, steps++)
            if (s.Tokens[i].BaseRelation == "acl")
                return true;
        return false;
    }

    private bool SaidByOutlet() => around[0].SourceHead is { } source && s.Index == source.Sentence && s.Tokens[source.Token].Lower is "we";

    private bool InQuotation(int t) => reading.InQuotation(s.Tokens[t].Span);

    private static bool IsIssuer(Outlet outlet) => outlet.Kind is OutletKind.Company or OutletKind.Official;

    // Newspaper style: names in s take the apostrophe alone, as plurals do.
    private static string Possessive(string name) => name.EndsWith('s') ? name + "'" : name + "'s";
}
