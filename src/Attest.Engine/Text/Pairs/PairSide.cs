using System.Collections.Immutable;

namespace Attest.Engine.Text.Pairs;

/// <summary>One side of a pair, made ready once: words looked up, vectors summed, runs of words and letters hashed and sorted. Costs about as much as one comparison.</summary>
internal sealed class PairSide
{
    private ImmutableArray<uint[]> runs, letters;

    /// <summary>Its words in order, marks left out.</summary>
    public required ImmutableArray<PairWord> Words { get; init; }

    /// <summary>What hangs on each word.</summary>
    public required ImmutableArray<ImmutableArray<int>> Children { get; init; }

    /// <summary>Sum of its words' unit vectors, weighted by smooth inverse frequency (Arora et al. 2017).</summary>
    public required float[] Vector { get; init; }

    /// <summary>Its figures, smallest first.</summary>
    public required ImmutableArray<decimal> Numbers { get; init; }

    /// <summary>How many of its words negate.</summary>
    public required int Negations { get; init; }

    /// <summary>Whether it asks.</summary>
    public required bool Asks { get; init; }

    /// <summary>Its words as written, in lower case, with blanks between.</summary>
    public required string Lower { get; init; }

    /// <summary>Hashed runs of one to three dictionary forms, each sorted; made when first asked for.</summary>
    public ImmutableArray<uint[]> Runs => runs.IsDefault ? runs = PairRuns.OfWords(Words) : runs;

    /// <summary>Hashed runs of two to five letters, each sorted, each once; made when first asked for.</summary>
    public ImmutableArray<uint[]> Letters => letters.IsDefault ? letters = PairRuns.OfLetters(Lower) : letters;

    /// <summary>Total weight of its content words.</summary>
    public required float Weight { get; init; }

    /// <summary>Makes a short text ready, all of its sentences together.</summary>
    public static PairSide Of(AnalysedText text) => new PairReader().Read(text.Sentences.AsSpan());

    /// <summary>Makes one sentence ready.</summary>
    public static PairSide Of(Sentence sentence) => new PairReader().Read([sentence]);
}
