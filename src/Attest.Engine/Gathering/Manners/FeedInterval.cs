namespace Attest.Engine.Gathering.Manners;

/// <summary>What is known of a feed when its next fetch is planned.</summary>
/// <param name="Before">The interval before; null for a new feed.</param>
/// <param name="NewItems">Items that the last fetch brought.</param>
/// <param name="HasValidators">Whether the server can say "not modified" (ETag or Last-Modified).</param>
/// <param name="AskedByFeed">What the feed itself asks (ttl, sy:updatePeriod).</param>
/// <param name="AskedByServer">What the server's Cache-Control says.</param>
public sealed record FeedPace(TimeSpan? Before, int NewItems, bool HasValidators, TimeSpan? AskedByFeed, TimeSpan? AskedByServer);

/// <summary>
/// Decides how long to wait until a feed is fetched again: more often while it brings news, more seldom while it does not, never more often than its
/// publisher asks, and within five minutes and a day.
/// </summary>
public static class FeedInterval
{
    /// <summary>The shortest interval; what news wires and polite readers use.</summary>
    public static readonly TimeSpan Shortest = TimeSpan.FromMinutes(5);

    /// <summary>The longest interval: a feed that is alive is seen every day.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromHours(24);

    /// <summary>The shortest interval where every fetch costs the server the whole feed.</summary>
    public static readonly TimeSpan ShortestWithoutValidators = TimeSpan.FromHours(1);

    private static readonly TimeSpan First = TimeSpan.FromMinutes(15);

    // A feed that brings news is asked at two thirds of the interval, one that does not at one and a half: after news and silence in turn the
    // interval is where it was.
    private const double Faster = 2.0 / 3, Slower = 1.5;

    /// <summary>The time until the next fetch.</summary>
    public static TimeSpan Next(FeedPace pace)
    {
        ArgumentNullException.ThrowIfNull(pace);
        var interval = pace.Before is not { } before ? First : before * (pace.NewItems > 0 ? Faster : Slower);
        var shortest = Largest(Shortest, pace.HasValidators ? TimeSpan.Zero : ShortestWithoutValidators, pace.AskedByFeed ?? default, pace.AskedByServer ?? default);
        return Smallest(Longest, Largest(shortest, interval));
    }

    private static TimeSpan Largest(params ReadOnlySpan<TimeSpan> spans)
    {
        var largest = TimeSpan.MinValue;
        foreach (var span in spans)
            largest = span > largest ? span : largest;
        return largest;
    }

    private static TimeSpan Smallest(TimeSpan a, TimeSpan b) => a < b ? a : b;
}
