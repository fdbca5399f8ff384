using System.Collections.Immutable;

namespace Attest.Engine.Model;

/// <summary>A claim's standing from a moment on.</summary>
/// <param name="At">The moment, UTC.</param>
/// <param name="Standing">The standing from then on.</param>
/// <param name="Probability">The number from then on; null for opinions and forecasts.</param>
/// <param name="Because">What brought it about, in plain words.</param>
/// <param name="Wording">The claim's wording from then on.</param>
public sealed record StandingChange(DateTimeOffset At, Standing Standing, double? Probability, string Because, string Wording);

/// <summary>A question with its reports, claims and updates: the state that events fold into.</summary>
public sealed record Story
{
    /// <summary>Identifies it.</summary>
    public required StoryId Id { get; init; }

    /// <summary>Its part of the address; never changes.</summary>
    public required string Slug { get; init; }

    /// <summary>The question that it answers, or its headline.</summary>
    public required string Question { get; init; }

    /// <summary>Whether a person worded the question; else it follows the lead claim.</summary>
    public required bool QuestionGiven { get; init; }

    /// <summary>Whether it is made of invented sample data.</summary>
    public bool Sample { get; init; }

    /// <summary>Whether its reports bear times; without them no rule about time applies.</summary>
    public bool HasTimes { get; init; } = true;

    /// <summary>Time of its first report, UTC.</summary>
    public required DateTimeOffset Opened { get; init; }

    /// <summary>The moment that the state describes, UTC.</summary>
    public required DateTimeOffset AsOf { get; init; }

    /// <summary>Time of the newest change of any claim, UTC.</summary>
    public required DateTimeOffset LastChange { get; init; }

    /// <summary>Grows by one with every event that changed something.</summary>
    public int Version { get; init; }

    /// <summary>All versions of its reports in canonical order.</summary>
    public ImmutableArray<TracedReport> Reports { get; init; } = [];

    /// <summary>Its claims, weighed, in order of their opening.</summary>
    public ImmutableArray<WeighedClaim> Claims { get; init; } = [];

    /// <summary>How each claim's standing moved, oldest first.</summary>
    public ImmutableSortedDictionary<string, ImmutableArray<StandingChange>> History { get; init; } =
        ImmutableSortedDictionary.Create<string, ImmutableArray<StandingChange>>(StringComparer.Ordinal);

    /// <summary>Where it stands, in sentences; written after the last event.</summary>
    public ImmutableArray<BoundSentence> Summary { get; init; } = [];

    /// <summary>Its updates, oldest first.</summary>
    public ImmutableArray<Update> Updates { get; init; } = [];

    /// <summary>The claims as they were at the newest update: what the next one is compared with.</summary>
    public ImmutableArray<WeighedClaim> Told { get; init; } = [];

    /// <summary>The reports read since the newest update.</summary>
    public ImmutableArray<ReportId> Untold { get; init; } = [];
}
