using System.Globalization;
using System.Text.RegularExpressions;

namespace Attest.Engine.Gathering.Dates;

/// <summary>Reads a date by what each of its words must be: the month has a name, the time a colon, the year four digits or comes last.</summary>
internal static partial class WordedDate
{
    // RFC 2822, 4.3 would say 50; feeds with years of two digits are from before 2000 or after.
    private const int FirstYearOfLastCentury = 90;

    [GeneratedRegex(@"\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d{1,9})?)?", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Clock { get; }

    [GeneratedRegex(@"(\d{4})/(\d{1,2})/(\d{1,2})", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Slashed { get; }

    /// <summary>The moment that a date means; null where it means none.</summary>
    public static DateTimeOffset? Read(string date)
    {
        string day = date, zone = "", time = "00:00";
        if (Clock.Match(date) is { Success: true } clock)
        {
            time = clock.Value;
            day = date[..clock.Index];
            string rest = date[(clock.Index + clock.Length)..].Trim();
            // asctime has the year behind the time, and a zone before or behind it.
            foreach (string word in rest.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                if (word.Length == 4 && word.All(char.IsAsciiDigit))
                    day += " " + word;
                else
                    zone += " " + word;
            }
            if (zone.Trim() is { } half && (half.StartsWith("AM", StringComparison.OrdinalIgnoreCase) || half.StartsWith("PM", StringComparison.OrdinalIgnoreCase)))
                (time, zone) = (time + half[..2], half[2..]);
        }
        if (ClockTime.Read(time + zone) is not { } read)
            return null;
        if (Slashed.Match(day) is { Success: true } s)
            return FeedDates.Moment(Number(s.Groups[1].Value), Number(s.Groups[2].Value), Number(s.Groups[3].Value), read);
        return OfWords(day.Split([' ', ',', '-', '.'], StringSplitOptions.RemoveEmptyEntries), read);
    }

    private static DateTimeOffset? OfWords(string[] words, ClockTime clock)
    {
        int? year = null, month = null, day = null;
        bool behindDay = false;
        foreach (string word in words)
        {
            string digits = word.TrimEnd('t', 'h', 's', 'n', 'd', 'r');
            if (digits.Length is > 0 and <= 4 && digits.All(char.IsAsciiDigit))
            {
                int number = Number(digits);
                if (digits.Length > 2)
                    year ??= number;
                else if (day is null)
                    day = number;
                else
                    year ??= number + (number < FirstYearOfLastCentury ? 2000 : 1900);
            }
            // "mar." is a Tuesday in some languages: the word nearest to the day's figure is the month, one behind it first.
            else if (MonthNames.Of(word) is { } named && !behindDay)
                (month, behindDay) = (named, day is not null);
        }
        return year is { } y && month is { } m && day is { } d ? FeedDates.Moment(y, m, d, clock) : null;
    }

    private static int Number(string digits) => int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);
}
