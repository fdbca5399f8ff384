using System.Globalization;
using System.Text.RegularExpressions;
using Attest.Engine.Text;

namespace Attest.Train;

/// <summary>A sentence with its names.</summary>
internal sealed record NamedSentence(string[] Forms, List<(int First, int End, NameKind Kind)> Names);

/// <summary>Reads names of people, places and organisations from sets that label them in different ways.</summary>
internal static partial class NameData
{
    private static readonly HashSet<string> Titles =
        [.. "Mr. Mrs. Ms. Miss Dr. Prof. Professor President Sir Lady Lord Judge Justice Senator Sen. Rep. Gov. Governor King Queen Prince Princess Pope Captain General Mayor Secretary Minister".Split(' ')];

    /// <summary>wikigold and WNUT 17: one word a line with its label last, sentences apart by blank lines; kinds other than ours are no names.</summary>
    public static IEnumerable<NamedSentence> ReadColumns(string path)
    {
        var forms = new List<string>();
        var labels = new List<string>();
        foreach (string line in File.ReadLines(path).Append(""))
        {
            string[] columns = line.Split('\t', ' ');
            if (columns.Length >= 2 && columns[0].Length > 0)
            {
                forms.Add(columns[0]);
                labels.Add(columns[^1]);
            }
            else if (forms.Count > 0)
            {
                yield return new NamedSentence([.. forms], Names(labels));
                forms.Clear();
                labels.Clear();
            }
        }
    }

    /// <summary>
    /// GUM: names are the mentions of people, places and organisations whose head is a proper noun. GUM labels a state that acts as an organisation;
    /// here a name that mostly is a place is one everywhere.
    /// </summary>
    public static List<NamedSentence> FromGum(IEnumerable<TreebankWord[]> sentences)
    {
        List<NamedSentence> named = [.. Mentions(sentences)];
        var places = named.SelectMany(s => s.Names.Select(n => (Text: string.Join(' ', s.Forms[n.First..n.End]), n.Kind))).GroupBy(n => n.Text)
            .Where(g => g.Count(n => n.Kind == NameKind.Place) > g.Count(n => n.Kind == NameKind.Organisation)).Select(g => g.Key).ToHashSet();
        return [.. named.Select(s => s with { Names = [.. s.Names.Select(n => n.Kind == NameKind.Organisation && places.Contains(string.Join(' ', s.Forms[n.First..n.End])) ? (n.First, n.End, NameKind.Place) : n)] })];
    }

    private static IEnumerable<NamedSentence> Mentions(IEnumerable<TreebankWord[]> sentences)
    {
        foreach (var sentence in sentences)
        {
            var open = new List<(string Group, int First, string Kind, string Least)>();
            var mentions = new List<(int First, int End, string Kind, string Least)>();
            for (int i = 0; i < sentence.Length; i++)
            {
                string entity = sentence[i].Misc.Split('|').FirstOrDefault(m => m.StartsWith("Entity=", StringComparison.Ordinal)) ?? "";
                foreach (Match bracket in Bracket().Matches(entity))
                {
                    if (bracket.Groups["open"].Success)
                    {
                        string[] fields = bracket.Groups["open"].Value.Split('-');
                        open.Add((fields[0], i, fields.ElementAtOrDefault(1) ?? "", fields.ElementAtOrDefault(5) ?? ""));
                    }
                    if (bracket.Groups["close"].Success)
                    {
                        string group = bracket.Groups["close"].Success && bracket.Groups["open"].Success ? open[^1].Group : bracket.Groups["close"].Value;
                        int at = open.FindLastIndex(o => o.Group == group);
                        if (at < 0)
                            continue;
                        mentions.Add((open[at].First, i + 1, open[at].Kind, open[at].Least));
                        open.RemoveAt(at);
                    }
                }
            }
            yield return new NamedSentence([.. sentence.Select(w => w.Form)], Names(sentence, mentions));
        }
    }

