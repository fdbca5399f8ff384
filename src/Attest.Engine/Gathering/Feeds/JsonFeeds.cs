using System.Collections.Immutable;
using System.Text.Json;
using Attest.Engine.Gathering.Dates;
using Attest.Engine.Gathering.Markup;

namespace Attest.Engine.Gathering.Feeds;

/// <summary>Reads JSON Feed 1.0 and 1.1. A field of the wrong kind is passed over; numbers stand for ids, as the format's authors ask.</summary>
internal static class JsonFeeds
{
    /// <summary>Items that are read; of a feed the first 2,000 are taken.</summary>
    private const int MostItems = 20_000;

    /// <summary>The feed, or why the document is none.</summary>
    public static FeedReading Read(string text, Surroundings around)
    {
        try
        {
            using var json = JsonDocument.Parse(HalfCharacters.Mend(text), new JsonDocumentOptions { MaxDepth = MarkupTree.MostDepth, AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip });
            var root = json.RootElement;
            return root.ValueKind == JsonValueKind.Object && root.TryGetProperty("items", out var items) && items.ValueKind == JsonValueKind.Array
                ? new FeedReading.Read(Of(root, items, around))
                : new FeedReading.Refused(FeedRefusal.NotAFeed);
        }
        catch (JsonException e)
        {
            return new FeedReading.Refused(e.Message.Contains("depth", StringComparison.Ordinal) ? FeedRefusal.TooDeep : FeedRefusal.BrokenJson);
        }
    }

    private static Feed Of(JsonElement root, JsonElement items, Surroundings around)
    {
        string? language = String(root, "language") ?? around.Language;
        var links = Links(("alternate", Address(root, "home_page_url", around)), ("self", Address(root, "feed_url", around)), ("next", Address(root, "next_url", around)));
        return new Feed
        {
            Format = FeedFormat.JsonFeed,
            Items = [.. items.EnumerateArray().Take(MostItems).Where(i => i.ValueKind == JsonValueKind.Object).Select(i => Item(i, language, around))],
            Title = Text(root, "title", around, language),
            Summary = Text(root, "description", around, language),
            Link = Address(root, "home_page_url", around),
            Id = Address(root, "feed_url", around),
            Links = links,
            Next = Address(root, "next_url", around),
            Icon = Address(root, "favicon", around),
            Image = Address(root, "icon", around),
            Authors = Authors(root, around),
            Language = language,
            HasEnded = root.TryGetProperty("expired", out var expired) && expired.ValueKind == JsonValueKind.True,
        };
    }

    private static FeedItem Item(JsonElement item, string? language, Surroundings around)
    {
        language = String(item, "language") ?? language;
        string? page = Address(item, "url", around);
        var content = ImmutableArray.CreateBuilder<FeedText>();
        if (String(item, "content_html") is { } html)
            content.Add(new FeedText(CleanMarkup.Of(html, around.Address), "text/html", around.Address, language));
        if (String(item, "content_text") is { } plain)
            content.Add(new FeedText(plain, "text/plain", around.Address, language));
        return new FeedItem
        {
            Id = String(item, "id") ?? page,
            Title = Text(item, "title", around, language),
            Summary = Text(item, "summary", around, language),
            Content = content.ToImmutable(),
            Link = page ?? Address(item, "external_url", around),
            Links = Links(("alternate", page), ("via", Address(item, "external_url", around))),
            Image = Address(item, "image", around) ?? Address(item, "banner_image", around),
            Published = Date(item, "date_published"),
            Updated = Date(item, "date_modified"),
            Authors = Authors(item, around),
            Language = language,
            Tags = item.TryGetProperty("tags", out var tags) && tags.ValueKind == JsonValueKind.Array
                ? [.. tags.EnumerateArray().Select(Written).OfType<string>().Select(t => new FeedTag(t, null, null))]
                : [],
        };
    }

    private static ImmutableArray<FeedLink> Links(params (string Relation, string? Address)[] links) =>
        [.. links.Where(l => l.Address is not null).Select(l => new FeedLink(l.Relation, l.Address!))];

    private static ImmutableArray<FeedPerson> Authors(JsonElement node, Surroundings around)
    {
        if (node.TryGetProperty("authors", out var authors) && authors.ValueKind == JsonValueKind.Array)
            return [.. authors.EnumerateArray().Select(a => Person(a, around)).OfType<FeedPerson>()];
        // 1.0 had one author.
        return node.TryGetProperty("author", out var author) && Person(author, around) is { } one ? [one] : [];
    }

    private static FeedPerson? Person(JsonElement person, Surroundings around) =>
        person.ValueKind == JsonValueKind.Object && new FeedPerson(String(person, "name"), null, Address(person, "url", around)) is var read && read != new FeedPerson(null, null, null)
            ? read
            : null;

    private static FeedText? Text(JsonElement node, string name, Surroundings around, string? language) =>
        String(node, name) is { } value ? new FeedText(value, "text/plain", around.Address, language) : null;

    private static FeedDate? Date(JsonElement node, string name) => String(node, name) is { } written ? new FeedDate(written, FeedDates.Read(written)) : null;

    private static string? Address(JsonElement node, string name, Surroundings around) =>
        String(node, name) is { Length: > 0 } address ? Addresses.Resolve(around.Address, address) : null;

    private static string? String(JsonElement node, string name) => node.TryGetProperty(name, out var value) ? Written(value) : null;

    private static string? Written(JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Number)
            return value.GetRawText();
        if (value.ValueKind != JsonValueKind.String)
            return null;
        try
        {
            return value.GetString();
        }
        catch (InvalidOperationException)
        {
            // Half a surrogate pair.
            return null;
        }
    }
}
