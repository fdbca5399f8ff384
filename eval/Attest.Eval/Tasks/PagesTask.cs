using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Attest.Engine.Gathering.Markup;
using Attest.Engine.Reading;

namespace Attest.Eval.Tasks;

/// <summary>
/// The text of an article out of its page, scored as the article-extraction-benchmark does: precision and recall of shingles of four words for each
/// page, averaged; F1 of the two means; accuracy is the share of pages whose words are all right and in order. Baseline: SmartReader alone.
/// </summary>
internal static class PagesTask
{
    private const int ShingleLength = 4;

    public static IReadOnlyList<Figure> Run(DataFolder data)
    {
        string truth = data.IsTest && File.Exists(Path.Combine(data.Root, "pages/ground-truth.test.json")) ? "pages/ground-truth.test.json" : "pages/ground-truth.json";
        using var json = JsonDocument.Parse(File.ReadAllText(data.Path(truth)));
        var ours = new List<Page>();
        var simple = new List<Page>();
        foreach (var entry in json.RootElement.EnumerateObject())
        {
            string html = PageCharacters.Read(Unpacked(data.Path($"pages/html/{entry.Name}.html.gz")), null);
            string gold = entry.Value.TryGetProperty("articleBody", out var body) ? body.GetString() ?? "" : "";
            string url = entry.Value.TryGetProperty("url", out var given) && given.GetString() is { } text && text.StartsWith("http", StringComparison.Ordinal) ? text : "https://page.example/article";
            ours.Add(Page.Judge(gold, PageReader.Read(html).Text));
            simple.Add(Page.Judge(gold, Readable(html, url)));
        }
        return
        [
            .. new (string Name, Func<IReadOnlyList<Page>, double> Measure)[]
            {
                ("f1", F1), ("precision", Precision), ("recall", Recall), ("accuracy", p => p.Average(x => x.Same ? 1 : 0)),
            }.Select(m => Figure.Of(m.Name, ours, m.Measure, m.Measure(simple))),
        ];
    }

    private static string Readable(string html, string url)
    {
        try
        {
            return new SmartReader.Reader(url, html).GetArticle().TextContent ?? "";
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return "";
        }
    }

    private static byte[] Unpacked(string path)
    {
        using var file = new GZipStream(File.OpenRead(path), CompressionMode.Decompress);
        using var bytes = new MemoryStream();
        file.CopyTo(bytes);
        return bytes.ToArray();
    }

    private static double F1(IReadOnlyList<Page> pages) => 2 * Precision(pages) * Recall(pages) / (Precision(pages) + Recall(pages));

    private static double Precision(IReadOnlyList<Page> pages) => pages.Where(p => p.Right + p.Extra > 0).Average(p => p.Extra == 0 && p.Missed == 0 ? 1 : p.Right / (p.Right + p.Extra));

    private static double Recall(IReadOnlyList<Page> pages) => pages.Where(p => p.Right + p.Missed > 0).Average(p => p.Extra == 0 && p.Missed == 0 ? 1 : p.Right / (p.Right + p.Missed));

    private sealed record Page(double Right, double Extra, double Missed, bool Same)
    {
        public static Page Judge(string gold, string found)
        {
            var (goldWords, foundWords) = (Words(gold), Words(found));
            var (goldShingles, foundShingles) = (Shingles(goldWords), Shingles(foundWords));
            double right = 0, extra = 0, missed = 0;
            foreach (string shingle in goldShingles.Keys.Union(foundShingles.Keys, StringComparer.Ordinal))
            {
                int g = goldShingles.GetValueOrDefault(shingle), f = foundShingles.GetValueOrDefault(shingle);
                right += Math.Min(g, f);
                extra += Math.Max(0, f - g);
                missed += Math.Max(0, g - f);
            }
            return new Page(right, extra, missed, goldWords.SequenceEqual(foundWords));
        }

        private static Dictionary<string, int> Shingles(List<string> words)
        {
            var counts = new Dictionary<string, int>(StringComparer.Ordinal);
            for (int i = 0; i < Math.Max(1, words.Count - ShingleLength + 1); i++)
                if (string.Join('\n', words.Skip(i).Take(ShingleLength)) is { Length: > 0 } shingle)
                    counts[shingle] = counts.GetValueOrDefault(shingle) + 1;
            return counts;
        }

        // As the pattern \w+ of the benchmark's language: letters, numbers of every kind, underscores.
        private static List<string> Words(string text)
        {
            var words = new List<string>();
            var word = new StringBuilder();
            foreach (var rune in text.EnumerateRunes())
            {
                bool inside = rune.Value == '_' || Rune.IsLetter(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber;
                if (inside)
                    word.Append(rune.ToString());
                else if (word.Length > 0)
                {
                    words.Add(word.ToString());
                    word.Clear();
                }
            }
            if (word.Length > 0)
                words.Add(word.ToString());
            return words;
        }
    }
}
