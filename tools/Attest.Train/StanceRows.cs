using System.Text.Json.Nodes;

namespace Attest.Train;

/// <summary>A headline towards a body, by their numbers in <see cref="StanceRows"/>.</summary>
/// <param name="Headline">Number of the headline.</param>
/// <param name="Body">Number of the body.</param>
/// <param name="Stance">0 agree, 1 disagree, 2 discuss, 3 unrelated.</param>
internal sealed record StancePair(int Headline, int Body, int Stance);

/// <summary>
/// The pairs of FNC-1 with what follows from them for single texts: who agrees with a headline that is for its claim is for it too. The claims' own headlines
/// (Emergent, Ferreira and Vlachos 2016) are where that begins.
/// </summary>
internal sealed class StanceRows
{
    private const int Agree = 0, Discuss = 2, Unrelated = 3;

    private const int For = 0, Against = 1, Observing = 2, Unknown = -1;

    // Labels travel from headline to body and back; four steps reach what can be reached.
    private const int Steps = 6;

    private static readonly string[] stances = ["agree", "disagree", "discuss", "unrelated"];

    private static readonly string[] views = ["for", "against", "observing"];

    private readonly Dictionary<string, int> bodyNumbers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> headlineNumbers = new(StringComparer.Ordinal);

    /// <summary>Texts of the headlines, each once.</summary>
    public List<string> Headlines { get; } = [];

    /// <summary>Texts of the bodies.</summary>
    public List<string> Bodies { get; } = [];

    /// <summary>Fold of each headline; −1 where there are none.</summary>
    public List<int> HeadlineFolds { get; } = [];

    /// <summary>Fold of each body; −1 where there are none.</summary>
    public List<int> BodyFolds { get; } = [];

    /// <summary>The labelled pairs.</summary>
    public List<StancePair> Pairs { get; } = [];

    /// <summary>Whether each headline is for (0), against (1) or observing (2) its claim; −1 where that is not known.</summary>
    public List<int> HeadlineViews { get; } = [];

    /// <summary>The same of the bodies.</summary>
    public int[] BodyViews { get; private set; } = [];

    /// <summary>Number of each headline's topic: what hangs together by pairs that are not unrelated.</summary>
    public int[] HeadlineTopics { get; private set; } = [];

    /// <summary>Number of each body's topic.</summary>
    public int[] BodyTopics { get; private set; } = [];

    /// <summary>Reads the set.</summary>
    /// <param name="bodies">Lines of the bodies' file.</param>
    /// <param name="pairs">Lines of the pairs' file.</param>
    /// <param name="views">Lines of headlines towards claims; may be empty.</param>
    public static StanceRows Read(IEnumerable<string> bodies, IEnumerable<string> pairs, IEnumerable<string> views)
    {
        var rows = new StanceRows();
        foreach (var row in bodies.Select(Parsed))
        {
            rows.bodyNumbers[(string)row["body"]!] = rows.Bodies.Count;
            rows.Bodies.Add((string)row["text"]!);
            rows.BodyFolds.Add((int?)row["fold"] ?? -1);
        }
        foreach (var row in pairs.Select(Parsed))
            rows.Pairs.Add(new StancePair(rows.Headline((string)row["headline"]!, (int?)row["headlineFold"] ?? -1), rows.bodyNumbers[(string)row["body"]!], Array.IndexOf(stances, (string)row["stance"]!)));
        foreach (var row in views.Select(Parsed))
            rows.HeadlineViews[rows.Headline((string)row["headline"]!, (int?)row["fold"] ?? -1)] = Array.IndexOf(StanceRows.views, (string)row["stance"]!);
        rows.Spread();
        rows.FindTopics();
        return rows;
    }

    private static JsonNode Parsed(string line) => JsonNode.Parse(line)!;

    private int Headline(string text, int fold)
    {
        if (headlineNumbers.TryGetValue(text, out int known))
            return known;
        headlineNumbers[text] = Headlines.Count;
        Headlines.Add(text);
        HeadlineFolds.Add(fold);
        HeadlineViews.Add(Unknown);
        return Headlines.Count - 1;
    }

    private void Spread()
    {
        BodyViews = new int[Bodies.Count];
        Array.Fill(BodyViews, Unknown);
        for (int step = 0; step < Steps; step++)
            foreach (var pair in Pairs.Where(p => p.Stance != Unrelated))
            {
                int headline = HeadlineViews[pair.Headline], body = BodyViews[pair.Body];
                if (body == Unknown && headline is For or Against)
                    BodyViews[pair.Body] = Other(headline, pair.Stance);
                else if (headline == Unknown && body is For or Against)
                    HeadlineViews[pair.Headline] = Other(body, pair.Stance);
            }
    }

    private static int Other(int view, int stance) => stance == Discuss ? Observing : stance == Agree ? view : view == For ? Against : For;

    private void FindTopics()
    {
        int[] parents = [.. Enumerable.Range(0, Headlines.Count + Bodies.Count)];
        int Root(int x)
        {
            while (parents[x] != x)
                x = parents[x] = parents[parents[x]];
            return x;
        }
        foreach (var pair in Pairs.Where(p => p.Stance != Unrelated))
            parents[Root(pair.Headline)] = Root(Headlines.Count + pair.Body);
        HeadlineTopics = [.. Enumerable.Range(0, Headlines.Count).Select(Root)];
        BodyTopics = [.. Enumerable.Range(0, Bodies.Count).Select(b => Root(Headlines.Count + b))];
    }
}
