using System.Collections.Immutable;

namespace Attest.Engine.Publishing;

/// <summary>The list of all stories of a site: <c>docs/schema/index.schema.json</c>.</summary>
public sealed record IndexDocument
{
    /// <summary>Last changed first.</summary>
    public ImmutableArray<IndexEntryDocument> Stories { get; init; } = [];

    /// <summary>The list of some stories: last changed first, ties by slug.</summary>
    public static IndexDocument Of(IEnumerable<StoryDocument> stories) => new()
    {
        Stories =
        [
            .. stories
                .OrderByDescending(s => s.LastChange)
                .ThenBy(s => s.Slug, StringComparer.Ordinal)
                .Select(s => new IndexEntryDocument { Slug = s.Slug, Question = s.Question, LastChange = s.LastChange, Reports = s.Counts.Reports }),
        ],
    };
}

/// <summary>One story in the list.</summary>
public sealed record IndexEntryDocument
{
    /// <summary>The story's part of the address.</summary>
    public required string Slug { get; init; }

    /// <summary>Its question or headline.</summary>
    public required string Question { get; init; }

    /// <summary>Time of its newest change.</summary>
    public required DateTimeOffset LastChange { get; init; }

    /// <summary>Number of reports, copies included.</summary>
    public required int Reports { get; init; }
}
