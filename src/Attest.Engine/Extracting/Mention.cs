using System.Collections.Immutable;
using Attest.Engine.Text;

namespace Attest.Engine.Extracting;

/// <summary>What a nominal can be referred back to as.</summary>
internal enum MentionKind
{
    /// <summary>Neither person nor body.</summary>
    Thing,

    /// <summary>A person.</summary>
    Person,

    /// <summary>An organisation or place.</summary>
    Body,

    /// <summary>A name of which the sort is not to be seen.</summary>
    Unclear,
}

/// <summary>A nominal that later words can refer back to.</summary>
/// <param name="At">Its head word.</param>
/// <param name="Kind">What it can be referred to as.</param>
/// <param name="Plural">Whether it is several.</param>
/// <param name="Subject">Whether it is the subject of its clause.</param>
/// <param name="Text">How it reads where it stands in for a later reference.</param>
/// <param name="Name">The full name; null where it has none.</param>
/// <param name="Lemmas">Its content lemmas.</param>
/// <param name="Head">Lemma of its head word.</param>
/// <param name="Rich">Whether it says more than its bare head word.</param>
internal sealed record Mention(TokenRef At, MentionKind Kind, bool Plural, bool Subject, string Text, string? Name, ImmutableArray<string> Lemmas, string Head, bool Rich)
{
    /// <summary>The mentions of a sentence in order.</summary>
    public static IEnumerable<Mention> Of(Sentence s)
    {
        for (int i = 0; i < s.Tokens.Length; i++)
        {
            var t = s.Tokens[i];
            if (t.Tag is PartOfSpeech.Noun or PartOfSpeech.Propn
                && t.BaseRelation is "nsubj" or "obj" or "iobj" or "obl" or "nmod" or "appos" or "conj" or "root" or "dep" or "parataxis")
                yield return Read(s, i);
            // "found Mayor Ilsa Brandt guilty": a full name is somebody, also where the parser makes it a part of the next word.
            if (t.Tag == PartOfSpeech.Propn && t.BaseRelation == "compound" && s.Names.Any(n => n.Kind == NameKind.Person && n.First == i && n.End > i + 1 && n.End < s.Tokens.Length && s.Tokens[n.End].Tag is PartOfSpeech.Adj or PartOfSpeech.Noun && s.Tokens[n.End].Head != i))
                yield return Read(s, i);
            // "Carrow Coal spokeswoman Delia Munro" names a body too.
            if (t.Tag == PartOfSpeech.Propn && t.BaseRelation is "compound" or "nmod" or "flat" && i + 1 < s.Tokens.Length && s.Tokens[i + 1].Tag == PartOfSpeech.Noun
                && Nouns.Persons.Contains(s.Tokens[i + 1].Lower) && s.Tokens[i + 1].Lower is not "owner")
            {
                int first = i;
                while (first > 0 && s.Tokens[first - 1].Tag == PartOfSpeech.Propn)
                    first--;
                string body = Join(s, [.. Enumerable.Range(first, i + 1 - first)]);
                yield return new Mention(new TokenRef(s.Index, i), MentionKind.Body, false, true, body, body, [.. body.Split(' ')], t.Lemma.ToLowerInvariant(), true);
            }
        }
    }

