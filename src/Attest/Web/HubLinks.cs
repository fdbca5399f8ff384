using Attest.Engine.Publishing;

namespace Attest.Web;

/// <summary>How feeds lead subscribers to a WebSub hub (W3C, 2018): each names the hub and its own whole address, in its text and in the answer's head.</summary>
/// <param name="Hub">The hub.</param>
/// <param name="Site">The site's public address.</param>
public sealed record HubLinks(Uri Hub, Uri Site)
{
    private static readonly string[] formats = ["feed.atom", "feed.rss", "feed.json"];

    /// <summary>Whether a file is a feed that the hub tells of.</summary>
    /// <param name="place">The file's place in its folder.</param>
    public static bool IsTold(string place) => formats.Contains(place);

    /// <summary>Whole addresses of the feeds in a folder of the site.</summary>
    /// <param name="folder">"" or "stories/SLUG/".</param>
    public IEnumerable<string> Feeds(string folder) => formats.Select(f => Whole(folder + f));

    /// <summary>A channel that names the hub and itself.</summary>
    public FeedChannel In(FeedChannel channel, string folder)
    {
        ArgumentNullException.ThrowIfNull(channel);
        return channel with { Hub = Hub.AbsoluteUri, Self = Whole(folder + channel.Self) };
    }

    /// <summary>The links of an answer's head.</summary>
    public string[] Heads(string path) => [$"<{Hub.AbsoluteUri}>; rel=\"hub\"", $"<{Whole(path)}>; rel=\"self\""];

    private string Whole(string path) => new Uri(new Uri(Site.AbsoluteUri.TrimEnd('/') + "/"), path).AbsoluteUri;
}
