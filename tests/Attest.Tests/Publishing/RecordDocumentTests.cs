using Attest.Engine.Publishing;
using CsCheck;

namespace Attest.Tests.Publishing;

public sealed class RecordDocumentTests
{
    private static readonly DateTimeOffset At = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);

    [Fact]
    public void An_update_younger_than_its_horizon_is_not_judged()
    {
        var record = RecordDocument.Of([Story(asOf: 6, broken: 3)]);
        Assert.Equal((1, 0, 0), (record.Updates, record.Due, record.Scored));
        Assert.Null(record.Brier);
    }

    [Fact]
    public void An_update_that_nobody_came_back_to_is_not_scored() => Assert.Equal((1, 0), Counts(Story(asOf: 9)));

    [Fact]
    public void More_of_the_same_origin_does_not_address_an_update() => Assert.Equal((1, 0), Counts(Story(asOf: 9, later: [("o1", 2)])));

    [Fact]
    public void A_new_origin_within_the_horizon_scores_an_update_that_stands()
    {
        var record = RecordDocument.Of([Story(asOf: 9, later: [("o2", 2)])]);
        Assert.Equal((1, 1), (record.Scored, record.Held));
        Assert.Equal(0.04, record.Brier!.Value, 6);
    }

    [Fact]
    public void A_new_origin_after_the_horizon_does_not() => Assert.Equal((1, 0), Counts(Story(asOf: 20, later: [("o2", 8)])));

    [Fact]
    public void A_lead_claim_that_falls_is_a_miss_with_where_when_and_why()
    {
        var record = RecordDocument.Of([Story(asOf: 9, broken: 3)]);
        Assert.Equal((1, 0), (record.Scored, record.Held));
        Assert.Equal(0.64, record.Brier!.Value, 6);
        var miss = Assert.Single(record.Misses);
        Assert.Equal(("s", "u1", 80, "c1", "refuted", At.AddDays(3)), (miss.Slug, miss.Update, miss.Said, miss.Claim, miss.Standing, miss.Broken));
        var reversal = Assert.Single(record.Reversals);
        Assert.Equal((At, At.AddDays(3)), (reversal.Confirmed, reversal.Corrected));
    }

    [Fact]
    public void A_lead_claim_that_falls_after_the_horizon_is_no_miss_of_the_update_but_stays_a_reversal()
    {
        var record = RecordDocument.Of([Story(asOf: 20, broken: 9)]);
        Assert.Empty(record.Misses);
        Assert.Single(record.Reversals);
    }

    [Fact]
    public void An_older_value_that_a_newer_one_replaced_held() =>
        Assert.Empty(RecordDocument.Of([Story(asOf: 9, broken: 3, standing: "superseded", later: [("o2", 3)])]).Misses);

    [Fact]
    public void The_interval_holds_the_share_and_narrows_with_more_outcomes() =>
        Gen.Int[1, 400].SelectMany(n => Gen.Int[0, n].Select(k => (n, k))).Sample(t =>
        {
            var few = RecordBucket.Of(80, t.k, t.n);
            var many = RecordBucket.Of(80, t.k * 10, t.n * 10);
            double share = (double)t.k / t.n;
            return few.Low <= share + 1e-9 && share - 1e-9 <= few.High && few.Low >= 0 && few.High <= 1 && many.High - many.Low < few.High - few.Low;
        });

    [Fact]
    public void The_interval_is_that_of_the_reference()
    {
        var bucket = RecordBucket.Of(80, 49, 62); // the mock's row: 67 to 87 %
        Assert.Equal((0.67, 0.87), (Math.Round(bucket.Low, 2), Math.Round(bucket.High, 2)));
    }

    private static (int Due, int Scored) Counts(StoryDocument story)
    {
        var record = RecordDocument.Of([story]);
        return (record.Due, record.Scored);
    }

    private static StoryDocument Story(int asOf, int? broken = null, string standing = "refuted", (string Origin, int Day)[]? later = null) => InventedStory.Document with
    {
        Slug = "s",
        AsOf = At.AddDays(asOf),
        Updates = [InventedStory.Document.Updates[1] with { Id = "u1", At = At, Lead = ["c1"], Confidence = 0.8 }],
        Claims =
        [
            InventedStory.Document.Claims[0] with
            {
                History =
                [
                    new() { At = At, Standing = "corroborated", Probability = 0.8, Because = "Two say so." },
                    .. broken is { } day ? [new() { At = At.AddDays(day), Standing = standing, Probability = 0.03, Because = "A record says otherwise." }] : Array.Empty<HistoryDocument>(),
                ],
                Evidence = [Said("o1", 0), .. (later ?? []).Select(l => Said(l.Origin, l.Day))],
            },
        ],
    };

    private static EvidenceDocument Said(string origin, int day) => InventedStory.Document.Claims[0].Evidence[0] with { Origin = origin, At = At.AddDays(day) };
}
