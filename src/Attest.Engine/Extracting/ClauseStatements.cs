using System.Collections.Frozen;
using Attest.Engine.Model;
using Attest.Engine.Text;

namespace Attest.Engine.Extracting;

/// <summary>Makes the statements of one clause: the clause itself, its event without figure and cause, and the utterance that carries it.</summary>
internal sealed class ClauseStatements
{
    /// <summary>Verbs of saying that read well with "that".</summary>
    private static readonly FrozenSet<string> Plain = FrozenSet.ToFrozenSet(
        ["confirm", "warn", "announce", "admit", "acknowledge", "claim", "insist", "argue", "deny", "allege", "predict", "report", "state", "rule", "find", "show", "indicate", "suggest",
            "concede", "conclude", "estimate", "testify", "declare", "disclose", "reveal", "promise", "pledge", "vow", "believe", "note", "determine", "maintain", "contend", "assert"],
        StringComparer.Ordinal);

    private readonly ReportReading reading;
    private readonly StatementList statements;
    private readonly Wordings wordings;
    private readonly Voicing voicing;

    public ClauseStatements(ReportReading reading, StatementList statements)
    {
        this.reading = reading;
        this.statements = statements;
        wordings = new Wordings(reading);
        Speakers = new Speakers(reading, wordings);
        voicing = new Voicing(reading, Speakers);
    }

    public Speakers Speakers { get; }

    public void Add(Clause clause)
    {
        var s = clause.Sentence;
        if (!Asserts(clause) || IsCarrier(clause))
            return;
        var around = reading.Around(s, clause.Head);
        if (voicing.Of(clause, around) is not { } voiced)
            return;
        bool attributed = voiced.Speaker is not null;
        // A second verb shares the first one's "should" and "would".
        bool wish = ClauseFacts.IsWish(s, clause.Head, attributed) || clause.Lent.Any(t => s.Tokens[t].Lower is "should" or "must" or "ought" or "would");
        if (wish && !attributed)
            return;
        if (Denials.IsVerdict(s, clause))
        {
            AddVerdict(clause, voiced, around);
            return;
        }
        if (clause.Words.Any(t => s.Tokens[t].Lower == "according" || IsBrokenOff(clause, t)) || HasLostComplement(clause))
            return;
        var cause = Cause(clause);
        var wording = wordings.Of(clause, around, cause);
        if (wording is null || IsEmpty(clause, wording))
            return;
        var draft = Draft(clause, voiced, wording, ClauseFacts.Kind(s, clause.Head, attributed || around.Count > 0));
        var figure = FigureCut.Main(reading, clause);
        StatementId? main = null;
        if (voiced.Reversal is { Earlier: true } reversal)
            draft = draft with { Withdraws = Takes(reversal, voiced, draft.Proposition, figure) };
        if (figure is not null && draft.Kind is ClaimKind.Occurrence or ClaimKind.State or ClaimKind.Act or ClaimKind.Absence)
            main = AddFigure(clause, voiced, around, cause, draft, figure);
        main ??= statements.Add(draft with { Id = statements.NextId });
        if (cause is not null && voiced.Voice != Voice.Denies && wordings.Of(clause, around) is { } whole)
            statements.Add(Draft(clause, voiced, whole, ClaimKind.Cause) with { Id = statements.NextId });
        AddUtterance(clause, voiced, wording, draft, main.Value);
    }

    /// <summary>What a denial of something reported before takes back.</summary>
    private Withdrawal? Takes(Reversal reversal, Voiced voiced, Proposition wrong, Quantity? figure)
    {
        bool whole = reversal.Verb is "retract" or "withdraw";
        // A party that calls earlier reports wrong takes back nobody's report.
        if (!whole && reversal.Verb != "correct" && !reading.Report.Outlet.IsNewsroom && !reversal.Own)
            return null;
        return new Withdrawal(whole, whole && voiced.Speaker is { } by ? by.Name : null, wrong, figure?.AsWritten);
    }

