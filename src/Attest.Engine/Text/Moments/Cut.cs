namespace Attest.Engine.Text.Moments;

/// <summary>Cuts a window down to the part that a moment's other words leave of it.</summary>
internal static class Cut
{
    /// <summary>The stretch that part of the day, edge and clock leave.</summary>
    public static (DateTime From, DateTime To) Of(Window window, Moment moment)
    {
        if (moment.Clock is { } clock)
        {
            Window minute = Resolver.ClockOn(clock, window.From);
            return (minute.From, minute.To);
        }
        if (moment.Part.Length > 0 && CalendarWords.Parts.TryGetValue(moment.Part, out var hours))
            return (window.From.AddHours(hours.From), window.From.AddHours(hours.To));
        TimeSpan third = (window.To - window.From) / 3;
        return moment.Edge switch
        {
            "early" or "start" => (window.From, window.To - third),
            "late" or "end" => (window.From + third, window.To),
            "mid" or "middle" => (window.From + third / 2, window.To - third / 2),
            _ => (window.From, window.To),
        };
    }
}
