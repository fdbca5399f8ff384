using Attest.Engine.Model;
using Attest.Engine.Text;

namespace Attest.Engine.Extracting;

/// <summary>Who the source of an attribution is: kind, full name, body spoken for, and whom he, she or they have it from.</summary>
internal sealed class Speakers(ReportReading reading, Wordings wordings)
{
    private readonly Dictionary<TokenRef, Speaker?> known = [];

    /// <summary>The speaker; null where the text names none that can be resolved.</summary>
    public Speaker? Of(Attribution attribution)
    {
        if (attribution.SourceHead is not { } head)
            return null;
        if (!known.TryGetValue(head, out var speaker))
            known[head] = speaker = Read(head);
        return speaker is null ? null : speaker with { SaysItsOwn = Told(attribution) != Listener.None };
    }

    /// <summary>Whether the outlet was told it itself ("told the Herald").</summary>
    public bool ToldToOutlet(Attribution attribution) => Told(attribution) == Listener.Outlet;

    /// <summary>Whether words name the report's own outlet.</summary>
    public bool IsOutlet(string? name) => name is not null && OutletName.Means(reading.Report.Outlet.Name, name);

    private Speaker? Read(TokenRef head)
    {
        var s = reading.Text.Sentences[head.Sentence];
        var t = s.Tokens[head.Token];
        var span = new Span(t.Span.Start, t.Span.End);
        if (t.Tag == PartOfSpeech.Pron && t.Lower is "we")
            return reading.Report.Outlet.Kind is OutletKind.Company or OutletKind.Official ? Issuer(span) : null;
        if (t.Tag is PartOfSpeech.Pron or PartOfSpeech.Det or PartOfSpeech.Num)
        {
            if (t.Lower is "many" or "some" or "others" || t.Tag == PartOfSpeech.Num)
                return new Speaker(SpeakerKind.Crowd, t.Lower, t.Lower, null, span);
            return reading.References.At(head) is { } meant && meant.At != head ? Read(meant.At) : null;
        }
        if (t.Tag is not (PartOfSpeech.Noun or PartOfSpeech.Propn))
            return null;
        if (reading.References.FullName(s, head.Token) is { } full && full.At != head)
            return Read(full.At) is { } same ? same with { Span = span } : null;
        var words = SourceNominal.Of(s, head.Token);
        span = new Span(s.Tokens[words[0]].Span.Start, s.Tokens[words[^1]].Span.End);
        // A person is called by title and name; what else the first mention tells of him or her stays there.
        if (Mention.Read(s, head.Token) is { Kind: MentionKind.Person, Name: not null } && t.Tag == PartOfSpeech.Propn)
            words = [.. words.Where(w => !s.Children(head.Token).Any(c => s.Tokens[c].BaseRelation == "nmod" && s.Child(c, "case") is var k and >= 0 && k < c && c > head.Token && s.Below(w, c)))];
        while (words.Count > 1 && s.IsPunctuation(words[^1]))
            words.RemoveAt(words.Count - 1);
        // "sources close to the player": where what narrows a source cannot be resolved, the source stands without it.
        string? name = wordings.Nominal(s, words, []) ?? (t.FineTag == "NNS" ? wordings.Nominal(s, Bare(s, head.Token), []) : null);
        if (name is null)
            return null;
        if (IsOutlet(name))
            return Issuer(span);
        int personToken = Person(s, head.Token);
        string? body = Body(s, head.Token, words);
        var kind = Kind(s, head.Token, words, personToken, name);
        return new Speaker(kind, name, Key(s, kind, personToken, body, name, t), body, span) { HasItFrom = FromWhom(s, head.Token) };
    }

    private static List<int> Bare(Sentence s, int head) =>
        [.. s.Children(head).Where(c => s.Tokens[c].BaseRelation is "amod" or "compound" or "nummod" or "flat" || s.Tokens[c].BaseRelation == "det" && s.Tokens[c].Lower != "the").Append(head).Order()];

    private Speaker Issuer(Span span)
    {
        var outlet = reading.Report.Outlet;
        var kind = outlet.Kind switch { OutletKind.Official => SpeakerKind.Official, OutletKind.Company => SpeakerKind.Party, _ => SpeakerKind.Outlet };
        string name = References.WithArticle(outlet.Name);
        return new Speaker(kind, name, BodyKey(outlet.Name), outlet.Name, span);
    }

