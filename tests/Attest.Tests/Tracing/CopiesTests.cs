using Attest.Engine.Tracing;
using CsCheck;
using static Attest.Tests.Tracing.Told;

namespace Attest.Tests.Tracing;

public sealed class CopiesTests
{
    private const string Report = """
        A goods train ran into the buffers at Marlow Quay on Friday evening and pushed the waiting room into the harbour.

        Nobody was in the room, which had been shut since spring for want of a stove. Divers looked for the clock until midnight and found it, still going, under the second bollard.

        The driver walked home along the line. The company will lift the engine out by crane when the tide allows it.
        """;

    [Fact]
    public void Forty_copies_of_one_text_are_one_origin_in_whatever_order_they_come() =>
        Gen.Shuffle(Enumerable.Range(0, 40).ToArray()).Sample(order =>
        {
            var told = new Told();
            foreach (int i in order)
                told.Add(Outlet(FormattableString.Invariant($"Paper {i}")), Report, Own("A goods train ran into the buffers"), Own("The driver walked home along the line"));
            Assert.Single(told.Reports.SelectMany(r => r.Statements).Select(s => s.Origin.Id).Distinct());
            Assert.Single(told.Reports.SelectMany(r => r.Statements).Select(s => s.Family).Distinct());
        }, iter: 5);

    [Fact]
    public void A_text_rests_on_itself_and_not_on_its_quotations_alone()
    {
        var words = Words.Of(Report);
        Assert.True(SharedPassages.Of(words, Fingerprint.Of(words).WordHashes).RestsOnIt);
        var quoting = Words.Of("The museum opened late. “" + Report.Replace("\n\n", " ", StringComparison.Ordinal) + "” That was all that its guide would say to the visitors.");
        Assert.False(SharedPassages.Of(quoting, Fingerprint.Of(words).WordHashes).RestsOnIt);
    }

    [Fact]
    public void Any_text_can_be_compared_with_any_other() =>
        Gen.Select(Gen.String, Gen.String).Sample((a, b) =>
        {
            var (one, other) = (Words.Of(a), Words.Of(b));
            var shared = SharedPassages.Of(one, Fingerprint.Of(other).WordHashes);
            Assert.InRange(shared.Share, 0, 1);
            Assert.True(shared.SharedGrams <= shared.Grams);
        });

    [Fact]
    public void A_sketch_finds_every_text_that_the_proof_would()
    {
        var a = Words.Of(Report);
        var b = Words.Of("Elsewhere it rained. Divers looked for the clock until midnight and found it, still going, under the second bollard. Nothing else came up.");
        Assert.True(Fingerprint.Of(b).MayShareWith(Fingerprint.Of(a)));
        Assert.True(SharedPassages.Of(b, Fingerprint.Of(a).WordHashes).RestsOnIt);
    }
}
