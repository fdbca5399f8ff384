using Attest.Engine.Model;
using Attest.Engine.Text;
using static Attest.Tests.Matching.MatcherTests;
using static Attest.Tests.Matching.Said;

namespace Attest.Tests.Matching;

public sealed class QuantityTests
{
    [Fact]
    public void The_same_value_from_another_report_is_the_same_claim() => Assert.Single(Fold(
        By("herald").That("die", "people", figure: Count(12, "people")),
        By("post", 1).That("die", "people", figure: Count(12, "people"))));

    [Fact]
    public void Another_value_is_another_claim_of_the_same_series()
    {
        var claims = Fold(
            By("herald").That("die", "people", figure: Count(12, "people")),
            By("post", 5).That("die", "people", figure: Count(15, "people")));
        Assert.Equal(2, claims.Length);
        Assert.NotNull(claims[0].Series);
        Assert.Equal(claims[0].Series, claims[1].Series);
        Assert.Empty(claims[0].Conflicts);
    }

    [Fact]
    public void Two_values_as_of_the_same_hour_contradict()
    {
        var claims = Fold(
            By("herald").That("die", "people", figure: Count(12, "people")),
            By("post", 0.2).That("die", "people", figure: Count(15, "people")));
        Assert.Equal([claims[1].Id], claims[0].Conflicts);
        Assert.Contains(claims[0].Evidence, e => e.Stance == Stance.Refutes);
    }

    [Fact]
    public void At_least_12_and_15_do_not_conflict()
    {
        var claims = Fold(
            By("herald").That("die", "people", figure: Count(12, "people", Bound.AtLeast)),
            By("post", 0.2).That("die", "people", figure: Count(15, "people")));
        Assert.All(claims, c => Assert.Empty(c.Conflicts));
        Assert.Equal([Stance.Supports, Stance.Supports], claims[0].Evidence.Select(e => e.Stance));
        Assert.Equal(claims[0].Series, claims[1].Series);
    }

    [Fact]
    public void A_fall_soon_after_from_another_origin_contradicts()
    {
        var claims = Fold(
            By("herald").That("die", "people", figure: Count(15, "people")),
            By("post", 3).That("die", "people", figure: Count(9, "people")));
        Assert.Equal([claims[1].Id], claims[0].Conflicts);
        Assert.Equal(claims[0].Series, claims[1].Series);
    }

    [Fact]
    public void A_fall_from_the_same_origin_revises()
    {
        var claims = Fold(
            By("herald").That("die", "people", figure: Count(15, "people")),
            By("herald", 3, "2").That("die", "people", figure: Count(9, "people")));
        Assert.All(claims, c => Assert.Empty(c.Conflicts));
        Assert.Equal(claims[0].Series, claims[1].Series);
    }

    [Fact]
    public void The_dead_and_the_injured_are_two_series()
    {
        var claims = Fold(
            By("herald").That("die", "people", figure: Count(12, "people")),
            By("post", 5).That("injure", whom: "people", figure: Count(15, "people")));
        Assert.NotEqual(claims[0].Series, claims[1].Series);
        Assert.All(claims, c => Assert.Empty(c.Conflicts));
    }

    [Fact]
    public void Counts_at_two_places_are_two_series()
    {
        var claims = Fold(
            By("herald").That("arrest", whom: "people", where: ["in Leeds"], figure: Count(12, "people")),
            By("post", 5).That("arrest", whom: "people", where: ["in Hull"], figure: Count(15, "people")));
        Assert.NotEqual(claims[0].Series, claims[1].Series);
    }

    [Fact]
    public void One_count_in_other_words_is_one_series()
    {
        var claims = Fold(
            By("agency").That("receive", "the agency", "reports of burns", where: ["from Juno kettles"], figure: Count(12, "report")),
            By("wire", 1).That("burn", whom: "people", figure: Count(12, "people")),
            By("radio", 70).That("count", "the agency", "reports of burns", where: ["from Juno kettle"], figure: Count(15, "report", previous: 12)));
        Assert.Single(claims.Select(c => c.Series).Distinct());
        Assert.Equal(3, claims.Length);
    }

