using System.Text.Json;
using Attest.Engine.Grouping;
using Attest.Engine.Text;

namespace Attest.Eval.Tasks;

/// <summary>
/// Which reports tell of one event? ECB+ in the order of its file as the stream, one time for all. On dev the weights are fitted on the topics of
/// four folds and measured on the stream of the fifth; on test the engine's own are used.
/// </summary>
internal static class GroupingTask
{
    private const int Folds = 5;

    /// <summary>Measures <c>grouping</c>.</summary>
    public static IReadOnlyList<Figure> Run(DataFolder data)
    {
        var documents = data.Lines(data.IsTest ? "stories/ecbplus.test.jsonl" : "stories/ecbplus.train.jsonl").Select(StoryDocument.Read).ToList();
        if (data.IsTest)
            return Measured([Placed(documents, new Grouper())]);
        int[] topics = [.. documents.Select(d => d.Topic).Distinct().Order()];
        var folds = new List<IReadOnlyList<GroupedDocument>>();
        for (int fold = 0; fold < Folds; fold++)
        {
            var held = topics.Where((_, i) => i % Folds == fold).ToHashSet();
            double[] weights = GroupingFit.Of([.. documents.Where(d => !held.Contains(d.Topic))]);
            folds.Add(Placed([.. documents.Where(d => held.Contains(d.Topic))], new Grouper(weights)));
        }
        return Measured(folds);
    }

    private static List<GroupedDocument> Placed(List<StoryDocument> documents, Grouper grouper)
    {
        foreach (var document in documents)
            grouper.Place(document.Features);
        return [.. documents.Select(d => new GroupedDocument(d, grouper.StoryOf(d.Features.Key)!))];
    }

    private static List<Figure> Measured(List<IReadOnlyList<GroupedDocument>> streams)
    {
        var baseline = GroupingBaseline.Best(streams);
        var scored = streams.SelectMany(s => BCubed(s, d => d.Story)).ToList();
        var topics = streams.SelectMany(s => s.GroupBy(d => d.Document.Topic)).Select(t => (IReadOnlyList<GroupedDocument>)[.. t]).ToList();
        return
        [
            Figure.Of("b3", scored, F1, F1([.. baseline.SelectMany(s => BCubed(s, d => d.Story))])),
            new Figure("ari", streams.Average(Ari), baseline.Average(Ari)),
            Figure.Of("hardPairs", topics, HardPairs, HardPairs([.. baseline.SelectMany(s => s.GroupBy(d => d.Document.Topic)).Select(t => (IReadOnlyList<GroupedDocument>)[.. t])])),
            Figure.Of("topicOnlyB3", [.. streams.SelectMany(s => BCubed(s, d => $"{d.Document.Topic}"))], F1),
        ];
    }

    // Precision and recall of each document's own story (Bagga and Baldwin 1998).
    private static IEnumerable<(double Precision, double Recall)> BCubed(IReadOnlyList<GroupedDocument> stream, Func<GroupedDocument, string> story)
    {
        foreach (var document in stream)
        {
            double together = stream.Count(o => story(o) == story(document)), one = stream.Count(o => o.Document.Story == document.Document.Story);
            double right = stream.Count(o => story(o) == story(document) && o.Document.Story == document.Document.Story);
            yield return (right / together, right / one);
        }
    }

    private static double F1(IReadOnlyList<(double Precision, double Recall)> documents)
    {
        double precision = documents.Average(d => d.Precision), recall = documents.Average(d => d.Recall);
        return 2 * precision * recall / (precision + recall);
    }

    // Hubert and Arabie 1985.
    private static double Ari(IReadOnlyList<GroupedDocument> stream)
    {
        double both = 0, together = 0, one = 0, all = stream.Count * (stream.Count - 1) / 2.0;
        foreach (var (a, b) in Pairs(stream))
        {
            bool joined = a.Story == b.Story, same = a.Document.Story == b.Document.Story;
            both += joined && same ? 1 : 0;
            together += joined ? 1 : 0;
            one += same ? 1 : 0;
        }
        double chance = together * one / all;
        return (both - chance) / (((together + one) / 2) - chance);
    }

    // Pairs within a topic judged right, pairs of one event and of two weighing the same.
    private static double HardPairs(IReadOnlyList<IReadOnlyList<GroupedDocument>> topics)
    {
        double joined = 0, same = 0, parted = 0, different = 0;
        foreach (var (a, b) in topics.SelectMany(Pairs))
        {
            if (a.Document.Story == b.Document.Story)
            {
                same++;
                joined += a.Story == b.Story ? 1 : 0;
            }
            else
            {
                different++;
                parted += a.Story == b.Story ? 0 : 1;
            }
        }
        return ((joined / same) + (parted / different)) / 2;
    }

    private static IEnumerable<(GroupedDocument A, GroupedDocument B)> Pairs(IReadOnlyList<GroupedDocument> stream)
    {
        for (int i = 0; i < stream.Count; i++)
            for (int j = 0; j < i; j++)
                yield return (stream[i], stream[j]);
    }
}

/// <summary>A document of ECB+.</summary>
/// <param name="Topic">Its topic; holds two like events.</param>
/// <param name="Story">Its event.</param>
/// <param name="Features">What the grouper sees.</param>
internal sealed record StoryDocument(int Topic, string Story, ReportFeatures Features)
{
    /// <summary>Reads a line of the set.</summary>
    public static StoryDocument Read(string line)
    {
        using var json = JsonDocument.Parse(line);
        var row = json.RootElement;
        string title = row.GetProperty("title").GetString() ?? "";
        // Where the set has no title it gives the address in its place: that is none, and would tell the two halves of a topic apart.
        string said = title.StartsWith("http", StringComparison.Ordinal) ? "" : title;
        var features = ReportFeatures.Of(row.GetProperty("doc").GetString()!, DateTimeOffset.UnixEpoch, Language.Analyse(said), Language.Analyse(row.GetProperty("text").GetString()!));
        return new StoryDocument(row.GetProperty("topic").GetInt32(), row.GetProperty("story").GetString()!, features);
    }
}

/// <summary>A document and the story that it was placed in.</summary>
internal sealed record GroupedDocument(StoryDocument Document, string Story);
