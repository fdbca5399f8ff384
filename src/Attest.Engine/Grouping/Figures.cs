using System.Collections.Frozen;
using System.Globalization;

namespace Attest.Engine.Grouping;

/// <summary>Reads a single word as a number, so that "thirteen" and "13" are one term.</summary>
internal static class Figures
{
    private static readonly FrozenDictionary<string, decimal> Words =
        "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
            .Split(' ').Select((word, i) => (Word: word, Value: i + 2m))
            .Concat("twenty thirty forty fifty sixty seventy eighty ninety".Split(' ').Select((word, i) => (Word: word, Value: 10m * (i + 2))))
            .ToFrozenDictionary(n => n.Word, n => n.Value, StringComparer.Ordinal);

    /// <summary>The value of a word in lower case; null where it is no number.</summary>
    public static decimal? Read(string lower)
    {
        if (Words.TryGetValue(lower, out decimal value))
            return value;
        if (!char.IsAsciiDigit(lower[0]))
            return null;
        return decimal.TryParse(lower, NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out value)
            ? value / 1.000000000000000000000000000000m : null;
    }
}
