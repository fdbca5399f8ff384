namespace Attest.Engine.Text.Moments;

/// <summary>Which of several a word picks: "last May", "this Friday", "next year".</summary>
internal enum Which
{
    /// <summary>None is said.</summary>
    Unsaid,

    /// <summary>The one before now.</summary>
    Last,

    /// <summary>The one that now lies in, or the nearest.</summary>
    This,

    /// <summary>The one after now.</summary>
    Next,
}

/// <summary>A stretch of the calendar that is counted in.</summary>
internal enum CalendarUnit
{
    /// <summary>Minutes.</summary>
    Minute,

    /// <summary>Hours.</summary>
    Hour,

    /// <summary>Days.</summary>
    Day,

    /// <summary>Saturday and Sunday.</summary>
    Weekend,

    /// <summary>Weeks, from Monday.</summary>
    Week,

    /// <summary>Months.</summary>
    Month,

    /// <summary>Quarters of the year.</summary>
    Quarter,

    /// <summary>Years.</summary>
    Year,

    /// <summary>Decades, from a year ending in 0.</summary>
    Decade,

    /// <summary>Centuries.</summary>
    Century,
}

/// <summary>What a sentence names a time by, before it is known when the sentence was written.</summary>
internal abstract record NamedTime
{
    private NamedTime()
    {
    }

    /// <summary>"3 February 2026", "Feb. 3", "3-5 February"; days from <paramref name="Day"/> to <paramref name="LastDay"/>.</summary>
    public sealed record CalendarDay(int? Year, int Month, int Day, int LastDay, DayOfWeek? Weekday) : NamedTime;

    /// <summary>"May 2024", "last May".</summary>
    public sealed record CalendarMonth(int? Year, int Month, Which Which) : NamedTime;

    /// <summary>"2024", "2015-16", "the 1990s": from the first to the last year.</summary>
    public sealed record CalendarYears(int FirstYear, int LastYear) : NamedTime;

    /// <summary>"Tuesday", "next Tuesday".</summary>
    public sealed record DayOfTheWeek(DayOfWeek Day, Which Which) : NamedTime;

    /// <summary>"today" (0), "yesterday" (−1), "tomorrow" (1).</summary>
    public sealed record DayFromNow(int Days) : NamedTime;

    /// <summary>"this week" (0), "last year" (−1), "next month" (1).</summary>
    public sealed record PeriodFromNow(CalendarUnit Unit, int Offset) : NamedTime;

    /// <summary>"in the spring", "summer 2025": 0 is spring, 3 the winter that begins in the year.</summary>
    public sealed record Season(int Number, int? Year, Which Which) : NamedTime;

    /// <summary>"the third quarter of 2025", "the first half": of 4 or of 2 parts.</summary>
    public sealed record PartOfYear(int Number, int Parts, int? Year) : NamedTime;

    /// <summary>"three days ago" (−3), "in two weeks" (2); <paramref name="IsFromNow"/> is false for "two years earlier", told from elsewhere.</summary>
    public sealed record Away(int Count, CalendarUnit Unit, bool IsFromNow) : NamedTime;

    /// <summary>"the past 12 months" (−12), "the next two weeks" (2), "within 14 days" (14).</summary>
    public sealed record Stretch(int Count, CalendarUnit Unit) : NamedTime;

    /// <summary>A time of day alone: "6.30 a.m.", "noon"; the offset where a zone is written.</summary>
    public sealed record TimeOfDay(int Minutes, TimeSpan? Zone) : NamedTime;

    /// <summary>"between May 2024 and December 2025".</summary>
    public sealed record Between(NamedTime Earlier, NamedTime Later) : NamedTime;

    /// <summary>A date that can be read in two ways ("03/02/2026"): left as it stands.</summary>
    public sealed record Unclear : NamedTime;
}
