using System.Numerics;
using System.Runtime.CompilerServices;

namespace Attest.Engine.Text;

/// <summary>Hashes of words and of feature values. The models hold these hashes in place of names: a change here needs models trained anew.</summary>
internal static class FeatureHash
{
    /// <summary>A value made from two.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Mix(uint a, uint b)
    {
        uint h = (a * 0x9E3779B1u) ^ (BitOperations.RotateLeft(b, 13) * 0x85EBCA77u);
        h ^= h >> 15;
        return h * 0x2C1B3C6Du;
    }

    /// <summary>A value made from three.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Mix(uint a, uint b, uint c) => Mix(Mix(a, b), c);

    /// <summary>Hash of some characters (FNV-1a).</summary>
    /// <param name="text">The characters.</param>
    /// <param name="h">Hash of what stands before them.</param>
    public static uint Of(ReadOnlySpan<char> text, uint h = 2166136261)
    {
        foreach (char c in text)
            h = (h ^ c) * 16777619;
        return h;
    }
}
