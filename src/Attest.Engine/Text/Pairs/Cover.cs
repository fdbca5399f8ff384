namespace Attest.Engine.Text.Pairs;

/// <summary>How much of one side the other holds; shares are weighted by how much words tell.</summary>
internal record struct Cover
{
    /// <summary>Share covered, each word by how alike its counterpart is.</summary>
    public float Soft { get; private set; }

    /// <summary>Share covered by equal words.</summary>
    public float Hard { get; private set; }

    /// <summary>Share that has a counterpart.</summary>
    public float Aligned { get; private set; }

    /// <summary>Share covered where each word may take the likest one, taken or not.</summary>
    public float BestFree { get; private set; }

    /// <summary>Weight of what has no counterpart.</summary>
    public float Left { get; private set; }

    /// <summary>The weightiest lack of a single word.</summary>
    public float Heaviest { get; private set; }

    /// <summary>As <see cref="Soft"/>, weights squared, not divided.</summary>
    public float SoftSquare { get; private set; }

    /// <summary>Sum of squared weights.</summary>
    public float WeightSquare { get; private set; }

    /// <summary>Number of grammar words.</summary>
    public int Functions { get; private set; }

    /// <summary>How many of them have a counterpart.</summary>
    public int FunctionsAligned { get; private set; }

    /// <summary>Measures one side.</summary>
    public static Cover Of(PairSide side, int[] aligned, Func<int, int, float> alike, int others)
    {
        var cover = new Cover();
        float weight = 0;
        for (int i = 0; i < aligned.Length; i++)
        {
            var word = side.Words[i];
            if (!word.IsContent)
            {
                cover.Functions++;
                cover.FunctionsAligned += aligned[i] >= 0 ? 1 : 0;
                continue;
            }
            float likeness = aligned[i] < 0 ? 0 : alike(i, aligned[i]), best = likeness;
            for (int j = 0; j < others && best < 1; j++)
                best = Math.Max(best, alike(i, j));
            weight += word.Weight;
            cover.Soft += word.Weight * likeness;
            cover.Hard += likeness >= 1 ? word.Weight : 0;
            cover.Aligned += aligned[i] >= 0 ? word.Weight : 0;
            cover.BestFree += word.Weight * best;
            cover.Left += aligned[i] < 0 ? word.Weight : 0;
            cover.Heaviest = Math.Max(cover.Heaviest, word.Weight * (1 - likeness));
            cover.SoftSquare += word.Weight * word.Weight * likeness;
            cover.WeightSquare += word.Weight * word.Weight;
        }
        if (weight > 0)
            (cover.Soft, cover.Hard, cover.Aligned, cover.BestFree) = (cover.Soft / weight, cover.Hard / weight, cover.Aligned / weight, cover.BestFree / weight);
        return cover;
    }
}
