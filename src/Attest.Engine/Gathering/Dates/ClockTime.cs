using System.Globalization;
using System.Text.RegularExpressions;

namespace Attest.Engine.Gathering.Dates;

/// <summary>A time of day with its offset from UTC.</summary>
/// <param name="OfDay">Time since midnight; up to 24 hours and a leap second.</param>
/// <param name="Zone">Offset from UTC.</param>
internal readonly partial record struct ClockTime(TimeSpan OfDay, TimeSpan Zone)
{
    /// <summary>The first moment of a day in UTC.</summary>
    public static ClockTime Midnight => default;

    [GeneratedRegex(@"^(\d{1,2})(?::?(\d{2})(?::?(\d{2})(?:[.,](\d{1,9}))?)?)?\s*(?:([AaPp])\.?[Mm]\.?)?\s*(.*)$", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Form { get; }

    /// <summary>Reads "10:14:55Z", "9:15-05:00", "7.48 PM EST" and their like; null where it is no time.</summary>
    public static ClockTime? Read(string written)
    {
        if (Form.Match(written.Trim()) is not { Success: true } m)
            return null;
        int hour = Number(m, 1), minute = Number(m, 2), second = Number(m, 3);
        if (m.Groups[5].Success)
            hour = hour % 12 + (m.Groups[5].Value is "p" or "P" ? 12 : 0);
        if (hour > 24 || minute > 59 || second > 61)
            return null;
        return TimeZones.OffsetOf(m.Groups[6].Value) is { } zone ? new ClockTime(new TimeSpan(hour, minute, second), zone) : null;
    }

    private static int Number(Match match, int group) =>
        match.Groups[group].Success ? int.Parse(match.Groups[group].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture) : 0;
}
