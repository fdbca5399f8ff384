using Attest.Engine.Text;

namespace Attest.Train;

/// <summary>How trees are grown.</summary>
/// <param name="Rounds">Number of trees a class.</param>
/// <param name="Leaves">Most leaves a tree.</param>
/// <param name="Rate">Share of each tree that counts.</param>
/// <param name="LeastRows">Least rows in a leaf.</param>
/// <param name="Rows">Share of rows that a tree sees.</param>
/// <param name="Columns">Share of features that a tree sees.</param>
/// <param name="Ridge">Weight of the penalty on leaf values.</param>
internal sealed record TreeSettings(int Rounds, int Leaves, double Rate, int LeastRows, double Rows = 0.7, double Columns = 0.4, double Ridge = 1);

/// <summary>
/// Gradient boosting over histograms, best leaf first (Friedman 2001; Ke et al. 2017 for the histograms). The same rows and seed give the same trees.
/// </summary>
internal sealed class TreeTrainer
{
    private const int MostBins = 64;

    private readonly float[][] rows;
    private readonly TreeSettings settings;
    private readonly float[][] bounds;
    private readonly byte[][] bins;

    /// <summary>Puts the rows' values into bins.</summary>
    public TreeTrainer(float[][] rows, TreeSettings settings)
    {
        this.rows = rows;
        this.settings = settings;
        bounds = [.. Enumerable.Range(0, rows[0].Length).Select(BoundsOf)];
        bins = [.. Enumerable.Range(0, bounds.Length).Select(BinsOf)];
    }

    /// <summary>Trees for a number, least squares.</summary>
    public byte[] Numbers(IReadOnlyList<float> labels, int seed)
    {
        double mean = labels.Average(l => (double)l);
        double[] now = [.. labels.Select(_ => mean)];
        var random = new Random(seed);
        var grown = new List<Tree>();
        for (int round = 0; round < settings.Rounds; round++)
        {
            double[] gradient = new double[rows.Length], curve = new double[rows.Length];
            for (int i = 0; i < rows.Length; i++)
                (gradient[i], curve[i]) = (labels[i] - now[i], 1);
            grown.Add(Grow(gradient, curve, random.Next()));
            Parallel.For(0, rows.Length, i => now[i] += grown[^1].Value(rows[i]));
        }
        return Bytes([(float)mean], grown);
    }

    /// <summary>Trees for classes, one tree a class and round, weighted multinomial log loss.</summary>
    public byte[] Classes(IReadOnlyList<int> labels, IReadOnlyList<float> weights, int classes, int seed)
    {
        double[][] now = [.. labels.Select(_ => new double[classes])];
        double[] share = new double[classes];
        for (int i = 0; i < labels.Count; i++)
            share[labels[i]] += weights[i];
        float[] start = [.. share.Select(s => (float)Math.Log(Math.Max(1e-3, s / share.Sum())))];
        foreach (double[] scores in now)
            for (int c = 0; c < classes; c++)
                scores[c] = start[c];
        var random = new Random(seed);
        var grown = new List<Tree>();
        for (int round = 0; round < settings.Rounds; round++)
        {
            double[][] probabilities = [.. now.Select(Softmax)];
            int[] seeds = [.. Enumerable.Range(0, classes).Select(_ => random.Next())];
            var trees = new Tree[classes];
            Parallel.For(0, classes, c =>
            {
                double[] gradient = new double[rows.Length], curve = new double[rows.Length];
                for (int i = 0; i < rows.Length; i++)
                {
                    double p = probabilities[i][c];
                    gradient[i] = weights[i] * ((labels[i] == c ? 1 : 0) - p);
                    curve[i] = weights[i] * Math.Max(1e-6, p * (1 - p));
                }
                trees[c] = Grow(gradient, curve, seeds[c]);
            });
            Parallel.For(0, rows.Length, i =>
            {
                for (int c = 0; c < classes; c++)
                    now[i][c] += trees[c].Value(rows[i]);
            });
            grown.AddRange(trees);
        }
        return Bytes(start, grown);
    }

    /// <summary>Reads trained trees as the engine does.</summary>
    public static Trees Read(byte[] bytes) => ModelFile.Read(new MemoryStream(bytes), Trees.Read);

    /// <summary>Probabilities of scores.</summary>
    public static double[] Softmax(double[] scores)
    {
        double most = scores.Max();
        double[] e = [.. scores.Select(s => Math.Exp(s - most))];
        double sum = e.Sum();
        return [.. e.Select(x => x / sum)];
    }

    private float[] BoundsOf(int feature)
    {
        float[] sorted = [.. rows.Select(r => r[feature]).Order()];
        float[] distinct = [.. sorted.Distinct()];
        if (distinct.Length <= MostBins)
            return [.. distinct.Zip(distinct.Skip(1), (x, y) => (x + y) / 2)];
        return [.. Enumerable.Range(1, MostBins - 1).Select(k => sorted[(int)((long)k * sorted.Length / MostBins)]).Distinct()];
    }

