using Attest.Engine.Model;
using Attest.Engine.Text;
using static Attest.Tests.Rules.Given;

namespace Attest.Tests.Writing;

/// <summary>Whole stories, told step by step, as a reader meets them.</summary>
public sealed class StoriesAreToldTests
{
    private static readonly Outlet Herald = Newsroom("Valley Herald");
    private static readonly Outlet Wire = Newsroom("Plain Wire", kind: OutletKind.Agency);
    private static readonly Outlet Radio = Newsroom("Radio Nine", kind: OutletKind.Broadcaster);

    [Fact]
    public void A_false_rescue_is_told_as_the_families_word_and_then_as_wrong()
    {
        var scene = new Scene("What happened to the divers in the Talgarth cave?");
        var trapped = Claim("Thirteen divers were trapped in the Talgarth cave on Monday 2 March 2026 after a flood.",
            Says(Official("state cave inspectors"), Herald), Says(Party("cave owner Deep Works"), Wire)).About("trap", "thirteen divers", "diver", "Talgarth", "cave", "flood");
        var first = scene.Step(3, trapped)!;
        Assert.Equal("Thirteen divers were trapped in the Talgarth cave after a flood", first.Headline);
        Assert.Equal("Thirteen divers were trapped in the Talgarth cave on Monday 2 March after a flood.", first.WhatChanged.Text);

        var alive = Claim("Twelve divers trapped in the Talgarth cave were found alive late on Tuesday 3 March 2026.",
            Says(Crowd("family members"), Wire, 4), Says(Official("the governor", from: "family members"), Newsroom("Daily Lamp"), 5))
            .About("find", "twelve divers", "diver", "Talgarth", "cave", "alive") with
        { AttributedTo = "family members" };
        var said = Claim("Family members said that twelve divers were found alive.", Asserts(Wire, 4)).About("say") with { Kind = ClaimKind.Utterance, Utters = alive.Id };
        var second = scene.Step(6, trapped, alive, said)!;
        Assert.Equal("Family members say twelve divers trapped in the Talgarth cave were found alive", second.Headline);
        Assert.Equal([said.Id], second.Lead);
        Assert.Contains(alive.Id, second.Unconfirmed);
        Assert.DoesNotContain(said.Id, second.Unconfirmed.Concat(second.Confirmed));

        var dead = Claim("Twelve of the thirteen divers in the Talgarth cave have died.", Asserts(Issuer("Deep Works", OutletKind.Company), 8),
            Says(Official("Dunmore Hospital"), Radio, 9)).About("die", "twelve", "diver", "Talgarth", "cave").Against(alive);
        var third = scene.Step(10, trapped, alive, said, dead)!;
        Assert.Equal("Twelve of the thirteen divers in the Talgarth cave have died", third.Headline);
        Assert.Equal("Twelve of the thirteen divers in the Talgarth cave have died. Earlier reports that twelve divers trapped in the Talgarth cave were found alive "
            + "late on Tuesday 3 March were wrong.", third.WhatChanged.Text);
        Assert.Equal([second.Id], third.Corrects);
        Assert.Equal(0.97, third.Confidence);
        Assert.All(scene.Updates, u => Assert.All(u.Summary, s => Assert.NotEmpty(s.Claims)));
    }

    [Fact]
    public void A_recall_with_a_denial_a_promise_and_a_revised_figure_reads_as_news()
    {
        var scene = new Scene("Are Brightpot kettles dangerous?");
        var agency = Issuer("Product Safety Agency", OutletKind.Official);
        var maker = Issuer("Brightpot", OutletKind.Company);
        var recalled = Claim("Brightpot has recalled its Luna electric kettles.", Asserts(agency), Says(Official("Product Safety Agency"), Wire)).About("recall", "Brightpot", "Luna", "kettle");
        var old = Claim("The recall covers about 48,000 kettles.", Asserts(agency, sentence: 1)).About("cover", "the recall", "recall", "kettle").Figure(48000, "kettle", "k", Bound.About);
        // Two claims of one sentence share their statement's id; these stand in two sentences.
        Assert.Equal(["Brightpot has recalled its Luna electric kettles.", "The recall covers about 48,000 kettles."], scene.Step(1, recalled, old)!.Summary.Select(s => s.Text));

        var fire = Claim("The Luna kettle can catch fire.", Says(Crowd("social media users"), Newsroom("Metro Lens"), 3), Denies(null, maker, 20))
            .About("catch", "the Luna kettle", "Luna", "kettle", "fire") with
        { AttributedTo = "social media users" };
        var refund = Claim("Brightpot will refund customers within 14 days.", Asserts(maker, 20)).About("refund", "Brightpot", "customer") with { Kind = ClaimKind.Forecast };
        var denied = scene.Step(21, recalled, old, fire, refund)!;
        Assert.Equal("Brightpot has denied that the Luna kettle can catch fire", denied.Headline);
        Assert.Equal("Social media users say the Luna kettle can catch fire; Brightpot has denied it.", denied.Summary[0].Text);
        Assert.Contains(denied.Summary, s => s.Text == "Brightpot says it will refund customers within 14 days.");

        var now = Claim("The recall covers 52,000 kettles.", Asserts(agency, 60)).About("cover", "the recall", "recall", "kettle").Figure(52000, "kettle", "k");
        var revised = scene.Step(61, recalled, old, fire, refund, now)!;
        Assert.Equal("The recall covers 52,000 kettles, up from 48,000.", revised.WhatChanged.Text);
        var change = Assert.Single(revised.Changes);
        Assert.Equal((ChangeKind.Revised, "48,000", "52,000"), (change.Kind, change.From, change.To));
        Assert.Equal("Brightpot has recalled its Luna electric kettles.", scene.Summary(70)[0].Text);
        Assert.Contains(scene.Summary(70), s => s.Text == "Social media users say the Luna kettle can catch fire; Brightpot has denied it.");
    }

