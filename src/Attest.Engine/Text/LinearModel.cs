using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Attest.Engine.Text;

/// <summary>
/// A frozen linear classifier over hashed features with sparse rows. Weights are bytes, companded: sign(q)·(q/127)²·largest, which keeps
/// both the few large and the many small ones (clipping the large costs ten points of syntax).
/// </summary>
internal sealed class LinearModel
{
    // Bits of the filter for each feature: a twelfth of those that are not there pass.
    private const int FilterBits = 8;

    private const int LengthBits = 8;

    // From so many cells on, adding a whole row at once is faster than cell by cell.
    private const int DenseFrom = 20;

    private readonly ulong[] filter;
    private readonly int filterShift;
    private readonly Slot[] slots;
    private readonly int shift;
    private readonly ushort[] cells;
    private readonly float[] dense;
    private readonly int stride;
    private readonly float[] weights = new float[256];

    private LinearModel(int classes, uint[] keys, byte[] lengths, ushort[] cells, float largest)
    {
        Classes = classes;
        this.cells = cells;
        int bits = BitOperations.Log2(BitOperations.RoundUpToPowerOf2((uint)Math.Max(64, keys.Length * 2)));
        slots = new Slot[1 << bits];
        shift = 32 - bits;
        int filterLog = BitOperations.Log2(BitOperations.RoundUpToPowerOf2((uint)Math.Max(64, keys.Length * FilterBits)));
        filter = new ulong[(1 << filterLog) / 64];
        filterShift = 32 - filterLog;
        for (int q = -128; q < 128; q++)
            weights[(byte)q] = Math.Sign(q) * (q / 127f) * (q / 127f) * largest;
        stride = (classes + 15) & ~15;
        dense = new float[stride * lengths.Count(l => l >= DenseFrom)];
        uint offset = 0, denseRows = 0;
        for (int i = 0; i < keys.Length; i++)
        {
            uint place = Spread(keys[i]);
            filter[place >> filterShift >> 6] |= 1UL << (int)(place >> filterShift);
            uint at = place >> shift;
            while (slots[at].Row != 0)
                at = (at + 1) & (uint)(slots.Length - 1);
            slots[at] = new Slot(keys[i], lengths[i] < DenseFrom ? (offset << LengthBits) | lengths[i] : (denseRows + 1) << LengthBits);
            if (lengths[i] >= DenseFrom)
            {
                foreach (ushort cell in cells.AsSpan((int)offset, lengths[i]))
                    dense[(denseRows * stride) + (cell & 0xFF)] = weights[cell >> 8];
                denseRows++;
            }
            offset += lengths[i];
        }
    }

    /// <summary>Number of classes; at most <see cref="Room"/>.</summary>
    public int Classes { get; }

    /// <summary>Length of the span that takes scores.</summary>
    public const int Room = 256;

    /// <summary>The sum of weights of each class over some features.</summary>
    /// <param name="features">Hashes of the features that hold.</param>
    /// <param name="scores">Is overwritten; <see cref="Room"/> long.</param>
    public void Score(ReadOnlySpan<uint> features, Span<float> scores)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(scores.Length, Room);
        scores.Clear();
        foreach (uint feature in features)
        {
            // Most features are not in the model. The filter is small enough to stay near the processor; the table is not.
            uint place = Spread(feature);
            if ((filter[place >> filterShift >> 6] >> (int)(place >> filterShift) & 1) == 0)
                continue;
            uint at = place >> shift;
            for (uint row = slots[at].Row; row != 0; row = slots[at].Row)
            {
                if (slots[at].Key == feature)
                {
                    Add(row, scores);
                    break;
                }
                at = (at + 1) & (uint)(slots.Length - 1);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Add(uint row, Span<float> scores)
    {
        int length = (int)(row & ((1 << LengthBits) - 1)), start = (int)(row >> LengthBits);
        if (length == 0)
        {
            var weightsOfRow = MemoryMarshal.Cast<float, Vector<float>>(dense.AsSpan((start - 1) * stride, stride));
            var sums = MemoryMarshal.Cast<float, Vector<float>>(scores);
            for (int i = 0; i < weightsOfRow.Length; i++)
                sums[i] += weightsOfRow[i];
            return;
        }
        // A cell's class and weight are bytes and both tables have 256 places, so that no index can lie outside: unchecked, a tenth of all time is saved.
        ref float sum = ref MemoryMarshal.GetReference(scores);
        ref float weight = ref MemoryMarshal.GetArrayDataReference(weights);
        foreach (ushort cell in cells.AsSpan(start, length))
            Unsafe.Add(ref sum, cell & 0xFF) += Unsafe.Add(ref weight, cell >> 8);
    }

    // Feature hashes are mixed by multiplication, so that their high bits are not even; one more makes them so.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Spread(uint feature) => (feature ^ (feature >> 15)) * 2654435769u;

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
        return new LinearModel(classes, keys, lengths, cells, largest);
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

    // A feature with where its row of cells starts and, in the low byte, how long it is.
    private readonly record struct Slot(uint Key, uint Row);
}