    /// <summary>The head of a person's name in the source: itself, or in apposition to it ("its director, Una Bassett"); −1 where it names none.</summary>
    private static int Person(Sentence s, int head)
    {
        // "the mayor of Lunde, Kari Moen", "Finance Minister Clara Boyd"
        var nominal = SourceNominal.Of(s, head);
        if (Nouns.Persons.Contains(s.Tokens[head].Lemma.ToLowerInvariant()) || nominal.Exists(w => w < head && Nouns.Persons.Contains(s.Tokens[w].Lower)))
            foreach (var person in s.Names)
                if (person.Kind == NameKind.Person && nominal.Contains(person.First))
                    return person.End - 1;
        if (Mention.Read(s, head) is { Name: not null } m && m.Kind is MentionKind.Person)
            return head;
        foreach (int c in s.Children(head))
            if (s.Tokens[c].BaseRelation is "appos" or "flat" && s.Tokens[c].Tag == PartOfSpeech.Propn && Nouns.Persons.Contains(s.Tokens[head].Lemma.ToLowerInvariant()))
                return c;
        return Mention.Read(s, head) is { Name: { } n, Kind: MentionKind.Unclear } && n.Contains(' ', StringComparison.Ordinal) && Describes(s, head) ? head : -1;
    }

    /// <summary>Whether an apposition calls the name by an office ("Una Bassett, the director").</summary>
    private static bool Describes(Sentence s, int head) => s.Child(head, "appos") is var a and >= 0 && Nouns.Persons.Contains(s.Tokens[a].Lemma.ToLowerInvariant());

    /// <summary>The organisation spoken for: the name before the office, its possessor, or behind "of", "for", "at".</summary>
    private string? Body(Sentence s, int head, List<int> words)
    {
        foreach (var n in s.Names)
            if (n.Kind == NameKind.Organisation && words.Contains(n.First) && n.End <= head)
                return n.Text;
        int office = Nouns.Persons.Contains(s.Tokens[head].Lemma.ToLowerInvariant()) ? head : s.Child(head, "appos");
        foreach (int at in new[] { office, head })
        {
            if (at < 0)
                continue;
            foreach (int c in s.Children(at))
                if (s.Tokens[c].BaseRelation == "nmod" && (s.Tokens[c].Relation == "nmod:poss" || s.Preposition(c) is "of" or "for" or "at" or "with"))
                {
                    if (s.Tokens[c].Tag == PartOfSpeech.Noun && reading.References.Definite(s, c) is { Name: { } resolved })
                        return resolved;
                    if (Mention.Read(s, c) is { Name: { } name, Kind: not MentionKind.Person })
                        return name;
                }
        }
        // "an agency spokesman": the sort of body stands before the office.
        foreach (int c in s.Children(head))
            if (s.Tokens[c].BaseRelation == "compound" && s.Tokens[c].Tag == PartOfSpeech.Noun && Nouns.Bodies.Contains(s.Tokens[c].Lemma) && reading.References.Definite(s, c) is { Name: { } sort })
                return sort;
        // "Carrow Coal spokeswoman Delia Munro": names of any sort before the office.
        int title = words.FindIndex(w => Nouns.Persons.Contains(s.Tokens[w].Lower));
        if (title > 0 && words[title] <= head)
        {
            var before = words.Take(title).Where(w => s.Tokens[w].Tag == PartOfSpeech.Propn).ToList();
            if (before.Count > 0 && before[^1] == words[title] - 1)
                return Mention.Join(s, before);
        }
        return null;
    }

    private static SpeakerKind Kind(Sentence s, int head, List<int> words, int person, string name)
    {
        string lemma = s.Tokens[head].Lemma.ToLowerInvariant();
        bool Any(System.Collections.Frozen.FrozenSet<string> set) => words.Exists(w => set.Contains(s.Tokens[w].Lemma.ToLowerInvariant()));
        bool named = s.Tokens[head].Tag == PartOfSpeech.Propn || person >= 0 || s.Child(head, "appos") is var apposed and >= 0 && s.Tokens[apposed].Tag == PartOfSpeech.Propn;
        string last = name[(name.LastIndexOf(' ') + 1)..].ToLowerInvariant();
        if (IsUnnamed(s, head, lemma, named, words))
            return SpeakerKind.Unnamed;
        if (person < 0 && named && (Nouns.OutletNames.Contains(last) || Nouns.OutletNames.Contains(s.Tokens[head].Lower)))
            return SpeakerKind.Outlet;
        if (person < 0 && lemma is "newspaper" or "broadcaster" or "magazine" or "website" or "outlet" or "tabloid")
            return SpeakerKind.Outlet;
        if (!named && Nouns.Documents.Contains(lemma))
            return SpeakerKind.Document;
        if (Any(Nouns.Authorities))
            return SpeakerKind.Official;
        if (!named && (Nouns.Crowds.Contains(lemma) || s.Tokens[head].FineTag == "NNS" && !Nouns.Bodies.Contains(lemma)))
            return SpeakerKind.Crowd;
        if (person >= 0)
            return words.Exists(w => s.Tokens[w].Lower is "spokesman" or "spokeswoman" or "spokesperson") ? SpeakerKind.Party : SpeakerKind.Person;
        return named && Mention.Read(s, head).Kind is MentionKind.Unclear && !name.Contains(' ', StringComparison.Ordinal) ? SpeakerKind.Person
            : named || Nouns.Bodies.Contains(lemma) || lemma is "spokesman" or "spokeswoman" or "spokesperson" ? SpeakerKind.Party : SpeakerKind.Unnamed;
    }