    [Fact]
    public void A_demotion_is_an_update_of_its_own_and_as_prominent_as_a_promotion()
    {
        var scene = new Scene("Did the pier burn?");
        Assert.Equal("The pier burned", scene.Step(3, Claim("The pier burned.", Asserts(Herald), Asserts(Radio)).About("burn", "the pier", "pier"))!.Headline);
        var demoted = scene.Step(6, Claim("The pier burned.", Asserts(Herald), Asserts(Radio, withdrawn: true)).About("burn", "the pier", "pier"))!;
        Assert.Equal("It is no longer confirmed that the pier burned", demoted.Headline);
        Assert.Equal(ChangeKind.Demoted, demoted.Changes[0].Kind);
        Assert.Equal([scene.Updates[0].Id], demoted.Corrects);
    }

    [Fact]
    public void A_retraction_is_told_with_the_outlets_name_and_linked_to_the_update_that_it_corrects()
    {
        var scene = new Scene("Has the minister resigned?");
        var resigned = Claim("The minister resigned.", Asserts(Wire)).About("resign", "the minister", "minister");
        Assert.Equal("The minister resigned, Plain Wire reports", scene.Step(3, resigned)!.Headline);
        var retracted = scene.Step(9, resigned with { Evidence = [resigned.Evidence[0] with { Withdrawn = true }] })!;
        Assert.Equal("Plain Wire withdraws its report that the minister resigned", retracted.Headline);
        Assert.Equal("Plain Wire has withdrawn its report that the minister resigned.", retracted.WhatChanged.Text);
        Assert.Equal([scene.Updates[0].Id], retracted.Corrects);
    }

    [Fact]
    public void A_trifle_is_no_update()
    {
        var scene = new Scene("Did the pier burn?");
        var burned = Claim("The pier burned.", Asserts(Herald), Asserts(Radio)).About("burn", "the pier", "pier");
        _ = scene.Step(3, burned);
        Assert.Null(scene.Step(4, burned with { Evidence = burned.Evidence.Add(Asserts(Wire, 3.5)) }));
        var gossip = Claim("The lamps were blue.", Asserts(Herald, 80)).About("blue", "the lamps", "lamp");
        Assert.Null(scene.Step(81, burned, gossip));
    }

    [Fact]
    public void A_rise_and_a_fall_are_told_with_both_figures_as_written()
    {
        var scene = new Scene("How many died in the Dunmore fire?");
        var twelve = Claim("At least 12 people died in the fire.", Says(Official("police"), Herald), Says(Official("Dunmore Hospital"), Radio)).About("die", "people", "people", "fire")
            .Figure(12, "people", "dead", Bound.AtLeast);
        _ = scene.Step(3, twelve);
        var nine = Claim("Nine people died in the fire.", Says(Official("police"), Herald, 9), Says(Official("the coroner"), Wire, 9)).About("die", "people", "people", "fire").Figure(9, "people", "dead");
        var fallen = scene.Step(10, twelve, nine)!;
        Assert.Equal("Nine people died in the fire; the earlier figure was 12.", fallen.WhatChanged.Text.Replace(", down from 12", "; the earlier figure was 12", StringComparison.Ordinal));
        Assert.Equal(("12", "9"), (fallen.Changes[0].From, fallen.Changes[0].To));
    }

    [Fact]
    public void Rival_accounts_stand_side_by_side()
    {
        var scene = new Scene("What colour was the signal?");
        var red = Claim("The signal was red.", Asserts(Herald)).About("red", "the signal", "signal");
        var green = Claim("The signal was green.", Says(Person("Ines Vold"), Radio)).About("green", "the signal", "signal").Against(red) with { AttributedTo = "Ines Vold" };
        var update = scene.Step(3, red, green)!;
        Assert.StartsWith("It is disputed whether the signal was ", update.Headline, StringComparison.Ordinal);
        Assert.True(update.Summary[0].Text is "Valley Herald reports that the signal was red; Ines Vold says the signal was green."
            or "Ines Vold says the signal was green; Valley Herald reports that the signal was red.", update.Summary[0].Text);
    }
}
