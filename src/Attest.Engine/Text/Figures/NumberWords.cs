namespace Attest.Engine.Text.Figures;

/// <summary>The words that English writes numbers with.</summary>
internal static class NumberWords
{
    /// <summary>Zero to nineteen.</summary>
    public static readonly Dictionary<string, int> Small = Numbered(
        0, "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
        "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen");

    /// <summary>Twenty to ninety.</summary>
    public static readonly Dictionary<string, int> Tens = Lookup.Of<int>(
        ("twenty", 20), ("thirty", 30), ("forty", 40), ("fifty", 50), ("sixty", 60), ("seventy", 70), ("eighty", 80), ("ninety", 90));

    /// <summary>What multiplies the number before it.</summary>
    public static readonly Dictionary<string, decimal> Scales = Lookup.Of<decimal>(
        ("dozen", 12), ("hundred", 100), ("thousand", 1_000), ("million", 1_000_000), ("billion", 1_000_000_000),
        ("trillion", 1_000_000_000_000), ("bn", 1_000_000_000), ("mn", 1_000_000), ("tn", 1_000_000_000_000));

    /// <summary>Scales written against their digits ("48k").</summary>
    public static readonly Dictionary<string, decimal> Suffixes = Lookup.Of<decimal>(
        ("k", 1_000), ("m", 1_000_000), ("mn", 1_000_000), ("mln", 1_000_000), ("b", 1_000_000_000), ("bn", 1_000_000_000),
        ("tn", 1_000_000_000_000), ("trn", 1_000_000_000_000), ("million", 1_000_000), ("billion", 1_000_000_000));

    /// <summary>Plurals that name only a size: least and most that a reader takes them for.</summary>
    public static readonly Dictionary<string, (decimal Least, decimal Most)> Vague = Lookup.Of<(decimal Least, decimal Most)>(
        ("dozens", (24, 99)), ("scores", (40, 199)), ("hundreds", (200, 999)), ("thousands", (2_000, 9_999)),
        ("millions", (2_000_000, 9_999_999)), ("billions", (2_000_000_000, 9_999_999_999)), ("trillions", (2_000_000_000_000, 9_999_999_999_999)));

    /// <summary>Indefinite numerals before a scale ("several hundred").</summary>
    public static readonly Dictionary<string, (int Least, int Most)> Indefinite = Lookup.Of<(int Least, int Most)>(
        ("several", (3, 9)), ("few", (2, 5)), ("many", (3, 9)), ("couple", (2, 3)));

    /// <summary>Fraction words by their denominator.</summary>
    public static readonly Dictionary<string, int> Parts = Lookup.Of<int>(
        ("half", 2), ("halves", 2), ("third", 3), ("thirds", 3), ("quarter", 4), ("quarters", 4), ("fourth", 4), ("fourths", 4),
        ("fifth", 5), ("fifths", 5), ("sixth", 6), ("sixths", 6), ("seventh", 7), ("sevenths", 7), ("eighth", 8), ("eighths", 8),
        ("tenth", 10), ("tenths", 10));

    /// <summary>Ordinals, first to thirty-first and on.</summary>
    public static readonly Dictionary<string, int> Ordinals = WithTens(Numbered(
        1, "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth",
        "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth"));

    private static Dictionary<string, int> Numbered(int first, params string[] words) =>
        words.Select((word, i) => (word, first + i)).ToDictionary(p => p.word, p => p.Item2);

    private static Dictionary<string, int> WithTens(Dictionary<string, int> ordinals)
    {
        foreach ((string word, int value) in Tens)
            ordinals[word[..^1] + "ieth"] = value;
        return ordinals;
    }
}
