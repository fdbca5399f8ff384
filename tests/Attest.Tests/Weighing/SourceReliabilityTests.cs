using Attest.Engine.Weighing;
using CsCheck;

namespace Attest.Tests.Weighing;

public sealed class SourceReliabilityTests
{
    private static readonly Gen<SourceSays[]> rows =
        Gen.Select(Gen.Int[0, 5], Gen.Int[0, 6], Gen.Int[0, 3]).Select((s, q, v) => new SourceSays($"s{s}", $"q{q}", $"v{v}")).Array[1, 40];

    [Fact]
    public void Who_was_right_elsewhere_is_believed_where_two_disagree()
    {
        List<SourceSays> said = [];
        for (int i = 0; i < 6; i++)
            said.AddRange([new("echo", $"q{i}", "a"), new("third", $"q{i}", "a"), new("herald", $"q{i}", "b")]);
        said.AddRange([new("echo", "open", "x"), new("herald", "open", "y")]);
        var found = SourceReliability.Of(said);
        Assert.Equal("x", found.Likeliest("open"));
        Assert.True(found.Trust["echo"] > found.Trust["herald"]);
    }

    [Fact]
    public void A_source_seen_once_is_hardly_moved()
    {
        var found = SourceReliability.Of([new("echo", "q", "a"), new("herald", "q", "a"), new("third", "q", "b")]);
        Assert.InRange(found.Trust["third"], 0.7, 0.8);
    }

    [Fact]
    public void A_source_that_repeats_itself_counts_once() => rows.Sample(said =>
        Assert.Equal(SourceReliability.Of(said).Trust.AsEnumerable(), SourceReliability.Of([.. said, .. said]).Trust));

    [Fact]
    public void The_order_of_what_was_said_changes_nothing() => rows.Sample(said =>
        Assert.Equal(SourceReliability.Of(said).Trust.AsEnumerable(), SourceReliability.Of(said.Reverse()).Trust));

    [Fact]
    public void Probabilities_are_probabilities() => rows.Sample(said =>
    {
        var found = SourceReliability.Of(said);
        Assert.All(found.Trust.Values, t => Assert.InRange(t, double.Epsilon, 1 - 1e-9));
        Assert.All(found.Values.Values, v => Assert.Equal(1, v.Values.Sum(), 9));
    });
}
