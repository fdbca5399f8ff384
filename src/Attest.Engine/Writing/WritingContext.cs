using System.Collections.Immutable;
using Attest.Engine.Model;

namespace Attest.Engine.Writing;

/// <summary>What writing must know beside the claims.</summary>
/// <param name="Story">The story; its updates are numbered from 1.</param>
/// <param name="Question">The question that it follows, in words; empty where none is worded yet.</param>
/// <param name="Now">When the update is published, UTC.</param>
/// <param name="StoryOpened">Time of the story's first report, UTC.</param>
public sealed record WritingContext(StoryId Story, string Question, DateTimeOffset Now, DateTimeOffset StoryOpened)
{
    /// <summary>The story's updates so far, oldest first.</summary>
    public ImmutableArray<Update> Earlier { get; init; } = [];

    /// <summary>The reports read since the last update.</summary>
    public ImmutableArray<ReportId> NewReports { get; init; } = [];
}
