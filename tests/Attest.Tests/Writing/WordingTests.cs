using Attest.Engine.Model;
using Attest.Engine.Writing;
using static Attest.Tests.Rules.Given;

namespace Attest.Tests.Writing;

/// <summary>How single claims are put into words.</summary>
public sealed class WordingTests
{
    private static readonly Outlet Herald = Newsroom("Valley Herald");

    [Theory]
    [InlineData("state mine inspectors", true)]
    [InlineData("police", true)]
    [InlineData("two employees", true)]
    [InlineData("Dunmore Ferries", false)]
    [InlineData("Barclays", false)]
    [InlineData("state inspector Roy Fennick", false)]
    [InlineData("the mayor of the Three Rivers", false)]
    [InlineData("people familiar with the matter", true)]
    [InlineData("Delia Munro and Roy Fennick", true)]
    [InlineData("the harbour boss", false)]
    public void Verbs_agree_with_who_speaks(string name, bool plural) => Assert.Equal(plural, Wordings.IsPlural(name));

    [Fact]
    public void A_long_speaker_follows_according_to() =>
        Assert.Equal("The pier is unsafe, according to a former chief engineer of the harbour board.",
            Told(Claim("The pier is unsafe.", Says(Unnamed("a former chief engineer of the harbour board"), Herald)) with { AttributedTo = "a former chief engineer of the harbour board" }));

    [Fact]
    public void A_long_sentence_is_named_for_its_speaker_at_the_front() =>
        Assert.StartsWith("According to a former chief engineer of the harbour board, the pier, which ", Told(
            Claim("The pier, which was last repaired eleven years ago, rests on timber piles that no diver has looked at since the great storm of that winter.",
                Says(Unnamed("a former chief engineer of the harbour board"), Herald)) with
            { AttributedTo = "a former chief engineer of the harbour board" }), StringComparison.Ordinal);

    [Fact]
    public void Where_nobody_stands_behind_a_claim_it_is_not_confirmed() =>
        Assert.Equal("It is not confirmed that the hull can crack.", Told(Claim("The hull can crack.", Asserts(Herald, stance: Stance.Mentions, voice: Voice.Hedges))));

    [Theory]
    [InlineData("Chinese ships left.", "Valley Herald reports that Chinese ships left.")]
    [InlineData("Rescuers left.", "Valley Herald reports that rescuers left.")]
    [InlineData("NATO ships left.", "Valley Herald reports that NATO ships left.")]
    [InlineData("The ships left at 6 a.m.", "Valley Herald reports that the ships left at 6 a.m.")]
    public void Only_names_keep_their_capital_inside_a_sentence(string wording, string told) => Assert.Equal(told, Told(Claim(wording, Asserts(Herald))));

    [Fact]
    public void A_name_keeps_its_capital() =>
        Assert.Equal("Valley Herald reports that Rust Harbour closed.", Told(Claim("Rust Harbour closed.", Asserts(Herald)).About("close", "Rust Harbour")));

    [Fact]
    public void A_company_that_speaks_of_itself_is_it() =>
        Assert.Equal("Dunmore Ferries says it is not to blame.", Told(
            Claim("Dunmore Ferries is not to blame.", Says(Party("Dunmore Ferries"), Herald)).About("blame", "Dunmore Ferries") with { AttributedTo = "Dunmore Ferries", Kind = ClaimKind.Opinion }));

    [Theory]
    [InlineData("Valley Herald counted nine wrecks.", "Valley Herald says it counted nine wrecks.")]
    [InlineData("Valley Herald's count shows nine wrecks.", "Valley Herald says its count shows nine wrecks.")]
    [InlineData("The Valley Herald has lost its archive.", "Valley Herald says it has lost its archive.")]
    public void A_newsroom_that_speaks_of_itself_is_it(string wording, string told) => Assert.Equal(told, Told(Claim(wording, Asserts(Herald))));

    [Fact]
    public void Whoever_speaks_of_himself_by_name_is_called_by_office() =>
        Assert.Equal("Ivo Lund paid for every ticket, according to the mayor.",
            Told(Claim("Ivo Lund paid for every ticket.", Says(Person("Mayor Ivo Lund"), Herald)) with { AttributedTo = "Mayor Ivo Lund" }));

    [Theory]
    [InlineData("Twelve sailors died when the ferry sank on Monday 2 March 2026.", "Twelve sailors died when the ferry sank")]
    [InlineData("The ferry, built by the Dunmore yard in 1987 and twice refitted since, sank within minutes of leaving the western harbour mouth.",
        "The ferry sank within minutes of leaving the western harbour mouth")]
    [InlineData("The harbour board has closed all four of its passenger piers to the public until further notice, which leaves the islands cut off.",
        "The harbour board has closed all four of its passenger piers to the public until further notice")]
    [InlineData("The board closed piers, cranes, sheds, yards, docks, ramps, stairs, slips, gates, roads, lamps and all of its other places of work.",
        "The board closed piers, cranes, sheds, yards, docks, ramps, stairs, slips, gates, roads, lamps and all of its other places of work")]
    public void Headlines_are_shortened_by_cuts_alone(string wording, string headline) => Assert.Equal(headline, Headline(wording));

    [Fact]
    public void A_negated_sentence_is_not_cut() =>
        Assert.EndsWith("without a pilot on board", Cuts.ForHeadline(Claim(
            "The ferry did not leave the western harbour mouth, as the harbour board has always insisted it should not, without a pilot on board.").About("leave") is var c
            ? c with { Proposition = c.Proposition with { Negated = true } } : throw new InvalidOperationException(), Noon.Year), StringComparison.Ordinal);

    [Fact]
    public void What_is_denied_but_on_record_is_told_plainly_with_the_denial_beside_it()
    {
        var claim = Claim("The Ferry Safety Agency has received 12 reports.", Asserts(Issuer("Ferry Safety Agency", OutletKind.Official)), Denies(Party("Dunmore Ferries"), Herald))
            .About("receive", "Ferry Safety Agency");
        Assert.Equal("The Ferry Safety Agency has received 12 reports; Dunmore Ferries has denied it.", Told(claim));
    }

    private static string Told(Claim claim)
    {
        var weighed = Weigh(claim);
        return new Teller([weighed], Noon.Year).Sentence(weighed).Text;
    }

    private static string Headline(string wording)
    {
        var weighed = Weigh(Claim(wording, Asserts(Herald), Asserts(Newsroom("Radio Nine"))));
        return new Teller([weighed], Noon.Year).Headline(weighed).Text;
    }
}
