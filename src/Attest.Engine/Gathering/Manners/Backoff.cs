namespace Attest.Engine.Gathering.Manners;

/// <summary>
/// Decides how long to wait after a failure: twice as long after each in a row, up to a day, with chance in it so that many readers do not come back
/// at one moment ("equal jitter": half of the wait is fixed).
/// </summary>
public static class Backoff
{
    private static readonly TimeSpan First = TimeSpan.FromMinutes(5);

    /// <summary>The time until the next attempt.</summary>
    /// <param name="cause">What failed.</param>
    /// <param name="inRow">How many attempts have failed in a row, this one included; from 1.</param>
    /// <param name="retryAfter">What the server asks.</param>
    /// <param name="chance">A number drawn from [0, 1).</param>
    public static TimeSpan Wait(FetchFailure cause, int inRow, TimeSpan? retryAfter, double chance)
    {
        var doubled = First * Math.Pow(2, Math.Clamp(inRow - 1, 0, 12));
        // What does not pass by itself is not worth a second look within the hour.
        if (IsLasting(cause) && doubled < TimeSpan.FromHours(1))
            doubled = TimeSpan.FromHours(1);
        if (doubled > FeedInterval.Longest)
            doubled = FeedInterval.Longest;
        var wait = doubled / 2 + doubled / 2 * Math.Clamp(chance, 0, 1);
        return retryAfter is { } asked && asked > wait ? asked : wait;
    }

    /// <summary>Whether the cause is likely to stay until somebody does something.</summary>
    public static bool IsLasting(FetchFailure cause) => cause is not (FetchFailure.Unreachable or FetchFailure.TimedOut or FetchFailure.BrokenOff
        or FetchFailure.AskedToWait or FetchFailure.ServerTrouble or FetchFailure.NoSuchHost or FetchFailure.RulesUnreadable);
}
