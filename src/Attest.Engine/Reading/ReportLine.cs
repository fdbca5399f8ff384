using System.Globalization;
using System.Text.Json;
using Attest.Engine.Reading.Pages;

namespace Attest.Engine.Reading;

/// <summary>One line of input as it was given, before times are put in order: what the contract calls "Reports in".</summary>
public sealed record ReportLine
{
    /// <summary>The longest line that is read, in bytes.</summary>
    public const int MaxBytes = 4 << 20;

    /// <summary>Address as given.</summary>
    public required string Url { get; init; }

    /// <summary>Headline.</summary>
    public string? Title { get; init; }

    /// <summary>Time of publication as given, UTC; null where missing or unreadable.</summary>
    public DateTimeOffset? Published { get; init; }

    /// <summary>Time of the last edit as given, UTC; null where missing or unreadable.</summary>
    public DateTimeOffset? Updated { get; init; }

    /// <summary>Plain text; null where only a page is given.</summary>
    public string? Text { get; init; }

    /// <summary>The page; null where plain text is given.</summary>
    public string? Html { get; init; }

    /// <summary>Publisher's name.</summary>
    public string? Outlet { get; init; }

    /// <summary>Publisher's kind as given.</summary>
    public string? OutletKind { get; init; }

    /// <summary>Publisher's owner as given.</summary>
    public string? Family { get; init; }

    /// <summary>Author line.</summary>
    public string? Byline { get; init; }

    /// <summary>Language tag.</summary>
    public string? Lang { get; init; }

    /// <summary>Section of the publication.</summary>
    public string? Section { get; init; }

    /// <summary>Whether the line is invented sample data; pages made from it say so.</summary>
    public bool Sample { get; init; }

    /// <summary>
    /// Reads one line of JSON Lines. Never throws: a line that cannot be used yields the reason, worded for the person who must mend it.
    /// </summary>
    /// <param name="utf8">The line's bytes without its line end.</param>
    /// <returns>The line, or what is wrong with it.</returns>
    public static (ReportLine? Line, string? Wrong) Read(ReadOnlyMemory<byte> utf8)
    {
        if (utf8.Length > MaxBytes)
            return (null, string.Create(CultureInfo.InvariantCulture, $"the line has {utf8.Length:N0} bytes; at most {MaxBytes:N0} are read"));
        try
        {
            using var json = JsonDocument.Parse(utf8, new JsonDocumentOptions { MaxDepth = 32 });
            return Read(json.RootElement);
        }
        catch (JsonException e)
        {
            return (null, $"not JSON: {FirstSentence(e.Message)}");
        }
        catch (InvalidOperationException)
        {
            return (null, "a string in it is not valid Unicode");
        }
    }

    private static (ReportLine? Line, string? Wrong) Read(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object)
            return (null, "not a JSON object");
        if (String(root, "url") is not { } url)
            return (null, "no url: give the report's http(s) address as \"url\"");
        if (!Uri.TryCreate(url.Trim(), UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https") || address.Host.Length == 0)
            return (null, "the url is not an http(s) address: " + Shortened(url));
        string? text = String(root, "text"), html = String(root, "html");
        if (string.IsNullOrWhiteSpace(text) && string.IsNullOrWhiteSpace(html))
            return (null, "no text: give \"text\" or \"html\", not empty");
        return (new ReportLine
        {
            Url = url.Trim(),
            Title = String(root, "title"),
            Published = Time(root, "published"),
            Updated = Time(root, "updated"),
            Text = string.IsNullOrWhiteSpace(text) ? null : text,
            Html = string.IsNullOrWhiteSpace(text) ? html : null,
            Outlet = String(root, "outlet"),
            OutletKind = String(root, "outletKind"),
            Family = String(root, "family"),
            Byline = String(root, "byline"),
            Lang = String(root, "lang"),
            Section = String(root, "section"),
            Sample = root.TryGetProperty("sample", out var sample) && sample.ValueKind == JsonValueKind.True,
        }, null);
    }

    private static string? String(JsonElement root, string name) =>
        root.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && value.GetString() is { } text && text.Trim().Length > 0
            ? text
            : null;

    private static DateTimeOffset? Time(JsonElement root, string name) => PageTimes.Read(String(root, name)?.Trim());

    private static string FirstSentence(string message)
    {
        int end = message.IndexOf(". ", StringComparison.Ordinal);
        return end < 0 ? message : message[..end];
    }

    private static string Shortened(string text) => text.Length <= 80 ? text : text[..80] + "…";
}
