using System.Collections.Immutable;

namespace Attest.Engine.Model;

/// <summary>What a reader must know about a report as such.</summary>
public enum ReportFlag
{
    /// <summary>No time was given; it was placed in order of the input.</summary>
    NoTime,

    /// <summary>The time given lies in the future; it was placed in order of the input.</summary>
    FutureTime,

    /// <summary>Not in a language that is analysed, or an error of ours kept it from being: kept and grouped only.</summary>
    NotAnalysed,

    /// <summary>Only the beginning of its text was analysed: it is longer than any article.</summary>
    PartlyAnalysed,

    /// <summary>More than one version of it was read.</summary>
    Edited,

    /// <summary>Its text was removed after it was read: only address, title and times are kept.</summary>
    TextRemoved,
}

/// <summary>One version of one article. Never changed: an edited article is a new version.</summary>
public sealed record Report
{
    /// <summary>Identifies the address; shared by all versions.</summary>
    public required ReportId Id { get; init; }

    /// <summary>1 for the first text seen at the address, then counting up.</summary>
    public required int Version { get; init; }

    /// <summary>Canonical http(s) address.</summary>
    public required string Url { get; init; }

    /// <summary>Who published it.</summary>
    public required Outlet Outlet { get; init; }

    /// <summary>Headline; empty where there is none.</summary>
    public string Title { get; init; } = "";

    /// <summary>Author line as the page says.</summary>
    public string? Byline { get; init; }

    /// <summary>When the article was first published, UTC.</summary>
    public required DateTimeOffset Published { get; init; }

    /// <summary>When this version takes effect in the story: <see cref="Published"/> for the first, the edit's time for later ones.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Language of the text (ISO 639-1).</summary>
    public string Language { get; init; } = "en";

    /// <summary>Plain text, paragraphs divided by blank lines, line ends "\n". Spans of statements refer to it.</summary>
    public required string Text { get; init; }

    /// <summary>SHA-256 of title and text: equal exactly where both are.</summary>
    public required string ContentHash { get; init; }

    /// <summary>What a reader must know about it.</summary>
    public ImmutableArray<ReportFlag> Flags { get; init; } = [];
}
