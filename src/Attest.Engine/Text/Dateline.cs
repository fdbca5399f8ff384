using System.Collections.Immutable;
using Attest.Engine.Text.Figures;
using Attest.Engine.Text.Moments;

namespace Attest.Engine.Text;

/// <summary>What opens a report's first paragraph before its first sentence: "HOLLOW RIDGE, 3 May (Continental Wire) - ".</summary>
/// <param name="Span">Where it stands, dash and the space behind it included: the report begins at its end.</param>
/// <param name="Place">The place as written; "" where none is named.</param>
/// <param name="Agency">The agency in brackets; "" where none is named.</param>
/// <param name="Date">The day as written ("3 May"); "" where none is named.</param>
public sealed record Dateline(Span Span, string Place, string Agency, string Date)
{
    // Longer openings are sentences with a dash.
    private const int Longest = 90;

    // "WASHINGTON and LONDON", "PORT-AU-PRINCE, Haiti"
    private const int MostPlaceWords = 7;

    /// <summary>
    /// Finds the dateline at the start of a text; null where there is none. A dash must end it. Before the dash stand a place in
    /// capitals, or an agency in brackets, or both; a place in small letters counts only with an agency or a date, since
    /// "Bread - and butter" is no dateline.
    /// </summary>
    public static Dateline? Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        int start = 0;
        while (start < text.Length && char.IsWhiteSpace(text[start]))
            start++;
        int limit = Math.Min(text.Length, start + Longest);
        int line = text.IndexOf('\n', start, limit - start);
        limit = line >= 0 ? line : limit;
        for (int dash = start; dash < limit; dash++)
            if (Dash(text, dash, limit) is int past && Read(text, start, dash) is (string place, string agency, string date))
                return new(new(start, past), place, agency, date);
        return null;
    }

    /// <summary>The end of the dash that stands here with the space behind it; null where none ends a dateline here.</summary>
    private static int? Dash(string text, int at, int limit)
    {
        bool wide = text[at] is '—' or '–' or '―';
        bool spaced = at > 0 && (char.IsWhiteSpace(text[at - 1]) || text[at - 1] == ')');
        int past = at;
        while (past < limit && text[past] is '-' or '—' or '–' or '―')
            past++;
        if (past == at || !wide && !(spaced || past - at > 1))
            return null;
        // "(Reuters) -The bridge": the space is sometimes missing behind a bracket.
        if (!wide && past < limit && !char.IsWhiteSpace(text[past]) && past - at == 1 && text[at - 1] is not ')' && !(at > 1 && text[at - 2] == ')'))
            return null;
        while (past < limit && char.IsWhiteSpace(text[past]))
            past++;
        return past < limit ? past : null;
    }

    private static (string Place, string Agency, string Date)? Read(string text, int start, int end)
    {
        string head = text[start..end].TrimEnd();
        string agency = "";
        if (head.EndsWith(')'))
        {
            int open = head.LastIndexOf('(');
            if (open < 0 || !IsName(head[(open + 1)..^1]))
                return null;
            agency = head[(open + 1)..^1].Trim();
            head = head[..open].TrimEnd();
        }
        if (head.Length == 0)
            return agency.Length > 0 ? ("", agency, "") : null;
        (string place, string date) = SplitDate(head);
        place = place.TrimEnd(' ', ',', '.');
        string[] words = place.Split([' ', '/'], StringSplitOptions.RemoveEmptyEntries);
        if (words.Length is 0 or > MostPlaceWords || place.Any(c => c is '.' or '!' or '?' or ':' or ';' or '"' or '“' or '”') && !IsAbbreviated(place))
            return null;
        bool capitals = IsCapitals(words[0].TrimEnd(','));
        bool named = words.All(w => char.IsUpper(w[0]) || w is "and" or "of" or "de" or "la" or "the" or "on" or "near" or "in" or "al" or "du" or "sur");
        return capitals && named || named && (agency.Length > 0 || date.Length > 0) ? (place, agency, date) : null;
    }

    /// <summary>Cuts a day off the end: "LONDON, 3 May", "LONDON, May 3, 2026".</summary>
    private static (string Place, string Date) SplitDate(string head)
    {
        ImmutableArray<Piece> pieces = Pieces.Of(head, new Sentence(0, 0, new(0, head.Length), [], []));
        for (int i = 1; i < pieces.Length; i++)
            if (DateReader.At(pieces, i, false) is (NamedTime.CalendarDay or NamedTime.DayOfTheWeek, int past) && past == pieces.Length)
                return (head[..pieces[i].Start], head[pieces[i].Start..]);
            else if (DateReader.WeekdayAt(pieces, i) is not null && i == pieces.Length - 1)
                return (head[..pieces[i].Start], head[pieces[i].Start..]);
        return (head, "");
    }

    private static bool IsCapitals(string word) => word.Length > 1 && word.Any(char.IsLetter) && !word.Any(char.IsLower);

    // "ST. LOUIS", "WASHINGTON, D.C.", "Calif."
    private static bool IsAbbreviated(string place) =>
        !place.Any(c => c is '!' or '?' or ':' or ';' or '"' or '“' or '”') && place.Split(' ').Where(w => w.EndsWith('.')).All(w => w.Length <= 6);

    private static bool IsName(string words) =>
        words.Length is > 0 and <= 40 && char.IsUpper(words.TrimStart()[..1].FirstOrDefault('a')) && !words.Any(c => c is '.' or '!' or '?' or ';');
}
