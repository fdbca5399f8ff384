using System.Collections.Immutable;

namespace Attest.Engine.Gathering.Feeds;

/// <summary>The format that a feed is written in.</summary>
public enum FeedFormat
{
    /// <summary>RSS 0.91 to 2.0, and what resembles it.</summary>
    Rss,

    /// <summary>RSS 0.90 and 1.0, which are RDF.</summary>
    Rdf,

    /// <summary>Atom 0.3.</summary>
    Atom03,

    /// <summary>Atom 1.0 (RFC 4287).</summary>
    Atom10,

    /// <summary>JSON Feed 1.0 and 1.1.</summary>
    JsonFeed,

    /// <summary>Channel Definition Format, the oldest of them.</summary>
    Cdf,

    /// <summary>A sitemap of pages, with the news extension or without.</summary>
    Sitemap,

    /// <summary>A sitemap that lists sitemaps.</summary>
    SitemapIndex,
}

/// <summary>A text with how it is to be read.</summary>
/// <param name="Value">The text. Markup is already made harmless and its links resolved.</param>
/// <param name="Type">"text/plain", "text/html", "application/xhtml+xml", or as the feed says.</param>
/// <param name="Base">Address that its links were relative to; empty where unknown.</param>
/// <param name="Language">Language tag; null where not said.</param>
public sealed record FeedText(string Value, string Type, string Base, string? Language)
{
    /// <summary>Address of content that stands elsewhere; null where it stands here.</summary>
    public string? Source { get; init; }

    /// <summary>Whether the value is markup.</summary>
    public bool IsMarkup => Type is "text/html" or "application/xhtml+xml";
}

/// <summary>A link of a feed or item.</summary>
/// <param name="Relation">What it leads to: "alternate" (the page), "self", "enclosure", …</param>
/// <param name="Address">Where it leads, resolved.</param>
/// <param name="Type">Media type of what stands there, where said.</param>
public sealed record FeedLink(string Relation, string Address, string? Type = null)
{
    /// <summary>Its title.</summary>
    public string? Title { get; init; }

    /// <summary>Language of what stands there.</summary>
    public string? Language { get; init; }

    /// <summary>Length of what stands there as said, in bytes; what feeds say is often wrong.</summary>
    public string? Length { get; init; }
}

/// <summary>Somebody named by a feed.</summary>
/// <param name="Name">Name.</param>
/// <param name="Email">Mail address.</param>
/// <param name="Address">Web address, resolved.</param>
public sealed record FeedPerson(string? Name, string? Email, string? Address);

/// <summary>A time as written and as read.</summary>
/// <param name="Written">As the feed writes it.</param>
/// <param name="At">The moment, UTC; null where it cannot be read.</param>
public sealed record FeedDate(string Written, DateTimeOffset? At);

/// <summary>A category.</summary>
/// <param name="Term">Its word.</param>
/// <param name="Scheme">The list that the word is from.</param>
/// <param name="Label">Its word for people.</param>
public sealed record FeedTag(string Term, string? Scheme, string? Label);

/// <summary>What wrote the feed.</summary>
/// <param name="Name">Name of the program.</param>
/// <param name="Address">Its address, resolved.</param>
/// <param name="Version">Its version.</param>
public sealed record FeedGenerator(string Name, string? Address, string? Version);

/// <summary>What a feed and an item have in common.</summary>
public abstract record FeedNode
{
    /// <summary>Headline or name.</summary>
    public FeedText? Title { get; init; }

    /// <summary>A few sentences of the item, or what the feed is about.</summary>
    public FeedText? Summary { get; init; }

    /// <summary>A line below the title.</summary>
    public FeedText? Subtitle { get; init; }

    /// <summary>Who holds which rights.</summary>
    public FeedText? Rights { get; init; }

    /// <summary>Its id as written; the same in every version of an item. Null where there is none.</summary>
    public string? Id { get; init; }

    /// <summary>The page; null where there is none.</summary>
    public string? Link { get; init; }

    /// <summary>All links.</summary>
    public ImmutableArray<FeedLink> Links { get; init; } = [];

    /// <summary>When it was published.</summary>
    public FeedDate? Published { get; init; }

