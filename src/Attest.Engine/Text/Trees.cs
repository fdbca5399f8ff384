namespace Attest.Engine.Text;

/// <summary>
/// Gradient-boosted regression trees (Friedman 2001), one sum a class, trained by tools/Attest.Train. Each node asks whether a feature is above a bound.
/// </summary>
internal sealed class Trees
{
    private readonly int[] roots;
    private readonly short[] features;
    private readonly float[] values;
    private readonly int[] right;
    private readonly float[] start;

    private Trees(float[] start, int[] roots, short[] features, float[] values, int[] right)
    {
        this.start = start;
        this.roots = roots;
        this.features = features;
        this.values = values;
        this.right = right;
    }

    /// <summary>Number of classes; 1 for a plain number.</summary>
    public int Classes => start.Length;

    /// <summary>Adds up what each tree says of a row; trees take turns among the classes.</summary>
    public void Score(ReadOnlySpan<float> row, Span<float> scores)
    {
        start.CopyTo(scores);
        for (int t = 0; t < roots.Length; t++)
        {
            int node = roots[t];
            while (features[node] >= 0)
                node = row[features[node]] > values[node] ? right[node] : node + 1;
            scores[t % start.Length] += values[node];
        }
    }

    /// <summary>The one sum of trees with a single class.</summary>
    public float Score(ReadOnlySpan<float> row)
    {
        Span<float> score = stackalloc float[1];
        Score(row, score);
        return score[0];
    }

    /// <summary>
    /// Reads what the trainer writes: classes with where each starts; trees; of each tree its number of nodes, then nodes from the root, left before right:
    /// feature (−1 for a leaf) as 16 bits, bound or value as a single.
    /// </summary>
    public static Trees Read(BinaryReader reader)
    {
        var start = new float[reader.ReadInt32()];
        for (int i = 0; i < start.Length; i++)
            start[i] = reader.ReadSingle();
        var roots = new int[reader.ReadInt32()];
        var features = new List<short>();
        var values = new List<float>();
        for (int t = 0; t < roots.Length; t++)
        {
            roots[t] = features.Count;
            int nodes = reader.ReadInt32();
            for (int i = 0; i < nodes; i++)
            {
                features.Add(reader.ReadInt16());
                values.Add(reader.ReadSingle());
            }
        }
        var right = new int[features.Count];
        foreach (int root in roots)
            Link(root, features, right);
        return new Trees(start, roots, [.. features], [.. values], right);
    }

    // The left branch follows its node; the right one begins where the left one ends. Gives the place behind the branch.
    private static int Link(int node, List<short> features, int[] right)
    {
        if (features[node] < 0)
            return node + 1;
        right[node] = Link(node + 1, features, right);
        return Link(right[node], features, right);
    }
}
