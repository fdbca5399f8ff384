using Feed = CodeHollow.FeedReader.Feed;

namespace Attest.Eval.Tasks;

/// <summary>The sceptic's baseline: a feed as the most used .NET library reads it.</summary>
internal sealed class LibraryFeed(Feed feed)
{
    /// <summary>The feed; null where the library throws.</summary>
    public static LibraryFeed? Read(byte[] bytes)
    {
        try
        {
            return CodeHollow.FeedReader.FeedReader.ReadFromByteArray(bytes) is { } feed ? new LibraryFeed(feed) : null;
        }
#pragma warning disable CA1031 // It throws whatever its XML reader throws.
        catch (Exception)
#pragma warning restore CA1031
        {
            return null;
        }
    }

    /// <summary>What stands at a path in feedparser's names, as far as the library has it.</summary>
    public object? Find(object[] path)
    {
        if (path is ["entries", int i, string field])
        {
            if (i >= feed.Items.Count)
                return null;
            var item = feed.Items.ElementAt(i);
            return field switch
            {
                "title" => item.Title,
                "link" => item.Link,
                "id" or "guid" => item.Id,
                "description" or "summary" => item.Description,
                "author" => item.Author,
                "published" => item.PublishingDateString,
                "published_parsed" => FeedparserNames.Tuple(item.PublishingDate is { } at ? new DateTimeOffset(at.ToUniversalTime()) : null),
                _ => null,
            };
        }
        if (path is ["entries", int n, "content", 0, "value"])
            return n < feed.Items.Count ? feed.Items.ElementAt(n).Content : null;
        return path is ["feed", string name]
            ? name switch
            {
                "title" => feed.Title,
                "link" => feed.Link,
                "description" or "tagline" or "subtitle" => feed.Description,
                "language" => feed.Language,
                "copyright" or "rights" => feed.Copyright,
                "updated" => feed.LastUpdatedDateString,
                "updated_parsed" => FeedparserNames.Tuple(feed.LastUpdatedDate is { } at ? new DateTimeOffset(at.ToUniversalTime()) : null),
                _ => null,
            }
            : null;
    }
}
