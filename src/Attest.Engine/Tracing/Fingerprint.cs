using System.Collections.Immutable;
using Attest.Engine.Model;

namespace Attest.Engine.Tracing;

/// <summary>
/// What is kept of a report to find copies of it: a sketch of its grams (those whose hash the modulus divides, Broder 1997, "On the resemblance and
/// containment of documents"; min-wise hashing that estimates containment, not only resemblance) to find candidates, and its words' hashes to prove them.
/// </summary>
internal sealed class Fingerprint
{
    private readonly ImmutableArray<ulong> values;

    private Fingerprint(ImmutableArray<ulong> values) => this.values = values;

    /// <summary>The form in which a traced report keeps it: length of the sketch, sketch in order, words.</summary>
    public ImmutableArray<ulong> Values => values;

    /// <summary>Hashes of its words in order.</summary>
    public ReadOnlySpan<ulong> WordHashes => values.AsSpan()[(1 + (int)values[0])..];

    private ReadOnlySpan<ulong> Sketch => values.AsSpan().Slice(1, (int)values[0]);

    private int Grams => Math.Max(0, WordHashes.Length - Calibration.GramLength + 1);

    /// <summary>The fingerprint of a text.</summary>
    public static Fingerprint Of(ImmutableArray<Word> words)
    {
        var hashes = words.Select(w => w.Hash).ToArray();
        var sketch = new HashSet<ulong>();
        for (int i = 0; i + Calibration.GramLength <= hashes.Length; i++)
            if (Gram(hashes, i) is var gram && gram % Calibration.SketchModulus == 0)
                sketch.Add(gram);
        return new Fingerprint([(ulong)sketch.Count, .. sketch.Order(), .. hashes]);
    }

    /// <summary>The fingerprint that a traced report keeps; made anew where it keeps none.</summary>
    public static Fingerprint Of(TracedReport report) =>
        report.Fingerprint.IsDefaultOrEmpty ? Of(Words.Of(report.Report.Text)) : new Fingerprint(report.Fingerprint);

    /// <summary>Hash of the gram that begins at a word.</summary>
    public static ulong Gram(ReadOnlySpan<ulong> words, int start)
    {
        ulong hash = 0x9E3779B97F4A7C15;
        for (int i = start; i < start + Calibration.GramLength; i++)
        {
            hash = (hash ^ words[i]) * 0xBF58476D1CE4E5B9;
            hash ^= hash >> 29;
        }
        return hash;
    }

    /// <summary>Whether the other text can share a passage: their sketches meet, or one of them is too short for a sketch.</summary>
    public bool MayShareWith(Fingerprint other)
    {
        if (Math.Min(Grams, other.Grams) < Calibration.AlwaysCompared)
            return true;
        var mine = Sketch;
        var theirs = other.Sketch;
        int i = 0, j = 0;
        while (i < mine.Length && j < theirs.Length)
        {
            if (mine[i] == theirs[j])
                return true;
            if (mine[i] < theirs[j])
                i++;
            else
                j++;
        }
        return false;
    }
}
