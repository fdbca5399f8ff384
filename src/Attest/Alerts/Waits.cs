namespace Attest.Alerts;

/// <summary>How long is waited between the tries of a message: ever longer, over three days in all, and never quite the same, so that receivers that fell together do not rise to all at once.</summary>
internal static class Waits
{
    /// <summary>The longest wait; also the longest that a receiver can ask for.</summary>
    private static readonly TimeSpan longest = TimeSpan.FromHours(24);

    private static readonly TimeSpan[] waits =
    [
        TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(10), TimeSpan.FromMinutes(30), TimeSpan.FromHours(1),
        TimeSpan.FromHours(2), TimeSpan.FromHours(4), TimeSpan.FromHours(8), TimeSpan.FromHours(12), longest, longest,
    ];

    /// <summary>Tries of one message after which its address is told nothing more.</summary>
    public static int Most => waits.Length + 1;

    /// <summary>The wait after so many failed tries.</summary>
    /// <param name="failed">Failed tries, from 1; beyond <see cref="Most"/> the longest wait.</param>
    /// <param name="asked">What the receiver asked for (Retry-After).</param>
    /// <param name="chance">A draw from [0, 1).</param>
    public static TimeSpan After(int failed, TimeSpan? asked, double chance)
    {
        var wait = waits[Math.Clamp(failed - 1, 0, waits.Length - 1)] * (0.8 + 0.4 * chance);
        return asked > wait ? asked.Value < longest ? asked.Value : longest : wait;
    }
}