    /// <summary>The mention that a nominal makes.</summary>
    public static Mention Read(Sentence s, int head)
    {
        // "Her lawyer, Tom Reyes": the name says who.
        if (s.Tokens[head].Tag == PartOfSpeech.Noun && Nouns.Persons.Contains(s.Tokens[head].Lemma) && s.Child(head, "appos") is var apposed and > 0 && s.Tokens[apposed].Tag == PartOfSpeech.Propn)
            return Read(s, apposed) with { At = new TokenRef(s.Index, head), Subject = s.Tokens[head].BaseRelation == "nsubj" };
        // "A group calling itself Nightjar": what it is called is its name.
        if (s.Child(head, "acl") is var called and > 0 && s.Tokens[called].Lower == "calling" && s.Child(called, "xcomp") is var own and > 0 && s.Tokens[own].Tag == PartOfSpeech.Propn)
            return Read(s, own) with { At = new TokenRef(s.Index, head), Subject = s.Tokens[head].BaseRelation == "nsubj", Kind = MentionKind.Unclear };
        var words = Core(s, head);
        var t = s.Tokens[head];
        var name = NameAt(s, head, words);
        // "Harlan Systems", "the United States": a name in the plural mostly names one thing.
        bool plural = t.FineTag == "NNS" || s.Child(head, "conj") >= 0;
        var kind = KindOf(s, head, words, name);
        string text = Join(s, words);
        if (name is { } n)
        {
            var before = words.TakeWhile(w => w < n.First).ToList();
            bool article = before.Count > 0 && s.Tokens[before[^1]].Lower == "the";
            string bare = Join(s, [.. Enumerable.Range(n.First, n.End - n.First)]);
            bool titled = before.Exists(w => Nouns.Persons.Contains(s.Tokens[w].Lemma.ToLowerInvariant()) || s.Tokens[w].Form.EndsWith('.') && char.IsUpper(s.Tokens[w].Form[0]));
            text = kind == MentionKind.Person && (titled || before.Count == 0) ? text : article && kind != MentionKind.Person ? "the " + bare : bare;
            if (kind is MentionKind.Thing or MentionKind.Body && words[^1] >= n.End)
                text = Join(s, words);
        }
        if (text.StartsWith("A ", StringComparison.OrdinalIgnoreCase) || text.StartsWith("An ", StringComparison.OrdinalIgnoreCase))
            text = "the" + text[text.IndexOf(' ', StringComparison.Ordinal)..];
        else if (text.StartsWith("The ", StringComparison.Ordinal) || s.Tokens[words[0]].Span.Start <= s.Span.Start + 1 && s.Tokens[words[0]].Tag is not PartOfSpeech.Propn && name?.First != words[0])
            text = char.ToLowerInvariant(text[0]) + text[1..];
        var lemmas = words.Where(w => s.Tokens[w].Tag is PartOfSpeech.Noun or PartOfSpeech.Propn or PartOfSpeech.Adj or PartOfSpeech.Num).Select(w => s.Tokens[w].Lemma);
        bool rich = words.Count(w => s.Tokens[w].Tag is not (PartOfSpeech.Det or PartOfSpeech.Punct)) > 1 || t.Tag == PartOfSpeech.Propn;
        return new Mention(new TokenRef(s.Index, head), kind, plural, t.BaseRelation == "nsubj", text, name is { } x ? Join(s, [.. Enumerable.Range(x.First, x.End - x.First)]) : null,
            [.. lemmas], t.Lemma.ToLowerInvariant(), rich);
    }

    /// <summary>The head with what stands before it, and the rest of its name.</summary>
    private static List<int> Core(Sentence s, int head)
    {
        var words = new SortedSet<int>();
        var open = new Stack<int>([head]);
        while (open.TryPop(out int token))
        {
            words.Add(token);
            foreach (int c in s.Children(token))
                if (s.Tokens[c].BaseRelation is "det" or "amod" or "compound" or "flat" or "nummod" or "nmod:poss" or "goeswith"
                    || s.Tokens[c].Relation is "nmod:poss" or "nmod:desc" || s.Tokens[c].BaseRelation == "case" && s.Tokens[c].Lower is "'s" or "’s" or "'" or "’" && token != head
                    || s.Tokens[c].BaseRelation == "nmod" && s.Tokens[token].Tag == PartOfSpeech.Propn && s.Tokens[c].Tag == PartOfSpeech.Propn && s.Preposition(c) is "of" or "for" && c == token + 2
                    || s.Tokens[c].BaseRelation == "punct" && s.Tokens[c].Form == "-" && c < token)
                    open.Push(c);
        }
        // Only an unbroken run reads well elsewhere.
        var run = words.Where(w => w <= head).Reverse().TakeWhile((w, k) => w == head - k).Reverse().ToList();
        int next = head + 1;
        while (words.Contains(next))
            run.Add(next++);
        return run.Count > 0 ? run : [head];
    }

    private static (int First, int End)? NameAt(Sentence s, int head, List<int> words)
    {
        foreach (var n in s.Names)
            if (n.First <= head && head < n.End)
                return (Capitals(s, words, Math.Max(n.First, words[0])), Math.Min(n.End, words[^1] + 1));
        if (s.Tokens[head].Tag != PartOfSpeech.Propn)
            return null;
        int first = head, end = head + 1;
        while (first > words[0] && s.Tokens[first - 1].Tag == PartOfSpeech.Propn)
            first--;
        while (end <= words[^1] && s.Tokens[end].Tag == PartOfSpeech.Propn)
            end++;
        return (Capitals(s, words, first), end);
    }

