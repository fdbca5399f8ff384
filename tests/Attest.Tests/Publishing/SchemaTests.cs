using System.Text;
using Attest.Engine.Model;
using Attest.Engine.Publishing;

namespace Attest.Tests.Publishing;

public sealed class SchemaTests
{
    private static readonly Schema Story = Schema.Load("story.schema.json");

    [Fact]
    public void A_story_keeps_to_the_published_schema() => Assert.Empty(Story.Errors(StoryJson.Write(Valid)));

    [Fact]
    public void An_index_keeps_to_the_published_schema() =>
        Assert.Empty(Schema.Load("index.schema.json").Errors(StoryJson.Write(IndexDocument.Of([Valid]))));

    [Fact]
    public void The_index_lists_the_last_changed_story_first()
    {
        var older = Valid with { Slug = "older", LastChange = Valid.LastChange.AddDays(-1) };
        Assert.Equal([Valid.Slug, "older"], IndexDocument.Of([older, Valid]).Stories.Select(s => s.Slug));
    }

    [Theory]
    [InlineData("\"kind\": \"newsroom\"", "\"kind\": \"Newsroom\"")]
    [InlineData("\"version\": 5", "\"version\": 0")]
    [InlineData("\"question\":", "\"questoin\":")]
    [InlineData("\"slug\": \"port-almere-strike\"", "\"slug\": \"../up\"")]
    [InlineData("\"standing\": \"on-record\"", "\"standing\": \"verified\"")]
    [InlineData("T18:00:00Z", "T18:00:00+01:00")]
    public void A_story_that_breaks_the_contract_breaks_the_schema(string right, string wrong)
    {
        string json = Encoding.UTF8.GetString(StoryJson.Write(Valid));
        Assert.Contains(right, json, StringComparison.Ordinal);
        Assert.NotEmpty(Story.Errors(Encoding.UTF8.GetBytes(json.Replace(right, wrong, StringComparison.Ordinal))));
    }

    [Fact]
    public void Every_token_of_the_model_is_in_the_schema()
    {
        static string Text(StoryDocument story) => string.Join('\n', Story.Errors(StoryJson.Write(story)));
        var claim = Valid.Claims[0];
        foreach (var standing in Enum.GetValues<Standing>())
            Assert.Equal("", Text(Valid with { Claims = [claim with { Standing = standing.Token() }] }));
        foreach (var kind in Enum.GetValues<ClaimKind>())
            Assert.Equal("", Text(Valid with { Claims = [claim with { Kind = kind.Token() }] }));
        foreach (var flag in Enum.GetValues<ClaimFlag>())
            Assert.Equal("", Text(Valid with { Claims = [claim with { Flags = [flag.Token()] }] }));
        foreach (var kind in Enum.GetValues<OriginKind>())
            Assert.Equal("", Text(Valid with { Origins = [Valid.Origins[0] with { Kind = kind.Token() }] }));
        foreach (var reason in Enum.GetValues<CollapseReason>())
            Assert.Equal("", Text(Valid with { Reports = [Valid.Reports[0] with { CollapsedBecause = reason.Token() }] }));
        foreach (var flag in Enum.GetValues<ReportFlag>())
            Assert.Equal("", Text(Valid with { Reports = [Valid.Reports[0] with { Flags = [flag.Token()] }] }));
        foreach (var kind in Enum.GetValues<ChangeKind>())
            Assert.Equal("", Text(Valid with { WhatChanged = new() { Changes = [Valid.WhatChanged.Changes[0] with { Kind = kind.Token() }] } }));
        foreach (var voice in Enum.GetValues<Voice>())
            Assert.Equal("", Text(Valid with { Claims = [claim with { Evidence = [claim.Evidence[0] with { Voice = voice.Token() }] }] }));
        foreach (var stance in Enum.GetValues<Stance>())
            Assert.Equal("", Text(Valid with { Claims = [claim with { Evidence = [claim.Evidence[0] with { Stance = stance.Token() }] }] }));
    }

    private static StoryDocument Valid { get; } = InventedStory.Document with
    {
        Reports = [.. InventedStory.Document.Reports.Select(r => r.Id == "r6" ? r with { Url = "https://r6.example/" } : r)],
    };
}
