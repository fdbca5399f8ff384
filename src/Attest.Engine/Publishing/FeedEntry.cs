using System.Collections.Immutable;
using System.Net;
using System.Security.Cryptography;
using System.Text;

namespace Attest.Engine.Publishing;

/// <summary>An update as both feeds carry it.</summary>
/// <param name="Id">Stable over time, host and address: readers know an entry by it.</param>
/// <param name="Address">The update on the story's page.</param>
/// <param name="Title">Headline, plain text.</param>
/// <param name="Published">When it was published.</param>
/// <param name="Changed">When it was last changed: its newest correction, else its publication.</param>
/// <param name="Summary">Summary as plain text.</param>
/// <param name="Html">The update as HTML; everything from reports is escaped.</param>
public sealed record FeedEntry(string Id, string Address, string Title, DateTimeOffset Published, DateTimeOffset Changed, string Summary, string Html)
{
    /// <summary>The story's updates, newest first.</summary>
    internal static ImmutableArray<FeedEntry> Of(StoryDocument story, string page)
    {
        var claims = story.Claims.ToDictionary(c => c.Id, StringComparer.Ordinal);
        var updates = story.Updates.ToDictionary(u => u.Id, StringComparer.Ordinal);
        return [.. story.Updates.Select(u => Of(story, u, claims, updates, page))];
    }

    /// <summary>A URN that depends on the given parts only.</summary>
    internal static string StableId(params ReadOnlySpan<string> parts)
    {
        Span<byte> hash = stackalloc byte[32];
        SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', parts!)), hash);
        var id = hash[..16];
        id[6] = (byte)(id[6] & 0x0F | 0x80); // version 8: custom (RFC 9562)
        id[8] = (byte)(id[8] & 0x3F | 0x80);
        return "urn:uuid:" + new Guid(id, bigEndian: true).ToString("D");
    }

    private static FeedEntry Of(
        StoryDocument story, UpdateDocument update, Dictionary<string, ClaimDocument> claims, Dictionary<string, UpdateDocument> updates, string page)
    {
        string summary = string.Join(' ', update.Summary.Select(s => s.Text));
        var html = new StringBuilder();
        foreach (var correction in update.Corrections)
            if (updates.TryGetValue(correction.Update, out var by))
                html.Append("<p><strong>Corrected:</strong> ").Append(Safe(by.Headline)).Append("</p>");
        if (summary.Length > 0)
            html.Append("<p>").Append(Safe(summary)).Append("</p>");
        if (update is { Confidence: { } confidence, Word: { } word })
            html.Append("<p>Confidence: ").Append(FormattableString.Invariant($"{confidence * 100:F0}% ({Safe(word)})</p>"));
        Claims(html, "What’s confirmed", update.Confirmed, claims);
        Claims(html, "Still unconfirmed", update.Unconfirmed, claims);
        Items(html, "What changed", update.Changes.Select(c => c.Text));
        var changed = update.Corrections.Select(c => c.At).Append(update.At).Max();
        return new(StableId("update", story.Id, update.Id), $"{page}#{update.Id}", XmlCharacters.Only(update.Headline), update.At, changed,
            XmlCharacters.Only(summary), html.ToString());
    }

    private static void Claims(StringBuilder html, string heading, ImmutableArray<string> ids, Dictionary<string, ClaimDocument> claims) =>
        Items(html, heading, ids.Where(claims.ContainsKey).Select(id => claims[id].Text));

    private static void Items(StringBuilder html, string heading, IEnumerable<string> items)
    {
        bool any = false;
        foreach (string item in items)
        {
            if (!any)
                html.Append("<h2>").Append(heading).Append("</h2><ul>");
            any = true;
            html.Append("<li>").Append(Safe(item)).Append("</li>");
        }
        if (any)
            html.Append("</ul>");
    }

    private static string Safe(string text) => WebUtility.HtmlEncode(XmlCharacters.Only(text));
}
