using System.Text;
using Attest.Engine.Weighing;

namespace Attest.Eval.Tasks;

/// <summary>
/// Which of the values that sources give is true, by the engine's source reliability; beside it the plain vote. One method for every set: values are compared by
/// their words and figures, whatever their order. On test <c>book</c> was never seen.
/// </summary>
internal static class TruthTask
{
    public static IReadOnlyList<Figure> Run(DataFolder data) => [.. Measure(data, "population"), .. data.IsTest ? Measure(data, "book") : []];

    private static IEnumerable<Figure> Measure(DataFolder data, string set)
    {
        if (File(data, set, "claims") is not { } claims || File(data, set, "truth") is not { } truths)
            yield break;
        var said = new List<SourceSays>();
        foreach (string[] row in Rows(claims))
            said.Add(new SourceSays(row[3], row[0] + "\n" + row[1], Key(row[2])));
        var found = SourceReliability.Of(said);
        var asked = Rows(truths).Select(r => (Question: r[0] + "\n" + r[1], Value: Key(r[2]))).Where(t => found.Values.ContainsKey(t.Question)).ToList();
        var votes = said.DistinctBy(s => s).ToLookup(s => s.Question, s => s.Value, StringComparer.Ordinal);
        string Voted(string question) => votes[question].CountBy(v => v).OrderByDescending(v => v.Value).ThenBy(v => v.Key, StringComparer.Ordinal).First().Key;
        var judged = asked.ConvertAll(t => (Ours: found.Likeliest(t.Question) == t.Value, Vote: Voted(t.Question) == t.Value));
        double vote = judged.Average(j => j.Vote ? 1 : 0);
        yield return Figure.Of(set, judged, j => j.Average(x => x.Ours ? 1 : 0), vote);
        yield return Figure.Of(set + "Vote", judged, j => j.Average(x => x.Vote ? 1 : 0));
    }

    private static string? File(DataFolder data, string set, string part)
    {
        string folder = Path.Combine(data.Root, "truth");
        return Directory.Exists(folder) ? Directory.GetFiles(folder, $"{set}*.csv").Where(f => Path.GetFileName(f).Contains(part, StringComparison.Ordinal)).Order(StringComparer.Ordinal).FirstOrDefault() : null;
    }

    // "Hill, Jo; Bassett, Una" and "Una Bassett, Jo Hill" are one value.
    private static string Key(string value)
    {
        var words = new SortedSet<string>(StringComparer.Ordinal);
        var word = new StringBuilder();
        foreach (char c in value.ToLowerInvariant() + " ")
        {
            if (char.IsLetterOrDigit(c))
                word.Append(c);
            else if (word.Length > 0)
            {
                words.Add(word.ToString());
                word.Clear();
            }
        }
        return words.Count == 0 ? value.Trim() : string.Join(' ', words);
    }

    private static IEnumerable<string[]> Rows(string path) => System.IO.File.ReadLines(path).Skip(1).Where(l => l.Length > 0).Select(Fields).Where(f => f.Length >= 3);

    private static string[] Fields(string line)
    {
        var fields = new List<string>();
        var field = new StringBuilder();
        bool quoted = false;
        for (int i = 0; i < line.Length; i++)
        {
            char c = line[i];
            if (c == '"' && quoted && i + 1 < line.Length && line[i + 1] == '"')
                field.Append(line[++i]);
            else if (c == '"')
                quoted = !quoted;
            else if (c == ',' && !quoted)
            {
                fields.Add(field.ToString());
                field.Clear();
            }
            else
                field.Append(c);
        }
        return [.. fields, field.ToString()];
    }
}
