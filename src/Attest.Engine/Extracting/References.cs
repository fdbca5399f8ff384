using System.Collections.Immutable;
using Attest.Engine.Model;
using Attest.Engine.Text;

namespace Attest.Engine.Extracting;

/// <summary>What stands in for words that do not stand alone.</summary>
/// <param name="Text">The words to put there, in the middle of a sentence.</param>
/// <param name="Lemmas">Their content lemmas.</param>
/// <param name="Name">The full name, where it is one.</param>
internal sealed record Referent(string Text, ImmutableArray<string> Lemmas, string? Name)
{
    public static Referent Of(Mention m) => new(WithoutOwner(m.Text), m.Lemmas, m.Name);

    // "our Ostby plant", taken up later as "the plant": whose it is does not carry over as a pronoun.
    private static string WithoutOwner(string text)
    {
        int end = text.IndexOf(' ', StringComparison.Ordinal);
        return end > 0 && text[..end].ToLowerInvariant() is "our" or "its" or "their" or "his" or "her" or "my" ? "the" + text[end..] : text;
    }

    public static Referent Named(string name) => new(name, [.. name.Split(' ')], name);
}

/// <summary>
/// Whom pronouns, bare definite nouns and short names mean, by recency, agreement, part in the sentence, and sameness of name or
/// role within the report. What cannot be told with confidence stays unresolved: no statement is made of it.
/// </summary>
internal sealed class References
{
    /// <summary>How many sentences back a pronoun may reach.</summary>
    private const int PronounReach = 2;

    /// <summary>What happens to things, and never to who speaks.</summary>
    private static readonly HashSet<string> ThingsDo = new(StringComparer.Ordinal) { "crash", "sink", "derail", "explode", "burn", "capsize", "erupt", "land", "melt", "ignite", "leak", "malfunction", "detonate" };

    private readonly ReportReading reading;
    private readonly ImmutableArray<Mention>[] mentions;
    private readonly HashSet<string> ambiguous = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Mention> fullNames = new(StringComparer.Ordinal);
    private readonly NamedBusinesses businesses;
    private readonly Dictionary<(int Sentence, int Token), Mention> subjects = [];
    private int subjectsUntil;

    public References(ReportReading reading)
    {
        this.reading = reading;
        mentions = [.. reading.Text.Sentences.Select(s => Mention.Of(s).Where(m => !reading.IsCut(s, m.At.Token)).Select(Capitalised).ToImmutableArray())];
        foreach (var m in mentions.SelectMany(m => m))
            if (m.Name is { } name && name.Contains(' ', StringComparison.Ordinal) && m.Kind is MentionKind.Person or MentionKind.Unclear && !OnlyPlace(m) && !IsTitleCase(reading.Text.Sentences[m.At.Sentence]))
            {
                string last = name[(name.LastIndexOf(' ') + 1)..];
                if (fullNames.TryGetValue(last, out var other) && other.Name != name && !other.Name!.EndsWith(name, StringComparison.Ordinal) && !name.EndsWith(other.Name!, StringComparison.Ordinal)
                    && !SameFirst(other.Name!, name))
                    ambiguous.Add(last);
                if (!fullNames.TryGetValue(last, out var known) || (known.Kind != MentionKind.Person && m.Kind == MentionKind.Person))
                    fullNames[last] = m;
            }
        businesses = new NamedBusinesses(reading, mentions, fullNames, m => OnlyPlace(m) || IsTime(m));
    }

    /// <summary>"Hillary Clinton" and "Hillary Rodham Clinton" are one; "Bill Clinton" is another.</summary>
    private static bool SameFirst(string a, string b) => a.Split(' ')[0] == b.Split(' ')[0];

    /// <summary>Headlines within the text capitalise what is no name.</summary>
    private static bool IsTitleCase(Sentence s)
    {
        int words = 0, capital = 0;
        foreach (var t in s.Tokens)
        {
            if (t.Form.Length < 4 || !char.IsLetter(t.Form[0]))
                continue;
            words++;
            capital += char.IsUpper(t.Form[0]) ? 1 : 0;
        }
        return words > 6 && capital * 10 > words * 7;
    }

