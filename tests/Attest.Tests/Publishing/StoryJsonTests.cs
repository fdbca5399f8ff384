using System.Text;
using Attest.Engine.Publishing;

namespace Attest.Tests.Publishing;

public sealed class StoryJsonTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 4, 13, 0, 0, TimeSpan.FromHours(1));

    [Fact]
    public void Times_are_UTC_with_Z_whatever_offset_they_came_with() =>
        Assert.Contains("\"followedSince\": \"2026-03-04T12:00:00Z\"", Text(Smallest), StringComparison.Ordinal);

    [Fact]
    public void What_has_nothing_to_say_is_left_out_but_arrays_are_always_there()
    {
        string json = Text(Smallest with { Claims = [SmallestClaim] });
        Assert.DoesNotContain("null", json, StringComparison.Ordinal);
        Assert.DoesNotContain("\"sample\"", json, StringComparison.Ordinal);
        Assert.DoesNotContain("\"probability\"", json, StringComparison.Ordinal);
        Assert.Contains("\"updates\": []", json, StringComparison.Ordinal);
        Assert.Contains("\"flags\": []", json, StringComparison.Ordinal);
        Assert.Contains("\"whatChanged\": {", json, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0.93, "0.9300")]
    [InlineData(0.99999, "0.9999")]
    [InlineData(0.000001, "0.0001")]
    [InlineData(0.12345, "0.1235")]
    public void A_probability_has_four_decimals_and_never_reaches_0_or_1(double probability, string written) =>
        Assert.Contains($"\"probability\": {written}", Text(Smallest with { Claims = [SmallestClaim with { Probability = probability }] }), StringComparison.Ordinal);

    [Fact]
    public void The_same_figure_is_the_same_bytes_however_it_was_computed()
    {
        string Json(decimal value) => Text(Smallest with { Claims = [SmallestClaim with { Quantity = new() { Value = value, Unit = "people", Bound = "about" } }] });
        Assert.Equal(Json(20.5m), Json(20.500m));
        Assert.Contains("\"value\": 20,", Json(20.0m), StringComparison.Ordinal);
    }

    [Fact]
    public void Files_have_no_byte_order_mark_and_end_lines_with_LF()
    {
        byte[] bytes = StoryJson.Write(Smallest);
        Assert.Equal((byte)'{', bytes[0]);
        Assert.Equal((byte)'\n', bytes[^1]);
        Assert.DoesNotContain((byte)'\r', bytes);
    }

    [Fact]
    public void What_is_read_again_is_written_the_same()
    {
        byte[] bytes = StoryJson.Write(Smallest with { Sample = true, Claims = [SmallestClaim with { Probability = 0.5, Contributions = [new() { What = "Start", LogOdds = -0.00001 }] }] });
        Assert.Equal(bytes, StoryJson.Write(StoryJson.ReadStory(bytes)));
        Assert.Contains("\"logOdds\": 0.0000", Encoding.UTF8.GetString(bytes), StringComparison.Ordinal);
    }

    private static string Text(StoryDocument story) => Encoding.UTF8.GetString(StoryJson.Write(story));

    private static StoryDocument Smallest { get; } = new()
    {
        Id = "s1",
        Slug = "ferry",
        Question = "Did the ferry sail?",
        Url = "stories/ferry/",
        FollowedSince = Noon,
        LastChange = Noon,
        AsOf = Noon,
        Version = 1,
        Counts = new() { Confirmed = 0, Unconfirmed = 0, Disputed = 0, Refuted = 0, Retracted = 0, Reports = 0, Outlets = 0, Origins = 0 },
    };

    private static ClaimDocument SmallestClaim { get; } = new()
    {
        Id = "c1",
        Text = "The ferry sailed.",
        Kind = "occurrence",
        Standing = "uncorroborated",
        Confirmed = false,
        Reason = "One origin.",
        Origins = 1,
        Reports = 1,
        FirstSeen = Noon,
        LastChanged = Noon,
    };
}
