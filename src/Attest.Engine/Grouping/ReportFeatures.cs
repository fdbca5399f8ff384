using System.Collections.Immutable;
using System.Globalization;
using Attest.Engine.Text;

namespace Attest.Engine.Grouping;

/// <summary>A term of a report as grouping sees it.</summary>
/// <param name="Text">Stem of a word, or "#" and the value of a number.</param>
/// <param name="Form">The term as first written, for people to read.</param>
/// <param name="Count">How often the report says it.</param>
/// <param name="IsName">Whether it is (part of) a proper name there.</param>
/// <param name="IsPlace">Whether it is (part of) the name of a place there.</param>
/// <param name="InLead">Whether it stands in the title or the opening.</param>
public readonly record struct FeatureTerm(string Text, string Form, int Count, bool IsName, bool IsPlace, bool InLead)
{
    /// <summary>Whether it is a number.</summary>
    public bool IsFigure => Text[0] == '#';
}

/// <summary>What grouping needs of a report: its terms and its time. The same text always gives the same features.</summary>
/// <param name="Key">The report's id.</param>
/// <param name="At">When the report takes effect, UTC.</param>
/// <param name="Terms">Its terms, ordered by text (ordinal).</param>
public sealed record ReportFeatures(string Key, DateTimeOffset At, ImmutableArray<FeatureTerm> Terms)
{
    /// <summary>Sentences of the body that count as its opening: in news the event is told in the first two.</summary>
    private const int OpeningSentences = 2;

    /// <summary>The features of a report.</summary>
    /// <param name="key">The report's id.</param>
    /// <param name="at">When it takes effect.</param>
    /// <param name="title">Its title, analysed; without sentences where there is none.</param>
    /// <param name="body">Its text, analysed.</param>
    public static ReportFeatures Of(string key, DateTimeOffset at, AnalysedText title, AnalysedText body)
    {
        ArgumentNullException.ThrowIfNull(title);
        ArgumentNullException.ThrowIfNull(body);
        var found = new SortedDictionary<string, Seen>(StringComparer.Ordinal);
        foreach (var sentence in body.Sentences)
            Read(sentence, found, inLead: sentence.Index < OpeningSentences, namesCount: true);
        // Headlines capitalise anything: what is a name in them is decided by the body.
        foreach (var sentence in title.Sentences)
            Read(sentence, found, inLead: true, namesCount: false);
        return new ReportFeatures(key, at, [.. found.Select(f => f.Value.Term(f.Key))]);
    }

    private static void Read(Sentence sentence, SortedDictionary<string, Seen> found, bool inLead, bool namesCount)
    {
        var place = new bool[sentence.Tokens.Length];
        foreach (var name in sentence.Names.Where(n => n.Kind == NameKind.Place))
            Array.Fill(place, true, name.First, name.End - name.First);
        for (int i = 0; i < sentence.Tokens.Length; i++)
        {
            var token = sentence.Tokens[i];
            if (TermOf(token) is not { } term)
                continue;
            var seen = found.GetValueOrDefault(term);
            bool isName = token.Tag == PartOfSpeech.Propn;
            found[term] = new Seen(seen.Form ?? token.Form, seen.Count + 1, seen.Body + (namesCount ? 1 : 0), seen.Names + (isName ? 1 : 0),
                seen.BodyNames + (isName && namesCount ? 1 : 0), seen.Places + (place[i] ? 1 : 0), seen.InLead || inLead);
        }
    }

    private static string? TermOf(Token token)
    {
        // "#oscar", "-year" and the like are read without their signs; "#" marks figures.
        string word = token.Lower;
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
        string stem = Stem.Of(word);
        return stem.Length < 2 ? null : stem;
    }

    private readonly record struct Seen(string? Form, int Count, int Body, int Names, int BodyNames, int Places, bool InLead)
    {
        public FeatureTerm Term(string text)
        {
            bool isName = Body > 0 ? 2 * BodyNames > Body : Names > 0;
            return new FeatureTerm(text, Form ?? text, Count, isName && text[0] != '#', Places > 0, InLead);
        }
    }
}
