using System.Collections.Immutable;

namespace Attest.Web;

/// <summary>What the pages about all stories show beside the stories.</summary>
public sealed record FrontView
{
    /// <summary>The pages as files: complete, without anybody to ask.</summary>
    public static FrontView File { get; } = new();

    /// <summary>Whether a server answers.</summary>
    public bool IsLive { get; init; }

    /// <summary>The place in the log that the stories show; null where nothing is told of what comes after it.</summary>
    public long? Place { get; init; }

    /// <summary>How feeds lead to a hub; null where there is none.</summary>
    public HubLinks? Hub { get; init; }

    /// <summary>Followed questions that no report bears on yet, newest first.</summary>
    public ImmutableArray<QuestionRow> Awaited { get; init; } = [];
}