    /// <summary>What a single-word name is short for; null where it is not, or not known.</summary>
    public Mention? FullName(Sentence s, int token)
    {
        var t = s.Tokens[token];
        if (t.Tag is not (PartOfSpeech.Propn or PartOfSpeech.Noun) || !char.IsUpper(t.Form[0]) || ambiguous.Contains(t.Form) || !fullNames.TryGetValue(t.Form, out var full) || full.At.Sentence == s.Index && full.At.Token == token)
            return null;
        foreach (int c in s.Children(token))
            if (s.Tokens[c].BaseRelation is "compound" or "flat" or "amod" or "det" or "nummod")
                return null;
        return s.Tokens[token].BaseRelation is "compound" or "flat" ? null : full;
    }

    /// <summary>Whom a personal pronoun of the third person means.</summary>
    /// <param name="s">Its sentence.</param>
    /// <param name="token">The pronoun.</param>
    /// <param name="speakers">Heads of the sources in whose contents it stands, innermost first.</param>
    public Mention? Pronoun(Sentence s, int token, IEnumerable<TokenRef> speakers)
    {
        if (Agreement.Of(s.Tokens[token].Lower) is not { } agreement)
            return null;
        var actor = LocalSubject(s, token);
        Func<Mention, bool> agrees = m => agreement(m) && !IsMeasure(m) && (actor is null || !SameName(m, actor));
        bool person = s.Tokens[token].Lower[0] is 'h' or 's';
        // "The rebels said they had shot down a drone; the ministry said it had crashed": no body crashes, and what did nobody can tell.
        if (s.Tokens[token].Lower == "it" && s.Tokens[token].BaseRelation == "nsubj" && s.Tokens[token].Head is >= 0 and var happens && ThingsDo.Contains(s.Tokens[happens].Lemma)
            && speakers.Any(a => At(a) is { Kind: MentionKind.Body }))
            return null;
        if (person && reading.InQuotation(s.Tokens[token].Span))
            return OnlyOther(s, token, agrees, speakers);
        foreach (var speaker in speakers)
            if (speaker.Sentence != s.Index || !s.Below(token, speaker.Token))
                if (At(speaker) is { Plural: false, Name: not null, Kind: MentionKind.Body } && person)
                    return null;
                else if (At(speaker) is { } said && (agrees(said) || s.Tokens[token].Lower is "it" or "its" && said is { Plural: false, Name: not null } && said.Text == said.Name && !IsOffice(speaker)))
                    return PossessorOf(speaker, token, s) is { } possessor ? Pronoun(reading.Text.Sentences[speaker.Sentence], possessor, []) : said;
        // A subject before it in its own sentence, the main clause's first.
        var here = mentions[s.Index].Where(m => m.At.Token < token && m.Subject && !s.Below(token, m.At.Token)).Select(Fullest).Where(agrees).ToList();
        // "An earlier version of this article said P; it is Q": it is not the article.
        here.RemoveAll(m => m.Head is "version" or "article");
        if (here.Count > 0)
            return Same(here) ? Certain(s, token, here[0], agrees) : null;
        // "convicted Otto Brandt of fraud and sentenced him": the only person of the sentence, whatever part he plays in it.
        var beside = person ? mentions[s.Index].Where(m => m.At.Token < token && !s.Below(token, m.At.Token)).Select(Fullest).Where(m => m.Kind == MentionKind.Person && m.Name is not null && agrees(m)).ToList() : [];
        if (beside.Count > 0)
            return Same(beside) ? beside[0] : null;
        for (int back = s.Index - 1; back >= 0 && back >= s.Index - PronounReach; back--)
        {
            if (Math.Abs(reading.Text.Sentences[back].Paragraph - s.Paragraph) > 1)
                return null;
            var subjects = mentions[back].Where(m => m.Subject && m.Head is not ("version" or "article")).Select(Fullest).Where(agrees).ToList();
            if (subjects.Count > 0 && MayBeItsObject(s, token, subjects[0], back))
                return null;
            if (subjects.Count > 0)
                return Same(subjects) ? Certain(s, token, subjects[0], agrees) : null;
            // "Unions welcomed the plan. Groups said it would cost jobs": the only thing of its number is meant.
            var things = person ? [] : mentions[back].Select(Fullest).Where(m => agrees(m) && m.Kind != MentionKind.Person && !IsTime(m)).ToList();
            if (things.Count > 0)
                return Same(things) ? things[0] : null;
            var others = mentions[back].Select(Fullest).Where(m => agrees(m) && m.Kind == MentionKind.Person).ToList();
            if (others.Count > 0)
                return Same(others) ? others[0] : null;
            if (CarriesPronoun(back, agrees, s.Tokens[token].Lower) is { } carried)
                return carried;
        }
        return null;
    }