    /// <summary>The quantity and, where the event reads without it, the event; each names the other.</summary>
    private StatementId AddFigure(Clause clause, Voiced voiced, List<Attribution> around, HashSet<int>? cause, Statement draft, Quantity figure)
    {
        var id = statements.NextId;
        var quantity = draft with { Id = id, Kind = ClaimKind.Quantity, Quantity = figure };
        var without = FigureCut.Without(reading, clause, figure);
        if (without is null)
            return statements.Add(quantity);
        if (cause is not null)
            without.UnionWith(cause);
        if (without.Contains(clause.Head) || wordings.Of(clause, around, without) is not { } bare || IsEmpty(clause, bare))
            return statements.Add(quantity);
        var added = statements.Add(quantity);
        var ev = Draft(clause, voiced, bare, draft.Kind) with { Id = statements.NextId, About = added };
        var eventId = statements.Add(ev);
        foreach (int i in statements.Of(clause.Sentence.Index))
            if (statements[i].Id == added)
                statements[i] = statements[i] with { About = eventId };
        return added;
    }

    /// <summary>"Claims that P are untrue": what the issuer or speaker says of the claim is an utterance; P itself is stated as denied.</summary>
    private void AddVerdict(Clause clause, Voiced voiced, List<Attribution> around)
    {
        var s = clause.Sentence;
        var outlet = reading.Report.Outlet;
        string? name = voiced.Speaker?.Name ?? (outlet.Kind is OutletKind.Company or OutletKind.Official ? References.WithArticle(outlet.Name) : null);
        var whole = clause with { Words = [.. s.Subtree(clause.Head).Where(t => !s.IsPunctuation(t) && (s.Below(t, clause.Subject) || clause.Words.Contains(t)))] };
        if (name is null || s.Child(clause.Subject, "acl") < 0 && s.Child(clause.Subject, "ccomp") < 0 || wordings.Of(whole, around) is not { } wording)
            return;
        string verb = voiced.Saying is { } saying ? Verb(saying) : "said";
        statements.Add(Draft(whole, voiced, wording, ClaimKind.Utterance) with { Id = statements.NextId, Wording = Subject(name) + " " + verb + " that " + wording.Inside + ".", Voice = Voice.Asserts });
    }

    /// <summary>A name at the head of a sentence; one with an apposition is closed by a comma.</summary>
    private static string Subject(string name) => char.ToUpperInvariant(name[0]) + name[1..] + (name.Contains(", ", StringComparison.Ordinal) ? "," : "");

    private void AddUtterance(Clause clause, Voiced voiced, Wording wording, Statement content, StatementId about)
    {
        if (voiced.Saying is not { } saying || voiced.Speaker is not { } speaker || saying.Act is SpeechAct.Asks || content.Kind == ClaimKind.Utterance)
            return;
        string verb = Verb(saying);
        string name = speaker.Name;
        string text = Subject(name) + " " + verb + " that " + wording.Inside + ".";
        bool act = saying.Lemma is "rule" or "determine" or "decide" || speaker.Kind == SpeakerKind.Document;
        var proposition = content.Proposition with
        {
            Predicate = saying.Lemma,
            Negated = false,
            Arguments = [new Argument(ArgumentRole.Subject, Last(name).ToLowerInvariant(), "", name, [.. name.Split(' ')], name), .. content.Proposition.Arguments.Select(a => a with { Role = ArgumentRole.Complement })],
            Lemmas = [.. name.Split(' '), saying.Lemma, .. content.Proposition.Lemmas],
        };
        statements.Add(content with
        {
            Id = statements.NextId,
            Wording = text,
            Voice = Voice.Asserts,
            Speaker = speaker,
            Kind = act ? ClaimKind.Act : ClaimKind.Utterance,
            Proposition = proposition,
            Quantity = null,
            Deadline = null,
            About = about,
            AsOf = reading.Report.At,
            OwnAccess = voiced.OwnAccess || speaker.SaysItsOwn,
        });
    }

