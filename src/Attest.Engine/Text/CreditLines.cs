using System.Buffers;
using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Attest.Engine.Text;

/// <summary>What a credit line says of its name.</summary>
public enum CreditKind
{
    /// <summary>The text comes from this agency or outlet: "(Continental Wire)", "With agencies".</summary>
    Agency,

    /// <summary>The person wrote or reported it: "Reporting by …", "By …".</summary>
    Writer,

    /// <summary>The person edited it: "Editing by …".</summary>
    Editor,
}

/// <summary>A credit at the end of a report, or in a line of its own.</summary>
/// <param name="Kind">What it says of the name.</param>
/// <param name="Span">Where the credit stands, brackets and lead words included.</param>
/// <param name="Name">The name as written.</param>
public sealed record Credit(CreditKind Kind, Span Span, string Name);

/// <summary>Finds the credits of a report that are no part of what it says: agencies and people named in brackets or in lines of their own.</summary>
public static partial class CreditLines
{
    // A credit is a short paragraph, or the end of the last one.
    private const int LongestLine = 300;

    // Each of the patterns holds one of these: most lines hold none.
    private static readonly SearchValues<string> signs = SearchValues.Create(["by", "By", "BY", "from", "Source:", "(", "["], StringComparison.Ordinal);

    /// <summary>The credits of a text, in order: in each short line of its own, and at the end of the last paragraph.</summary>
    public static ImmutableArray<Credit> Find(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var credits = new List<Credit>();
        int end = text.TrimEnd().Length;
        for (int start = 0; start < end;)
        {
            int past = text.IndexOf('\n', start, end - start);
            past = past < 0 ? end : past;
            Line(text, start, past, past == end, credits);
            start = past + 1;
        }
        return [.. credits.OrderBy(c => c.Span.Start)];
    }

    private static void Line(string text, int start, int end, bool isLast, List<Credit> credits)
    {
        while (start < end && char.IsWhiteSpace(text[start]))
            start++;
        while (end > start && char.IsWhiteSpace(text[end - 1]))
            end--;
        // Only the tail of a long line can be a credit.
        int from = Math.Max(start, end - LongestLine);
        if (!text.AsSpan(from, end - from).ContainsAny(signs))
            return;
        string line = text[from..end];
        bool whole = from == start;
        Match people = PeoplePattern().Match(line);
        if (people.Success && (whole && people.Index <= 1 || isLast))
        {
            for (; people.Success; people = people.NextMatch())
                AddPeople(from, people, credits);
            return;
        }
        Match byline = BylinePattern().Match(line);
        if (whole && byline.Success)
        {
            Group name = byline.Groups["name"], agency = byline.Groups["agency"];
            credits.Add(new(CreditKind.Writer, new(from + byline.Index, from + byline.Index + byline.Length), name.Value.Trim()));
            if (agency.Success)
                credits.Add(new(CreditKind.Agency, new(from + agency.Index, from + agency.Index + agency.Length), agency.Value.Trim()));
            return;
        }
        Match bracket = BracketPattern().Match(line);
        if (bracket.Success && IsApart(line, bracket.Index) && IsAgency(bracket.Groups["name"].Value))
            credits.Add(new(CreditKind.Agency, new(from + bracket.Index, from + bracket.Index + bracket.Length), Trimmed(bracket.Groups["name"].Value)));
    }

    private static void AddPeople(int from, Match match, List<Credit> credits)
    {
        CreditKind kind = match.Groups["edit"].Success ? CreditKind.Editor : match.Groups["agency"].Success ? CreditKind.Agency : CreditKind.Writer;
        Group names = match.Groups["names"];
        var span = new Span(from + match.Index, from + match.Index + match.Length);
        foreach (string name in names.Value.Split([",", " and ", " & "], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            int place = name.IndexOf(" in ", StringComparison.Ordinal);
            string person = (place > 0 ? name[..place] : name).Trim(' ', '.');
            // "in West Palm Beach, Florida": one word is a place, or an agency.
            bool whole = kind == CreditKind.Agency || person.Contains(' ', StringComparison.Ordinal);
            if (person.Length > 0 && whole && char.IsUpper(person[0]) && !name.StartsWith("in ", StringComparison.Ordinal))
                credits.Add(new(kind, span, person));
        }
    }

    // "(R-Texas)." and "the union (EU)." belong to their sentence; a credit stands behind its end or alone.
    private static bool IsApart(string line, int bracket)
    {
        string before = line[..bracket].TrimEnd();
        return before.Length == 0 || before[^1] is '.' or '!' or '?' or '"' or '”' or '’' or '\'' or '…';
    }

    // A bracket at a paragraph's end holds a credit where every word is a name's, and no figure or remark.
    private static bool IsAgency(string words) =>
        Trimmed(words).Split(' ', StringSplitOptions.RemoveEmptyEntries) is { Length: > 0 and <= 6 } parts
        && parts.All(p => char.IsUpper(p[0]) || p is "and" or "of" or "the" or "with" or "&" or "agencies" || char.IsAsciiDigit(p[0]) && parts.Length > 1)
        && char.IsUpper(parts[0][0])
        && !parts.Any(p => p is "CLIP" or "VIDEO" or "AUDIO" or "END" or "BEGIN");

    private static string Trimmed(string words)
    {
        string name = words.Trim(' ', '.', '/');
        foreach (string lead in (ReadOnlySpan<string>)["With files from ", "With agencies, ", "With ", "Source: ", "Via ", "via "])
            if (name.StartsWith(lead, StringComparison.Ordinal))
                return name[lead.Length..];
        return name;
    }

    [GeneratedRegex(
        @"\(?(?:(?:Additional |With additional )?[Rr]eporting by|Written by|Compiled by|(?<edit>(?:Additional )?[Ee]diting by)|(?<agency>With (?:files|reports?|material|reporting) from|(?:This (?:story|report|article) was )?[Ff]irst published by|Source:))\s{1,300}(?<names>[^;()\n]{2,160}?)(?=[;)]|\.?$|\.\s|(?:,? and)? [Ee]diting by)[;)]?\.?",
        RegexOptions.CultureInvariant)]
    private static partial Regex PeoplePattern();

    [GeneratedRegex(@"^(?:By|BY)\s+(?<name>\p{Lu}[\p{L}.'’-]*(?:\s+(?:and\s+|de\s+|van\s+|von\s+|al-)?\p{Lu}[\p{L}.'’-]*){1,7})(?:\s*(?:,|\||/|for|of)\s*(?<agency>\p{Lu}[\p{L}\d .&'’-]{1,40}))?$", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex BylinePattern();

    [GeneratedRegex(@"[(\[](?<name>[^()\[\]\n]{2,60})[)\]]\.?$", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex BracketPattern();
}
