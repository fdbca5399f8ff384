using System.Collections.Immutable;

namespace Attest.Engine.Tracing;

/// <summary>Which words of a text stand in the same order in another one: runs of a gram's length and more, proved word by word.</summary>
internal sealed class SharedPassages
{
    private readonly ImmutableArray<Word> words;

    // For each word its place in the other text, or −1.
    private readonly int[] aligned;

    private SharedPassages(ImmutableArray<Word> words, int[] aligned)
    {
        this.words = words;
        this.aligned = aligned;
    }

    /// <summary>Grams outside quotations.</summary>
    public int Grams { get; private init; }

    /// <summary>Those of them that the other text holds too.</summary>
    public int SharedGrams { get; private init; }

    /// <summary>Most shared grams that one sentence begins.</summary>
    public int BestSentence { get; private init; }

    /// <summary>Most shared grams that a sentence begins of which almost all is shared.</summary>
    public int WholeSentence { get; private init; }

    /// <summary>Share of the grams outside quotations that the other text holds too.</summary>
    public double Share => Grams == 0 ? 0 : (double)SharedGrams / Grams;

    /// <summary>
    /// Whether the text rests on the other one. Quotations are left out: who said it is an origin of its own, and two reporters may have heard it. Enough must
    /// be shared of the whole and in more than one sentence, or one sentence almost word for word.
    /// </summary>
    public bool RestsOnIt => RestsOnItAt(Calibration.LeastShare);

    /// <summary>The same with another least share, to fit it.</summary>
    public bool RestsOnItAt(double leastShare) => WholeSentence >= Calibration.WholeSentenceGrams
        || (Share >= leastShare && SharedGrams - BestSentence >= Calibration.LeastOutsideBestSentence);

    /// <summary>Aligns a text with the words of another one.</summary>
    public static SharedPassages Of(ImmutableArray<Word> words, ReadOnlySpan<ulong> other)
    {
        var places = Places(other);
        var hashes = words.Select(w => w.Hash).ToArray();
        var aligned = new int[words.Length];
        Array.Fill(aligned, -1);
        int grams = 0, shared = 0, last = -1;
        var bySentence = new Dictionary<int, (int Shared, int All)>();
        for (int i = 0; i + Calibration.GramLength <= words.Length; i++)
        {
            int place = Place(hashes, i, other, places, last + 1);
            last = place;
            if (place >= 0)
                for (int k = 0; k < Calibration.GramLength; k++)
                    if (aligned[i + k] < 0)
                        aligned[i + k] = place + k;
            if (AnyQuoted(words, i))
                continue;
            grams++;
            var (s, all) = bySentence.GetValueOrDefault(words[i].Sentence);
            bySentence[words[i].Sentence] = (place >= 0 ? s + 1 : s, all + 1);
            shared += place >= 0 ? 1 : 0;
        }
        return new SharedPassages(words, aligned)
        {
            Grams = grams,
            SharedGrams = shared,
            BestSentence = bySentence.Values.Select(v => v.Shared).DefaultIfEmpty().Max(),
            WholeSentence = bySentence.Values.Where(v => v.Shared >= Calibration.WholeSentenceShare * v.All).Select(v => v.Shared).DefaultIfEmpty().Max(),
        };
    }

    /// <summary>Share of the words in a stretch of the text that stand in shared runs; 0 where it holds no word.</summary>
    public double Covered(Span stretch)
    {
        int all = 0, covered = 0;
        for (int i = FirstIn(stretch); i < words.Length && words[i].Span.Start < stretch.End; i++)
        {
            all++;
            covered += aligned[i] >= 0 ? 1 : 0;
        }
        return all == 0 ? 0 : (double)covered / all;
    }

    /// <summary>Places in the other text of the words in a stretch, in order of the text.</summary>
    public IEnumerable<int> PlacesOf(Span stretch)
    {
        for (int i = FirstIn(stretch); i < words.Length && words[i].Span.Start < stretch.End; i++)
            if (aligned[i] >= 0)
                yield return aligned[i];
    }

    private int FirstIn(Span stretch)
    {
        int low = 0, high = words.Length;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (words[middle].Span.Start < stretch.Start)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }

    private static bool AnyQuoted(ImmutableArray<Word> words, int start)
    {
        for (int i = start; i < start + Calibration.GramLength; i++)
            if (words[i].Quoted)
                return true;
        return false;
    }

    private static Dictionary<ulong, List<int>> Places(ReadOnlySpan<ulong> other)
    {
        var places = new Dictionary<ulong, List<int>>(other.Length);
        for (int i = 0; i + Calibration.GramLength <= other.Length; i++)
        {
            ulong gram = Fingerprint.Gram(other, i);
            if (!places.TryGetValue(gram, out var at))
                places[gram] = at = [];
            at.Add(i);
        }
        return places;
    }

    // A run that goes on is preferred to the first place where the gram stands.
    private static int Place(ulong[] words, int i, ReadOnlySpan<ulong> other, Dictionary<ulong, List<int>> places, int preferred)
    {
        if (!places.TryGetValue(Fingerprint.Gram(words, i), out var at))
            return -1;
        int place = preferred > 0 && at.Contains(preferred) ? preferred : at[0];
        return words.AsSpan(i, Calibration.GramLength).SequenceEqual(other.Slice(place, Calibration.GramLength)) ? place : -1;
    }
}
