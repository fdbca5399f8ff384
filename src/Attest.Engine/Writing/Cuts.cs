using System.Text.RegularExpressions;
using Attest.Engine.Model;

namespace Attest.Engine.Writing;

/// <summary>
/// Shortens a claim's wording by cuts alone, so that a headline holds no word that no report wrote: 1. the date; 2. what stands between brackets; 3. what stands
/// between commas; 4. what follows the last comma. Under a negation nothing is cut but the date, because less said would then be more denied.
/// </summary>
internal static partial class Cuts
{
    /// <summary>The wording for a headline, without its full stop.</summary>
    public static string ForHeadline(Claim claim, int year)
    {
        string text = StoryWords.WithoutStop(ForSentence(claim, year));
        string undated = Tidy(Date().Replace(text, ""));
        text = Words(undated) >= 4 ? undated : text;
        if (claim.Proposition.Negated || claim.Kind == ClaimKind.Absence)
            return text;
        foreach (var cut in new Func<string, string>[] { t => Bracket().Replace(t, ""), WithoutAside, WithoutTail })
        {
            if (text.Length <= HouseStyle.Headline)
                break;
            string shorter = Tidy(cut(text));
            text = Words(shorter) >= 5 ? shorter : text;
        }
        return text;
    }

    /// <summary>The wording for a sentence: a date of the update's own year needs no year.</summary>
    public static string ForSentence(Claim claim, int year) =>
        Year().Replace(claim.Wording, m => m.Groups[2].Value == year.ToString(System.Globalization.CultureInfo.InvariantCulture) ? m.Groups[1].Value : m.Value);

    // "Deep Works, the owner, has closed": an aside between two commas; with more of them it may be part of a list.
    private static string WithoutAside(string text)
    {
        var aside = Aside().Match(text);
        return aside.Success && text.Count(c => c == ',') == 2 && !Opener().IsMatch(text) ? text.Remove(aside.Index, aside.Length) : text;
    }

    private static string WithoutTail(string text)
    {
        int comma = text.LastIndexOf(", ", StringComparison.Ordinal);
        return comma > 30 && !Opener().IsMatch(text) && !IsListed(text, comma) ? text[..comma] : text;
    }

    private static bool IsListed(string text, int comma) => text[..comma].Contains(", ", StringComparison.Ordinal) || Joined().IsMatch(text[comma..]);

    private static int Words(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length;

    private static string Tidy(string text) => Spaces().Replace(text, " ").Replace(" ,", ",", StringComparison.Ordinal).Replace(",,", ",", StringComparison.Ordinal).Trim(' ', ',', ';');

    [GeneratedRegex(@",?\s(?:(?:early|late|later)\s)?on\s(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?\s)?(?:(?:early|late|morning|evening|afternoon|night)\s)?\d{1,2}\s(?:January|February|March|April|May|June|July|August|September|October|November|December)(?:\s\d{4})?(?:\s(?:morning|afternoon|evening|night))?\b|,?\s(?:(?:early|late|later)\s)?on\s(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?:\s(?:morning|afternoon|evening|night))?\b(?!’|')", RegexOptions.CultureInvariant)]
    private static partial Regex Date();

    [GeneratedRegex(@"\b((?:January|February|March|April|May|June|July|August|September|October|November|December)),?\s(\d{4})\b", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Year();

    [GeneratedRegex(@"\s\([^()]{1,80}\)", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Bracket();

    [GeneratedRegex(@", (?!and |or |but )[^,]{3,70},(?! (?:and|or) )", RegexOptions.CultureInvariant)]
    private static partial Regex Aside();

    [GeneratedRegex("^, (?:and|or|but not) ", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Joined();

    // A subordinate clause or phrase in front: what follows its comma is the main clause.
    [GeneratedRegex(@"^(?:After|Although|As|At|Because|Before|By|Despite|During|For|From|If|In|On|Since|Though|Under|Unless|Until|When|While|With|Without)\s", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Opener();

    [GeneratedRegex(@"\s{2,}", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Spaces();
}
