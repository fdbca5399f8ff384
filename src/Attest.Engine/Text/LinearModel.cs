using System.Numerics;

namespace Attest.Engine.Text;

/// <summary>
/// A frozen linear classifier over hashed features with sparse rows. Weights are bytes, companded: sign(q)·(q/127)²·largest, which keeps
/// both the few large and the many small ones (clipping the large costs ten points of syntax).
/// </summary>
internal sealed class LinearModel
{
    private readonly Slot[] slots;
    private readonly int shift;
    private readonly ushort[] cells;
    private readonly float[] weights = new float[256];

    private LinearModel(int classes, int features, float largest, uint[] keys, byte[] lengths, ushort[] cells)
    {
        Classes = classes;
        this.cells = cells;
        int bits = BitOperations.Log2(BitOperations.RoundUpToPowerOf2((uint)Math.Max(16, features * 2)));
        slots = new Slot[1 << bits];
        shift = 32 - bits;
        int offset = 0;
        for (int i = 0; i < features; i++)
        {
            int at = (int)(keys[i] * 2654435769u >> shift);
            while (slots[at].Length != 0)
                at = (at + 1) & (slots.Length - 1);
            slots[at] = new Slot(keys[i], offset, lengths[i]);
            offset += lengths[i];
        }
        for (int q = -128; q < 128; q++)
            weights[(byte)q] = Math.Sign(q) * (q / 127f) * (q / 127f) * largest;
    }

    /// <summary>Number of classes; at most 256.</summary>
    public int Classes { get; }

    /// <summary>The sum of weights of each class over some features.</summary>
    /// <param name="features">Hashes of the features that hold.</param>
    /// <param name="scores">Is overwritten; as long as there are classes.</param>
    public void Score(ReadOnlySpan<uint> features, Span<float> scores)
    {
        scores.Clear();
        foreach (uint feature in features)
        {
            int at = (int)(feature * 2654435769u >> shift);
            while (slots[at].Length != 0)
            {
                ref readonly var slot = ref slots[at];
                if (slot.Key == feature)
                {
                    foreach (ushort cell in cells.AsSpan(slot.Offset, slot.Length))
                        scores[cell & 0xFF] += weights[cell >> 8];
                    break;
                }
                at = (at + 1) & (slots.Length - 1);
            }
        }
    }

    /// <summary>Reads a model that <see cref="Write"/> wrote.</summary>
    public static LinearModel Read(BinaryReader reader)
    {
        int classes = reader.ReadInt32(), features = reader.ReadInt32();
        float largest = reader.ReadSingle();
        var keys = new uint[features];
        uint key = 0;
        for (int i = 0; i < features; i++)
            keys[i] = key += (uint)reader.Read7BitEncodedInt();
        byte[] lengths = reader.ReadBytes(features);
        int count = 0;
        foreach (byte length in lengths)
            count += length;
        byte[] ids = reader.ReadBytes(count), values = reader.ReadBytes(count);
        var cells = new ushort[count];
        for (int i = 0; i < count; i++)
            cells[i] = (ushort)(ids[i] | (values[i] << 8));
        return new LinearModel(classes, features, largest, keys, lengths, cells);
    }

    /// <summary>Writes a model: its features by rising hash, each with its classes and weights.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="classes">Number of classes.</param>
    /// <param name="largest">Largest weight; every weight is a companded share of it.</param>
    /// <param name="rows">By rising key; no row is empty.</param>
    public static void Write(BinaryWriter writer, int classes, float largest, IReadOnlyList<(uint Key, (byte Class, sbyte Weight)[] Cells)> rows)
    {
        writer.Write(classes);
        writer.Write(rows.Count);
        writer.Write(largest);
        uint before = 0;
        foreach (var row in rows)
        {
            writer.Write7BitEncodedInt((int)(row.Key - before));
            before = row.Key;
        }
        foreach (var row in rows)
            writer.Write((byte)row.Cells.Length);
        foreach (var cell in rows.SelectMany(r => r.Cells))
            writer.Write(cell.Class);
        foreach (var cell in rows.SelectMany(r => r.Cells))
            writer.Write(cell.Weight);
    }

    private readonly record struct Slot(uint Key, int Offset, int Length);
}
