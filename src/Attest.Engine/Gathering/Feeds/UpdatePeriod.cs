using System.Globalization;
using Attest.Engine.Gathering.Markup;

namespace Attest.Engine.Gathering.Feeds;

/// <summary>How long a publisher asks readers to wait between two fetches (RSS 2.0 "ttl", the syndication module's period and frequency).</summary>
internal static class UpdatePeriod
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(366);

    /// <summary>By the syndication module; null where the feed says nothing that makes sense.</summary>
    public static TimeSpan? Of(MarkupNode.Element channel)
    {
        TimeSpan? period = channel.First("sy:updateperiod")?.Characters.ToLowerInvariant() switch
        {
            "hourly" => TimeSpan.FromHours(1),
            "daily" => TimeSpan.FromDays(1),
            "weekly" => TimeSpan.FromDays(7),
            "monthly" => TimeSpan.FromDays(30),
            "yearly" => TimeSpan.FromDays(365),
            _ => null,
        };
        if (period is not { } length)
            return null;
        return int.TryParse(channel.First("sy:updatefrequency")?.Characters, NumberStyles.None, CultureInfo.InvariantCulture, out int times) && times > 0
            ? length / times
            : length;
    }

    /// <summary>By "ttl", in minutes.</summary>
    public static TimeSpan? OfMinutes(string written) =>
        int.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out int minutes) && minutes > 0 && minutes <= Longest.TotalMinutes
            ? TimeSpan.FromMinutes(minutes)
            : null;
}
