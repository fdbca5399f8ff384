using System.Collections.Immutable;
using Attest.Engine.Publishing;

namespace Attest.Web;

/// <summary>What happened to a claim, newest first: changes of its standing, of its wording and of its figure. Moves of its number alone are left to the step line.</summary>
internal static class ClaimHistory
{
    /// <summary>The events of a claim.</summary>
    public static ImmutableArray<ClaimEvent> Of(ClaimDocument claim, StoryLookup story)
    {
        var events = new List<ClaimEvent>();
        HistoryDocument? before = null;
        string? wording = null;
        foreach (var step in claim.History)
        {
            if (before is null || Standings.Group(before.Standing) != Standings.Group(step.Standing))
                events.Add(new(step.At, Standings.Group(step.Standing), Moved(before?.Standing, step.Standing), step.Because));
            if (step.Wording is { } now && wording is not null)
                events.Add(new(step.At, Standings.Revised, "Wording changed", "") { From = wording, To = now });
            wording = step.Wording ?? wording;
            before = step;
        }
        events.AddRange(Replaced(claim, story));
        return [.. events.OrderByDescending(e => e.At)];
    }

    /// <summary>Claims whose figure or state this one replaced.</summary>
    private static IEnumerable<ClaimEvent> Replaced(ClaimDocument claim, StoryLookup story) => story.Story.Claims
        .Where(c => c.SupersededBy == claim.Id && c.Id != claim.Id)
        .Select(c => new ClaimEvent(c.LastChanged, Standings.Revised, "Took the place of an older value", c.Text) { Other = c.Id });

    private static string Moved(string? before, string now) => Standings.Group(now) switch
    {
        Standings.Confirmed => "Newly confirmed",
        Standings.Disputed => "Now disputed",
        Standings.Refuted => "Now refuted",
        Standings.Retracted => now == "corrected" ? "Corrected by its origin" : "Retracted",
        Standings.Revised => "Out of date",
        _ when now == "lapsed" => "Lapsed",
        _ when before is null => "New, unconfirmed",
        _ when Standings.Group(before) == Standings.Confirmed => "No longer confirmed",
        _ => "Unconfirmed again",
    };
}

/// <summary>An event in a claim's life.</summary>
/// <param name="At">When.</param>
/// <param name="Group">Shape and colour.</param>
/// <param name="Words">What happened.</param>
/// <param name="Because">Why, or the other claim's wording.</param>
public sealed record ClaimEvent(DateTimeOffset At, string Group, string Words, string Because)
{
    /// <summary>The wording before, where that changed.</summary>
    public string? From { get; init; }

    /// <summary>The wording after.</summary>
    public string? To { get; init; }

    /// <summary>Id of the other claim, where one has to do with it.</summary>
    public string? Other { get; init; }
}
