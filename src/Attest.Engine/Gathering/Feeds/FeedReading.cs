namespace Attest.Engine.Gathering.Feeds;

/// <summary>A feed, or why the document is none.</summary>
public abstract record FeedReading
{
    private FeedReading()
    {
    }

    /// <summary>The document is a feed.</summary>
    /// <param name="Feed">The feed.</param>
    public sealed record Read(Feed Feed) : FeedReading;

    /// <summary>The document is no feed that can be read.</summary>
    /// <param name="Cause">Why.</param>
    public sealed record Refused(FeedRefusal Cause) : FeedReading;
}

/// <summary>Why a document could not be read as a feed.</summary>
public enum FeedRefusal
{
    /// <summary>It is empty.</summary>
    Empty,

    /// <summary>It is a web page.</summary>
    WebPage,

    /// <summary>It is a list of feeds (OPML).</summary>
    ListOfFeeds,

    /// <summary>It is neither XML nor JSON, or no feed in either.</summary>
    NotAFeed,

    /// <summary>Elements or values stand within each other deeper than 512.</summary>
    TooDeep,

    /// <summary>It defines entities by other entities, as only attacks do.</summary>
    EntityBomb,

    /// <summary>It is JSON that breaks off or is malformed.</summary>
    BrokenJson,
}

/// <summary>The causes in words for whoever keeps the feeds.</summary>
public static class FeedRefusalWords
{
    extension(FeedRefusal cause)
    {
        /// <summary>What is wrong.</summary>
        public string Says => cause switch
        {
            FeedRefusal.Empty => "the document is empty",
            FeedRefusal.WebPage => "this is a web page, not a feed",
            FeedRefusal.ListOfFeeds => "this is a list of feeds (OPML), not a feed",
            FeedRefusal.NotAFeed => "the document is no feed in any format that is known",
            FeedRefusal.TooDeep => "its elements stand within each other deeper than 512",
            FeedRefusal.EntityBomb => "it defines entities by other entities, as attacks do",
            FeedRefusal.BrokenJson => "its JSON is malformed or breaks off",
            _ => throw new System.Diagnostics.UnreachableException(),
        };

        /// <summary>What to do about it.</summary>
        public string Mend => cause switch
        {
            FeedRefusal.Empty => "nothing, unless it stays so: then ask the publisher",
            FeedRefusal.WebPage => "give the feed's own address; pages often name it",
            FeedRefusal.ListOfFeeds => "follow it with --opml",
            FeedRefusal.NotAFeed => "check the address in a browser",
            FeedRefusal.TooDeep or FeedRefusal.EntityBomb => "remove the feed unless you trust its publisher, and tell him",
            FeedRefusal.BrokenJson => "nothing, unless it stays so: then tell the publisher",
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }
}
