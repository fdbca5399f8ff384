using System.Collections.Immutable;

namespace Attest.Engine.Text;

/// <summary>Tags, parses and names one sentence after the other with buffers of its own; one thread uses one analyser.</summary>
internal sealed class SentenceAnalyser(LanguageModels models)
{
    private readonly WordBuffer words = new(models.Classes);
    private readonly Tagger tagger = new(models.Tags, models.TagModel);
    private readonly Parser parser = new(models.ParserModel, models.Classes);
    private readonly NameFinder nameFinder = new(models.NameModel);

    /// <summary>The sentence that some tokens of a text make.</summary>
    /// <param name="text">The text.</param>
    /// <param name="tokens">Where its tokens stand.</param>
    /// <param name="first">The sentence's first token.</param>
    /// <param name="end">After its last token.</param>
    /// <param name="index">Its number in the text.</param>
    /// <param name="paragraph">Number of its paragraph.</param>
    /// <param name="dateline">Where the text's dateline ends; 0 where it has none.</param>
    public Sentence Analyse(string text, List<Span> tokens, int first, int end, int index, int paragraph, int dateline = 0)
    {
        var whole = Tagged(text, tokens, first, end, index, paragraph);
        // Found in the whole sentence, before parts of it are read by themselves.
        ImmutableArray<Name> names = [.. nameFinder.Find(words).Select(n => Named(n.First, n.End, n.Kind))];
        int before = 0;
        while (before < whole.Tokens.Length && whole.Tokens[before].Span.End <= dateline)
            before++;
        // A label before a notice ("Correction: …") stands outside of its sentence as a dateline does.
        if (before == 0 && whole.Tokens.Length > 3 && whole.Tokens[1].Form == ":" && whole.Tokens[0].Lower is "correction" or "corrections" or "clarification" or "update")
            before = 2;
        if (ReportedSpeech.Divide(whole, before) is not { } parts)
            return InClauses(text, whole) with { Names = names };
        if (!parts.LeaveSomething(whole.Tokens.Length))
            return Parsed(whole) with { Names = names };
        var joined = ReportedSpeech.Join(whole, parts, part =>
        {
            List<Span> spans = [.. part.Select(i => tokens[first + i])];
            return InClauses(text, Tagged(text, spans, 0, spans.Count, index, paragraph));
        });
        return joined with { Names = names };

        Name Named(int from, int to, NameKind kind)
        {
            var span = new Span(tokens[first + from].Start, tokens[first + to - 1].End);
            return new Name(kind, span, from, to, span.Of(text));
        }
    }

    /// <summary>
    /// Reads clauses that plainly begin anew by themselves; at most a few, since each is tagged again. Where a sentence is divided is told by its tags, and
    /// syntax costs most of all, so only what stays whole is parsed.
    /// </summary>
    /// <param name="text">The text.</param>
    /// <param name="whole">What was tagged last.</param>
    /// <param name="depth">How often it was divided before.</param>
    private Sentence InClauses(string text, Sentence whole, int depth = 0)
    {
        if (depth > 4 || ClauseBoundaries.Find(whole) is not { } boundary)
            return AroundAsides(text, whole);
        List<Span> left = [.. whole.Tokens.Take(boundary.At).Select(t => t.Span)], right = [.. whole.Tokens.Skip(boundary.Right).Select(t => t.Span)];
        var first = AroundAsides(text, Tagged(text, left, 0, left.Count, whole.Index, whole.Paragraph));
        var second = InClauses(text, Tagged(text, right, 0, right.Count, whole.Index, whole.Paragraph), depth + 1);
        return ClauseBoundaries.Join(whole, first, second, boundary);
    }