    /// <summary>Sources, employees and officials without a name, and whoever asks not to be named.</summary>
    private static bool IsUnnamed(Sentence s, int head, string lemma, bool named, List<int> words)
    {
        if (named)
            return false;
        if (lemma is "source" or "insider" or "employee" or "worker" or "aide" or "colleague" or "staffer")
            return true;
        bool asks = s.Tokens.Any(t => t.Lower is "anonymity" or "anonymously") || s.Tokens.Any(t => t.Lower is "named" or "identified") && s.Tokens.Any(t => t.Lower is "not");
        bool familiar = s.Subtree(head).Any(t => s.Tokens[t].Lower is "familiar" or "briefed" or "knowledge");
        return asks || familiar && lemma is "person" or "people" or "official";
    }

    private static string Key(Sentence s, SpeakerKind kind, int person, string? body, string name, Token head)
    {
        if (person >= 0)
        {
            var m = Mention.Read(s, person);
            bool speaksForBody = m.Text.Contains("spokes", StringComparison.Ordinal) || name.Contains("spokes", StringComparison.Ordinal);
            string lastName = m.Name is { } n ? n[(n.LastIndexOf(' ') + 1)..].ToLowerInvariant() : m.Text.ToLowerInvariant();
            return speaksForBody && body is not null ? BodyKey(body) : lastName + (body is null ? "" : "|" + BodyKey(body));
        }
        if (head.Lemma is "spokesman" or "spokeswoman" or "spokesperson" && body is not null)
            return BodyKey(body);
        if (head.Lemma is "family" or "relative" || name.StartsWith("family member", StringComparison.OrdinalIgnoreCase))
            return "families";
        if (head.Tag == PartOfSpeech.Propn && kind is not SpeakerKind.Person)
            return BodyKey(Mention.Read(s, Array.IndexOf([.. s.Tokens], head)).Name ?? name);
        return BodyKey(name);
    }

    internal static string BodyKey(string name)
    {
        string key = name.ToLowerInvariant();
        return key.StartsWith("the ", StringComparison.Ordinal) ? key[4..] : key;
    }

    /// <summary>"…, who had heard it from another family": the key of whom the source has it from.</summary>
    private string? FromWhom(Sentence s, int head)
    {
        foreach (int c in s.Children(head))
            if (s.Tokens[c].BaseRelation == "acl" && HearsayFrom(s, c) is var from and >= 0)
                return Read(new TokenRef(s.Index, from))?.Key;
        return null;
    }

    /// <summary>The head of whom a clause says that its subject has it from; −1 where it says no such thing.</summary>
    public static int HearsayFrom(Sentence s, int verb)
    {
        if (s.Tokens[verb].Lemma is not ("have" or "hear" or "get" or "learn" or "receive" or "tell"))
            return -1;
        foreach (int c in s.Children(verb))
        {
            if (s.Tokens[c].BaseRelation == "obl" && s.Preposition(c) is "from" && s.Tokens[c].Tag is PartOfSpeech.Noun or PartOfSpeech.Propn)
                return c;
            if (s.Tokens[c].BaseRelation == "obj" && s.Tokens[c].Lower is "it" or "this" or "news" or "information" or "word")
                foreach (int d in s.Children(c))
                    if (s.Tokens[d].BaseRelation == "nmod" && s.Preposition(d) == "from")
                        return d;
        }
        return -1;
    }

    private enum Listener
    {
        None,
        Shared,
        Outlet,
    }

    /// <summary>Whom the source told: the outlet itself, or a room of reporters.</summary>
    private Listener Told(Attribution attribution)
    {
        var s = reading.Text.Sentences[attribution.CueHead.Sentence];
        foreach (int c in s.Children(attribution.CueHead.Token))
        {
            if (s.Tokens[c].BaseRelation is not ("obj" or "iobj" or "obl") || c == attribution.SourceHead?.Token)
                continue;
            if (s.Tokens[c].Lemma is "reporter" or "journalist" or "briefing" or "conference" or "interview")
                return Listener.Shared;
            if (s.Tokens[c].Tag == PartOfSpeech.Propn && IsOutlet(Mention.Read(s, c).Name))
                return Listener.Outlet;
            if (s.Tokens[c].Lower is "us" && !reading.InQuotation(s.Tokens[c].Span) && reading.Report.Outlet.IsNewsroom)
                return Listener.Outlet;
        }
        return Listener.None;
    }
}
