using System.Collections.Immutable;
using Attest.Engine.Matching;
using Attest.Engine.Model;
using static Attest.Tests.Matching.Said;

namespace Attest.Tests.Matching;

public sealed class MatcherTests
{
    [Fact]
    public void Two_outlets_that_say_the_same_support_one_claim()
    {
        var claim = Assert.Single(Fold(
            By("herald").That("recall", "Brightwell Home", "Juno kettles"),
            By("post", 1).That("recall", "Brightwell", "its Juno kettles")));
        Assert.Equal(2, claim.Evidence.Length);
        Assert.All(claim.Evidence, e => Assert.Equal(Stance.Supports, e.Stance));
    }

    [Fact]
    public void Another_company_that_does_the_same_is_another_claim() => Assert.Equal(2, Fold(
        By("herald").That("recall", "Brightwell Home", "Juno kettles"),
        By("post").That("recall", "Castor Electric", "Juno kettles")).Length);

    [Fact]
    public void Another_thing_that_befalls_is_another_claim() => Assert.Equal(2, Fold(
        By("herald").That("recall", "Brightwell Home", "electric kettles"),
        By("post").That("recall", "Brightwell Home", "electric toasters")).Length);

    [Fact]
    public void Another_place_is_another_claim() => Assert.Equal(2, Fold(
        By("herald").That("kill", "a fire", "a firefighter", where: ["in Leeds"]),
        By("post").That("kill", "a fire", "a firefighter", where: ["in Hull"])).Length);

    [Fact]
    public void Another_day_is_another_claim() => Assert.Equal(2, Fold(
        By("herald").That("shut", "the port authority", "the harbour", times: [Day(0)]),
        By("post").That("shut", "the port authority", "the harbour", times: [Day(1)])).Length);

    [Fact]
    public void Who_sues_and_who_is_sued_are_not_exchanged() => Assert.Equal(2, Fold(
        By("herald").That("sue", "Brightwell Home", "Castor Electric"),
        By("post").That("sue", "Castor Electric", "Brightwell Home")).Length);

    [Fact]
    public void A_synonym_says_the_same() => Assert.Single(Fold(
        By("herald").That("purchase", "Castor Electric", "Brightwell Home"),
        By("post").That("buy", "Castor Electric", "Brightwell Home")));

    [Fact]
    public void What_kills_people_and_people_who_die_are_one_event()
    {
        var claims = Fold(
            By("herald").That("die", "the inspector"),
            By("post").That("kill", "the blast", "the inspector"));
        Assert.Equal(2, claims[0].Evidence.Length);
        Assert.Equal(Stance.Supports, claims[0].Evidence[1].Stance);
    }

    [Fact]
    public void A_more_specific_statement_supports_the_general_claim_and_not_the_reverse()
    {
        var claims = Fold(
            By("herald").That("fine", "the regulator", "companies"),
            By("post").That("fine", "the regulator", "large American companies"));
        Assert.Equal(2, claims.Length);
        Assert.Equal(2, claims[0].Evidence.Length);
        Assert.Single(claims[1].Evidence);
    }

    [Fact]
    public void Order_does_not_change_what_entails_what()
    {
        var claims = Fold(
            By("post").That("fine", "the regulator", "large American companies"),
            By("herald").That("fine", "the regulator", "companies"));
        Assert.Single(claims[0].Evidence);
        Assert.Equal(2, claims[1].Evidence.Length);
    }

    [Fact]
    public void A_claim_and_its_negation_refute_one_another()
    {
        var claims = Fold(
            By("herald").That("pay", "Brightwell Home", "the inspector"),
            By("post").That("pay", "Brightwell Home", "the inspector", not: true));
        Assert.Equal(2, claims.Length);
        Assert.All(claims, c => Assert.Contains(c.Evidence, e => e.Stance == Stance.Refutes && !e.Specific));
        Assert.Equal([claims[1].Id], claims[0].Conflicts);
        Assert.Equal([claims[0].Id], claims[1].Conflicts);
    }

    [Fact]
    public void A_denial_refutes_what_it_repeats()
    {
        var claim = Assert.Single(Fold(
            By("herald").That("catch", "the Juno kettle", "fire"),
            (By("brightwell", 2) with { Voice = Voice.Denies, SpeakerName = "Brightwell Home" }).That("catch", "the Juno kettle", "fire")));
        Assert.Equal([Stance.Supports, Stance.Refutes], claim.Evidence.Select(e => e.Stance));
        Assert.True(claim.Evidence[1].Specific);
    }

    [Fact]
    public void A_denial_that_comes_first_waits_for_the_claim()
    {
        var claim = Assert.Single(Fold(
            (By("brightwell") with { Voice = Voice.Denies }).That("catch", "the Juno kettle", "fire", wording: "Denied words."),
            By("herald", 2).That("catch", "the Juno kettle", "fire", wording: "The Juno kettle caught fire.")));
        Assert.Equal([Stance.Refutes, Stance.Supports], claim.Evidence.Select(e => e.Stance));
        Assert.Equal("The Juno kettle caught fire.", claim.Wording);
    }