    /// <summary>The subject of the clause in which a pronoun stands as another part: it is never meant, or the pronoun would be "itself". Null where the pronoun is the subject or a possessive.</summary>
    private Mention? LocalSubject(Sentence s, int token)
    {
        if (s.Tokens[token].BaseRelation == "nsubj" || s.Tokens[token].Relation == "nmod:poss" || s.Tokens[token].Lower is "his" or "its" or "their")
            return null;
        for (int at = s.Tokens[token].Head, steps = 0; at >= 0 && steps < s.Tokens.Length; at = s.Tokens[at].Head, steps++)
            if (s.OwnSubject(at) is var subject and >= 0)
                return subject == token || s.Below(token, subject) ? null : At(new TokenRef(s.Index, subject));
        return null;
    }

    /// <summary>A figure's unit ("80 million crowns", "four percent") is nobody that is spoken of again.</summary>
    private bool IsMeasure(Mention m)
    {
        var s = reading.Text.Sentences[m.At.Sentence];
        return m.Name is null && reading.QuantitiesOf(s).Any(q => q.Head == m.At.Token && (Text.Figures.Measures.IsMeasure(q.Unit) || q.Unit.Length == 3 && char.IsUpper(q.Unit[0]) || q.Value >= 1_000_000));
    }

    /// <summary>Whether a speaker is named by office ("its chief executive, Petra Halloran"), and so is a person.</summary>
    private bool IsOffice(TokenRef speaker) => Nouns.Persons.Contains(reading.Text.Sentences[speaker.Sentence].Tokens[speaker.Token].Lemma);

    /// <summary>Whether "he" is who we think: where the first name does not tell and somebody else was just spoken of, nobody can say.</summary>
    private Mention? Certain(Sentence s, int token, Mention meant, Func<Mention, bool> agrees)
    {
        if (s.Tokens[token].Lower[0] is not ('h' or 's') || meant.Name is not { } name || FirstNames.Knows(name))
            return meant;
        foreach (var m in Earlier(s, token))
        {
            if (m.At.Sentence < s.Index - PronounReach)
                break;
            var full = Fullest(m);
            if (full.Kind == MentionKind.Person && full.Name is not null && agrees(full) && !SameName(full, meant))
                return null;
        }
        return meant;
    }

    /// <summary>"The agency has approved the vaccine Novirax. It prevented most infections": a body did something to a thing, and what "it" did any thing can do. So nobody can tell.</summary>
    private bool MayBeItsObject(Sentence s, int token, Mention subject, int back)
    {
        if (s.Tokens[token].Lower != "it" || subject.Kind != MentionKind.Body || s.Tokens[token].BaseRelation != "nsubj" || s.Tokens[token].Head is not (>= 0 and var does)
            || s.Tokens[does].Tag == PartOfSpeech.Verb && Nouns.BodiesDo.Contains(s.Tokens[does].Lemma))
            return false;
        var before = reading.Text.Sentences[back];
        return mentions[back].Any(m => !m.Subject && !m.Plural && before.Tokens[m.At.Token].BaseRelation == "obj" && !IsMeasure(m) && !IsTime(m));
    }

    /// <summary>In a quotation "she" is not who speaks: the only other person of the last sentences.</summary>
    private Mention? OnlyOther(Sentence s, int token, Func<Mention, bool> agrees, IEnumerable<TokenRef> speakers)
    {
        var said = speakers.Select(At).OfType<Mention>().Select(m => m.Text).ToHashSet(StringComparer.Ordinal);
        var others = new List<Mention>();
        foreach (var m in Earlier(s, token))
        {
            if (m.At.Sentence < s.Index - PronounReach - 1)
                break;
            var full = Fullest(m);
            if (full.Kind == MentionKind.Person && full.Name is not null && agrees(full) && !said.Contains(full.Text))
                others.Add(full);
        }
        return others.Count > 0 && Same(others) ? others[0] : null;
    }

