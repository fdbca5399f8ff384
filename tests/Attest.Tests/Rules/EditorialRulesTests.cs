using Attest.Engine.Model;
using Attest.Engine.Text;
using Attest.Engine.Weighing;
using static Attest.Tests.Rules.Given;

namespace Attest.Tests.Rules;

/// <summary>What each of R1 to R23 decides, on hand-made statements. R17 and R18 bind writing and stand with its tests.</summary>
public sealed class EditorialRulesTests
{
    private static readonly Outlet Herald = Newsroom("Valley Herald");
    private static readonly Outlet Post = Newsroom("Coast Post");
    private static readonly Outlet Radio = Newsroom("Radio Nine", kind: OutletKind.Broadcaster);
    private static readonly Outlet Wire = Newsroom("Plain Wire", kind: OutletKind.Agency);
    private static readonly Outlet Agency = Issuer("Ferry Safety Agency", OutletKind.Official);
    private static readonly Outlet Maker = Issuer("Dunmore Ferries", OutletKind.Company);

    [Fact]
    public void R1_That_somebody_said_it_never_makes_it_so()
    {
        var said = Claim("The ferry was overloaded.", Says(Official("the harbour master"), Herald), Says(Official("the harbour master"), Post)).About("overload");
        var utterance = Claim("The harbour master said that the ferry was overloaded.", Asserts(Herald), Asserts(Post)) with { Kind = ClaimKind.Utterance, Utters = said.Id };
        Assert.Equal(Standing.Corroborated, Weigh(utterance, said).Standing);
        Assert.Equal(Standing.Stated, Weigh(said, utterance).Standing);
    }

    [Fact]
    public void R1_That_somebody_denied_it_is_an_utterance_like_any_other() =>
        Assert.Equal(Standing.Corroborated, Weigh(Claim("Dunmore Ferries denied that the hull can crack.",
            Says(Party("Dunmore Ferries"), Herald, voice: Voice.Denies), Says(Party("Dunmore Ferries"), Post, 1, voice: Voice.Denies, copyOf: ReportOf(Herald)))
            with
        { Kind = ClaimKind.Utterance }).Standing);

    [Fact]
    public void R1_An_act_done_in_words_is_confirmed_by_newsrooms_like_any_event() =>
        Assert.Equal(Standing.Corroborated, Weigh(Claim("Regents Bank cut its rating.", Asserts(Herald), Asserts(Post)) with { Kind = ClaimKind.Act }).Standing);

    [Fact]
    public void R2_Two_newsrooms_of_different_owners_corroborate()
    {
        var weighed = Weigh(Claim("The bridge closed.", Asserts(Herald), Asserts(Post)));
        Assert.Equal(Standing.Corroborated, weighed.Standing);
        Assert.Equal("Coast Post and Valley Herald each say so; they are independent.", Sorted(weighed.Reason));
        Assert.Equal(["R2"], weighed.Rules);
    }

    [Fact]
    public void R2_Two_origins_in_one_outlet_do_not() =>
        Assert.Equal(Standing.Uncorroborated, Weigh(Claim("Two sailors died.", Says(Official("police"), Herald), Says(Party("Dunmore Ferries"), Herald)).About("die")).Standing);

    [Fact]
    public void R2_One_origin_in_two_outlets_does_not() =>
        Assert.Equal(Standing.Uncorroborated, Weigh(Claim("Two sailors died.", Says(Official("police"), Herald), Says(Official("police"), Post)).About("die")).Standing);

    [Fact]
    public void R2_A_speaker_who_has_it_from_another_is_no_origin()
    {
        var claim = Claim("Nine sailors are alive.", Says(Crowd("families"), Wire), Says(Official("the mayor", from: "families"), Post), Says(Official("the mayor", from: "families"), Herald))
            .About("alive");
        Assert.Equal(Standing.Uncorroborated, Weigh(claim).Standing);
    }

    [Fact]
    public void R3_Forty_reprints_are_one_origin()
    {
        var copies = Enumerable.Range(0, 40).Select(i => Asserts(Newsroom($"Local Paper {i}"), i / 10.0, copyOf: ReportOf(Wire), origin: OriginOf(Wire)));
        var weighed = Weigh(Claim("The ferry sank.", [Asserts(Wire), .. copies]));
        Assert.Equal(Standing.Uncorroborated, weighed.Standing);
        Assert.Equal(1, weighed.Origins);
        Assert.Equal(41, weighed.Reports);
        Assert.Contains("R3", weighed.Rules);
        Assert.Contains("40 other reports only repeat it", weighed.Reason);
    }

