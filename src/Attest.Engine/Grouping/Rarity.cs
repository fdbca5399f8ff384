using System.Collections.Frozen;
using System.Globalization;
using Attest.Engine.Text;

namespace Attest.Engine.Grouping;

/// <summary>
/// How much a term tells: the inverse document frequency (Spärck Jones 1972) in general English news, estimated by Zipf's law from the
/// term's place in the order of frequency. A place is known for rare words too, for which no collection that may ship is large enough.
/// </summary>
internal sealed class Rarity
{
    // Words of a usual report, and the share 1 / (rank × Harmonic) that Zipf's law gives the word at a rank.
    private const double ReportLength = 300, Harmonic = 13;

    // Words beyond the table are taken to be about twice as rare as its last ones.
    private const int Beyond = 80_000;

    // Read at first use: the tool that writes the table runs without one.
    private static readonly Lazy<Rarity> Shipped = new(() => ModelFile.Read("frequency.bin", Read));

    private readonly FrozenDictionary<string, int> ranks;

    private Rarity(FrozenDictionary<string, int> ranks) => this.ranks = ranks;

    /// <summary>The table that ships, "frequency.bin".</summary>
    public static Rarity English => Shipped.Value;

    /// <summary>The stems of the table, the most frequent first.</summary>
    public IEnumerable<string> Stems => ranks.OrderBy(r => r.Value).Select(r => r.Key);

    /// <summary>Natural logarithm of one over the share of reports that bear the term.</summary>
    public double Of(string term)
    {
        if (term[0] == '#')
            return OfFigure(decimal.Parse(term.AsSpan(1), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture));
        int rank = ranks.GetValueOrDefault(term, Beyond);
        return -Math.Log(1 - Math.Exp(-ReportLength / (rank * Harmonic)));
    }

    /// <summary>Reads the table: how many stems; then each stem with its distance in rank from the one before.</summary>
    public static Rarity Read(BinaryReader reader)
    {
        int count = reader.ReadInt32(), rank = 0;
        var ranks = new Dictionary<string, int>(count, StringComparer.Ordinal);
        for (int i = 0; i < count; i++)
        {
            string stem = reader.ReadString();
            rank += reader.Read7BitEncodedInt();
            ranks.Add(stem, rank);
        }
        return new Rarity(ranks.ToFrozenDictionary(StringComparer.Ordinal));
    }

    /// <summary>Writes what <see cref="Read"/> reads.</summary>
    /// <param name="wordsByFrequency">Words in lower case, the most frequent first.</param>
    /// <param name="to">Where to.</param>
    public static void Write(IEnumerable<string> wordsByFrequency, BinaryWriter to)
    {
        var stems = new List<(string Stem, int Rank)>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        int rank = 0;
        foreach (string word in wordsByFrequency)
        {
            rank++;
            string stem = Stem.Of(word);
            if (char.IsLetter(stem[0]) && seen.Add(stem))
                stems.Add((stem, rank));
        }
        to.Write(stems.Count);
        int before = 0;
        foreach (var (stem, at) in stems)
        {
            to.Write(stem);
            to.Write7BitEncodedInt(at - before);
            before = at;
        }
    }

    // Small and round numbers, and years, stand in many reports.
    private static double OfFigure(decimal value) => value switch
    {
        < 10 => 2,
        < 100 => 4,
        >= 1900 and <= 2100 when value == Math.Truncate(value) => 3,
        _ => 6,
    };
}
