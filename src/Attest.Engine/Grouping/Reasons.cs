namespace Attest.Engine.Grouping;

/// <summary>Says in words why reports were put together or kept apart.</summary>
internal static class Reasons
{
    private const int Named = 4;

    /// <summary>What two groups share: "both name Talbrook, Carrow; both count 13".</summary>
    public static string Between(TermVector a, TermVector b, Vocabulary vocabulary)
    {
        var shared = new List<(float Weight, TermWeight Term)>();
        var x = a.Terms;
        var y = b.Terms;
        for (int i = 0, j = 0; i < x.Length && j < y.Length;)
        {
            if (x[i].Term < y[j].Term)
                i++;
            else if (y[j].Term < x[i].Term)
                j++;
            else
                shared.Add((x[i].Text * y[j].Text, x[i++] + y[j++]));
        }
        string said = Said(shared, vocabulary, "both name ", "both count ", "both speak of ");
        return said.Length > 0 ? said : "nothing that they share is telling";
    }

    /// <summary>What each of two groups has for itself: "one names Gibe, Mysore, the other names Sukanya".</summary>
    public static string Apart(TermVector a, TermVector b, Vocabulary vocabulary)
    {
        string left = Said(Own(a, b), vocabulary, "names ", "counts ", "speaks of ");
        string right = Said(Own(b, a), vocabulary, "names ", "counts ", "speaks of ");
        return $"like events, but two: one {left}, the other {right}";
    }

    private static List<(float Weight, TermWeight Term)> Own(TermVector of, TermVector without)
    {
        var other = new Dictionary<int, float>();
        foreach (var term in without.Terms)
            other[term.Term] = term.Text / without.Reports;
        var own = new List<(float Weight, TermWeight Term)>();
        foreach (var term in of.Terms)
            own.Add(((term.Text / of.Reports) - other.GetValueOrDefault(term.Term), term));
        return own;
    }

    private static string Said(List<(float Weight, TermWeight Term)> terms, Vocabulary vocabulary, string naming, string counting, string speaking)
    {
        terms.Sort((p, q) => p.Weight != q.Weight ? q.Weight.CompareTo(p.Weight) : p.Term.Term.CompareTo(q.Term.Term));
        string[] parts =
        [
            Listed(naming, terms.Where(t => t.Term.Name > 0)),
            Listed(counting, terms.Where(t => t.Term.Figure > 0)),
            Listed(speaking, terms.Where(t => t.Term.Name == 0 && t.Term.Figure == 0)),
        ];
        return string.Join("; ", parts.Where(p => p.Length > 0).Take(2));

        string Listed(string lead, IEnumerable<(float Weight, TermWeight Term)> some)
        {
            string[] words = [.. some.Where(t => t.Weight > 0).Take(Named).Select(t => vocabulary[t.Term.Term])];
            return words.Length == 0 ? "" : lead + string.Join(", ", words);
        }
    }
}