    [Fact]
    public void R4_An_issuers_own_page_is_a_record_of_its_own_acts()
    {
        var weighed = Weigh(Claim("Dunmore Ferries has recalled its life jackets.", Asserts(Maker)).About("recall", "Dunmore Ferries"));
        Assert.Equal(Standing.OnRecord, weighed.Standing);
        Assert.Equal(["R4", "R5"], weighed.Rules);
    }

    [Fact]
    public void R4_A_release_reprinted_by_newsrooms_is_still_the_company_speaking()
    {
        var release = Claim("The engine is safe.", Asserts(Maker), Asserts(Herald, 1, copyOf: ReportOf(Maker), origin: OriginOf(Maker), grade: EvidenceGrade.PartyStatement),
            Asserts(Post, 2, copyOf: ReportOf(Maker), origin: OriginOf(Maker), grade: EvidenceGrade.PartyStatement)) with
        { Kind = ClaimKind.State };
        Assert.False(Weigh(release.About("safe", "the engine")).Confirmed);
    }

    [Fact]
    public void R4_A_name_that_its_host_does_not_bear_out_makes_no_record() =>
        Assert.NotEqual(Standing.OnRecord, Weigh(Claim("The agency has received 12 reports.",
            Asserts(Issuer("Ferry Safety Agency", OutletKind.Official, hostBearsOut: false), grade: EvidenceGrade.PartyStatement)).About("receive", "The agency")).Standing);

    [Fact]
    public void R5_The_hospital_and_the_police_are_competent_for_the_injured() =>
        Assert.Equal(Standing.Corroborated, Weigh(Claim("Four sailors were injured.", Says(Official("Dunmore General Hospital"), Herald), Says(Official("police"), Post)).About("injure")).Standing);

    [Fact]
    public void R5_An_operator_is_competent_for_its_own_people() =>
        Assert.Equal(Standing.Corroborated, Weigh(Claim("Thirteen sailors are missing.", Says(Official("state ferry inspectors"), Herald), Says(Party("ferry owner Dunmore Ferries"), Wire))
            .About("missing")).Standing);

    [Theory]
    [InlineData(ClaimKind.Cause)]
    [InlineData(ClaimKind.Motive)]
    [InlineData(ClaimKind.Allegation)]
    [InlineData(ClaimKind.Forecast)]
    [InlineData(ClaimKind.Opinion)]
    public void R5_Nobody_is_competent_for_blame_motive_or_the_future(ClaimKind kind) =>
        Assert.False(Weigh(Claim("It was the captain.", Says(Official("police"), Herald), Says(Official("the mayor"), Post), Asserts(Maker)).About("die") with { Kind = kind }).Confirmed);

    [Fact]
    public void R5_A_force_is_not_competent_for_the_enemys_losses() =>
        Assert.Equal(Standing.Uncorroborated, Weigh(Claim("The Northern Army killed forty rebels.", Says(Party("the Northern Army"), Herald), Says(Official("Northern Army spokesman"), Post))
            .About("kill", "the Northern Army")).Standing);

    [Fact]
    public void R5_A_company_does_not_settle_its_own_contested_harm_against_a_hospital()
    {
        var hurt = Claim("Three sailors were hurt.", Says(Official("Dunmore General Hospital"), Herald), Denies(null, Maker)).About("hurt");
        Assert.Equal(Standing.Disputed, Weigh(hurt).Standing);
    }

    [Fact]
    public void R6_Three_newsrooms_with_direct_knowledge_corroborate_and_stay_flagged()
    {
        var weighed = Weigh(Scoop());
        Assert.Equal(Standing.Corroborated, weighed.Standing);
        Assert.Contains(ClaimFlag.UnnamedOnly, weighed.Flags);
        Assert.Contains("R6", weighed.Rules);
    }

    [Fact]
    public void R6_Not_where_somebody_denies_it()
    {
        var denied = Scoop();
        Assert.Equal(Standing.Disputed, Weigh(denied with { Evidence = denied.Evidence.Add(Denies(Party("Dunmore Ferries"), Radio, 4)) }).Standing);
    }

    [Fact]
    public void R6_The_same_unnamed_official_in_two_outlets_is_one_origin() =>
        Assert.Equal(Standing.Uncorroborated, Weigh(Claim("The chief will go.", Says(Unnamed("a senior official"), Herald), Says(Unnamed("a senior official"), Post, 1))).Standing);

