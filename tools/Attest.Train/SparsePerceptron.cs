using Attest.Engine.Text;

namespace Attest.Train;

/// <summary>
/// Averaged multiclass perceptron over hashed features (Collins 2002) whose rows hold only the classes that were ever updated. A feature counts only once
/// it was part of so and so many updates (Goldberg and Elhadad 2011), which makes models several times smaller at equal accuracy.
/// </summary>
internal sealed class SparsePerceptron(int classes, int leastUpdates)
{
    private readonly int[] places = new int[256];
    private Row[] rows = new Row[1 << 20];
    private int shift = 12;
    private Cell[] cells = new Cell[1 << 20];
    private int rowCount;
    private int used;
    private int step = 1;
    private bool closed;

    /// <summary>The sum of weights of each class over some features.</summary>
    public void Score(ReadOnlySpan<uint> features, Span<float> scores)
    {
        scores.Clear();
        var found = places.AsSpan();
        // First all rows are looked for, then all cells: the processor fetches what does not depend on each other at once.
        for (int i = 0; i < features.Length; i++)
            found[i] = Find(features[i]);
        for (int i = 0; i < features.Length; i++)
        {
            ref readonly var row = ref rows[found[i]];
            if (row.Key != features[i] || row.Updates < leastUpdates)
                continue;
            foreach (ref readonly var cell in cells.AsSpan(row.Start, row.Length))
                scores[cell.Class] += cell.Weight;
        }
    }

    /// <summary>Counts a decision, right or wrong; the average runs over decisions.</summary>
    public void Tick() => step++;

    /// <summary>Moves weight from a wrong class to the right one.</summary>
    public void Update(ReadOnlySpan<uint> features, int right, int wrong)
    {
        foreach (uint feature in features)
        {
            Add(feature, right, 1);
            Add(feature, wrong, -1);
            rows[Find(feature)].Updates++;
        }
    }

    /// <summary>Moves weight from a wrong candidate to the right one, where there is one class.</summary>
    public void Rank(ReadOnlySpan<uint> right, ReadOnlySpan<uint> wrong)
    {
        foreach (uint feature in right)
            Nudge(feature, 1);
        foreach (uint feature in wrong)
            Nudge(feature, -1);
    }

    private void Nudge(uint feature, float change)
    {
        Add(feature, 0, change);
        rows[Find(feature)].Updates++;
    }

    /// <summary>
    /// Keeps only the features whose averaged weights are not all small, with their averages to start from, so that further training makes the best of these.
    /// </summary>
    /// <param name="cut">Smaller weights do not keep a feature.</param>
    public void KeepOnly(float cut)
    {
        foreach (ref var row in rows.AsSpan())
        {
            if (row.Key == 0)
                continue;
            bool kept = false;
            foreach (ref var cell in cells.AsSpan(row.Start, row.Length))
            {
                cell.Weight = Average(cell);
                kept |= row.Updates >= leastUpdates && MathF.Abs(cell.Weight) >= cut;
            }
            if (!kept)
                row.Length = 0;
            row.Closed = !kept;
        }
        foreach (ref var cell in cells.AsSpan(0, used))
            (cell.Sum, cell.Stamp) = (0, 0);
        step = 1;
        closed = true;
    }

    /// <summary>Starts from a model that was written, with no more features than it has.</summary>
    public void StartFrom(BinaryReader reader)
    {
        if (reader.ReadInt32() != classes)
            throw new InvalidDataException("another number of classes");
        int features = reader.ReadInt32();
        float largest = reader.ReadSingle();
        uint[] keys = new uint[features];
        uint key = 0;
        for (int i = 0; i < features; i++)
            keys[i] = key += (uint)reader.Read7BitEncodedInt();
        byte[] lengths = reader.ReadBytes(features);
        int count = lengths.Sum(l => l);
        byte[] ids = reader.ReadBytes(count), values = reader.ReadBytes(count);
        int at = 0;
        for (int i = 0; i < features; i++)
        {
            for (int c = 0; c < lengths[i]; c++, at++)
                Add(keys[i], ids[at], Companded.Weight((sbyte)values[at], largest));
            rows[Find(keys[i])].Updates = leastUpdates;
        }
        closed = true;
    }

