using System.Globalization;
using System.Text.Json;
using Attest.Engine.Gathering.Dates;
using Attest.Engine.Gathering.Feeds;

namespace Attest.Eval.Tasks;

/// <summary>
/// Says in feedparser's names what our reader found. Where feedparser renames, joins or defaults what a feed says, it is done here; where it
/// reads something, our reader must have read it.
/// </summary>
internal static class FeedparserNames
{
    /// <summary>A step of a path: a name or a place in a list.</summary>
    public static object Step(JsonElement step) => step.ValueKind == JsonValueKind.Number ? step.GetInt32() : step.GetString()!;

    /// <summary>What stands at a path that begins with "feed" or "entries".</summary>
    public static object? Find(Feed feed, object[] path) => path switch
    {
        ["feed", .. var rest] => Walk(Named(feed, (string)rest[0]), rest[1..]),
        ["entries", int i, string name, .. var rest] when i < feed.Items.Length => Walk(Named(feed.Items[i], name), rest),
        _ => null,
    };

    /// <summary>Whether what was found is what is expected.</summary>
    public static bool Matches(object? found, JsonElement wanted) => wanted.ValueKind switch
    {
        JsonValueKind.Null => found is null,
        JsonValueKind.String => found is string text && text == wanted.GetString(),
        JsonValueKind.Number => found is not null && double.TryParse(Convert.ToString(found, CultureInfo.InvariantCulture), CultureInfo.InvariantCulture, out double number) && number == wanted.GetDouble(),
        JsonValueKind.True or JsonValueKind.False => found is bool said && said == wanted.GetBoolean(),
        JsonValueKind.Array => found is object?[] list && list.Length == wanted.GetArrayLength() && list.Zip(wanted.EnumerateArray()).All(p => Matches(p.First, p.Second)),
        JsonValueKind.Object => wanted.EnumerateObject().All(p => Matches(Part(found, p.Name), p.Value)),
        _ => false,
    };

    /// <summary>What was found, for lists of errors.</summary>
    public static string Show(object? found) => found is object?[] list ? "[" + string.Join(", ", list.Select(Show)) + "]" : found?.ToString() ?? "nothing";

    /// <summary>Python's time tuple of a moment.</summary>
    public static object?[]? Tuple(DateTimeOffset? at) => at is not { } t
        ? null
        : [t.Year, t.Month, t.Day, t.Hour, t.Minute, t.Second, ((int)t.DayOfWeek + 6) % 7, t.DayOfYear, 0];

    private static object? Walk(object? from, object[] path)
    {
        foreach (object step in path)
            from = step is int i ? from is object?[] list && i < list.Length ? list[i] : null : Part(from, (string)step);
        return from;
    }

    private static object? Named(FeedNode node, string name) => name switch
    {
        "title" => node.Title?.Value,
        "title_detail" => node.Title,
        "summary" or "description" => SummaryOf(node)?.Value,
        "summary_detail" => SummaryOf(node),
        "subtitle" or "tagline" => (node.Subtitle ?? (node is FeedItem ? null : node.Summary))?.Value,
        "subtitle_detail" or "tagline_detail" => node.Subtitle ?? (node is FeedItem ? null : node.Summary),
        "rights" or "copyright" => node.Rights?.Value,
        "rights_detail" or "copyright_detail" => node.Rights,
        "info" => (node as Feed)?.Info?.Value,
        "info_detail" => (node as Feed)?.Info,
        "id" or "guid" => node.Id,
        "link" => node.Link,
        "links" => node.Links.ToArray<object?>(),
        "enclosures" => node.Links.Where(l => l.Relation == "enclosure").ToArray<object?>(),
        "content" => (node as FeedItem)?.Content.ToArray<object?>(),
        "source" => (node as FeedItem)?.Source,
        "comments" => (node as FeedItem)?.Comments,
        "author" => node.Authors is [.., var last] ? Line(last) : null,
        "author_detail" => node.Authors is [.., var last] ? last : null,
        "authors" => node.Authors.ToArray<object?>(),
        "contributors" => node.Contributors.ToArray<object?>(),
        "publisher" => node.Publisher is { } publisher ? Line(publisher) : null,
        "publisher_detail" => node.Publisher,
        "tags" => node.Tags.ToArray<object?>(),
        "language" => node.Language,
        "generator" => GeneratorOf(node)?.Name,
        "generator_detail" => GeneratorOf(node),
        "icon" => (node as Feed)?.Icon ?? (node as FeedSource)?.Icon,
        "logo" => (node as Feed)?.Logo ?? (node as FeedSource)?.Logo,
        "updated" => (node.Updated ?? node.Published)?.Written,
        "updated_parsed" => Tuple((node.Updated ?? node.Published)?.At),
        "published" => node.Published?.Written,
        "published_parsed" => Tuple(node.Published?.At),
        "created" => node.Created?.Written,
        "created_parsed" => Tuple(node.Created?.At),
        "expired" => node.Expires?.Written,
        "expired_parsed" => Tuple(node.Expires?.At),
        "image" => ImageOf(node),
        "license" => (Extension(node, "cc:license") ?? Extension(node, "creativecommons:license")) is { } license
            ? license.Attributes.FirstOrDefault(a => a.Name == "rdf:resource").Value ?? license.Value
            : node.Links.FirstOrDefault(l => l.Relation == "license")?.Address,
        _ => Extended(node, name),
    };

