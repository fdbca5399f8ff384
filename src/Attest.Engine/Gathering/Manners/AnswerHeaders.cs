using System.Globalization;

namespace Attest.Engine.Gathering.Manners;

/// <summary>Reads what a server's headers ask of readers.</summary>
public static class AnswerHeaders
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(7);

    /// <summary>The wait that Retry-After asks for: seconds, or a date (RFC 9110, 10.2.3). Null where it asks none; at most a week.</summary>
    public static TimeSpan? RetryAfter(string? header, DateTimeOffset now)
    {
        if (string.IsNullOrWhiteSpace(header))
            return null;
        string value = header.Trim();
        var wait = long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out long seconds)
            ? TimeSpan.FromSeconds(Math.Min(seconds, (long)LongestWait.TotalSeconds))
            : Dates.FeedDates.Read(value) is { } at ? at - now : (TimeSpan?)null;
        return wait is not { } asked || asked < TimeSpan.Zero ? null : asked > LongestWait ? LongestWait : asked;
    }

    /// <summary>How long an answer stays fresh by Cache-Control (RFC 9111, 5.2.2.1); null where it does not say, or says not at all.</summary>
    /// <param name="cacheControl">The header.</param>
    /// <param name="age">The header Age, in seconds.</param>
    public static TimeSpan? Freshness(string? cacheControl, string? age)
    {
        foreach (string directive in (cacheControl ?? "").Split(',', StringSplitOptions.TrimEntries))
        {
            if (directive.StartsWith("no-cache", StringComparison.OrdinalIgnoreCase) || directive.StartsWith("no-store", StringComparison.OrdinalIgnoreCase))
                return null;
            if (directive.StartsWith("max-age=", StringComparison.OrdinalIgnoreCase)
                && long.TryParse(directive.AsSpan(8).Trim('"'), NumberStyles.None, CultureInfo.InvariantCulture, out long seconds))
            {
                long spent = long.TryParse(age, NumberStyles.None, CultureInfo.InvariantCulture, out long a) ? a : 0;
                return seconds > spent ? TimeSpan.FromSeconds(Math.Min(seconds - spent, (long)LongestWait.TotalSeconds)) : null;
            }
        }
        return null;
    }
}