    /// <summary>Words with a capital right before a name belong to it ("Hollow Ridge Hospital"), unless they are titles or open the sentence.</summary>
    private static int Capitals(Sentence s, List<int> words, int first)
    {
        while (first > words[0] && char.IsUpper(s.Tokens[first - 1].Form[0]) && s.Tokens[first - 1].Tag is PartOfSpeech.Adj or PartOfSpeech.Noun or PartOfSpeech.Propn
            && !Nouns.Persons.Contains(s.Tokens[first - 1].Lower) && (s.Tokens[first - 1].Tag == PartOfSpeech.Propn || s.Tokens[first - 1].Span.Start > s.Span.Start || s.Tokens[first - 1].FineTag == "NN" && !Nouns.Bodies.Contains(s.Tokens[first - 1].Lower)))
            first--;
        return first;
    }

    private static MentionKind KindOf(Sentence s, int head, List<int> words, (int First, int End)? name)
    {
        if (name is null)
            return Nouns.Persons.Contains(s.Tokens[head].Lemma) ? MentionKind.Person
                : Nouns.Bodies.Contains(s.Tokens[head].Lemma) ? MentionKind.Body : MentionKind.Thing;
        bool titled = words.Any(w => w < name.Value.First && Nouns.Persons.Contains(s.Tokens[w].Lemma.ToLowerInvariant()) && s.Tokens[w].Lemma != "owner")
            || s.Tokens[name.Value.First].Lower is "mr" or "mr." or "mrs" or "mrs." or "ms" or "ms." or "dr" or "dr." or "sir"
            // "Energy Minister Lena Okafor", all of it taken for the name.
            || Enumerable.Range(name.Value.First, name.Value.End - name.Value.First - 1).Any(w => Nouns.Persons.Contains(s.Tokens[w].Lower) && s.Tokens[w].Lower is not "owner");
        if (titled)
            return MentionKind.Person;
        if (Nouns.Bodies.Contains(s.Tokens[name.Value.End - 1].Lower) || Nouns.OutletNames.Contains(s.Tokens[name.Value.End - 1].Lower))
            return MentionKind.Body;
        // "One miner, Joss Aldane, survived".
        int above = s.Tokens[head].BaseRelation == "appos" ? s.Tokens[head].Head : s.Child(head, "appos");
        if (above >= 0 && Nouns.Persons.Contains(s.Tokens[above].Lemma.ToLowerInvariant()))
            return MentionKind.Person;
        bool business = EndsInCommonNoun(s, name.Value);
        foreach (var n in s.Names)
            if (n.First <= head && head < n.End)
                return n.Kind == NameKind.Person && !business ? MentionKind.Person : MentionKind.Body;
        return business ? MentionKind.Body : MentionKind.Unclear;
    }

    /// <summary>"Skyloft Aerospace", "Tarn Motors": a name without a first name that ends in what something is called is no person's.</summary>
    private static bool EndsInCommonNoun(Sentence s, (int First, int End) name)
    {
        if (name.End - name.First < 2)
            return false;
        for (int t = name.First; t < name.End - 1; t++)
            if (s.Tokens[t].Form.EndsWith('.') || FirstNames.Knows(s.Tokens[t].Form))
                return false;
        string last = s.Tokens[name.End - 1].Lower;
        return Lexicon.Shared.IsCommonNoun(last) && !Lexicon.Shared.IsCalling(last);
    }

    /// <summary>Words as they stand, blanks and breaks made one blank.</summary>
    public static string Join(Sentence s, List<int> words)
    {
        var text = new System.Text.StringBuilder();
        for (int k = 0; k < words.Count; k++)
        {
            if (k > 0 && (words[k] != words[k - 1] + 1 || s.Tokens[words[k]].Span.Start > s.Tokens[words[k - 1]].Span.End))
                text.Append(' ');
            text.Append(s.Tokens[words[k]].Form);
        }
        return text.ToString();
    }
}
