namespace Attest.Train;

/// <summary>A word of a treebank.</summary>
/// <param name="Form">As written.</param>
/// <param name="Lemma">Dictionary form.</param>
/// <param name="Joint">Universal and Penn tag ("VERB|VBD").</param>
/// <param name="Head">Index of its head; the number of words for the root.</param>
/// <param name="Relation">Relation to its head, with subtype.</param>
/// <param name="Misc">The last column.</param>
internal sealed record TreebankWord(string Form, string Lemma, string Joint, int Head, string Relation, string Misc)
{
    /// <summary>In lower case.</summary>
    public string Lower { get; } = Form.ToLowerInvariant();
}

/// <summary>Reads CoNLL-U files.</summary>
internal static class Treebank
{
    /// <summary>The sentences of a file.</summary>
    public static List<TreebankWord[]> Read(string path)
    {
        var sentences = new List<TreebankWord[]>();
        var rows = new List<string[]>();
        foreach (string line in File.ReadLines(path).Append(""))
        {
            if (line.Length == 0)
            {
                if (rows.Count > 0)
                    sentences.Add([.. rows.Select(r => Word(r, rows.Count))]);
                rows.Clear();
            }
            else if (line[0] != '#')
            {
                string[] columns = line.Split('\t');
                // Ranges of fused words and words that are not written have no place in the tree.
                if (columns[0].AsSpan().IndexOfAny('-', '.') < 0)
                    rows.Add(columns);
            }
        }
        return sentences;
    }

    private static TreebankWord Word(string[] columns, int count)
    {
        int head = int.Parse(columns[6], System.Globalization.CultureInfo.InvariantCulture) - 1;
        return new TreebankWord(columns[1], columns[2], columns[3] + "|" + columns[4], head < 0 ? count : head, columns[7], columns[9]);
    }
}
