using System.Buffers;
using System.Text;
using System.Text.Json;
using Attest.Engine.Publishing;

namespace Attest.Web;

/// <summary>
/// A story as schema.org describes a live blog (LiveBlogPosting, release 30): inert data for machines. The default encoder writes
/// every character that could end the script element as \u003C and its like.
/// </summary>
internal static class LiveBlog
{
    /// <summary>Bounds that keep a story of hundreds of reports readable by machines that read pages; <c>story.json</c> has all.</summary>
    private const int MostReports = 50, MostUpdates = 20, MostAppearances = 10;

    /// <summary>The JSON, safe inside a script element.</summary>
    public static string Of(StoryLookup lookup)
    {
        var story = lookup.Story;
        string address = Address.Linkable(story.Url) ?? "";
        var bytes = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartObject();
            json.WriteString("@context", "https://schema.org");
            json.WriteString("@type", "LiveBlogPosting");
            if (address.Length > 0)
            {
                json.WriteString("@id", address);
                json.WriteString("url", address);
                json.WriteStartObject("mainEntityOfPage");
                json.WriteString("@type", "WebPage");
                json.WriteString("@id", address);
                json.WriteEndObject();
            }
            json.WriteString("headline", story.Question);
            string confirmed = Confirmed(lookup, story.Summary);
            if (confirmed.Length > 0)
                json.WriteString("description", confirmed);
            json.WriteString("inLanguage", "en");
            json.WriteBoolean("isAccessibleForFree", true);
            Time(json, "datePublished", story.FollowedSince);
            Time(json, "dateModified", story.LastChange);
            Time(json, "coverageStartTime", story.FollowedSince);
            Named(json, "author", "Organization", "Attest");
            Named(json, "publisher", "NewsMediaOrganization", "Attest");
            Named(json, "sdPublisher", "Organization", "Attest");
            json.WriteString("sdDatePublished", Times.Format(story.AsOf, "yyyy-MM-dd"));
            Citations(json, story.Reports.TakeLast(MostReports));
            Corrections(json, story, address);
            Updates(json, lookup, address);
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(bytes.WrittenSpan);
    }

    private static void Updates(Utf8JsonWriter json, StoryLookup lookup, string address)
    {
        var described = new HashSet<string>(StringComparer.Ordinal);
        json.WriteStartArray("liveBlogUpdate");
        foreach (var update in lookup.Story.Updates.Take(MostUpdates))
        {
            json.WriteStartObject();
            json.WriteString("@type", "BlogPosting");
            json.WriteString("@id", $"{address}#{update.Id}");
            json.WriteString("url", $"{address}#{update.Id}");
            json.WriteString("headline", update.Headline);
            Time(json, "datePublished", update.At);
            Time(json, "dateModified", update.Corrections.Select(c => c.At).Append(update.At).Max());
            if (!update.Summary.IsEmpty)
                json.WriteString("articleBody", string.Join(' ', update.Summary.Select(s => s.Text)));
            Named(json, "author", "Organization", "Attest");
            Citations(json, update.Reports.Select(lookup.Report).OfType<ReportDocument>());
            json.WriteStartArray("interpretedAsClaim");
            foreach (var claim in lookup.Claims(update.Confirmed.Concat(update.Unconfirmed)))
                Claim(json, claim, lookup, address, described.Add(claim.Id));
            json.WriteEndArray();
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void Claim(Utf8JsonWriter json, ClaimDocument claim, StoryLookup lookup, string address, bool isWhole)
    {
        json.WriteStartObject();
        json.WriteString("@id", $"{address}#{claim.Id}");
        if (isWhole)
        {
            json.WriteString("@type", "Claim");
            Described(json, claim, lookup);
        }
        json.WriteEndObject();
    }

    /// <summary>What a claim says, who says it and where it appeared.</summary>
    internal static void Described(Utf8JsonWriter json, ClaimDocument claim, StoryLookup lookup)
    {
        json.WriteString("text", claim.Text);
        if (claim.AttributedTo is { Length: > 0 } by)
            Named(json, "author", null, by); // a person or an organisation: we do not know which
        Named(json, "claimInterpreter", "Organization", "Attest");
        Time(json, "datePublished", claim.FirstSeen);
        Time(json, "dateModified", claim.LastChanged);
        var addresses = claim.Evidence.Where(e => e is { Stance: "supports", Withdrawn: false })
            .Select(e => Address.Linkable(lookup.Report(e.Report)?.Url)).OfType<string>().Distinct(StringComparer.Ordinal).ToArray();
        if (addresses.Length > 0)
            Article(json, "firstAppearance", addresses[0]);
        json.WriteStartArray("appearance");
        foreach (string other in addresses.Skip(1).Take(MostAppearances))
            Article(json, null, other);
        json.WriteEndArray();
    }

    private static void Corrections(Utf8JsonWriter json, StoryDocument story, string address)
    {
        json.WriteStartArray("correction");
        foreach (var change in story.Updates.SelectMany(u => u.Changes).Where(c => c.Kind is "corrected" or "retracted" or "refuted"))
        {
            json.WriteStartObject();
            json.WriteString("@type", "CorrectionComment");
            json.WriteString("text", change.Text);
            Time(json, "datePublished", change.At);
            json.WriteStartObject("about");
            json.WriteString("@id", $"{address}#{change.Claim}");
            json.WriteEndObject();
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void Citations(Utf8JsonWriter json, IEnumerable<ReportDocument> reports)
    {
        json.WriteStartArray("citation");
        foreach (var report in reports)
        {
            if (Address.Linkable(report.Url) is not { } url)
                continue;
            json.WriteStartObject();
            json.WriteString("@type", "NewsArticle");
            json.WriteString("url", url);
            if (report.Title is { Length: > 0 } title)
                json.WriteString("headline", title);
            if (!StoryLookup.HasNoTime(report))
                Time(json, "datePublished", report.Published);
            Named(json, "publisher", "Organization", report.Outlet);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void Article(Utf8JsonWriter json, string? name, string url)
    {
        if (name is null)
            json.WriteStartObject();
        else
            json.WriteStartObject(name);
        json.WriteString("@type", "NewsArticle");
        json.WriteString("url", url);
        json.WriteEndObject();
    }

    private static void Named(Utf8JsonWriter json, string property, string? type, string name)
    {
        json.WriteStartObject(property);
        if (type is not null)
            json.WriteString("@type", type);
        json.WriteString("name", name);
        json.WriteEndObject();
    }

    private static void Time(Utf8JsonWriter json, string property, DateTimeOffset time)
    {
        if (!Times.IsUnknown(time))
            json.WriteString(property, Times.Machine(time));
    }

    private static string Confirmed(StoryLookup lookup, IEnumerable<SentenceDocument> summary) =>
        string.Join(' ', summary.Where(s => !s.Claims.IsEmpty && s.Claims.All(c => lookup.Claim(c)?.Confirmed == true)).Select(s => s.Text));
}
