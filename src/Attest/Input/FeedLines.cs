using System.Globalization;
using Attest.Engine.Gathering.Feeds;
using Attest.Engine.Reading;

namespace Attest.Input;

/// <summary>Makes reports of a feed's items, where only the feed is at hand: the items' own texts.</summary>
internal static class FeedLines
{
    private const int MaxBytes = 8 << 20, HeadBytes = 4096;

    private static readonly string[] endings = [".xml", ".rss", ".atom", ".rdf"];

    /// <summary>Whether a file is a feed: by its ending, and JSON by its first words.</summary>
    public static bool IsFeed(string file)
    {
        string ending = Path.GetExtension(file).ToLowerInvariant();
        if (ending != ".json")
            return endings.Contains(ending);
        using var stream = File.OpenRead(file);
        var head = new byte[HeadBytes];
        int read = stream.ReadAtLeast(head, HeadBytes, throwOnEndOfStream: false);
        return head.AsSpan(0, read).IndexOf("jsonfeed.org/version/"u8) >= 0;
    }

    /// <summary>Reads a feed that was saved as a file; each item is a line with its number.</summary>
    public static void Read(string file, List<(string Place, ReportLine Line)> lines, List<BadLine> bad)
    {
        if (new FileInfo(file).Length > MaxBytes)
        {
            bad.Add(new BadLine(file, string.Create(CultureInfo.InvariantCulture, $"the feed has more than {MaxBytes:N0} bytes")));
            return;
        }
        switch (FeedReader.Read(File.ReadAllBytes(file), new FeedOrigin()))
        {
            case FeedReading.Refused refused:
                bad.Add(new BadLine(file, $"{refused.Cause.Says}: {refused.Cause.Mend}"));
                break;
            case FeedReading.Read read:
                for (int i = 0; i < read.Feed.Items.Length; i++)
                {
                    string place = string.Create(CultureInfo.InvariantCulture, $"{file}:{i + 1}");
                    if (Of(read.Feed.Items[i], read.Feed.Title) is { } line)
                        lines.Add((place, line));
                    else
                        bad.Add(new BadLine(place, "the item has no http(s) address, or no text beside its title"));
                }
                break;
        }
    }

    /// <summary>The report that an item makes by itself; null where it has no address or no text.</summary>
    /// <param name="item">The item.</param>
    /// <param name="feed">The feed's title, which names the outlet where the item names none.</param>
    public static ReportLine? Of(FeedItem item, FeedText? feed)
    {
        string text = ItemText.Of(item);
        if (item.Link is not { } link || !Uri.TryCreate(link, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https") || text.Length == 0)
            return null;
        string? outlet = item.Publisher?.Name ?? Plain(item.Source?.Title) ?? Plain(feed);
        return new ReportLine
        {
            Url = link,
            Title = Plain(item.Title),
            Published = (item.Published ?? item.Updated)?.At,
            Updated = item.Updated?.At,
            Text = text,
            Outlet = outlet,
            Byline = item.Authors.Select(a => a.Name).OfType<string>().ToArray() is { Length: > 0 } names ? string.Join(", ", names) : null,
            Lang = item.Language,
        };
    }

    private static string? Plain(FeedText? text) => text is not null && ItemText.Plain(text).ReplaceLineEndings(" ") is { Length: > 0 } plain ? plain : null;
}
