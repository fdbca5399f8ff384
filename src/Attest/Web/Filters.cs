using System.Collections.Immutable;
using System.Diagnostics;
using Attest.Engine.Publishing;

namespace Attest.Web;

/// <summary>Which stories of the list a reader may ask for; each has an address of its own.</summary>
internal static class Filters
{
    /// <summary>Their parts of the address.</summary>
    public static ImmutableArray<string> Keys { get; } = ["disputed", "corrected"];

    /// <summary>In words.</summary>
    public static string Words(string key) => key switch
    {
        "disputed" => "with disputes",
        "corrected" => "with corrections",
        _ => throw new UnreachableException(),
    };

    /// <summary>The stories that a filter leaves, in their order.</summary>
    public static ImmutableArray<StoryDocument> Of(ImmutableArray<StoryDocument> stories, string key) => key switch
    {
        "disputed" => [.. stories.Where(s => s.Counts.Disputed > 0)],
        "corrected" => [.. stories.Where(s => s.Counts.Retracted + s.Counts.Refuted > 0)],
        _ => throw new UnreachableException(),
    };
}
