using System.Runtime.InteropServices;

namespace Attest.Engine.Text;

/// <summary>The mean of several small networks with one hidden layer: smooth where <see cref="Trees"/> have steps. Trained by tools/Attest.Train.</summary>
internal sealed class Networks
{
    /// <summary>Inputs further from their mean than so many deviations count as so far.</summary>
    public const float Furthest = 4;

    private readonly float[] means;
    private readonly float[] scales;
    private readonly int hidden;
    private readonly float[][] weights;

    private Networks(float[] means, float[] scales, int hidden, float[][] weights)
    {
        this.means = means;
        this.scales = scales;
        this.hidden = hidden;
        this.weights = weights;
    }

    /// <summary>What the networks make of a row, on average.</summary>
    public float Score(ReadOnlySpan<float> row)
    {
        Span<float> inputs = stackalloc float[means.Length];
        for (int i = 0; i < inputs.Length; i++)
            inputs[i] = Math.Clamp((row[i] - means[i]) * scales[i], -Furthest, Furthest);
        float sum = 0;
        foreach (float[] network in weights)
            sum += Score(network, inputs);
        return sum / weights.Length;
    }

    /// <summary>
    /// Reads what the trainer writes: inputs, hidden units and networks as counts; means and scales of the inputs; of each network a unit's weights, its start
    /// and its share in the sum, unit by unit, then the sum's start.
    /// </summary>
    public static Networks Read(BinaryReader reader)
    {
        int inputs = reader.ReadInt32(), hidden = reader.ReadInt32(), networks = reader.ReadInt32();
        float[] means = Floats(reader, inputs), scales = Floats(reader, inputs);
        return new Networks(means, scales, hidden, [.. Enumerable.Range(0, networks).Select(_ => Floats(reader, (hidden * (inputs + 2)) + 1))]);
    }

    private float Score(ReadOnlySpan<float> network, ReadOnlySpan<float> inputs)
    {
        float sum = network[^1];
        for (int unit = 0; unit < hidden; unit++)
        {
            var row = network.Slice(unit * (inputs.Length + 2), inputs.Length + 2);
            float at = row[^2];
            for (int i = 0; i < inputs.Length; i++)
                at += row[i] * inputs[i];
            sum += MathF.Tanh(at) * row[^1];
        }
        return sum;
    }

    private static float[] Floats(BinaryReader reader, int count)
    {
        float[] values = new float[count];
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(values.AsSpan()));
        return values;
    }
}
