using Attest.Engine.Matching;
using Attest.Engine.Model;
using static Attest.Tests.Matching.MatcherTests;
using static Attest.Tests.Matching.Said;

namespace Attest.Tests.Matching;

public sealed class WithdrawalTests
{
    [Fact]
    public void A_correction_takes_back_the_agency_and_its_reprints_and_nobody_else()
    {
        var wire = By("wire");
        var claims = Fold(
            wire.That("resign", "Amos Tarrant"),
            (By("post", 1) with { OriginKey = "wire", CopyOf = wire.Report }).That("resign", "Amos Tarrant"),
            By("herald", 2).That("resign", "Amos Tarrant"),
            (By("wire", 3, "2") with { Kind = ClaimKind.Act, Withdraws = new Withdrawal(false, null, Of("resign", "Amos Tarrant"), null) })
                .That("correct", "The wire", "its report"));
        Assert.Equal([true, true, false, false], claims[0].Evidence.Select(e => e.Withdrawn));
        Assert.Equal(Stance.Refutes, claims[0].Evidence[^1].Stance);
    }

    [Fact]
    public void A_reprint_that_comes_after_the_correction_is_withdrawn_too()
    {
        var wire = By("wire");
        var claims = Fold(
            wire.That("resign", "Amos Tarrant"),
            (By("wire", 3, "2") with { Withdraws = new Withdrawal(false, null, Of("resign", "Amos Tarrant"), null) }).That("correct", "The wire", "its report"),
            (By("post", 4) with { OriginKey = "wire", CopyOf = wire.Report }).That("resign", "Amos Tarrant"));
        Assert.All(claims[0].Evidence.Where(e => e.Stance == Stance.Supports), e => Assert.True(e.Withdrawn));
    }

    [Fact]
    public void A_corrected_figure_takes_back_only_the_old_one()
    {
        var claims = Fold(
            By("wire").That("die", "people", figure: Count(15, "people")),
            (By("wire") with { Number = 1 }).That("collapse", "the bridge"),
            (By("wire", 3, "2") with { Withdraws = new Withdrawal(false, null, null, "15") }).That("die", "people", figure: Count(9, "people")));
        Assert.True(claims[0].Evidence[0].Withdrawn);
        Assert.All(claims.Skip(1).SelectMany(c => c.Evidence), e => Assert.False(e.Withdrawn));
    }

    [Fact]
    public void A_retraction_takes_back_the_whole_report()
    {
        var claims = Fold(
            (By("eye") with { Number = 1 }).That("resign", "Amos Tarrant"),
            (By("eye") with { Number = 2 }).That("flee", "Amos Tarrant", "the country"),
            By("eye", 1, "2").That("collapse", "the bridge"),
            (By("eye", 3, "3") with { Withdraws = new Withdrawal(true, null, Of("resign", "Amos Tarrant"), null) }).That("retract", "Metro Eye", "its report"));
        Assert.Equal([true, true, false, false], claims.Select(c => c.Evidence[0].Withdrawn));
    }

    [Fact]
    public void Another_outlet_cannot_retract_for_it()
    {
        var claims = Fold(
            By("wire").That("resign", "Amos Tarrant"),
            (By("blog", 3) with { Withdraws = new Withdrawal(true, "wire", Of("resign", "Amos Tarrant"), null) }).That("retract", "The wire", "its report"));
        Assert.False(claims[0].Evidence[0].Withdrawn);
    }

    [Fact]
    public void Who_heard_the_same_speaker_keeps_what_he_heard()
    {
        var claims = Fold(
            (By("wire") with { Voice = Voice.Attributes, SpeakerName = "Roy Fennick", OriginKind = OriginKind.Official }).That("resign", "Amos Tarrant"),
            (By("herald", 1) with { Voice = Voice.Attributes, SpeakerName = "Roy Fennick", OriginKind = OriginKind.Official }).That("resign", "Amos Tarrant"),
            (By("wire", 3, "2") with { Withdraws = new Withdrawal(true, null, null, null) }).That("retract", "The wire", "its report"));
        Assert.Equal([true, false, false], claims[0].Evidence.Select(e => e.Withdrawn));
        Assert.Equal(Stance.Mentions, claims[0].Evidence[^1].Stance);
    }

    [Fact]
    public void A_sentence_deleted_in_a_new_version_is_withdrawn_and_one_that_stays_counts_once()
    {
        var first = By("herald");
        var claims = Matcher.Match([], [
            (first with { Number = 1 }).That("collapse", "the bridge"),
            (first with { Number = 2 }).That("resign", "Amos Tarrant")]);
        claims = Matcher.Match(claims, [(first with { Version = 2, Number = 1, Hours = 5 }).That("collapse", "the bridge")]);
        var stays = Assert.Single(claims[0].Evidence);
        Assert.Equal(2, stays.Traced.Statement.Version);
        Assert.Equal(At(0), stays.Traced.Statement.AsOf);
        Assert.True(Assert.Single(claims[1].Evidence).Withdrawn);
    }
}
