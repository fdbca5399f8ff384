using System.Buffers;
using System.Text;
using System.Text.Json;
using Attest.Engine.Publishing;

namespace Attest.Web;

/// <summary>
/// A claim as schema.org describes one (Claim, release 30), with what that has no word for in our own vocabulary. No ClaimReview: that is a
/// person's verdict. The default encoder writes every character that could end the script element as \u003C and its like.
/// </summary>
internal static class ClaimData
{
    private const string Vocabulary = "https://attest.example/ns/v1#";

    /// <summary>The JSON, safe inside a script element.</summary>
    public static string Of(ClaimDocument claim, StoryLookup lookup)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartObject();
            json.WriteStartArray("@context");
            json.WriteStringValue("https://schema.org");
            json.WriteStartObject();
            json.WriteString("attest", Vocabulary);
            json.WriteEndObject();
            json.WriteEndArray();
            json.WriteString("@type", "Claim");
            if (Address.Linkable(lookup.Story.Url) is { } story)
            {
                json.WriteString("@id", $"{story}claims/{claim.Id}/");
                json.WriteString("url", $"{story}claims/{claim.Id}/");
            }
            LiveBlog.Described(json, claim, lookup);
            json.WriteString("attest:status", claim.Standing);
            if (claim.Probability is { } probability)
                json.WriteNumber("attest:standsProbability", (decimal)StoryJson.Written(probability));
            json.WriteString("attest:horizon", "P7D");
            json.WriteNumber("attest:originCount", claim.Origins);
            json.WriteNumber("attest:reportCount", claim.Reports);
            json.WriteString("attest:asOf", Times.Machine(lookup.Story.AsOf));
            json.WriteStartArray("attest:ruleTrace");
            foreach (string rule in claim.Rules)
                json.WriteStringValue(rule);
            json.WriteEndArray();
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(bytes.WrittenSpan);
    }
}