    [Theory]
    [InlineData(Voice.Hedges)]
    [InlineData(Voice.Asks)]
    public void R7_A_hedge_or_a_question_adds_nothing(Voice voice) =>
        Assert.Equal(Weigh(Claim("The hull can crack.", Asserts(Herald))).Probability,
            Weigh(Claim("The hull can crack.", Asserts(Herald), Asserts(Post, 1, voice: voice), Asserts(Radio, 2, voice: voice))).Probability);

    [Fact]
    public void R8_A_specific_denial_disputes_what_newsrooms_say_and_is_named()
    {
        var weighed = Weigh(Claim("The ferry was sold.", Asserts(Herald), Asserts(Post), Denies(Party("Dunmore Ferries"), Radio)));
        Assert.Equal(Standing.Disputed, weighed.Standing);
        Assert.Contains(ClaimFlag.Denied, weighed.Flags);
        Assert.Contains("Dunmore Ferries denies it", weighed.Reason);
    }

    [Fact]
    public void R8_A_denial_does_not_shake_a_record() =>
        Assert.Equal(Standing.OnRecord, Weigh(Claim("The agency has received 12 reports.", Asserts(Agency), Denies(Party("Dunmore Ferries"), Herald)).About("receive", "The agency")).Standing);

    [Fact]
    public void R8_A_denial_is_no_support_though_it_repeats_the_words() =>
        Assert.Equal(0, Weigh(Claim("The hull can crack.", Says(Party("Dunmore Ferries"), Herald, voice: Voice.Denies))).Origins);

    [Fact]
    public void R9_Two_newsrooms_against_two_stay_disputed_on_both_sides()
    {
        var red = Claim("The signal was red.", Asserts(Herald), Asserts(Post));
        var green = Claim("The signal was green.", Asserts(Radio), Asserts(Wire)).Against(red);
        Assert.Equal(Standing.Disputed, Weigh(red, green).Standing);
        Assert.Equal(Standing.Disputed, Weigh(green, red).Standing);
    }

    [Fact]
    public void R9_What_is_on_record_refutes_what_cannot_be_so_with_it()
    {
        var record = Claim("The agency closed the pier.", Asserts(Agency)).About("close", "The agency");
        var other = Claim("The pier stayed open.", Asserts(Herald), Asserts(Post)).Against(record);
        Assert.Equal(Standing.OnRecord, Weigh(record, other).Standing);
        Assert.Equal(Standing.Refuted, Weigh(other, record).Standing);
    }

    [Fact]
    public void R9_What_was_so_in_the_evening_does_not_refute_what_is_said_at_night()
    {
        var trapped = Claim("Thirteen divers are trapped.", Asserts(Herald, -9), Asserts(Post, -6));
        var found = Claim("The divers were found.", Says(Crowd("families"), Wire)).Against(trapped);
        Assert.Equal(Standing.Uncorroborated, Weigh(found, trapped).Standing);
        Assert.Equal(Standing.Corroborated, Weigh(trapped, found).Standing);
    }

    [Fact]
    public void R9_A_crowd_does_not_shake_what_two_origins_say()
    {
        var sunk = Claim("The ferry sank.", Asserts(Herald), Asserts(Post));
        var afloat = Claim("The ferry is afloat.", Says(Crowd("social media users"), Radio)).Against(sunk);
        Assert.Equal(Standing.Corroborated, Weigh(sunk, afloat).Standing);
        Assert.Equal(Standing.Refuted, Weigh(afloat, sunk).Standing);
    }

    [Fact]
    public void R10_A_higher_count_makes_the_lower_bound_true()
    {
        var atLeast = Claim("At least 12 people died.", Says(Official("police"), Herald)).About("die").Figure(12, "people", "dead", Bound.AtLeast);
        var fifteen = Claim("Fifteen people died.", Says(Official("the coroner"), Post, 0.5)).About("die").Figure(15, "people", "dead");
        Assert.Equal(Standing.Corroborated, Weigh(atLeast, fifteen).Standing);
        Assert.Equal(Standing.Uncorroborated, Weigh(fifteen, atLeast).Standing);
    }

