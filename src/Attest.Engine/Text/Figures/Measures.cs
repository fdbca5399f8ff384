namespace Attest.Engine.Text.Figures;

/// <summary>Units of measure, and which spellings mean the same unit.</summary>
internal static class Measures
{
    // First of each row: the unit's name here. Rows of one measure only; no conversion.
    private static readonly string[][] Rows =
    [
        ["percent", "%", "per cent", "pct"],
        ["percentage point", "percent point"],
        ["kilometre", "kilometer", "km", "kms"],
        ["metre", "meter", "m"],
        ["centimetre", "centimeter", "cm"],
        ["millimetre", "millimeter", "mm"],
        ["mile", "mi"],
        ["foot", "feet", "ft"],
        ["inch", "inches"],
        ["mph", "miles per hour"],
        ["kph", "km/h", "kmh", "kilometres per hour", "kilometers per hour"],
        ["kilogram", "kilogramme", "kilo", "kg", "kgs"],
        ["gram", "gramme", "g"],
        ["pound", "lb", "lbs", "GBP"],
        ["ounce", "oz"],
        ["ton", "tonne"],
        ["litre", "liter"],
        ["megawatt", "mw"],
        ["gigawatt", "gw"],
        ["hectare", "ha"],
        ["hour", "hr", "hrs"],
        ["minute", "min", "mins"],
        ["second", "sec", "secs"],
        ["people", "person", "individual", "persons"],
        ["dollar", "USD"],
        ["euro", "EUR"],
        ["degree", "degree celsius"],
        ["woman", "women"],
        ["man", "men"],
        ["child", "children"],
    ];

    private static readonly Dictionary<string, string> Names = Rows.Where(row => row[0] is not ("pound" or "dollar" or "euro" or "ton")).SelectMany(row => row.Select(r => (r, row[0]))).ToDictionary(p => p.r, p => p.Item2);

    private static readonly Dictionary<string, string> Comparable = Rows.SelectMany(row => row.Select(r => (r, row[0]))).ToDictionary(p => p.r, p => p.Item2);

    private static readonly HashSet<string> Glued =
        ["km", "m", "cm", "mm", "mi", "ft", "mph", "kph", "kmh", "kg", "kgs", "g", "lb", "lbs", "oz", "mw", "gw", "kwh", "gwh", "ha", "hr", "hrs", "min", "mins", "c", "f", "gb", "tb", "mb", "hz", "ghz"];

    private static readonly HashSet<string> Times =
        ["second", "minute", "hour", "day", "night", "week", "weekend", "fortnight", "month", "quarter", "year", "decade", "century"];

    /// <summary>Whether a word may stand against its digits as a unit ("40km").</summary>
    public static bool IsGlued(string lower) => Glued.Contains(lower);

    /// <summary>The unit's name for a spelling; the spelling itself where it has no other.</summary>
    public static string NameOf(string unit) => Names.GetValueOrDefault(unit, unit);

    /// <summary>Whether the word is a unit of measure or time ("metre", "hour").</summary>
    public static bool IsMeasure(string lower) => Comparable.ContainsKey(lower) && lower is not ("man" or "men" or "woman" or "women" or "child" or "children" or "people" or "person") || IsTime(lower);

    /// <summary>The name that units are compared by: pounds may be money or weight, dollars any country's.</summary>
    public static string ComparableNameOf(string unit) => Comparable.GetValueOrDefault(unit, unit);

    /// <summary>Whether the word, singular or plural, measures time.</summary>
    public static bool IsTime(string lower) => Times.Contains(lower) || lower is "centuries" || lower.EndsWith('s') && Times.Contains(lower[..^1]);
}
