using System.Collections.Immutable;
using Attest.Engine.Gathering.Markup;

namespace Attest.Engine.Gathering.Feeds;

/// <summary>Reads categories, which formats write as text, as attributes, as lists, or within each other.</summary>
internal static class FeedTags
{
    /// <summary>Adds the categories that an element names.</summary>
    public static void Read(MarkupNode.Element e, ImmutableArray<FeedTag>.Builder tags)
    {
        switch (e.Name)
        {
            case "itunes:category":
                // A genre within a genre, in at most as many levels as the tree has.
                Add(tags, e.Attributes["text"], "http://www.itunes.com/", null);
                foreach (var inner in e.Named("itunes:category"))
                    Read(inner, tags);
                break;
            case "itunes:keywords" or "keywords" or "tags" or "news:keywords":
                foreach (string word in e.Characters.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
                    Add(tags, word, e.Name == "itunes:keywords" ? "http://www.itunes.com/" : null, null);
                break;
            default:
                Add(tags, e.Attributes["term"] ?? e.Characters, e.Attributes["scheme"] ?? e.Attributes["domain"], e.Attributes["label"]);
                break;
        }
    }

    private static void Add(ImmutableArray<FeedTag>.Builder tags, string? term, string? scheme, string? label)
    {
        if (!string.IsNullOrEmpty(term) || label is not null)
            tags.Add(new FeedTag(term ?? "", scheme, label));
    }
}