    private string Verb(Attribution saying)
    {
        var token = reading.Text.Sentences[saying.CueHead.Sentence].Tokens[saying.CueHead.Token];
        return Plain.Contains(saying.Lemma) && token.FineTag is "VBD" or "VBZ" or "VBP" ? token.Lower : saying.Act == SpeechAct.Denies ? "denied" : "said";
    }

    private Statement Draft(Clause clause, Voiced voiced, Wording wording, ClaimKind kind)
    {
        var s = clause.Sentence;
        var proposition = Propositions.Of(reading, clause, wording);
        var at = reading.Report.At;
        return new Statement
        {
            Id = statements.NextId,
            Report = reading.Report.Id,
            Version = reading.Report.Version,
            At = at,
            Quote = Quote(s),
            Content = clause.Span,
            Sentence = s.Index,
            Wording = wording.Text,
            Voice = voiced.Voice,
            Speaker = voiced.Speaker,
            Kind = kind,
            Proposition = proposition,
            AsOf = AsOf(proposition, kind, at),
            Deadline = kind == ClaimKind.Forecast ? Deadline(proposition, at) : null,
            OwnAccess = voiced.OwnAccess,
            DirectKnowledge = voiced.Speaker is not null && KnowsDirectly(voiced.Saying),
            Verbatim = reading.InQuotation(s.Tokens[clause.Head].Span),
        };
    }

    /// <summary>The sentence without dateline and credit.</summary>
    private Span Quote(Sentence s)
    {
        int first = 0, last = s.Tokens.Length - 1;
        while (first < last && reading.IsCut(s, first))
            first++;
        while (last > first && reading.IsCut(s, last))
            last--;
        return new Span(s.Tokens[first].Span.Start, s.Tokens[last].Span.End);
    }

    private static DateTimeOffset AsOf(Proposition proposition, ClaimKind kind, DateTimeOffset at)
    {
        if (kind is not (ClaimKind.Quantity or ClaimKind.State))
            return at;
        var past = proposition.Times.Where(t => t.To <= at).Select(t => t.To).ToList();
        return past.Count == 1 && proposition.Times.Length == 1 ? past[0] : at;
    }

    private static DateTimeOffset? Deadline(Proposition proposition, DateTimeOffset at)
    {
        var times = proposition.Times.Where(t => t.IsDeadline || t.To > at).ToList();
        return times.Count == 0 ? null : times.Max(t => t.To);
    }

    private bool KnowsDirectly(Attribution? saying)
    {
        if (saying?.SourceHead is not { } head)
            return false;
        var s = reading.Text.Sentences[head.Sentence];
        var words = s.Subtree(head.Token);
        return words.Any(w => s.Tokens[w].Lower is "direct" or "firsthand" or "first-hand") || words.Any(w => s.Tokens[w].Lower is "who" or "present")
            && words.Any(w => s.Tokens[w].Lemma is "attend" or "witness" or "see" or "present" or "room" or "involve");
    }

    /// <summary>Whether the clause asserts at all: it has a subject and tense, and neither asks nor commands.</summary>
    private static bool Asserts(Clause clause)
    {
        var s = clause.Sentence;
        if (clause.Subject < 0 || IsHeadline(s, clause.Head) || s.OwnSubject(clause.Head) == clause.Subject && IsGoverned(s, clause.Subject) || IsAlternative(s, clause.Head) || s.Tokens[^1].Form == "?" || s.Tokens.Any(t => t.Form == "?" && t.Span.Start > s.Tokens[clause.Head].Span.Start))
            return false;
        if (IsReduced(s, clause.Head))
            return false;
        bool lentTense = clause.Lent.Any(t => s.Tokens[t].BaseRelation is "aux" or "cop");
        return (s.IsFinite(clause.Head) || lentTense) && !IsConditional(s, clause.Head) && !(clause.Role == ClauseRole.Coordinate && IsConditional(s, s.Tokens[clause.Head].Head));
    }

