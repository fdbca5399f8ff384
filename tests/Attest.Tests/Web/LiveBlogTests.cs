using System.Text.Json;
using Attest.Engine.Publishing;
using Attest.Tests.Publishing;

namespace Attest.Tests.Web;

public sealed class LiveBlogTests
{
    private static readonly JsonElement Vocabulary = Load();

    [Fact]
    public async Task Every_type_and_property_is_one_of_schema_org_30_and_used_where_it_belongs()
    {
        var wrong = new List<string>();
        Check(await Data(InventedStory.Document with { Claims = [.. InventedStory.Document.Claims.Select(c => c with { AttributedTo = "the union" })] }), null, wrong);
        Assert.Empty(wrong);
    }

    [Fact]
    public async Task Every_claims_own_data_is_a_Claim_of_schema_org_30_and_what_that_has_no_word_for_stands_under_our_own_prefix()
    {
        var wrong = new List<string>();
        string[] own = ["attest:status", "attest:standsProbability", "attest:horizon", "attest:originCount", "attest:reportCount", "attest:asOf", "attest:ruleTrace"];
        foreach (var story in new[] { InventedStory.Document, InventedStory.Document with { Url = "https://news.example/s/port/", Claims = [.. InventedStory.Document.Claims.Select(c => c with { AttributedTo = "the union" })] } })
            foreach (var claim in story.Claims)
            {
                var data = JsonDocument.Parse((await Rendered.ClaimAsync(story, claim.Id)).QuerySelector("script[type='application/ld+json']")!.TextContent).RootElement;
                Assert.Equal("Claim", data.GetProperty("@type").GetString());
                Assert.Equal(claim.Text, data.GetProperty("text").GetString());
                Assert.Contains(data.GetProperty("@context").EnumerateArray(), c => c.ValueKind == JsonValueKind.Object && c.TryGetProperty("attest", out _));
                Assert.Empty(data.EnumerateObject().Select(p => p.Name).Where(n => n.StartsWith("attest:", StringComparison.Ordinal)).Except(own));
                Assert.DoesNotContain("ClaimReview", data.GetRawText(), StringComparison.Ordinal);
                Check(data, null, wrong);
            }
        Assert.Empty(wrong);
    }

    [Fact]
    public async Task It_is_a_live_blog_with_every_update()
    {
        var data = await Data(InventedStory.Document with { Url = "https://news.example/s/port" });
        Assert.Equal("LiveBlogPosting", data.GetProperty("@type").GetString());
        Assert.Equal("https://news.example/s/port", data.GetProperty("@id").GetString());
        Assert.Equal(InventedStory.Document.Updates.Select(u => u.Headline), data.GetProperty("liveBlogUpdate").EnumerateArray().Select(u => u.GetProperty("headline").GetString()!));
        Assert.Equal("https://news.example/s/port#u3", data.GetProperty("liveBlogUpdate")[0].GetProperty("url").GetString());
    }

    [Fact]
    public async Task Its_description_says_only_what_is_confirmed() =>
        Assert.Equal(InventedStory.Document.Summary[0].Text, (await Data(InventedStory.Document)).GetProperty("description").GetString());

    [Fact]
    public async Task No_report_can_end_the_script_that_holds_it()
    {
        var page = await Rendered.StoryAsync(InventedStory.Document with { Question = "</script><script>alert(1)</script><!--" });
        Assert.DoesNotContain('<', Assert.Single(page.QuerySelectorAll("script[type='application/ld+json']")).TextContent);
    }

    private static async Task<JsonElement> Data(StoryDocument story) =>
        JsonDocument.Parse((await Rendered.StoryAsync(story)).QuerySelector("script[type='application/ld+json']")!.TextContent).RootElement;

    private static void Check(JsonElement node, string? property, List<string> wrong)
    {
        if (node.ValueKind == JsonValueKind.Array)
            foreach (var item in node.EnumerateArray())
                Check(item, property, wrong);
        if (node.ValueKind != JsonValueKind.Object)
            return;
        string? type = node.TryGetProperty("@type", out var t) ? t.GetString() : null;
        if (type is not null && !Vocabulary.GetProperty("types").TryGetProperty(type, out _))
            wrong.Add($"type {type}");
        else if (type is not null && property is not null && !Fits(type, Terms(property, "range")))
            wrong.Add($"{type} as {property}");
        foreach (var inner in node.EnumerateObject().Where(p => !p.Name.StartsWith('@') && !p.Name.StartsWith("attest:", StringComparison.Ordinal)))
        {
            if (!Vocabulary.GetProperty("properties").TryGetProperty(inner.Name, out _))
                wrong.Add($"property {inner.Name}");
            else if (type is not null && !Fits(type, Terms(inner.Name, "domain")))
                wrong.Add($"{inner.Name} of {type}");
            Check(inner.Value, inner.Name, wrong);
        }
    }

    private static HashSet<string> Terms(string property, string side) =>
        [.. Vocabulary.GetProperty("properties").GetProperty(property).GetProperty(side).EnumerateArray().Select(e => e.GetString()!)];

    private static bool Fits(string type, HashSet<string> allowed) =>
        allowed.Contains(type) || Vocabulary.GetProperty("types").GetProperty(type).EnumerateArray().Any(parent => Fits(parent.GetString()!, allowed));

    private static JsonElement Load()
    {
        using var stream = typeof(LiveBlogTests).Assembly.GetManifestResourceStream("schema-org-30.json")!;
        return JsonDocument.Parse(stream).RootElement.Clone();
    }
}
