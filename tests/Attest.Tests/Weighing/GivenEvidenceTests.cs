using Attest.Engine.Model;
using Attest.Engine.Weighing;
using CsCheck;

namespace Attest.Tests.Weighing;

public sealed class GivenEvidenceTests
{
    private static readonly Gen<Bearing[]> sentences = Gen.Select(Gen.Double[0, 1], Gen.Double[0, 1]).Select((s, r) => new Bearing(s * (1 - (r / 2)), r / 2)).Array[0, 8];

    [Fact]
    public void The_outcomes_share_out_all_chances() => sentences.Sample(given =>
    {
        var outlook = GivenEvidence.Of(given);
        Assert.All([outlook.Supported, outlook.Refuted, outlook.Open, outlook.Disputed], chance => Assert.InRange(chance, 0, 1));
        Assert.Equal(1, outlook.Supported + outlook.Refuted + outlook.Open + outlook.Disputed, 9);
    });

    [Fact]
    public void The_order_of_the_sentences_changes_nothing() => sentences.Sample(given =>
        Assert.Equal(GivenEvidence.Of(given).Supported, GivenEvidence.Of(given.Reverse()).Supported, 9));

    [Fact]
    public void What_sentences_bear_out_is_told_as_supported() => Assert.Equal(0, GivenEvidence.Of([new(0.9, 0.02), new(0.8, 0.02), new(0.3, 0.05)]).Told);

    [Fact]
    public void What_sentences_speak_against_is_told_as_refuted() => Assert.Equal(1, GivenEvidence.Of([new(0.1, 0.7), new(0.1, 0.6), new(0.1, 0.3)]).Told);

    [Fact]
    public void Sentences_on_other_matters_leave_a_claim_open() => Assert.Equal(2, GivenEvidence.Of([new(0.03, 0.02), new(0.04, 0.02), new(0.02, 0.01)]).Told);

    [Fact]
    public void Both_sides_make_a_dispute_likelier_than_one_does()
    {
        double both = GivenEvidence.Of([new(0.8, 0.05), new(0.05, 0.8)]).Disputed;
        Assert.True(both > GivenEvidence.Of([new(0.8, 0.05), new(0.8, 0.05)]).Disputed);
        Assert.True(both > GivenEvidence.Of([new(0.05, 0.8), new(0.05, 0.8)]).Disputed);
    }
}