    private static object? Extended(FeedNode node, string name)
    {
        if (name.StartsWith("validity_", StringComparison.Ordinal))
            return Validity(node, name["validity_".Length..]);
        var all = node.Extensions.SelectMany(e => e.Name == "media:group" ? e.Children : [e])
            .Where(e => e.Name == name || e.Name.Replace(':', '_') == name).ToArray();
        if (all.Length == 0)
            return null;
        return name switch
        {
            "itunes_block" => all[^1].Value == "yes" ? 1 : 0,
            "itunes_explicit" => all[^1].Value is "yes" or "true" ? 1 : 0,
            "media_credit" or "media_thumbnail" or "media_content" => all.ToArray<object?>(),
            "media_restriction" => all[^1],
            _ => all[^1].Attributes.IsEmpty && all[^1].Children.IsEmpty ? all[^1].Value : all[^1],
        };
    }

    private static object? Part(object? of, string name) => of switch
    {
        FeedNode node => Named(node, name),
        FeedText text => name switch { "value" => text.Value, "type" => text.Type, "base" => text.Base, "language" => text.Language, "src" => text.Source, _ => null },
        FeedPerson person => name switch { "name" => person.Name, "email" => person.Email, "href" or "url" => person.Address, _ => null },
        FeedLink link => name switch
        {
            "rel" => link.Relation,
            "href" or "url" => link.Address,
            "type" => link.Type,
            "title" => link.Title,
            "hreflang" => link.Language,
            "length" => link.Length,
            _ => null,
        },
        FeedTag tag => name switch { "term" => tag.Term, "scheme" => tag.Scheme, "label" => tag.Label, _ => null },
        FeedGenerator generator => name switch { "name" => generator.Name, "href" or "url" => generator.Address, "version" => generator.Version, _ => null },
        FeedExtension e => name switch
        {
            "content" when e.Name == "media:restriction" => e.Value.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToArray<object?>(),
            "content" => e.Value,
            _ => e.Attributes.FirstOrDefault(a => a.Name == name).Value ?? e.Children.FirstOrDefault(c => c.Name == name)?.Value,
        },
        ImageNames image => image.Part(name),
        _ => null,
    };

    // feedparser lets the text stand in for a missing summary.
    private static FeedText? SummaryOf(FeedNode node) => node.Summary
        ?? (node as FeedItem)?.Content.FirstOrDefault(c => c.Type is "text/plain" or "text/html" or "application/xhtml+xml")
        ?? (node is FeedItem ? null : node.Subtitle);

    private static FeedGenerator? GeneratorOf(FeedNode node) => (node as Feed)?.Generator ?? (node as FeedSource)?.Generator;

    private static string? Line(FeedPerson person) => person switch
    {
        { Name: { } name, Email: { } email } => $"{name} ({email})",
        _ => person.Name ?? person.Email,
    };

    private static FeedExtension? Extension(FeedNode node, string name) => node.Extensions.FirstOrDefault(e => e.Name == name);

    private static ImageNames? ImageOf(FeedNode node) => node.Image is null && Extension(node, "image") is null ? null : new ImageNames(node.Image, Extension(node, "image"));

    private static object? Validity(FeedNode node, string which)
    {
        bool parsed = which.EndsWith("_parsed", StringComparison.Ordinal);
        string key = parsed ? which[..^"_parsed".Length] : which;
        string? written = Extension(node, "dcterms:valid")?.Value.Split(';').Select(p => p.Split('=', 2)).FirstOrDefault(p => p.Length == 2 && p[0] == key)?[1];
        return written is null ? null : parsed ? Tuple(FeedDates.Read(written)) : written;
    }

    private sealed record ImageNames(string? Address, FeedExtension? Element)
    {
        public string? Part(string name) => name is "href" or "url" ? Address : Element?.Children.FirstOrDefault(c => c.Name == name)?.Value;
    }
}