    private static List<(int, int, NameKind)> Names(TreebankWord[] sentence, List<(int First, int End, string Kind, string Least)> mentions)
    {
        var names = new List<(int First, int End, NameKind Kind)>();
        bool[] taken = new bool[sentence.Length];
        foreach (var mention in mentions.OrderByDescending(m => m.End - m.First))
        {
            int[] least = [.. mention.Least.Split(',').Select(p => int.TryParse(p, CultureInfo.InvariantCulture, out int place) ? mention.First + place - 1 : -1).Where(p => p >= 0 && p < mention.End)];
            if (least.Length == 0 || (!IsProper(sentence[least[0]]) && !IsProper(sentence[least[^1]])))
                continue;
            var kind = Kind(mention.Kind);
            var (first, end) = Extent(sentence, least[0], least[^1], kind == NameKind.Person);
            if (first >= end || !char.IsUpper(sentence[first].Form[0]) || taken.AsSpan(first, end - first).Contains(true))
                continue;
            // People in the plural are peoples ("Romans"), which are no names here.
            if (kind == NameKind.Person && end == first + 1 && sentence[first].Joint.EndsWith("NNPS", StringComparison.Ordinal))
                continue;
            // A name of another kind (a film, a law) takes its words too: a name within it is none.
            taken.AsSpan(first, end - first).Fill(true);
            if (kind is { } known)
                names.Add((first, end, known));
        }
        return names;
    }

    // Of a mention's least span, what is the name itself: without titles, and up to the first word that no name goes on with.
    private static (int First, int End) Extent(TreebankWord[] sentence, int first, int last, bool person)
    {
        while (first < last && (!char.IsUpper(sentence[first].Form[0]) || (person && (Titles.Contains(sentence[first].Form) || sentence[first].Relation == "nmod:desc"))))
            first++;
        int end = first;
        while (end <= last && GoesOn(sentence[end], person))
            end++;
        // Two people, or a person and "I", are two names, which have mentions of their own.
        if (person && end <= last && sentence[end].Lower is "and" or "&" or "or")
            return (first, first);
        while (end > first && (!char.IsLetterOrDigit(sentence[end - 1].Form[0]) || !char.IsUpper(sentence[end - 1].Form[0])) && !char.IsDigit(sentence[end - 1].Form[0]))
            end--;
        return (first, end);
    }

    private static bool GoesOn(TreebankWord word, bool person)
    {
        if (char.IsUpper(word.Form[0]) || word.Form is "-" or "." or "\"" or "“" or "”")
            return true;
        return person
            ? word.Lower is "de" or "la" or "van" or "von" or "der" or "den" or "bin" or "al" or "el" or "da" or "di" or "du" or "le" or "y"
            : word.Lower is "of" or "the" or "and" or "for" or "&" or "de" or "la" or "del" or "du" or "des" or "e" or "'s" or "’s" || char.IsDigit(word.Form[0]);
    }

    private static bool IsProper(TreebankWord word) => word.Joint.StartsWith("PROPN", StringComparison.Ordinal);

    private static List<(int, int, NameKind)> Names(List<string> labels)
    {
        var names = new List<(int, int, NameKind)>();
        for (int i = 0; i < labels.Count; i++)
        {
            if (labels[i].Length < 3)
                continue;
            int first = i;
            while (i + 1 < labels.Count && labels[i + 1].StartsWith("I-", StringComparison.Ordinal) && labels[i + 1][2..] == labels[first][2..])
                i++;
            if (Kind(labels[first][2..]) is { } kind)
                names.Add((first, i + 1, kind));
        }
        return names;
    }

    private static NameKind? Kind(string kind) => kind switch
    {
        "person" or "PER" => NameKind.Person,
        "place" or "location" or "LOC" => NameKind.Place,
        "organization" or "corporation" or "group" or "ORG" => NameKind.Organisation,
        _ => null,
    };

    // "(12-person-…-Name" opens, ")" right after it closes the same, "12)" closes an earlier one.
    [GeneratedRegex(@"\((?<open>\d+-[^()]*)(?<close>\))?|(?<close>\d+)\)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Bracket();
}
