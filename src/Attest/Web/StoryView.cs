namespace Attest.Web;

/// <summary>What a reader asked a story's page for, beside the story itself.</summary>
public sealed record StoryView
{
    /// <summary>The page as a file: complete, without anybody to ask.</summary>
    public static StoryView File { get; } = new();

    /// <summary>The page as a server answers it.</summary>
    public static StoryView Live { get; } = new() { IsLive = true };

    /// <summary>Whether a server answers, so that a page may offer other spans and moments.</summary>
    public bool IsLive { get; init; }

    /// <summary>The span of changes as the address names it: "24h", "start" or a time; null for the newest update's. The document bears the changes themselves.</summary>
    public string? Since { get; init; }

    /// <summary>The past moment asked for; null for now.</summary>
    public DateTimeOffset? AsOf { get; init; }

    /// <summary>The site's public address, for what other sites read of the page; null where it is not known, and addresses stay relative.</summary>
    public Uri? Site { get; init; }

    /// <summary>How feeds lead to a hub; null where there is none.</summary>
    public HubLinks? Hub { get; init; }

    /// <summary>The place in the story's log that the page shows: what comes after it is news to its reader. Null for a page that nothing is told to.</summary>
    public long? Place { get; init; }

    /// <summary>The query that keeps the moment when another span is asked for.</summary>
    internal string With(string? since)
    {
        string query = string.Join('&', new[] { since is null ? null : "since=" + since, AsOf is { } at ? "asof=" + Times.Machine(at) : null }.Where(p => p is not null));
        return query.Length == 0 ? "./" : "?" + query;
    }
}