    /// <summary>"Her lawyer said she would appeal": she is not the lawyer but whose lawyer it is; −1 as null.</summary>
    private int? PossessorOf(TokenRef speaker, int token, Sentence s)
    {
        var at = reading.Text.Sentences[speaker.Sentence];
        foreach (int c in at.Children(speaker.Token))
            if (at.Tokens[c].Relation == "nmod:poss" && at.Tokens[c].Tag == PartOfSpeech.Pron && SamePerson(at.Tokens[c].Lower, s.Tokens[token].Lower))
                return c;
        return null;
    }

    private static bool SamePerson(string possessive, string pronoun) => possessive switch
    {
        "her" => pronoun is "she" or "her",
        "his" => pronoun is "he" or "him" or "his",
        _ => false,
    };

    /// <summary>Whom a bare definite noun ("the company", "the mine") means.</summary>
    /// <param name="s">Its sentence.</param>
    /// <param name="token">The noun.</param>
    /// <returns>The referent; null where the noun does not need one or none is to be found.</returns>
    public Referent? Definite(Sentence s, int token)
    {
        string lemma = s.Tokens[token].Lemma;
        var outlet = reading.Report.Outlet;
        if (outlet.Kind is OutletKind.Official or OutletKind.Company && NamesIt(outlet.Name, lemma, outlet.Kind))
            return Referent.Named(WithArticle(outlet.Name));
        Mention? richer = null;
        bool open = Nouns.Persons.Contains(lemma) || Nouns.Bodies.Contains(lemma);
        bool plural = s.Tokens[token].FineTag == "NNS";
        foreach (var m in Earlier(s, token))
        {
            if (m.Plural != plural)
                continue;
            if (m.Head == lemma && m.Rich && m.Name is null && (open || m.Text.Any(char.IsUpper)) && !m.Text.Split(' ').Any(w => w is "his" or "her" or "its" or "their" or "our" or "my") || m.Name is { } n && LastWord(n).Equals(lemma, StringComparison.OrdinalIgnoreCase))
            {
                richer = m;
                break;
            }
            if (m.Kind == MentionKind.Person && m.Name is not null && Nouns.Persons.Contains(lemma) && m.Lemmas.Contains(lemma, StringComparer.OrdinalIgnoreCase))
            {
                richer = m;
                break;
            }
        }
        if (richer is not null)
        {
            // Two of a sort in one report ("the Democratic Party", "the Republican Party"): nobody can tell which is meant.
            bool several = Earlier(s, token).Any(m => m != richer && m.Head == richer.Head && m.Rich && m.Plural == plural && !m.Text.Contains(richer.Text, StringComparison.OrdinalIgnoreCase)
                && !richer.Text.Contains(m.Text, StringComparison.OrdinalIgnoreCase) && m.Text.Any(char.IsUpper));
            return several && richer.At.Sentence < s.Index - 1 ? null : Referent.Of(richer);
        }
        if (plural)
            return null;
        if (NamedBusinesses.IsSort(lemma))
        {
            var named = Earlier(s, token).Where(businesses.Holds).ToList();
            var bodies = named.Where(m => m.Subject || NamedBusinesses.Owner(m)).ToList();
            if (bodies.Count == 0)
                bodies = named;
            if (bodies.Count > 0 && (Same(bodies) || Recent(bodies, s.Index)))
                return Referent.Of(bodies[0]);
        }
        return null;
    }

    /// <summary>Whether a bare definite noun says nothing by itself, so that there is no statement without a referent.</summary>
    public static bool NeedsReferent(string lemma) =>
        !Nouns.Unique.Contains(lemma) && (Nouns.Persons.Contains(lemma) || Nouns.Bodies.Contains(lemma));

    // "Chinese people" at the head of a sentence keeps its capital elsewhere: the report never writes the word without.
    private Mention Capitalised(Mention m)
    {
        string first = m.Text.Split(' ', 2)[0];
        return first.Length > 1 && char.IsLower(first[0]) && char.ToUpperInvariant(first[0]) + first[1..] is var capital && reading.IsCapitalInside(capital) ? m with { Text = capital + m.Text[first.Length..] } : m;
    }

    /// <summary>The mention whose head a word is.</summary>
    public Mention? At(TokenRef at)
    {
        foreach (var m in mentions[at.Sentence])
            if (m.At == at)
                return Fullest(m);
        var s = reading.Text.Sentences[at.Sentence];
        var t = s.Tokens[at.Token];
        if (t.Tag == PartOfSpeech.Pron && Agreement.Of(t.Lower) is not null)
            return Pronoun(s, at.Token, []);
        return t.Tag is PartOfSpeech.Noun or PartOfSpeech.Propn ? Mention.Read(s, at.Token) : null;
    }