    [Fact]
    public void A_recall_that_covers_kettles_counts_recalled_kettles()
    {
        var claims = Fold(
            By("agency").That("recall", "Brightwell Home", "Juno kettles", figure: Count(48000, "kettle", Bound.About)),
            By("agency", 70, "2").That("cover", "the recall", "kettles", figure: Count(52000, "kettle")));
        Assert.Equal(claims[0].Series, claims[1].Series);
    }

    [Fact]
    public void A_figure_supports_its_event()
    {
        var claims = Fold(
            By("herald").That("recall", "Brightwell Home", "Juno kettles"),
            By("post", 1).That("recall", "Brightwell Home", "Juno kettles", figure: Count(48000, "kettle")));
        Assert.Equal(2, claims[0].Evidence.Length);
        Assert.Single(claims[1].Evidence);
    }

    [Fact]
    public void Twelve_alive_and_twelve_dead_contradict()
    {
        var claims = Fold(
            By("wire").That("find", whom: "miners", what: "alive", figure: Count(12, "miner")),
            By("coal", 3).That("die", "miners", figure: Count(12, "miner")));
        Assert.Equal([claims[1].Id], claims[0].Conflicts);
        Assert.NotEqual(claims[0].Series, claims[1].Series);
    }

    [Fact]
    public void Nobody_hurt_and_seven_hurt_contradict()
    {
        var claims = Fold(
            By("wire").That("hurt", whom: "Nobody", not: true),
            By("post", 3).That("hurt", whom: "people", figure: Count(7, "people")));
        Assert.Equal([claims[1].Id], claims[0].Conflicts);
    }

    [Fact]
    public void Two_things_that_befell_miners_in_one_mine_are_two_counts()
    {
        var claims = Fold(
            Befell("herald", 0, "trap", "underground", 13),
            Befell("wire", 5, "find", "alive", 12));
        Assert.Empty(claims[0].Conflicts);
        Assert.NotEqual(claims[0].Series, claims[1].Series);

        static TracedStatement Befell(string outlet, double hours, string verb, string result, decimal count)
        {
            var figure = Count(count, "miner");
            var proposition = Of(verb, whom: "miners", figure: figure);
            return By(outlet, hours).Traced(proposition with
            {
                Arguments = proposition.Arguments.Add(new Argument(ArgumentRole.Complement, result, "", result + " in the Talbrook mine", [result, "Talbrook", "mine"], null)),
                Lemmas = [.. proposition.Lemmas, result, "Talbrook", "mine"],
            }, figure);
        }
    }

    [Fact]
    public void Five_killed_and_twenty_survivors_do_not_contradict() => Assert.All(Fold(
        By("wire").That("kill", whom: "passengers", figure: Count(5, "passenger")),
        By("post", 3).That("survive", "passengers", figure: Count(20, "passenger"))), c => Assert.Empty(c.Conflicts));

    [Fact]
    public void Some_may_have_died_and_others_survived() => Assert.All(Fold(
        By("wire").That("die", "miners"),
        By("post", 3).That("survive", "miners")), c => Assert.Empty(c.Conflicts));

    [Fact]
    public void A_price_up_and_a_price_down_contradict()
    {
        var claims = Fold(
            By("wire").That("rise", "Castor shares", times: [Day(0)]),
            By("post", 3).That("fall", "Castor shares", times: [Day(0)]));
        Assert.NotEmpty(claims[0].Conflicts);
    }

    [Fact]
    public void A_port_that_closes_after_days_of_being_open_contradicts_nothing()
    {
        var claims = Fold(
            By("wire").That("open", "the port of Aldmouth"),
            By("post", 72).That("close", "the port of Aldmouth"));
        Assert.All(claims, c => Assert.Empty(c.Conflicts));
        Assert.Equal(claims[0].Series, claims[1].Series);
    }
}
