namespace Attest.Engine.Gathering.Manners;

/// <summary>Decides when a page that was read is looked at again for edits (R15): soon while it is young, ever more seldom, and no longer after a week.</summary>
public static class PageTurn
{
    /// <summary>Edits come within hours; what is corrected after a week is told by a notice or a report of its own.</summary>
    public static readonly TimeSpan Watched = TimeSpan.FromDays(7);

    private static readonly TimeSpan Shortest = TimeSpan.FromHours(1), Longest = TimeSpan.FromHours(24);

    // Looking again after half of its age finds an edit within half again of the time that it took to come.
    private const double ShareOfAge = 0.5;

    /// <summary>When to look again; null where the page is no longer watched.</summary>
    /// <param name="firstRead">When it was first read.</param>
    /// <param name="now">When it was read now.</param>
    /// <param name="changed">Whether it changed since the last look: then another edit is likely soon.</param>
    public static DateTimeOffset? Next(DateTimeOffset firstRead, DateTimeOffset now, bool changed)
    {
        var age = now - firstRead;
        if (age >= Watched)
            return null;
        var wait = changed ? Shortest : age * ShareOfAge;
        return now + (wait < Shortest ? Shortest : wait > Longest ? Longest : wait);
    }
}