    [Fact]
    public void The_denial_of_a_general_claim_denies_the_specific_one()
    {
        var claims = Fold(
            By("herald").That("fine", "the regulator", "large American companies"),
            (By("regulator", 1) with { Voice = Voice.Denies }).That("fine", "the regulator", "companies"));
        Assert.Contains(claims[0].Evidence, e => e is { Stance: Stance.Refutes, Specific: true });
    }

    [Fact]
    public void A_denial_in_fewer_words_needs_no_claim_of_its_own()
    {
        var claim = Assert.Single(Fold(
            By("herald").That("catch", "Brightwell Juno kettle", "fire"),
            (By("brightwell", 1) with { Voice = Voice.Denies }).That("catch", "the kettle", "fire")));
        Assert.True(claim.Evidence[1].Specific);
    }

    [Fact]
    public void The_same_done_to_two_things_is_two_claims() => Assert.Equal(2, Fold(
        By("herald").That("charge", "the prosecutor", "Amos Tarrant", where: ["with fraud"]),
        By("post").That("charge", "the prosecutor", "Amos Tarrant", where: ["with murder"])).Length);

    [Fact]
    public void What_names_both_sides_contradicts_neither() => Assert.All(Fold(
        By("herald").That("die", "the pilot", how: ["alive"]),
        By("post").That("survive", "the pilot")), c => Assert.Empty(c.Conflicts));

    [Theory]
    [InlineData(Voice.Hedges)]
    [InlineData(Voice.Asks)]
    public void A_hedge_or_question_only_mentions(Voice voice)
    {
        var claim = Assert.Single(Fold(
            By("herald").That("catch", "the Juno kettle", "fire"),
            (By("eye") with { Voice = voice }).That("catch", "the Juno kettle", "fire")));
        Assert.Equal(Stance.Mentions, claim.Evidence[1].Stance);
    }

    [Fact]
    public void A_question_opens_no_claim() =>
        Assert.Empty(Fold((By("eye") with { Voice = Voice.Asks }).That("catch", "the Juno kettle", "fire")));

    [Fact]
    public void A_headline_is_no_evidence() =>
        Assert.Empty(Fold((By("eye") with { Sentence = -1 }).That("catch", "the Juno kettle", "fire")));

    [Fact]
    public void A_plan_is_not_its_fulfilment() => Assert.Equal(2, Fold(
        (By("herald") with { Kind = ClaimKind.Forecast }).That("reopen", "Carrow Coal", "the mine"),
        By("post").That("reopen", "Carrow Coal", "the mine")).Length);

    [Fact]
    public void An_assertion_words_the_claim_rather_than_an_earlier_attribution()
    {
        var claim = Assert.Single(Fold(
            (By("herald") with { Voice = Voice.Attributes, SpeakerName = "Roy Fennick" }).That("collapse", "the bridge", wording: "The bridge has collapsed."),
            By("post", 1).That("collapse", "the bridge", wording: "The bridge collapsed.")));
        Assert.Equal("The bridge collapsed.", claim.Wording);
        Assert.Null(claim.AttributedTo);
    }

    [Fact]
    public void A_claim_that_nobody_asserts_is_attributed_to_who_said_it_first()
    {
        var claim = Assert.Single(Fold(
            (By("herald") with { Voice = Voice.Attributes, SpeakerName = "Roy Fennick" }).That("collapse", "the bridge"),
            (By("post", 1) with { Voice = Voice.Attributes, SpeakerName = "Una Bassett" }).That("collapse", "the bridge")));
        Assert.Equal("Roy Fennick", claim.AttributedTo);
    }

    [Fact]
    public void The_same_statement_twice_counts_once()
    {
        var said = By("herald").That("collapse", "the bridge");
        var once = Fold(said);
        Assert.Single(Assert.Single(Matcher.Match(once, [said])).Evidence);
    }

    [Fact]
    public void A_memory_of_the_last_call_changes_nothing()
    {
        ImmutableArray<TracedStatement> all = [.. Enumerable.Range(0, 40).Select(i =>
            By("outlet" + (i % 7), i).That(i % 2 == 0 ? "recall" : "sell", i % 3 == 0 ? "Brightwell Home" : "Castor Electric", i % 5 == 0 ? "kettles" : "toasters"))];
        var index = new ClaimIndex();
        ImmutableArray<Claim> remembered = [], fresh = [];
        foreach (var one in all)
        {
            remembered = Matcher.Match(remembered, [one], index);
            fresh = Matcher.Match(fresh, [one]);
        }
        Assert.Equal(fresh.Select(Told), remembered.Select(Told));
    }

    private static string Told(Claim c) => $"{c.Id} {c.Wording} {string.Join(',', c.Evidence.Select(e => e.Traced.Statement.Id + ":" + e.Stance))}";

    internal static ImmutableArray<Claim> Fold(params TracedStatement[] statements)
    {
        ImmutableArray<Claim> claims = [];
        foreach (var one in statements)
            claims = Matcher.Match(claims, [one]);
        return claims;
    }
}
