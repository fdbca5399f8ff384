using Attest.Engine.Publishing;
using Attest.Web.Picture;

namespace Attest.Web;

/// <summary>
/// The files of a story, by their place in its folder: the static site writes all of them, the server makes the one that is asked for.
/// </summary>
internal static class StoryFiles
{
    /// <summary>The picture for previews of other sites.</summary>
    public const string Picture = "picture.png";

    private const string Claims = "claims/";

    /// <summary>Places of all files.</summary>
    public static IEnumerable<string> Of(StoryDocument story) =>
    [
        "index.html", "story.json", "story.md", "feed.atom", "feed.rss", "feed.json", Picture, "card/index.html",
        .. story.Claims.SelectMany(c => new[] { $"{Claims}{c.Id}/index.html", $"{Claims}{c.Id}/claim.json" }),
    ];

    /// <summary>The file at a place; null where there is none.</summary>
    public static async Task<byte[]?> RenderAsync(PageRenderer pages, StoryLookup lookup, string place) => place switch
    {
        "index.html" => await pages.StoryAsync(lookup),
        "story.json" => StoryJson.Write(lookup.Story),
        "story.md" => StoryMarkdown.Write(lookup.Story),
        "feed.atom" => AtomFeed.Write(Channel(lookup)),
        "feed.rss" => RssFeed.Write(Channel(lookup)),
        "feed.json" => JsonFeed.Write(Channel(lookup)),
        Picture => StoryPicture.Of(lookup.Story),
        "card/index.html" => await pages.CardAsync(lookup.Story, lookup.Links.IsLive),
        _ when place.StartsWith(Claims, StringComparison.Ordinal) => place[Claims.Length..].Split('/') switch
        {
            [var id, "index.html"] when lookup.Claim(id) is { } claim => await pages.ClaimAsync(lookup, claim),
            [var id, "claim.json"] when lookup.Claim(id) is { } claim => StoryJson.Write(claim),
            _ => null,
        },
        _ => null,
    };

    private static FeedChannel Channel(StoryLookup lookup) =>
        FeedChannel.Of(lookup.Story) is var channel && lookup.View.Hub is { } hub ? hub.In(channel, $"stories/{lookup.Story.Slug}/") : channel;
}
