using System.Collections.Immutable;

namespace Attest.Engine.Publishing;

/// <summary>Where evidence comes from; copies share it.</summary>
public sealed record OriginDocument
{
    /// <summary>Stable id.</summary>
    public required string Id { get; init; }

    /// <summary>Its name for readers.</summary>
    public required string Label { get; init; }

    /// <summary>newsroom, agency, document, official, party, named, unnamed, relay or unknown.</summary>
    public required string Kind { get; init; }

    /// <summary>Ids of the reports that rest on it, oldest first.</summary>
    public ImmutableArray<string> Reports { get; init; } = [];
}

/// <summary>A report that the story holds, by its address.</summary>
public sealed record ReportDocument
{
    /// <summary>Stable id.</summary>
    public required string Id { get; init; }

    /// <summary>Its canonical address.</summary>
    public required string Url { get; init; }

    /// <summary>Who published it.</summary>
    public required string Outlet { get; init; }

    /// <summary>Its headline, plain text.</summary>
    public string? Title { get; init; }

    /// <summary>When it was published.</summary>
    public required DateTimeOffset Published { get; init; }

    /// <summary>Number of its newest version, from 1.</summary>
    public required int Version { get; init; }

    /// <summary>Id of its lead statement's origin.</summary>
    public required string Origin { get; init; }

    /// <summary>Ids of all origins of its statements.</summary>
    public ImmutableArray<string> Origins { get; init; } = [];

    /// <summary>Id of the report whose passages it carries.</summary>
    public string? CopyOf { get; init; }

    /// <summary>Why its origin is another's (R3).</summary>
    public string? CollapsedBecause { get; init; }

    /// <summary>Its language (ISO 639-1) where it is not English.</summary>
    public string? Lang { get; init; }

    /// <summary>no-time, future-time, not-analysed, partly-analysed, edited, text-removed.</summary>
    public ImmutableArray<string> Flags { get; init; } = [];
}