    private byte[] BinsOf(int feature)
    {
        byte[] places = new byte[rows.Length];
        for (int i = 0; i < places.Length; i++)
        {
            // A value equal to a bound goes left of it, as the engine asks for "above".
            int at = Array.BinarySearch(bounds[feature], rows[i][feature]);
            places[i] = (byte)(at >= 0 ? at : ~at);
        }
        return places;
    }

    private Tree Grow(double[] gradient, double[] curve, int seed)
    {
        var random = new Random(seed);
        int[] columns = [.. Enumerable.Range(0, bounds.Length).Where(_ => random.NextDouble() < settings.Columns)];
        int[] seen = [.. Enumerable.Range(0, rows.Length).Where(_ => random.NextDouble() < settings.Rows)];
        var tree = new Tree();
        var open = new List<Leaf> { new(tree.Root, seen, Best(seen, columns, gradient, curve)) };
        var done = new List<Leaf>();
        while (open.Count > 0 && open.Count + done.Count < settings.Leaves)
        {
            var leaf = open.MaxBy(l => l.Split.Gain)!;
            open.Remove(leaf);
            if (leaf.Split.Gain <= 0)
            {
                done.Add(leaf);
                continue;
            }
            var split = leaf.Split;
            int[] left = [.. leaf.Rows.Where(i => bins[split.Feature][i] <= split.Bin)], right = [.. leaf.Rows.Where(i => bins[split.Feature][i] > split.Bin)];
            leaf.Node.Divide(split.Feature, bounds[split.Feature][split.Bin]);
            open.Add(new Leaf(leaf.Node.Left!, left, Best(left, columns, gradient, curve)));
            open.Add(new Leaf(leaf.Node.Right!, right, Best(right, columns, gradient, curve)));
        }
        foreach (var leaf in open.Concat(done))
        {
            double g = 0, h = 0;
            foreach (int i in leaf.Rows)
                (g, h) = (g + gradient[i], h + curve[i]);
            leaf.Node.Is(settings.Rate * g / (h + settings.Ridge));
        }
        return tree;
    }

    private Split Best(int[] of, int[] columns, double[] gradient, double[] curve)
    {
        var best = new Split(-1, 0, 0);
        if (of.Length < 2 * settings.LeastRows)
            return best;
        double totalG = 0, totalH = 0;
        foreach (int i in of)
            (totalG, totalH) = (totalG + gradient[i], totalH + curve[i]);
        Span<double> g = stackalloc double[MostBins + 1], h = stackalloc double[MostBins + 1];
        Span<int> n = stackalloc int[MostBins + 1];
        foreach (int f in columns)
        {
            g.Clear();
            h.Clear();
            n.Clear();
            byte[] place = bins[f];
            foreach (int i in of)
            {
                int b = place[i];
                g[b] += gradient[i];
                h[b] += curve[i];
                n[b]++;
            }
            double leftG = 0, leftH = 0;
            int left = 0;
            for (int b = 0; b < bounds[f].Length; b++)
            {
                (leftG, leftH, left) = (leftG + g[b], leftH + h[b], left + n[b]);
                if (left < settings.LeastRows || of.Length - left < settings.LeastRows)
                    continue;
                double gain = Worth(leftG, leftH) + Worth(totalG - leftG, totalH - leftH) - Worth(totalG, totalH);
                if (gain > best.Gain)
                    best = new Split(f, b, gain);
            }
        }
        return best;
    }

    private double Worth(double g, double h) => g * g / (h + settings.Ridge);

    private static byte[] Bytes(float[] start, List<Tree> trees)
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        writer.Write(start.Length);
        foreach (float s in start)
            writer.Write(s);
        writer.Write(trees.Count);
        foreach (var tree in trees)
            tree.Write(writer);
        writer.Flush();
        return stream.ToArray();
    }

    private readonly record struct Split(int Feature, int Bin, double Gain);

    private sealed record Leaf(Node Node, int[] Rows, Split Split);

    private sealed class Tree
    {
        public Node Root { get; } = new();

        public float Value(float[] row)
        {
            var node = Root;
            while (node.Left is not null)
                node = row[node.Feature] > node.Number ? node.Right! : node.Left;
            return node.Number;
        }

        public void Write(BinaryWriter writer)
        {
            writer.Write(Root.Count);
            Root.Write(writer);
        }
    }

    private sealed class Node
    {
        public int Feature { get; private set; } = -1;

        public float Number { get; private set; }

        public Node? Left { get; private set; }

        public Node? Right { get; private set; }

        public int Count => 1 + (Left?.Count ?? 0) + (Right?.Count ?? 0);

        public void Divide(int feature, float bound) => (Feature, Number, Left, Right) = (feature, bound, new Node(), new Node());

        public void Is(double value) => Number = (float)value;

        public void Write(BinaryWriter writer)
        {
            writer.Write((short)Feature);
            writer.Write(Number);
            Left?.Write(writer);
            Right?.Write(writer);
        }
    }
}
