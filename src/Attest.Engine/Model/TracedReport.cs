using System.Collections.Immutable;

namespace Attest.Engine.Model;

/// <summary>A report with the origins of what it states.</summary>
public sealed record TracedReport
{
    /// <summary>The report.</summary>
    public required Report Report { get; init; }

    /// <summary>What it states, each with its origin, in order of the text.</summary>
    public required ImmutableArray<TracedStatement> Statements { get; init; }

    /// <summary>The origin of its lead statement; the outlet's own where it states nothing.</summary>
    public required Origin Lead { get; init; }

    /// <summary>The report whose passages it carries; null where it carries none.</summary>
    public ReportId? CopyOf { get; init; }

    /// <summary>Why its origin is another's; null where it is its own.</summary>
    public CollapseReason? CollapsedBecause { get; init; }

    /// <summary>How it takes what it tells of; null for one that was not analysed.</summary>
    internal Telling? Telling { get; init; }

    /// <summary>What later reports are compared with to find copied passages; opaque outside the tracing stage.</summary>
    public ImmutableArray<ulong> Fingerprint { get; init; } = [];
}
