namespace Attest.Engine.Weighing;

/// <summary>Who says so, in running text.</summary>
internal static class Names
{
    /// <summary>With its first letter in upper case.</summary>
    public static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];

    /// <summary>"A", "A and B", "A, B and C", "A, B and 3 others"; each once.</summary>
    public static string List(IEnumerable<Assessed> evidence, int most = 3)
    {
        var names = evidence.Select(e => e.Who).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        if (names.Count > most)
            names = [.. names.Take(most - 1), $"{names.Count - most + 1} others"];
        return names.Count switch
        {
            0 => "nobody",
            1 => names[0],
            _ => string.Join(", ", names.Take(names.Count - 1)) + " and " + names[^1],
        };
    }

    /// <summary>A small number in words, as prose has it.</summary>
    public static string Number(int n) => n switch
    {
        0 => "no",
        1 => "one",
        2 => "two",
        3 => "three",
        4 => "four",
        5 => "five",
        6 => "six",
        7 => "seven",
        8 => "eight",
        9 => "nine",
        10 => "ten",
        11 => "eleven",
        12 => "twelve",
        _ => n.ToString(System.Globalization.CultureInfo.InvariantCulture),
    };

    /// <summary>"one origin", "two origins".</summary>
    public static string Count(int n, string singular) => $"{Number(n)} {singular}{(n == 1 ? "" : "s")}";
}
