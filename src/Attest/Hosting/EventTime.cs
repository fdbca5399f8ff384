namespace Attest.Hosting;

/// <summary>
/// When a report takes effect in a story. Its own time (published, or updated for a later version), unless the story has published past that: what was
/// published is never rewritten, so a report that comes late takes effect in the first minute after the newest one that is published, though its text
/// keeps its own date. It is not put back to its own time, for then the story as of that time would differ from what readers saw; it is not put at
/// the clock's time, for then the same files taken in a day later would give another story. A minute is never opened again: it settled as a whole.
/// </summary>
internal static class EventTime
{
    /// <summary>The time of a report in a story that has published up to a moment.</summary>
    public static DateTimeOffset Of(DateTimeOffset report, DateTimeOffset? settled) =>
        settled is { } until && report.UtcTicks / TimeSpan.TicksPerMinute <= until.UtcTicks / TimeSpan.TicksPerMinute ? After(until) : report;

    /// <summary>The begin of the minute after a moment.</summary>
    public static DateTimeOffset After(DateTimeOffset moment) => new((moment.UtcTicks / TimeSpan.TicksPerMinute + 1) * TimeSpan.TicksPerMinute, TimeSpan.Zero);
}