    /// <summary>
    /// Takes the mean of its own averaged weights and those of others that learnt the same features in another order (McDonald, Hall and Mann 2010).
    /// </summary>
    public void Mix(IReadOnlyList<SparsePerceptron> others)
    {
        float share = 1f / (others.Count + 1);
        foreach (ref var cell in cells.AsSpan(0, used))
            (cell.Weight, cell.Sum, cell.Stamp) = (share * Average(cell), 0, 0);
        step = 1;
        foreach (var other in others)
            foreach (ref readonly var row in other.rows.AsSpan())
                foreach (ref readonly var cell in other.cells.AsSpan(row.Start, row.Length))
                    Add(row.Key, cell.Class, share * other.Average(cell));
        foreach (ref var cell in cells.AsSpan(0, used))
            (cell.Sum, cell.Stamp) = (0, 0);
    }

    /// <summary>Writes the averaged weights as a <see cref="LinearModel"/>.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="prune">Smaller weights are left out.</param>
    /// <param name="cut">Weights that are smaller once they are bytes are left out too.</param>
    public void Write(BinaryWriter writer, float prune, float cut = 0)
    {
        float largest = 0;
        var kept = new List<(uint Key, List<(byte Class, float Weight)> Cells)>();
        for (int at = 0; at < rows.Length; at++)
        {
            if (rows[at].Key == 0 || rows[at].Updates < leastUpdates)
                continue;
            List<(byte, float)>? row = null;
            foreach (ref readonly var cell in cells.AsSpan(rows[at].Start, rows[at].Length))
            {
                float weight = Average(cell);
                if (MathF.Abs(weight) < prune)
                    continue;
                (row ??= []).Add(((byte)cell.Class, weight));
                largest = MathF.Max(largest, MathF.Abs(weight));
            }
            if (row is not null)
                kept.Add((rows[at].Key, row));
        }
        var quantised = new List<(uint, (byte, sbyte)[])>();
        foreach (var (key, row) in kept.OrderBy(r => r.Key))
        {
            (byte, sbyte)[] bytes = [.. row.OrderBy(c => c.Class).Select(c => (c.Class, Companded.Of(c.Weight, largest))).Where(c => c.Item2 != 0 && Math.Pow(c.Item2 / 127.0, 2) * largest >= cut)];
            if (bytes.Length > 0)
                quantised.Add((key, bytes));
        }
        LinearModel.Write(writer, classes, largest, quantised);
        Console.WriteLine($"    {rowCount} features seen, {quantised.Count} kept with {quantised.Sum(q => q.Item2.Length)} weights, largest {largest:F1}");
    }

    private float Average(in Cell cell) => (float)((cell.Sum + ((double)(step - cell.Stamp) * cell.Weight)) / step);

    private void Add(uint feature, int @class, float change)
    {
        if (feature == 0)
            return;
        int at = Find(feature);
        if (rows[at].Closed || (closed && rows[at].Key == 0))
            return;
        if (rows[at].Key == 0)
        {
            if (rowCount * 2 > rows.Length)
            {
                Rehash();
                at = Find(feature);
            }
            rows[at] = new Row { Key = feature, Start = Reserve(2), Capacity = 2 };
            rowCount++;
        }
        ref var row = ref rows[at];
        var span = cells.AsSpan(row.Start, row.Length);
        int place = 0;
        while (place < span.Length && span[place].Class != @class)
            place++;
        if (place == span.Length)
        {
            if (row.Length == row.Capacity)
            {
                int start = Reserve(row.Capacity * 2);
                Array.Copy(cells, row.Start, cells, start, row.Length);
                row.Start = start;
                row.Capacity *= 2;
            }
            cells[row.Start + row.Length++] = new Cell { Class = (ushort)@class, Stamp = step };
        }
        ref var cell = ref cells[row.Start + place];
        cell.Sum += (float)(step - cell.Stamp) * cell.Weight;
        cell.Stamp = step;
        cell.Weight += change;
    }

    private int Reserve(int count)
    {
        if (used + count > cells.Length)
            Array.Resize(ref cells, cells.Length * 2);
        used += count;
        return used - count;
    }

    private int Find(uint feature)
    {
        int at = (int)(feature * 2654435769u >> shift);
        while (rows[at].Key != 0 && rows[at].Key != feature)
            at = (at + 1) & (rows.Length - 1);
        return at;
    }

    private void Rehash()
    {
        var old = rows;
        rows = new Row[old.Length * 2];
        shift--;
        foreach (ref readonly var row in old.AsSpan())
            if (row.Key != 0)
                rows[Find(row.Key)] = row;
    }

    private struct Row
    {
        public uint Key;
        public int Start, Updates;
        public ushort Length, Capacity;
        public bool Closed;
    }

    private struct Cell
    {
        public double Sum;
        public int Stamp;
        public float Weight;
        public ushort Class;
    }
}