    // "If it were held here, and limited to members": what is coordinated with a condition is one.
    private static bool IsConditional(Sentence s, int head) =>
        head >= 0 && s.Children(head).Any(c => s.Tokens[c].BaseRelation == "mark" && s.Tokens[c].Lower is "if" or "unless" or "whether");

    // "Turkey Farm Contaminated With Virus": a verb with a capital amid a sentence is a headline's, which is no evidence wherever it stands (R22).
    private static bool IsHeadline(Sentence s, int head) =>
        head > 0 && s.Tokens[head].Tag == PartOfSpeech.Verb && char.IsUpper(s.Tokens[head].Form[0]) && !s.IsPunctuation(head - 1);

    /// <summary>"In the spring after the scandal broke, …": what a preposition governs is no subject, and the clause is a time of the next one.</summary>
    private static bool IsGoverned(Sentence s, int subject) => s.Children(subject).Any(c => c < subject && s.Tokens[c].BaseRelation == "case" && s.Tokens[c].Tag is PartOfSpeech.Adp or PartOfSpeech.Sconj && s.Tokens[c].Lower is not ("about" or "over" or "around" or "under" or "up" or "between"));

    /// <summary>"Are unaffiliated or have never voted": of two alternatives neither is asserted.</summary>
    private static bool IsAlternative(Sentence s, int head)
    {
        bool Or(int verb) => s.HasChild(verb, "cc", "or") && s.Tokens[verb].BaseRelation == "conj" && (s.IsFinite(verb) || s.Tokens[verb].Tag == PartOfSpeech.Verb);
        return Or(head) || s.Children(head).Any(c => Or(c) && s.IsFinite(c));
    }

    /// <summary>"A photo posted by Anna Reyes": with who did it behind "by" and nothing that it was done to, a past form without auxiliary is a participle, and its noun no sentence.</summary>
    private static bool IsReduced(Sentence s, int head) =>
        HasPredicateBehind(s, head) || s.Tokens[head].FineTag == "VBD" && s.Tokens[head].Lower.EndsWith("ed", StringComparison.Ordinal)
        && s.Children(head).All(c => s.Tokens[c].BaseRelation is not ("aux" or "cop" or "obj" or "xcomp" or "ccomp"))
        && s.Children(head).Any(c => s.Tokens[c].BaseRelation == "obl" && s.Preposition(c) == "by" && (s.Tokens[c].Tag == PartOfSpeech.Propn || Nouns.Persons.Contains(s.Tokens[c].Lemma)));

    // "The grenades seen in the video are said to be new": a second verb with an auxiliary of its own, joined by nothing and without a subject, is the predicate.
    private static bool HasPredicateBehind(Sentence s, int head)
    {
        if (s.Tokens[head].FineTag is not ("VBD" or "VBN") || s.Children(head).Any(c => s.Tokens[c].BaseRelation is "aux" or "cop"))
            return false;
        var behind = s.Children(head).Where(c => s.Tokens[c].BaseRelation == "conj").ToList();
        return behind.Count == 1 && s.Child(behind[0], "cc") < 0 && s.OwnSubject(behind[0]) < 0
            && s.Children(behind[0]).Any(c => s.Tokens[c].BaseRelation is "aux" or "cop" && s.Tokens[c].FineTag is "VBZ" or "VBP" or "VBD" or "MD");
    }