    /// <summary>When it was last changed.</summary>
    public FeedDate? Updated { get; init; }

    /// <summary>When it was made.</summary>
    public FeedDate? Created { get; init; }

    /// <summary>When it ceases to hold.</summary>
    public FeedDate? Expires { get; init; }

    /// <summary>Who wrote it.</summary>
    public ImmutableArray<FeedPerson> Authors { get; init; } = [];

    /// <summary>Who helped.</summary>
    public ImmutableArray<FeedPerson> Contributors { get; init; } = [];

    /// <summary>Who publishes it.</summary>
    public FeedPerson? Publisher { get; init; }

    /// <summary>Categories.</summary>
    public ImmutableArray<FeedTag> Tags { get; init; } = [];

    /// <summary>Language tag; null where not said.</summary>
    public string? Language { get; init; }

    /// <summary>Address of its picture, resolved.</summary>
    public string? Image { get; init; }

    /// <summary>What the format's vocabulary does not hold: elements by canonical name with prefix ("slash:comments"), in order.</summary>
    public ImmutableArray<FeedExtension> Extensions { get; init; } = [];
}

/// <summary>An element that the reader keeps and does not interpret.</summary>
/// <param name="Name">Canonical name in lower case.</param>
/// <param name="Value">Its text.</param>
/// <param name="Attributes">Its attributes.</param>
/// <param name="Children">Elements in it.</param>
public sealed record FeedExtension(string Name, string Value, ImmutableArray<(string Name, string Value)> Attributes, ImmutableArray<FeedExtension> Children);

/// <summary>A feed as it was read.</summary>
public sealed record Feed : FeedNode
{
    /// <summary>The format.</summary>
    public required FeedFormat Format { get; init; }

    /// <summary>The items, in the order of the document.</summary>
    public required ImmutableArray<FeedItem> Items { get; init; }

    /// <summary>A note for those who open the feed in a browser.</summary>
    public FeedText? Info { get; init; }

    /// <summary>What wrote it.</summary>
    public FeedGenerator? Generator { get; init; }

    /// <summary>Address of a small picture, resolved.</summary>
    public string? Icon { get; init; }

    /// <summary>Address of a wide picture, resolved.</summary>
    public string? Logo { get; init; }

    /// <summary>How long the publisher asks readers to wait between two fetches; null where not said.</summary>
    public TimeSpan? AskedInterval { get; init; }

    /// <summary>Address of the next page of a paged feed (JSON Feed's "next_url", RFC 5005).</summary>
    public string? Next { get; init; }

    /// <summary>Whether the publisher says that nothing will follow.</summary>
    public bool HasEnded { get; init; }

    /// <summary>What was mended while reading.</summary>
    public FeedMends Mends { get; init; }

    /// <summary>Name of the encoding that it was read by.</summary>
    public string Encoding { get; init; } = "utf-8";
}

/// <summary>An item of a feed.</summary>
public sealed record FeedItem : FeedNode
{
    /// <summary>The texts that it carries beside its summary, longest form first as the feed gives them.</summary>
    public ImmutableArray<FeedText> Content { get; init; } = [];

    /// <summary>Address of the discussion.</summary>
    public string? Comments { get; init; }

    /// <summary>The feed that the item was taken over from.</summary>
    public FeedSource? Source { get; init; }
}

/// <summary>What an item says of the feed that it was taken over from.</summary>
public sealed record FeedSource : FeedNode
{
    /// <summary>What wrote that feed.</summary>
    public FeedGenerator? Generator { get; init; }

    /// <summary>Its small picture.</summary>
    public string? Icon { get; init; }

    /// <summary>Its wide picture.</summary>
    public string? Logo { get; init; }
}

/// <summary>What was wrong with a feed that was read all the same.</summary>
[Flags]
public enum FeedMends
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>The document ends in the middle: the items before that are kept.</summary>
    CutOff = 1,

    /// <summary>Some bytes fit no character of its encoding.</summary>
    BrokenCharacters = 2,

    /// <summary>The root element is no feed's, but items were found in it.</summary>
    UnknownRoot = 4,
}
