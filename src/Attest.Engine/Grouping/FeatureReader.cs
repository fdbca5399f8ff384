using System.Collections.Immutable;
using System.Globalization;
using Attest.Engine.Text;

namespace Attest.Engine.Grouping;

/// <summary>Collects the terms of one report.</summary>
internal sealed class FeatureReader
{
    // In news the event is told in the first two sentences.
    private const int OpeningSentences = 2;

    private readonly SortedDictionary<string, Seen> seen = new(StringComparer.Ordinal);
    private readonly SortedSet<string> quantities = new(StringComparer.Ordinal);

    public ImmutableArray<FeatureTerm> Terms => [.. seen.Select(s => s.Value.Term(s.Key))];

    public ImmutableArray<string> Quantities => [.. quantities];

    public void ReadBody(Sentence sentence) => Read(sentence, sentence.Index < OpeningSentences, inTitle: false);

    // Headlines capitalise anything: what is a name in them is decided by the body.
    public void ReadTitle(Sentence sentence) => Read(sentence, inLead: true, inTitle: true);

    /// <summary>Adds a word of the issuer's own name; returns its term.</summary>
    public string? ReadIssuer(string word)
    {
        if (TermOf(word.ToLowerInvariant()) is not { } term)
            return null;
        Add(term, word, isName: true, inLead: false, inTitle: false);
        return term;
    }

    private void Read(Sentence sentence, bool inLead, bool inTitle)
    {
        var tokens = sentence.Tokens;
        for (int i = 0; i < tokens.Length; i++)
        {
            if (TermOf(tokens[i].Lower) is not { } term)
                continue;
            Add(term, tokens[i].Form, tokens[i].Tag == PartOfSpeech.Propn, inLead, inTitle);
            if (term[0] == '#' && Counted(tokens, i) is { } what)
                quantities.Add($"{term.AsSpan(1)} {what}");
        }
    }

    private void Add(string term, string form, bool isName, bool inLead, bool inTitle)
    {
        var before = seen.GetValueOrDefault(term);
        seen[term] = new Seen(before.Form ?? form, before.Count + 1, before.Body + (inTitle ? 0 : 1), before.Names + (isName ? 1 : 0),
            before.BodyNames + (isName && !inTitle ? 1 : 0), before.InLead || inLead);
    }

    // The last noun of what stands behind a number: "48,000 electric kettles".
    private static string? Counted(ImmutableArray<Token> tokens, int number)
    {
        string? last = null;
        for (int i = number + 1; i < tokens.Length && tokens[i].Tag is PartOfSpeech.Noun or PartOfSpeech.Propn or PartOfSpeech.Adj; i++)
            if (tokens[i].Tag == PartOfSpeech.Noun)
                last = tokens[i].Lower;
        return last is null ? null : TermOf(last);
    }

    private static string? TermOf(string word)
    {
        // "#oscar", "-year" and the like are read without their signs; "#" marks figures.
        int start = 0, end = word.Length;
        while (start < end && !char.IsLetterOrDigit(word[start]))
            start++;
        while (end > start && !char.IsLetterOrDigit(word[end - 1]))
            end--;
        if (start == end)
            return null;
        word = word[start..end];
        if (Figures.Read(word) is { } value)
            return "#" + value.ToString(CultureInfo.InvariantCulture);
        // "A.I." and "AI", "U.S." and "US" are one.
        if (word.Contains('.') && word.Split('.').All(p => p.Length <= 1))
            word = word.Replace(".", "", StringComparison.Ordinal);
        string stem = Stem.Of(word);
        return stem.Length < 2 ? null : stem;
    }

    private readonly record struct Seen(string? Form, int Count, int Body, int Names, int BodyNames, bool InLead)
    {
        public FeatureTerm Term(string text)
        {
            bool isName = Body > 0 ? 2 * BodyNames > Body : Names > 0;
            return new FeatureTerm(text, Form ?? text, Count, isName && text[0] != '#', InLead);
        }
    }
}