    [Fact]
    public void R10_A_confirmed_newer_figure_supersedes_and_a_lone_lower_one_does_not()
    {
        var twelve = Claim("At least 12 people died.", Says(Official("police"), Herald), Asserts(Radio)).About("die").Figure(12, "people", "dead", Bound.AtLeast);
        var fifteen = Claim("Fifteen people died.", Says(Official("police"), Herald, 3), Asserts(Radio, 3)).About("die").Figure(15, "people", "dead");
        var nine = Claim("Nine people died.", Asserts(Post, 6)).About("die").Figure(9, "people", "dead");
        Assert.Equal(Standing.Superseded, Weigh(twelve, fifteen, nine).Standing);
        Assert.Equal(fifteen.Id, Weigh(twelve, fifteen, nine).SupersededBy);
        var still = Weigh(fifteen, twelve, nine);
        Assert.Equal(Standing.Corroborated, still.Standing);
        Assert.Contains(ClaimFlag.NumberMoving, still.Flags);
        Assert.Equal(Standing.Uncorroborated, Weigh(nine, twelve, fifteen).Standing);
    }

    [Fact]
    public void R10_Dozens_is_borne_out_by_no_single_figure_of_another_size() =>
        Assert.False(NumberSeries.Entails(Quantity(60, Bound.Exactly), Quantity(24, Bound.About)));

    [Fact]
    public void R11_A_cause_stays_attributed_however_many_newsrooms_state_it() =>
        Assert.Equal(Standing.Uncorroborated, Weigh(Claim("Rust brought the crane down.", Asserts(Herald), Asserts(Post), Asserts(Radio)) with { Kind = ClaimKind.Cause }).Standing);

    [Fact]
    public void R11_The_finding_of_an_investigation_on_its_own_page_puts_a_cause_on_record() =>
        Assert.Equal(Standing.OnRecord, Weigh(Claim("Rust brought the crane down.", Asserts(Issuer("Crane Accident Investigation Board", OutletKind.Official))) with { Kind = ClaimKind.Cause }).Standing);

    [Fact]
    public void R11_Charged_is_confirmed_as_charged_and_presumed_innocent()
    {
        var charged = Weigh(Claim("Prosecutors charged the captain.", Asserts(Herald), Asserts(Post)).About("charge") with { Kind = ClaimKind.Act });
        Assert.True(charged.Confirmed);
        Assert.Contains(ClaimFlag.LegalPresumption, charged.Flags);
        Assert.DoesNotContain(ClaimFlag.LegalPresumption, Weigh(Claim("A court convicted the captain.", Asserts(Herald), Asserts(Post)).About("convict") with { Kind = ClaimKind.Act }).Flags);
    }

    [Fact]
    public void R12_A_forecast_is_never_promoted_not_even_past_its_deadline()
    {
        var plan = Claim("The pier will reopen by 1 March.", Asserts(Herald), Asserts(Post), Asserts(Maker)) with { Kind = ClaimKind.Forecast, Deadline = Noon.AddHours(-1) };
        var weighed = Weigh(plan);
        Assert.Equal(Standing.Forecast, weighed.Standing);
        Assert.Null(weighed.Probability);
        Assert.Contains("its time is over", weighed.Reason);
    }

    [Fact]
    public void R13_An_opinion_has_no_number()
    {
        var weighed = Weigh(Claim("It is a disaster for the harbour.", Says(Person("Ines Vold"), Herald), Asserts(Post)) with { Kind = ClaimKind.Opinion });
        Assert.Equal(Standing.Opinion, weighed.Standing);
        Assert.Null(weighed.Probability);
        Assert.Empty(weighed.Contributions);
    }

    [Theory]
    [InlineData(1.9, 2, Standing.Uncorroborated)]
    [InlineData(1.9, 3, Standing.Corroborated)]
    [InlineData(2.0, 2, Standing.Corroborated)]
    public void R14_In_the_first_two_hours_three_origins_are_asked_for(double hours, int newsrooms, Standing expected)
    {
        var context = new WeighingContext(Noon.AddHours(hours), Noon);
        Assert.Equal(expected, WeighAt(context, Claim("The pier burned.", [.. new[] { Herald, Post, Radio }.Take(newsrooms).Select(o => Asserts(o))])).Standing);
    }

    [Fact]
    public void R14_Does_not_apply_where_reports_bear_no_times() =>
        Assert.True(WeighAt(new(Noon, Noon, HasTimes: false), Claim("The pier burned.", Asserts(Herald), Asserts(Post))).Confirmed);

