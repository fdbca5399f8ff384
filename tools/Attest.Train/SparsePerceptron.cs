using System.Numerics;
using Attest.Engine.Text;

namespace Attest.Train;

/// <summary>
/// Averaged multiclass perceptron over hashed features (Collins 2002) whose rows hold only the classes that were ever updated. A feature counts only once
/// it was part of so and so many updates (Goldberg and Elhadad 2011), which makes models several times smaller at equal accuracy.
/// </summary>
internal sealed class SparsePerceptron(int classes, int leastUpdates)
{
    private uint[] keys = new uint[1 << 20];
    private Row[] rows = new Row[1 << 20];
    private Cell[] cells = new Cell[1 << 20];
    private int rowCount;
    private int used;
    private int step = 1;

    /// <summary>The sum of weights of each class over some features.</summary>
    public void Score(ReadOnlySpan<uint> features, Span<float> scores)
    {
        scores.Clear();
        foreach (uint feature in features)
        {
            int at = Find(feature);
            if (keys[at] != feature)
                continue;
            var row = rows[at];
            if (row.Updates < leastUpdates)
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

    /// <summary>Writes the averaged weights as a <see cref="LinearModel"/>.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="prune">Smaller weights are left out.</param>
    /// <param name="cut">Weights that are smaller once they are bytes are left out too.</param>
    public void Write(BinaryWriter writer, float prune, float cut = 0)
    {
        float largest = 0;
        var kept = new List<(uint Key, List<(byte Class, float Weight)> Cells)>();
        for (int at = 0; at < keys.Length; at++)
        {
            if (keys[at] == 0 || rows[at].Updates < leastUpdates)
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
                kept.Add((keys[at], row));
        }
        var quantised = new List<(uint, (byte, sbyte)[])>();
        foreach (var (key, row) in kept.OrderBy(r => r.Key))
        {
            (byte, sbyte)[] bytes = [.. row.OrderBy(c => c.Class).Select(c => (c.Class, Companded(c.Weight, largest))).Where(c => c.Item2 != 0 && Math.Pow(c.Item2 / 127.0, 2) * largest >= cut)];
            if (bytes.Length > 0)
                quantised.Add((key, bytes));
        }
        LinearModel.Write(writer, classes, largest, quantised);
        Console.WriteLine($"    {rowCount} features seen, {quantised.Count} kept with {quantised.Sum(q => q.Item2.Length)} weights, largest {largest:F1}");
    }

    private float Average(in Cell cell) => (float)((cell.Sum + ((double)(step - cell.Stamp) * cell.Weight)) / step);

    private static sbyte Companded(float weight, float largest) =>
        (sbyte)(MathF.Sign(weight) * Math.Min(127, (int)MathF.Round(127 * MathF.Sqrt(MathF.Abs(weight) / largest))));

    private void Add(uint feature, int @class, float change)
    {
        if (feature == 0)
            return;
        int at = Find(feature);
        if (keys[at] == 0)
        {
            if (rowCount * 2 > keys.Length)
            {
                Rehash();
                at = Find(feature);
            }
            keys[at] = feature;
            rows[at] = new Row { Start = Reserve(2), Capacity = 2 };
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
        cell.Weight += (short)change;
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
        int at = (int)(feature * 2654435769u >> (32 - BitOperations.Log2((uint)keys.Length)));
        while (keys[at] != 0 && keys[at] != feature)
            at = (at + 1) & (keys.Length - 1);
        return at;
    }

    private void Rehash()
    {
        var (oldKeys, oldRows) = (keys, rows);
        keys = new uint[oldKeys.Length * 2];
        rows = new Row[oldRows.Length * 2];
        for (int i = 0; i < oldKeys.Length; i++)
            if (oldKeys[i] != 0)
            {
                int at = Find(oldKeys[i]);
                keys[at] = oldKeys[i];
                rows[at] = oldRows[i];
            }
    }

    private struct Row
    {
        public int Start, Length, Capacity, Updates;
    }

    private struct Cell
    {
        public double Sum;
        public int Stamp;
        public short Weight;
        public ushort Class;
    }
}
