using System.Text;

namespace Attest.Eval.Tasks;

/// <summary>A word of a treebank.</summary>
/// <param name="Form">As written.</param>
/// <param name="Upos">Universal tag.</param>
/// <param name="Head">Index of its head; −1 for the root.</param>
/// <param name="Relation">Relation without subtype.</param>
internal sealed record GoldWord(string Form, string Upos, int Head, string Relation);

/// <summary>A document of a treebank: its text as it was before anyone split it, and its labelled sentences.</summary>
internal sealed class GoldDocument
{
    private readonly StringBuilder text = new();

    /// <summary>The text, with blank lines between paragraphs.</summary>
    public string Text => text.ToString();

    /// <summary>The sentences.</summary>
    public List<GoldWord[]> Sentences { get; } = [];

    /// <summary>Reads a CoNLL-U file.</summary>
    public static List<GoldDocument> Read(IEnumerable<string> lines)
    {
        var documents = new List<GoldDocument>();
        var words = new List<GoldWord>();
        bool newParagraph = false;
        foreach (string line in lines)
        {
            if (line.StartsWith("# newdoc", StringComparison.Ordinal) || documents.Count == 0)
            {
                Finish();
                documents.Add(new GoldDocument());
            }
            if (line.StartsWith("# newpar", StringComparison.Ordinal))
                newParagraph = true;
            else if (line.StartsWith("# text = ", StringComparison.Ordinal))
            {
                Finish();
                var text = documents[^1].text;
                text.Append(text.Length == 0 ? "" : newParagraph ? "\n\n" : " ").Append(line.AsSpan(9));
                newParagraph = false;
            }
            else if (line.Length > 0 && line[0] != '#')
            {
                string[] columns = line.Split('\t');
                if (columns[0].AsSpan().IndexOfAny('-', '.') < 0)
                    words.Add(new GoldWord(columns[1], columns[3], int.Parse(columns[6], System.Globalization.CultureInfo.InvariantCulture) - 1, columns[7].Split(':')[0]));
            }
        }
        Finish();
        return documents;

        void Finish()
        {
            if (words.Count > 0)
                documents[^1].Sentences.Add([.. words]);
            words.Clear();
        }
    }
}
