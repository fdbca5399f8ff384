using Attest.Engine.Model;
using static Attest.Tests.Rules.Given;

namespace Attest.Tests.Rules;

/// <summary>Whole situations that must come out right.</summary>
public sealed class WorkedCasesTests
{
    private static readonly Outlet Wire = Newsroom("Plain Wire", kind: OutletKind.Agency);

    [Fact]
    public void A_false_rescue_told_by_many_mouths_is_never_confirmed_then_refuted_and_the_truth_corroborated()
    {
        var families = Crowd("families");
        Evidence[] mouths =
        [
            Says(families, Wire), Says(families, Newsroom("North Gazette"), 1, copyOf: ReportOf(Wire), because: CollapseReason.AgencyCredit),
            Says(Official("the governor", from: "families"), Newsroom("Daily Lamp"), 2),
            Says(new(SpeakerKind.Outlet, "Plain Wire", "plain wire", null, default), Newsroom("Metro Lens"), 3, copyOf: ReportOf(Wire), because: CollapseReason.AttributedToOutlet),
        ];
        var alive = Claim("Nine divers were found alive.", mouths).About("find", "", "diver", "alive");
        var early = Weigh(alive);
        Assert.Equal(Standing.Uncorroborated, early.Standing);

        var dead = Claim("Nine divers died.", Says(Official("state cave inspector Ada Lund"), Newsroom("Valley Herald"), 5), Says(Official("Dunmore Hospital"), Newsroom("Radio Nine"), 6))
            .About("die", "nine divers").Against(alive);
        var company = Asserts(Issuer("Deep Works", OutletKind.Company), 5);
        var late = dead with { Evidence = dead.Evidence.Add(company) };
        Assert.Equal(Standing.Refuted, Weigh(alive, dead).Standing);
        Assert.Equal(Standing.Corroborated, Weigh(dead, alive).Standing);
        Assert.Equal(Standing.Refuted, Weigh(alive, late).Standing);
        Assert.True(Weigh(late, alive).Confirmed);
        Assert.True(Weigh(alive, late).Probability <= 0.03);
    }

    [Fact]
    public void A_company_denies_what_social_media_say_of_its_product_and_both_stand_side_by_side()
    {
        var fire = Claim("The kettle can catch fire.", Says(Crowd("social media users"), Newsroom("Metro Lens")),
            Asserts(Newsroom("Metro Lens"), 0, voice: Voice.Hedges, sentence: 1), Denies(null, Issuer("Brightpot", OutletKind.Company), 5)).About("catch", "the kettle", "fire");
        Assert.Equal(Standing.Disputed, Weigh(fire).Standing);
    }

    [Fact]
    public void An_authoritys_revised_figure_replaces_its_own_older_record()
    {
        var agency = Issuer("Product Safety Agency", OutletKind.Official);
        var old = Claim("The recall covers about 48,000 kettles.", Asserts(agency), Says(Official("Product Safety Agency"), Wire)).About("cover", "the recall", "recall").Figure(48000, "kettle", "k", Engine.Text.Bound.About);
        var now = Claim("The recall covers 52,000 kettles.", Asserts(agency, 60)).About("cover", "the recall", "recall").Figure(52000, "kettle", "k").Against(old);
        var later = Later with { Now = Noon.AddDays(4) };
        Assert.Equal(Standing.OnRecord, WeighAt(later, now, old).Standing);
        Assert.Equal(Standing.Superseded, WeighAt(later, old, now).Standing);
    }

    [Fact]
    public void A_claim_told_with_an_outdated_figure_is_out_of_date_with_it()
    {
        var agency = Issuer("Product Safety Agency", OutletKind.Official);
        var record = Asserts(agency);
        var old = Claim("The recall covers about 48,000 kettles.", record).About("cover", "the recall", "recall").Figure(48000, "kettle", "k");
        var because = Claim("Brightpot recalled 48,000 kettles because handles come loose.", record).About("recall", "Brightpot") with { Kind = ClaimKind.Act };
        because = because with { Proposition = because.Proposition with { Quantities = [old.Quantity!] } };
        var now = Claim("The recall covers 52,000 kettles.", Asserts(agency, 60)).About("cover", "the recall", "recall").Figure(52000, "kettle", "k");
        Assert.Equal(Standing.Superseded, WeighAt(Later with { Now = Noon.AddDays(4) }, because, old, now).Standing);
        Assert.True(WeighAt(Later, because, old).Confirmed);
    }

    [Fact]
    public void A_sentence_that_bears_a_claim_out_does_not_also_contradict_it()
    {
        var herald = Newsroom("Valley Herald");
        var survived = Claim("One diver survived.", Says(Official("police"), herald)).About("survive");
        var died = Claim("Twelve divers died.", Says(Official("police"), herald)).About("die").Against(survived);
        Assert.Equal(Standing.Uncorroborated, Weigh(survived, died).Standing);
        Assert.Equal(Standing.Uncorroborated, Weigh(died, survived).Standing);
    }

    [Fact]
    public void A_newsroom_and_the_competent_official_are_two_origins() =>
        Assert.True(Weigh(Claim("Thirteen miners were trapped.", Asserts(Newsroom("Radio Nine")), Says(Official("state mine inspectors"), Newsroom("Valley Herald"))).About("trap")).Confirmed);

    [Fact]
    public void An_official_who_is_not_competent_adds_no_second_origin() =>
        Assert.False(Weigh(Claim("The bank is bankrupt.", Asserts(Newsroom("Radio Nine")), Says(Official("police"), Newsroom("Valley Herald"))).About("bankrupt", "the bank")).Confirmed);

    [Fact]
    public void Everything_open_says_what_would_settle_it_and_nothing_settled_does()
    {
        Assert.Equal("A primary record, or a second independent origin, would settle it.", Weigh(Claim("The pier closed.", Asserts(Wire))).WouldSettle);
        Assert.Null(Weigh(Claim("The pier closed.", Asserts(Wire), Asserts(Newsroom("Radio Nine")))).WouldSettle);
    }
}
