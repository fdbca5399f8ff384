using System.Collections.Immutable;

namespace Attest.Engine.Publishing;

/// <summary>A part of a list, as the API answers it: exactly one of the lists is there, with the cursor of the next part.</summary>
public sealed record PageDocument
{
    /// <summary>Stories, last changed first.</summary>
    public ImmutableArray<IndexEntryDocument>? Stories { get; init; }

    /// <summary>Claims of a story, weightiest first.</summary>
    public ImmutableArray<ClaimDocument>? Claims { get; init; }

    /// <summary>Reports of a story, oldest first.</summary>
    public ImmutableArray<ReportDocument>? Reports { get; init; }

    /// <summary>Updates of a story, newest first.</summary>
    public ImmutableArray<UpdateDocument>? Updates { get; init; }

    /// <summary>Evidence of a claim, in order of its arrival.</summary>
    public ImmutableArray<EvidenceDocument>? Evidence { get; init; }

    /// <summary>Outlets, those with most reports first.</summary>
    public ImmutableArray<SourceEntryDocument>? Sources { get; init; }

    /// <summary>How many the whole list holds.</summary>
    public int Total { get; init; }

    /// <summary>The cursor of the next part; null at the end.</summary>
    public string? Next { get; init; }
}

/// <summary>One outlet in the list: counts with what they are counts of, and no score.</summary>
public sealed record SourceEntryDocument
{
    /// <summary>Its part of the address.</summary>
    public required string Key { get; init; }

    /// <summary>What is known of it, and from where.</summary>
    public required OutletDocument Outlet { get; init; }

    /// <summary>Reports read, copies included.</summary>
    public required int Reports { get; init; }

    /// <summary>Of these, reports whose evidence is another's.</summary>
    public required int Repeats { get; init; }

    /// <summary>Of the reports, those that were changed after they first appeared.</summary>
    public required int Edited { get; init; }

    /// <summary>Stories that it reports on.</summary>
    public required int Stories { get; init; }

    /// <summary>Of these, stories whose first report is its own.</summary>
    public required int FirstInStory { get; init; }

    /// <summary>Claims that it states in its own voice and of its own.</summary>
    public required int Claims { get; init; }

    /// <summary>Of these, confirmed ones.</summary>
    public required int Confirmed { get; init; }

    /// <summary>Claims that it took back or corrected.</summary>
    public required int Corrected { get; init; }

    /// <summary>The row of an outlet.</summary>
    public static SourceEntryDocument Of(SourceDocument source)
    {
        ArgumentNullException.ThrowIfNull(source);
        return new()
        {
            Key = source.Key,
            Outlet = source.Outlet,
            Reports = source.Reports.Length,
            Repeats = source.Repeats,
            Edited = source.Edited,
            Stories = source.Stories,
            FirstInStory = source.FirstInStory,
            Claims = source.Claims.Length,
            Confirmed = source.Claims.Count(c => c.Claim.Confirmed),
            Corrected = source.Corrected.Length,
        };
    }
}
