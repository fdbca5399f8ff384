using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Attest.Engine.Gathering.Dates;

/// <summary>Offsets from UTC by how feeds write them.</summary>
internal static partial class TimeZones
{
    // RFC 822's, and those that stand in feeds without meaning two things at once (no IST, no BST of Bangladesh: Britain's is far more common).
    private static readonly FrozenDictionary<string, double> Names = new Dictionary<string, double>
    {
        ["UT"] = 0,
        ["UTC"] = 0,
        ["GMT"] = 0,
        ["Z"] = 0,
        ["WET"] = 0,
        ["EST"] = -5,
        ["EDT"] = -4,
        ["ET"] = -5,
        ["CST"] = -6,
        ["CDT"] = -5,
        ["CT"] = -6,
        ["MST"] = -7,
        ["MDT"] = -6,
        ["MT"] = -7,
        ["PST"] = -8,
        ["PDT"] = -7,
        ["PT"] = -8,
        ["AST"] = -4,
        ["ADT"] = -3,
        ["AKST"] = -9,
        ["AKDT"] = -8,
        ["HST"] = -10,
        ["BST"] = 1,
        ["CET"] = 1,
        ["MET"] = 1,
        ["WEST"] = 1,
        ["CEST"] = 2,
        ["MEST"] = 2,
        ["EET"] = 2,
        ["EEST"] = 3,
        ["MSK"] = 3,
        ["JST"] = 9,
        ["KST"] = 9,
        ["AEST"] = 10,
        ["AEDT"] = 11,
        ["NZST"] = 12,
        ["NZDT"] = 13,
        ["SGT"] = 8,
        ["HKT"] = 8,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    [GeneratedRegex(@"^(?:[A-Za-z]{1,5})?\s*([+-])(\d{1,2}):?(\d{2})?(?:\s*\([^)]*\))?$", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Offset { get; }

    /// <summary>The offset; zero where none is written or its name is unknown; null where it is no offset at all.</summary>
    public static TimeSpan? OffsetOf(string written)
    {
        string zone = written.Trim();
        if (zone.Length == 0)
            return TimeSpan.Zero;
        if (Names.TryGetValue(zone, out double hours))
            return TimeSpan.FromHours(hours);
        if (Offset.Match(zone) is { Success: true } m)
        {
            int minutes = Number(m, 2) * 60 + Number(m, 3);
            return minutes > 18 * 60 ? null : TimeSpan.FromMinutes(m.Groups[1].Value == "-" ? -minutes : minutes);
        }
        return zone.AsSpan().ContainsAnyInRange('0', '9') ? null : TimeSpan.Zero;
    }

    /// <summary>Whether a word is the name of a zone.</summary>
    public static bool IsName(string word) => Names.ContainsKey(word);

    private static int Number(Match match, int group) =>
        match.Groups[group].Success ? int.Parse(match.Groups[group].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture) : 0;
}
