using System.Globalization;

namespace Attest.Web;

/// <summary>Times as pages print them: absolute, UTC; relative only to the page's own moment.</summary>
internal static class Times
{
    /// <summary>For the <c>datetime</c> attribute.</summary>
    public static string Machine(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    /// <summary>"9 Nov 2026".</summary>
    public static string Date(DateTimeOffset time) => Format(time, "d MMM yyyy");

    /// <summary>"9 Nov", with the year where it is not the page's.</summary>
    public static string Day(DateTimeOffset time, DateTimeOffset asOf) => Format(time, SameYear(time, asOf) ? "d MMM" : "d MMM yyyy");

    /// <summary>"10:40 UTC".</summary>
    public static string Clock(DateTimeOffset time) => Format(time, "HH:mm 'UTC'");

    /// <summary>"9 Nov 2026, 10:40 UTC".</summary>
    public static string Full(DateTimeOffset time) => Format(time, "d MMM yyyy, HH:mm 'UTC'");

    /// <summary>"9 Nov 2026, 10:40:05 UTC": to the second, for a moment that was asked for.</summary>
    public static string Exact(DateTimeOffset time) => Format(time, time.Second == 0 ? "d MMM yyyy, HH:mm 'UTC'" : "d MMM yyyy, HH:mm:ss 'UTC'");

    /// <summary>For a field of date and time, in UTC.</summary>
    public static string Field(DateTimeOffset time) => Format(time, "yyyy-MM-dd'T'HH:mm:ss");

    /// <summary>"Mon 9 Nov", with the year where it is not the page's.</summary>
    public static string Weekday(DateTimeOffset time, DateTimeOffset asOf) => Format(time, SameYear(time, asOf) ? "ddd d MMM" : "ddd d MMM yyyy");

    /// <summary>"Mon 9 Nov, 10:40 UTC", with the year where it is not the page's.</summary>
    public static string Long(DateTimeOffset time, DateTimeOffset asOf) =>
        Format(time, SameYear(time, asOf) ? "ddd d MMM, HH:mm 'UTC'" : "ddd d MMM yyyy, HH:mm 'UTC'");

    /// <summary>"9 Nov, 10:40", with the year where it is not the page's.</summary>
    public static string Short(DateTimeOffset time, DateTimeOffset asOf) => Format(time, SameYear(time, asOf) ? "d MMM, HH:mm" : "d MMM yyyy, HH:mm");

    /// <summary>Input without any time is dated 1970-01-01; pages say so instead of printing that date.</summary>
    public static bool IsUnknown(DateTimeOffset time) => time.UtcDateTime.Year == 1970;

    /// <summary>"40 minutes ago", counted to the page's moment; null for that moment itself, which may be long past when the page is read.</summary>
    public static string? Ago(DateTimeOffset time, DateTimeOffset asOf)
    {
        var gone = asOf - time;
        return gone.TotalMinutes switch
        {
            < 1 => null,
            < 60 => Words.Count((int)gone.TotalMinutes, "minute") + " ago",
            < 60 * 24 => Words.Count((int)gone.TotalHours, "hour") + " ago",
            < 60 * 24 * 60 => Words.Count((int)gone.TotalDays, "day") + " ago",
            < 60 * 24 * 730 => Words.Count((int)(gone.TotalDays / 30.44), "month") + " ago",
            _ => Words.Count((int)(gone.TotalDays / 365.25), "year") + " ago",
        };
    }

    /// <summary>"10 days", "3 hours", "20 minutes".</summary>
    public static string Span(TimeSpan span) => span.TotalMinutes switch
    {
        < 60 => Words.Count(Math.Max(1, (int)span.TotalMinutes), "minute"),
        < 60 * 48 => Words.Count((int)span.TotalHours, "hour"),
        _ => Words.Count((int)span.TotalDays, "day"),
    };

    /// <summary>A time in a given form, in UTC and English.</summary>
    public static string Format(DateTimeOffset time, string format) => time.UtcDateTime.ToString(format, CultureInfo.InvariantCulture);

    private static bool SameYear(DateTimeOffset time, DateTimeOffset asOf) => time.UtcDateTime.Year == asOf.UtcDateTime.Year;
}
