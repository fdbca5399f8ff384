using System.Text.Json.Nodes;
using Attest.Engine.Matching;
using Attest.Engine.Text;
using Attest.Engine.Text.Pairs;

namespace Attest.Eval.Tasks;

/// <summary>Which known claim a text repeats (CheckThat! 2020), by the search of Matching. Beside it the count of shared words.</summary>
internal static class RetrievalTask
{
    private const int Depth = 5;

    /// <summary>Measures <c>retrieval</c>.</summary>
    public static IReadOnlyList<Figure> Run(DataFolder data)
    {
        var claims = data.Lines("retrieval/claims.jsonl").Select(l => JsonNode.Parse(l)!).Select(r => (Id: (string)r["id"]!, Claim: (string)r["claim"]!, Title: (string)r["title"]!)).ToList();
        var search = new CandidateSearch();
        var sides = claims.AsParallel().AsOrdered().Select(c => (PairSide[])[PairSide.Of(Language.Analyse(c.Claim)), PairSide.Of(Language.Analyse(c.Title))]).ToList();
        foreach (var side in sides)
            search.Add(side);
        var keys = sides.ConvertAll(s => s.SelectMany(x => x.Words).Where(w => w.IsContent).Select(w => w.Key).ToHashSet());
        var queries = data.Lines("retrieval/{split}.jsonl").Select(l => JsonNode.Parse(l)!)
            .Select(r => (Side: PairSide.Of(Language.Analyse((string)r["text"]!)), Gold: r["claims"]!.AsArray().Select(c => (string)c!).ToHashSet())).ToList();
        var ours = queries.ConvertAll(q => Precision([.. search.Nearest(q.Side, Depth).Select(p => claims[p].Id)], q.Gold));
        var words = queries.ConvertAll(q => Precision([.. Enumerable.Range(0, keys.Count).OrderByDescending(i => q.Side.Words.Select(w => w.Key).Distinct().Count(keys[i].Contains)).Take(Depth).Select(i => claims[i].Id)], q.Gold));
        return [Figure.Of("map5", ours, m => m.Average(), words.Average())];
    }

    private static double Precision(List<string> found, HashSet<string> gold)
    {
        double sum = 0;
        int right = 0;
        for (int i = 0; i < found.Count; i++)
            if (gold.Contains(found[i]))
                sum += ++right / (double)(i + 1);
        return sum / Math.Min(gold.Count, Depth);
    }
}
