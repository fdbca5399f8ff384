using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Attest.Engine.Text;

/// <summary>
/// A frozen linear classifier over hashed features with sparse rows. Weights are bytes, companded: sign(q)·(q/127)²·largest, which keeps
/// both the few large and the many small ones (clipping the large costs ten points of syntax). Sums are made of the whole numbers sign(q)·q²,
/// so that they are exact in whatever order features come, and scaled once at the end.
/// </summary>
/// <remarks>
/// Nearly all time goes into waiting for memory. So a call looks up all its features in steps without branches, each of which asks for many
/// places at once: the filter, the table, the rows. Measured against one feature after the other: three times as fast.
/// </remarks>
internal sealed class LinearModel
{
    // Bits of the filter for each feature: a twelfth of those that are not there pass.
    private const int FilterBits = 8;

    private const int LengthBits = 8;

    // From so many cells on, adding a whole row at once is faster than cell by cell.
    private const int DenseFrom = 16;

    private readonly ulong[] filter;
    private readonly int filterShift;

    // A feature's hash, and in the lower half where its row starts with, in the lowest byte, its length; 0 for a whole row. Free places are 0.
    private readonly ulong[] slots;
    private readonly int shift;
    private readonly ushort[] cells;
    private readonly short[] whole;
    private readonly int stride;
    private readonly int[] weights = new int[256];
    private readonly float unit;

    private LinearModel(int classes, uint[] keys, byte[] lengths, ushort[] cells, float largest)
    {
        Classes = classes;
        this.cells = cells;
        unit = largest / (127 * 127);
        int bits = BitOperations.Log2(BitOperations.RoundUpToPowerOf2((uint)Math.Max(64, keys.Length * 5L / 4)));
        slots = new ulong[1 << bits];
        shift = 32 - bits;
        int filterLog = BitOperations.Log2(BitOperations.RoundUpToPowerOf2((uint)Math.Max(64, keys.Length * FilterBits)));
        filter = new ulong[(1 << filterLog) / 64];
        filterShift = 32 - filterLog;
        for (int q = -128; q < 128; q++)
            weights[(byte)q] = q * Math.Abs(q);
        stride = (classes + Vector<short>.Count - 1) / Vector<short>.Count * Vector<short>.Count;
        whole = new short[stride * lengths.Count(l => l >= DenseFrom)];
        uint offset = 0, wholeRows = 0;
        for (int i = 0; i < keys.Length; i++)
        {
            uint place = Spread(keys[i]);
            filter[place >> filterShift >> 6] |= 1UL << (int)(place >> filterShift);
            uint at = place >> shift;
            while (slots[at] != 0)
                at = (at + 1) & (uint)(slots.Length - 1);
            slots[at] = ((ulong)keys[i] << 32) | (lengths[i] < DenseFrom ? (offset << LengthBits) | lengths[i] : (wholeRows + 1) << LengthBits);
            if (lengths[i] >= DenseFrom)
            {
                foreach (ushort cell in cells.AsSpan((int)offset, lengths[i]))
                    whole[(wholeRows * stride) + (cell & 0xFF)] = (short)weights[cell >> 8];
                wholeRows++;
            }
            offset += lengths[i];
        }
    }

    /// <summary>Number of classes; at most <see cref="Room"/>.</summary>
    public int Classes { get; }

    /// <summary>Length of the span that takes scores.</summary>
    public const int Room = 256;

    /// <summary>The sum of weights of each class over some features.</summary>
    /// <param name="features">Hashes of the features that hold; <see cref="Room"/> at most.</param>
    /// <param name="scores">Is overwritten; <see cref="Room"/> long.</param>
    public void Score(ReadOnlySpan<uint> features, Span<float> scores)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(scores.Length, Room);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(features.Length, Room);
        Span<uint> sparse = stackalloc uint[features.Length + 1], dense = stackalloc uint[features.Length + 1];
        var (sparseRows, denseRows) = Rows(features, sparse, dense);
        Span<int> sums = stackalloc int[Room];
        AddCells(sparse[..sparseRows], sums);
        AddWhole(dense[..denseRows], sums);
        for (int c = 0; c < stride; c += Vector<int>.Count)
            (Vector.ConvertToSingle(Vector.LoadUnsafe(ref sums[c])) * unit).StoreUnsafe(ref scores[c]);
    }

    /// <summary>Finds the rows of the features that the model knows.</summary>
    private (int Sparse, int Dense) Rows(ReadOnlySpan<uint> features, Span<uint> sparse, Span<uint> dense)
    {
        Span<uint> known = stackalloc uint[features.Length + 1];
        int passed = 0;
        foreach (uint feature in features)
        {
            // The filter is small enough to stay near the processor; the table is not.
            uint bit = Spread(feature) >> filterShift;
            known[passed] = feature;
            passed += (int)(filter[bit >> 6] >> (int)bit) & 1;
        }
        known = known[..passed];
        Span<ulong> found = stackalloc ulong[passed];
        for (int i = 0; i < known.Length; i++)
            found[i] = slots[Spread(known[i]) >> shift];
        int sparseRows = 0, denseRows = 0;
        for (int i = 0; i < known.Length; i++)
        {
            ulong slot = found[i];
            if ((uint)(slot >> 32) != known[i])
                slot = Further(known[i], slot);
            uint row = (uint)slot;
            bool isWhole = (row & ((1 << LengthBits) - 1)) == 0, isThere = row != 0;
            sparse[sparseRows] = row;
            sparseRows += isWhole ? 0 : 1;
            dense[denseRows] = row >> LengthBits;
            denseRows += isWhole & isThere ? 1 : 0;
        }
        return (sparseRows, denseRows);
    }

    private ulong Further(uint feature, ulong slot)
    {
        for (uint at = Spread(feature) >> shift; slot != 0 && (uint)(slot >> 32) != feature; slot = slots[at])
            at = (at + 1) & (uint)(slots.Length - 1);
        return slot;
    }

    private void AddCells(ReadOnlySpan<uint> rows, Span<int> sums)
    {
        // Asks for the beginnings of all rows first.
        Span<ushort> first = stackalloc ushort[rows.Length];
        for (int i = 0; i < rows.Length; i++)
            first[i] = cells[rows[i] >> LengthBits];
        // A cell's class and weight are bytes and both tables have 256 places, so that no index can lie outside: unchecked, a tenth of all time is saved.
        ref int sum = ref MemoryMarshal.GetReference(sums);
        ref int weight = ref MemoryMarshal.GetArrayDataReference(weights);
        foreach (uint row in rows)
            foreach (ushort cell in cells.AsSpan((int)(row >> LengthBits), (int)(row & ((1 << LengthBits) - 1))))
                Unsafe.Add(ref sum, cell & 0xFF) += Unsafe.Add(ref weight, cell >> 8);
    }

    private void AddWhole(ReadOnlySpan<uint> rows, Span<int> sums)
    {
        // Some classes over all rows, then the next: so the sums stay in registers.
        for (int c = 0; c < stride; c += Vector<short>.Count)
        {
            var low = Vector.LoadUnsafe(ref sums[c]);
            var high = Vector.LoadUnsafe(ref sums[c + Vector<int>.Count]);
            foreach (uint row in rows)
            {
                Vector.Widen(Vector.LoadUnsafe(ref whole[((int)(row - 1) * stride) + c]), out var l, out var h);
                low += l;
                high += h;
            }
            low.StoreUnsafe(ref sums[c]);
            high.StoreUnsafe(ref sums[c + Vector<int>.Count]);
        }
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
}