    /// <summary>A mention by short name or bare noun, as the full one that it repeats.</summary>
    private Mention Fullest(Mention m)
    {
        var s = reading.Text.Sentences[m.At.Sentence];
        if (FullName(s, m.At.Token) is { } full)
            return full with { Subject = m.Subject };
        if (!m.Rich && m.Name is null && s.HasChild(m.At.Token, "det", "the") && Definite(s, m.At.Token) is { } referent)
            return m with { Text = referent.Text, Name = referent.Name, Lemmas = referent.Lemmas, Rich = true };
        return m;
    }

    /// <summary>A sentence whose subject is itself the pronoun passes its meaning on.</summary>
    private Mention? CarriesPronoun(int sentence, Func<Mention, bool> agrees, string lower)
    {
        // In order of the text and each once, so that every one rests on what is known already: asked backwards, a chain of pronouns would branch at every link.
        while (subjectsUntil <= sentence)
            Resolve(reading.Text.Sentences[subjectsUntil++]);
        var s = reading.Text.Sentences[sentence];
        for (int i = 0; i < s.Tokens.Length; i++)
            if (s.Tokens[i].Lower == lower && subjects.TryGetValue((sentence, i), out var carried) && agrees(carried))
                return carried;
        return null;
    }

    private void Resolve(Sentence s)
    {
        for (int i = 0; i < s.Tokens.Length; i++)
            if (s.Tokens[i].BaseRelation == "nsubj" && Pronoun(s, i, []) is { } meant)
                subjects[(s.Index, i)] = meant;
    }

    private IEnumerable<Mention> Earlier(Sentence s, int token)
    {
        for (int back = s.Index; back >= 0; back--)
            for (int k = mentions[back].Length - 1; k >= 0; k--)
                if (back < s.Index || mentions[back][k].At.Token < token)
                    yield return mentions[back][k];
    }

    /// <summary>Whether the nearest stands alone in its sentence and is not far off.</summary>
    private static bool Recent(List<Mention> bodies, int sentence) =>
        bodies[0].At.Sentence >= sentence - 3 && Same([.. bodies.Where(b => b.At.Sentence == bodies[0].At.Sentence)]);

    private bool IsTime(Mention m)
    {
        var s = reading.Text.Sentences[m.At.Sentence];
        return reading.TimesOf(s).Any(t => t.Span.Overlaps(s.Tokens[m.At.Token].Span));
    }

    private bool OnlyPlace(Mention m)
    {
        foreach (var n in reading.Text.Sentences[m.At.Sentence].Names)
            if (n.First <= m.At.Token && m.At.Token < n.End)
                return n.Kind == NameKind.Place;
        return false;
    }

    private static bool Same(List<Mention> mentions) => mentions.TrueForAll(m => SameName(m, mentions[0]));

    private static bool SameName(Mention a, Mention b) =>
        a.Name is { } x && b.Name is { } y ? x == y || x.EndsWith(" " + y, StringComparison.Ordinal) || y.EndsWith(" " + x, StringComparison.Ordinal) : a.Head == b.Head && a.Name == b.Name;

    private static bool NamesIt(string outlet, string lemma, OutletKind kind) =>
        LastWord(outlet).Equals(lemma, StringComparison.OrdinalIgnoreCase)
        || Nouns.Bodies.Contains(lemma) && outlet.Split(' ').Contains(lemma, StringComparer.OrdinalIgnoreCase)
        || (kind == OutletKind.Company && lemma is "company" or "firm" or "manufacturer" or "maker")
        || (kind == OutletKind.Official && lemma is "agency" or "authority" or "department" or "ministry" or "commission" && !Nouns.Bodies.Contains(LastWord(outlet).ToLowerInvariant()));

    internal static string LastWord(string name) => name[(name.LastIndexOf(' ') + 1)..];

    /// <summary>Names that end in the sort of body they are take the article ("the Consumer Safety Agency").</summary>
    public static string WithArticle(string name) =>
        Nouns.Bodies.Contains(LastWord(name).ToLowerInvariant()) && !name.StartsWith("The ", StringComparison.OrdinalIgnoreCase)
            && LastWord(name).ToLowerInvariant() is not ("hospital" or "university" or "school" or "airline" or "club") ? "the " + name : name;
}
