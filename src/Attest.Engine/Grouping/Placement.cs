using System.Collections.Immutable;

namespace Attest.Engine.Grouping;

/// <summary>Where a report was placed, and what that changed among the stories.</summary>
/// <param name="Story">Key of the report's story: the id of the story's first report.</param>
/// <param name="Opened">Whether the report opened the story.</param>
/// <param name="LogOdds">Log-odds that the report tells of the same event as the story it came nearest to; 0 where there was none near.</param>
/// <param name="Reason">Why it was placed there, in words.</param>
/// <param name="Regroupings">Merges and splits that followed, in order.</param>
public sealed record Placement(string Story, bool Opened, double LogOdds, string Reason, ImmutableArray<Regrouping> Regroupings);

/// <summary>A story became two, or two became one.</summary>
public abstract record Regrouping
{
    private Regrouping(string reason) => Reason = reason;

    /// <summary>Why, in words.</summary>
    public string Reason { get; }

    /// <summary>Two stories turned out to tell of one event.</summary>
    /// <param name="Gone">Key of the story that is no more; its address leads to the heir.</param>
    /// <param name="Heir">Key of the older story, which has all reports now.</param>
    /// <param name="Reason">Why, in words.</param>
    public sealed record Merged(string Gone, string Heir, string Reason) : Regrouping(Reason);

    /// <summary>A story turned out to tell of two events.</summary>
    /// <param name="From">Key of the story that keeps its first report.</param>
    /// <param name="Into">Key of the new story.</param>
    /// <param name="Reports">Keys of the reports that went over.</param>
    /// <param name="Reason">Why, in words.</param>
    public sealed record Split(string From, string Into, ImmutableArray<string> Reports, string Reason) : Regrouping(Reason);

    /// <summary>Reports changed between two stories of like events, which can be told apart better now.</summary>
    /// <param name="From">Key of the story that they were in, as it is named now.</param>
    /// <param name="Into">Key of the story that they are in.</param>
    /// <param name="Reports">Keys of the reports that went over.</param>
    /// <param name="Reason">Why, in words.</param>
    public sealed record Moved(string From, string Into, ImmutableArray<string> Reports, string Reason) : Regrouping(Reason);
}

/// <summary>A story that was found, with its reports in the order of their placing.</summary>
/// <param name="Key">The id of its first report.</param>
/// <param name="Reports">Keys of its reports.</param>
public sealed record FoundStory(string Key, ImmutableArray<string> Reports);