    /// <summary>Reads what stands between a subject and its verb by itself; the sentence was tagged last.</summary>
    private Sentence AroundAsides(string text, Sentence tagged)
    {
        if (DayBetween.Find(tagged) is { } day)
        {
            List<Span> rest = [.. tagged.Tokens.Where((_, i) => i < day.First || i >= day.End).Select(t => t.Span)];
            return DayBetween.Join(tagged, AroundAsides(text, Tagged(text, rest, 0, rest.Count, tagged.Index, tagged.Paragraph)), day);
        }
        if (Asides.Find(tagged) is not { } place)
            return Parsed(tagged);
        List<Span> outside = [.. tagged.Tokens.Where((_, i) => i < place.Open || i > place.Close).Select(t => t.Span)];
        List<Span> inside = [.. tagged.Tokens.Take(place.Close).Skip(place.Open + 1).Select(t => t.Span)];
        var without = Parsed(Tagged(text, outside, 0, outside.Count, tagged.Index, tagged.Paragraph));
        var aside = Parsed(Tagged(text, inside, 0, inside.Count, tagged.Index, tagged.Paragraph));
        return Asides.Join(tagged, without, aside, place);
    }

    /// <summary>A sentence with its tags, and as yet without syntax: all of its words are roots.</summary>
    private Sentence Tagged(string text, List<Span> tokens, int first, int end, int index, int paragraph)
    {
        int count = end - first;
        string[] forms = new string[count], lowers = new string[count];
        for (int i = 0; i < count; i++)
        {
            forms[i] = tokens[first + i].Of(text);
            lowers[i] = Lowered(forms[i]);
        }
        Tag(forms, lowers);
        var built = ImmutableArray.CreateBuilder<Token>(count);
        for (int i = 0; i < count; i++)
        {
            var (upos, xpos) = (tagger.Tags.Upos[words[i].Tag], tagger.Tags.Xpos[words[i].Tag]);
            built.Add(new Token(tokens[first + i], forms[i], lowers[i], models.Lemmatiser.Of(forms[i], lowers[i], upos, xpos), upos, xpos, -1, "root"));
        }
        return new Sentence(index, paragraph, new Span(tokens[first].Start, tokens[end - 1].End), built.MoveToImmutable(), []);
    }

    /// <summary>The sentence that was tagged last, with its syntax.</summary>
    private Sentence Parsed(Sentence tagged)
    {
        parser.Parse(words);
        int count = tagged.Tokens.Length;
        var built = ImmutableArray.CreateBuilder<Token>(count);
        for (int i = 0; i < count; i++)
        {
            var t = tagged.Tokens[i];
            int head = parser.Head[i];
            built.Add(new Token(t.Span, t.Form, t.Lower, t.Lemma, t.Tag, t.FineTag, head == count ? -1 : head, parser.Relations[parser.Relation[i]]));
        }
        return TreeRepair.Mend(new Sentence(tagged.Index, tagged.Paragraph, tagged.Span, built.MoveToImmutable(), []));
    }

    /// <summary>Tags and parses given words; the outcome stands in <see cref="Words"/> and <see cref="Syntax"/>.</summary>
    public void Parse(IReadOnlyList<string> forms, IReadOnlyList<string> lowers)
    {
        Tag(forms, lowers);
        parser.Parse(words);
    }

    /// <summary>The names in the last sentence that was parsed.</summary>
    public IReadOnlyList<(int First, int End, NameKind Kind)> Names() => nameFinder.Find(words);

    /// <summary>The words of the last sentence with their tags.</summary>
    public WordBuffer Words => words;

    /// <summary>The last sentence's tree.</summary>
    public Parser Syntax => parser;

    private void Tag(IReadOnlyList<string> forms, IReadOnlyList<string> lowers)
    {
        words.Clear();
        for (int i = 0; i < forms.Count; i++)
            words.Add(forms[i], lowers[i]);
        tagger.Tag(words);
        TagRepair.Apply(words, models.Tags, lowers);
        MissingVerb.Find(words, tagger, lowers);
    }

    private static string Lowered(string form)
    {
        foreach (char c in form)
            if (char.IsUpper(c))
                return form.ToLowerInvariant();
        return form;
    }
}
