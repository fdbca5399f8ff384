using System.Collections.Immutable;
using System.Text.Json;

namespace Attest.Engine.Reading.Pages;

/// <summary>What a page's JSON-LD (schema.org) says of its article. It checks and completes what the page itself says; its text is often cut off.</summary>
internal sealed record LinkedArticle
{
    private const int DeepestJson = 64;

    private static readonly JsonDocumentOptions lenient = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = DeepestJson };

    public string? Headline { get; private set; }

    public string? Published { get; private set; }

    public string? Modified { get; private set; }

    public string? Publisher { get; private set; }

    public string? PublisherParent { get; private set; }

    public string? Language { get; private set; }

    public string? Address { get; private set; }

    public string? Section { get; private set; }

    /// <summary>The text that it gives as the article's body.</summary>
    public string? Body { get; private set; }

    public ImmutableArray<string> Authors { get; private set; } = [];

    /// <summary>Whom it names as the source of the text: an agency.</summary>
    public string? Source { get; private set; }

    /// <summary>The first article that the scripts describe; an empty one where they describe none. Never throws.</summary>
    public static LinkedArticle Read(IReadOnlyList<string> scripts)
    {
        foreach (string script in scripts)
        {
            try
            {
                using var json = JsonDocument.Parse(script.Trim().TrimEnd(';'), lenient);
                if (Article(json.RootElement, 0) is { } article)
                    return Of(article);
            }
            catch (Exception e) when (e is JsonException or InvalidOperationException)
            {
                // Broken scripts are common; the page itself says the same.
            }
        }
        return new LinkedArticle();
    }

    private static JsonElement? Article(JsonElement element, int depth)
    {
        if (depth > 4)
            return null;
        if (element.ValueKind == JsonValueKind.Array)
            return element.EnumerateArray().Select(e => Article(e, depth + 1)).FirstOrDefault(a => a is not null);
        if (element.ValueKind != JsonValueKind.Object)
            return null;
        if (Texts(element, "@type").Any(IsArticle))
            return element;
        foreach (string inner in (ReadOnlySpan<string>)["@graph", "mainEntity", "mainEntityOfPage"])
            if (element.TryGetProperty(inner, out var value) && Article(value, depth + 1) is { } found)
                return found;
        return null;
    }

    private static bool IsArticle(string type) =>
        type.EndsWith("Article", StringComparison.Ordinal) || type.EndsWith("BlogPosting", StringComparison.Ordinal) || type is "Report" or "SpecialAnnouncement";

    private static LinkedArticle Of(JsonElement article)
    {
        article.TryGetProperty("publisher", out var publisher);
        return new LinkedArticle
        {
            Headline = Texts(article, "headline").FirstOrDefault(),
            Published = Texts(article, "datePublished").FirstOrDefault(),
            Modified = Texts(article, "dateModified").FirstOrDefault(),
            Publisher = Names(article, "publisher").FirstOrDefault(),
            PublisherParent = publisher.ValueKind == JsonValueKind.Object ? Names(publisher, "parentOrganization").FirstOrDefault() : null,
            Language = Texts(article, "inLanguage").FirstOrDefault(),
            Address = Texts(article, "url").FirstOrDefault(),
            Section = Texts(article, "articleSection").FirstOrDefault(),
            Body = Texts(article, "articleBody").FirstOrDefault(),
            Authors = [.. Names(article, "author").Concat(Names(article, "creator")).Distinct(StringComparer.Ordinal).Take(8)],
            Source = Names(article, "sourceOrganization").Concat(Texts(article, "creditText")).FirstOrDefault(),
        };
    }

    private static IEnumerable<string> Texts(JsonElement element, string name)
    {
        if (!element.TryGetProperty(name, out var value))
            yield break;
        foreach (var one in value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray()] : new[] { value })
            if (one.ValueKind == JsonValueKind.String && one.GetString() is { Length: > 0 } text)
                yield return text;
    }

    private static IEnumerable<string> Names(JsonElement element, string name)
    {
        if (!element.TryGetProperty(name, out var value))
            yield break;
        foreach (var one in value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray()] : new[] { value })
            foreach (string text in one.ValueKind == JsonValueKind.Object ? Texts(one, "name") : one.ValueKind == JsonValueKind.String ? [one.GetString()!] : [])
                if (text.Length > 0)
                    yield return text;
    }
}