    /// <summary>Whether the clause does no more than carry what somebody says.</summary>
    private bool IsCarrier(Clause clause) =>
        reading.CueAt(clause.Sentence, clause.Head) is { Frame: Frame.Clause } || clause.Sentence.Tokens[clause.Head].Lemma is "decline" or "refuse" && clause.Sentence.Child(clause.Head, "xcomp") is var x and >= 0
            && clause.Sentence.Tokens[x].Lemma is "comment" or "say" or "answer" or "elaborate" or "respond" or "discuss"
        || clause.Sentence.Tokens[clause.Head].Lemma is "available" or "reach" or "immediately" && ClauseFacts.IsAbsence(clause.Sentence, clause.Head)
        || clause.Sentence.Tokens[clause.Head].Lemma is "respond" or "comment" && clause.Sentence.IsNegated(clause.Head)
        || Denials.IsRefuting(clause.Sentence.Tokens[clause.Head].Lemma) && clause.Sentence.Child(clause.Head, "obj") is var taken and >= 0 && Denials.IsTakenUp(clause.Sentence, taken)
        || Speakers.HearsayFrom(clause.Sentence, clause.Head) >= 0 && clause.Sentence.Tokens[clause.Subject].Tag == PartOfSpeech.Pron;

    /// <summary>"It is so", "that happened": words that say nothing alone.</summary>
    private static bool IsEmpty(Clause clause, Wording wording)
    {
        var s = clause.Sentence;
        int content = wording.Tokens.Count(t => s.Tokens[t].Tag is PartOfSpeech.Noun or PartOfSpeech.Propn or PartOfSpeech.Verb or PartOfSpeech.Adj or PartOfSpeech.Num
            || s.Tokens[t].Lower is "nobody" or "none" or "everyone" or "one" && s.Tokens[t].Tag == PartOfSpeech.Pron);
        var words = wording.Tokens.Where(t => !s.IsPunctuation(t)).ToList();
        // "The Prosecutor's | Office": the cut went through a name.
        if (words.Count > 0 && words[0] > 0 && s.Tokens[words[0] - 1].FineTag == "POS")
            return true;
        if (words.Count < 2 || Dangles(s.Tokens[words[0]], s.Tokens[words[^1]]))
            return true;
        return content + wording.Referents.Count < 2 || wording.Text.Length is < 10 or > 600;
    }

    /// <summary>Whether a word is a saying within the clause whose content was taken out of it ("put out a statement saying …").</summary>
    private bool IsBrokenOff(Clause clause, int token) =>
        token != clause.Head && reading.CueAt(clause.Sentence, token) is { Frame: Frame.Clause, ContentHead: >= 0 } cue && !clause.Words.Contains(cue.ContentHead);

    /// <summary>"The company has established", of what it has established: the content of the verb stands in a clause of its own.</summary>
    private static bool HasLostComplement(Clause clause)
    {
        foreach (int c in clause.Sentence.Children(clause.Head))
            if (clause.Sentence.Tokens[c].BaseRelation is "ccomp" or "xcomp" && (!clause.Words.Contains(c) || SaysNothing(clause.Sentence, c)))
                return true;
        return false;
    }

    // "The niceties she was trying to say": what is said stands before, outside of the clause.
    private static bool SaysNothing(Sentence s, int verb) =>
        s.Tokens[verb].Lemma == "say" && s.IsInfinitive(verb) && s.Children(verb).All(c => s.Tokens[c].BaseRelation is not ("obj" or "ccomp" or "xcomp" or "parataxis" or "advmod"));

    /// <summary>Begins like a clause that hangs on another, or breaks off before what it needs: the parser cut it wrongly.</summary>
    private static bool Dangles(Token first, Token last) =>
        first.FineTag is "WRB" or "WP" or "WDT" or "WP$" || first.Tag == PartOfSpeech.Sconj || first.Lower is "where" or "that" or "how" or "why" or "what" or "than" or "rather" or "not" or "if" or "so" or "as"
        || last.Tag is PartOfSpeech.Det or PartOfSpeech.Cconj or PartOfSpeech.Sconj || last.FineTag is "IN" or "WRB" or "WDT" or "WP" or "TO" or "MD" && last.Lower is not "so"
        || last.Lower is "than" or "that";

    private static HashSet<int>? Cause(Clause clause) => clause.Because < 0 ? null : [.. clause.Sentence.Subtree(clause.Because)];

    private static string Last(string name) => name[(name.LastIndexOf(' ') + 1)..];
}
