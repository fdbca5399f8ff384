namespace Attest.Engine.Matching;

/// <summary>Whether two names can name the same: equal, one the short form of the other, or one the other's initials.</summary>
internal static class NamesAgree
{
    /// <summary>Whether they can.</summary>
    public static bool Agree(string a, string b)
    {
        if (string.Equals(a, b, StringComparison.OrdinalIgnoreCase))
            return true;
        var x = Parts(a);
        var y = Parts(b);
        if (x.Length == 0 || y.Length == 0)
            return false;
        return x.Length <= y.Length ? Short(x, y) : Short(y, x);
    }

    // A short form begins or ends the long one ("Brightwell" and "Fennick", of "Brightwell Home" and "Roy Fennick"), or keeps its words in order.
    private static bool Short(string[] few, string[] many)
    {
        if (few.Length == 1 && few[0].Length is > 1 and < 6 && many.Length == few[0].Length && Initials(many) == few[0])
            return true;
        int at = 0;
        foreach (string word in many)
            if (at < few.Length && word == few[at])
                at++;
        if (at < few.Length)
            return false;
        // "Korea" is not "North Korea", and neither "York" nor "England" is "New York" or "New England".
        bool compass = many[0] is "north" or "south" or "east" or "west" or "new" or "northern" or "southern" or "eastern" or "western";
        return !(compass && few[0] != many[0]) && (few[0] == many[0] || few[^1] == many[^1]);
    }

    private static string Initials(string[] words) => string.Concat(words.Select(w => w[0]));

    private static string[] Parts(string name) =>
        [.. name.ToLowerInvariant().Replace("'s", "", StringComparison.Ordinal).Replace("’s", "", StringComparison.Ordinal).Replace(".", "", StringComparison.Ordinal)
            .Split([' ', '-', ','], StringSplitOptions.RemoveEmptyEntries).Where(p => p is not ("the" or "of" or "and" or "&" or "inc" or "ltd" or "plc" or "corp" or "co" or "no"))];
}
