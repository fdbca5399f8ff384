using Attest.Engine.Grouping;

namespace Attest.Eval.Tasks;

/// <summary>
/// The sceptic's method: each document joins the story whose centroid is nearest by the mean of the cosines of its TF-IDF words and names, or opens one
/// below a threshold. The threshold is the best one on the very stream that is measured, which flatters it.
/// </summary>
internal static class GroupingBaseline
{
    public static List<IReadOnlyList<GroupedDocument>> Best(List<IReadOnlyList<GroupedDocument>> streams)
    {
        var vocabulary = new Vocabulary(Rarity.English);
        var vectors = streams.SelectMany(s => s).ToDictionary(d => d.Document, d => vocabulary.VectorOf(d.Document.Features));
        return Enumerable.Range(2, 9).Select(t => streams.ConvertAll<IReadOnlyList<GroupedDocument>>(s => Placed(s, vectors, 0.05 * t))).MaxBy(Score)!;
    }

    private static double Score(List<IReadOnlyList<GroupedDocument>> streams) => streams.Average(s => s.Average(d =>
    {
        double together = s.Count(o => o.Story == d.Story), one = s.Count(o => o.Document.Story == d.Document.Story);
        return 2.0 * s.Count(o => o.Story == d.Story && o.Document.Story == d.Document.Story) / (together + one);
    }));

    private static List<GroupedDocument> Placed(IReadOnlyList<GroupedDocument> stream, Dictionary<StoryDocument, TermVector> vectors, double threshold)
    {
        var stories = new List<TermVector>();
        var placed = new List<GroupedDocument>();
        foreach (var (document, _) in stream)
        {
            var vector = vectors[document];
            int best = -1;
            double most = threshold;
            for (int i = 0; i < stories.Count; i++)
            {
                double cosine = Cosine(vector, stories[i]);
                if (cosine > most)
                    (best, most) = (i, cosine);
            }
            if (best < 0)
            {
                best = stories.Count;
                stories.Add(vector);
            }
            else
            {
                stories[best] = stories[best].Plus(vector);
            }
            placed.Add(new GroupedDocument(document, $"{best}"));
        }
        return placed;
    }

    private static double Cosine(TermVector a, TermVector b)
    {
        double text = 0, name = 0, textA = 0, textB = 0, nameA = 0, nameB = 0;
        var other = new Dictionary<int, TermWeight>();
        foreach (var term in b.Terms)
        {
            other[term.Term] = term;
            textB += (double)term.Text * term.Text;
            nameB += (double)term.Name * term.Name;
        }
        foreach (var term in a.Terms)
        {
            var match = other.GetValueOrDefault(term.Term);
            text += (double)term.Text * match.Text;
            name += (double)term.Name * match.Name;
            textA += (double)term.Text * term.Text;
            nameA += (double)term.Name * term.Name;
        }
        return ((text / Math.Sqrt(textA * textB)) + (nameA * nameB > 0 ? name / Math.Sqrt(nameA * nameB) : 0)) / 2;
    }
}
