using System.Globalization;

namespace Attest.Engine.Reading.Pages;

/// <summary>Reads the times that pages and feeds give as text.</summary>
internal static class PageTimes
{
    private const int Longest = 64;

    /// <summary>
    /// The time that a text says, UTC where it names no zone; null where it says none. A text without a year is none: the parser would take
    /// what is missing from the clock of the machine.
    /// </summary>
    public static DateTimeOffset? Read(string? text)
    {
        if (text is null || text.Length > Longest || !HasYear(text))
            return null;
        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time) ? time : null;
    }

    private static bool HasYear(string text)
    {
        int digits = 0;
        foreach (char c in text)
        {
            digits = char.IsAsciiDigit(c) ? digits + 1 : 0;
            if (digits == 4)
                return true;
        }
        return false;
    }
}