    [Fact]
    public void R15_A_retraction_takes_its_reprints_with_it()
    {
        var claim = Claim("The minister resigned.", Asserts(Wire, withdrawn: true), Asserts(Herald, 1, copyOf: ReportOf(Wire), origin: OriginOf(Wire), because: CollapseReason.AgencyCredit));
        Assert.Equal(Standing.Retracted, Weigh(claim).Standing);
    }

    [Fact]
    public void R15_A_correction_by_the_origin_is_told_as_a_correction() =>
        Assert.Equal(Standing.Corrected, Weigh(Claim("The minister resigned.", Asserts(Wire),
            Asserts(Wire, 3, Stance.Refutes, withdraws: new(WholeReport: false, null, null, null)))).Standing);

    [Fact]
    public void R15_Who_has_it_from_elsewhere_still_stands_when_one_origin_withdraws() =>
        Assert.Equal(Standing.Uncorroborated, Weigh(Claim("The minister resigned.", Asserts(Wire, withdrawn: true), Asserts(Post))).Standing);

    [Fact]
    public void R16_A_confirmed_claim_is_demoted_when_its_second_origin_falls_away()
    {
        Assert.True(Weigh(Claim("The pier burned.", Asserts(Herald), Asserts(Post))).Confirmed);
        Assert.False(Weigh(Claim("The pier burned.", Asserts(Herald), Asserts(Post, withdrawn: true))).Confirmed);
    }

    [Fact]
    public void R19_What_nobody_reported_on_is_not_scored() =>
        Assert.Equal(Weigh(Claim("The pier burned.", Asserts(Herald))).Probability, Weigh(Claim("The pier burned.", Asserts(Herald), Asserts(Post, 1, Stance.Mentions))).Probability);

    [Fact]
    public void R20_An_editor_decides_last_and_is_named()
    {
        var claim = Claim("The pier burned.", Asserts(Herald), Asserts(Post));
        var weighed = WeighAt(Later with { Decisions = [new(claim.Id, Standing.Disputed, "The photograph is from another year.", "M. Aro", Noon)] }, claim);
        Assert.Equal(Standing.Disputed, weighed.Standing);
        Assert.Contains(ClaimFlag.HumanReviewed, weighed.Flags);
        Assert.Equal("M. Aro decided: The photograph is from another year.", weighed.Reason);
        Assert.Equal(["R20"], weighed.Rules);
    }

    [Fact]
    public void R21_A_report_that_calls_itself_confirmed_weighs_no_more() =>
        Assert.Equal(Weigh(Claim("The pier burned.", Asserts(Herald))).Probability, Weigh(Claim("It is confirmed that the pier burned.", Asserts(Herald))).Probability);

    [Fact]
    public void R22_Headlines_are_no_evidence()
    {
        var weighed = Weigh(Claim("The house can burn down.", Asserts(Herald, sentence: -1), Asserts(Post, sentence: -1), Asserts(Radio, sentence: -1)));
        Assert.Equal(Standing.Uncorroborated, weighed.Standing);
        Assert.Contains("R22", weighed.Rules);
        Assert.Equal("Only headlines say so, and a headline is no evidence.", weighed.Reason);
    }

    [Fact]
    public void R23_Time_alone_lapses_an_unconfirmed_claim_and_never_a_confirmed_one()
    {
        var open = Claim("The pier burned.", Asserts(Herald));
        Assert.Equal(Standing.Uncorroborated, WeighAt(new(Noon.AddDays(13), Noon), open).Standing);
        Assert.Equal(Standing.Lapsed, WeighAt(new(Noon.AddDays(14), Noon), open).Standing);
        Assert.Equal(Standing.Corroborated, WeighAt(new(Noon.AddDays(14), Noon), Claim("The pier burned.", Asserts(Herald), Asserts(Post))).Standing);
    }

    private static Claim Scoop() => Claim("The chief will be sacked.",
        Says(Unnamed("two people in the room"), Herald, direct: true), Says(Unnamed("a person who was there"), Post, 1, direct: true),
        Says(Unnamed("three board members"), Wire, 2, direct: true, grade: EvidenceGrade.SeveralUnnamed));

    private static Origin OriginOf(Outlet outlet) => Asserts(outlet).Traced.Origin;

    private static Quantity Quantity(decimal value, Bound bound) => new(default, value, null, "people", bound, 0, null, "");

    // Which of two equals is named first depends on their ids; a test should not.
    private static string Sorted(string reason) => reason.StartsWith("Valley", StringComparison.Ordinal) ? "Coast Post and Valley Herald" + reason["Valley Herald and Coast Post".Length..] : reason;
}
