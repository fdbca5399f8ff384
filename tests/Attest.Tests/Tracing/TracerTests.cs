using Attest.Engine.Model;
using static Attest.Tests.Tracing.Told;

namespace Attest.Tests.Tracing;

public sealed class TracerTests
{
    private const string Flood = """
        The dam above Quillon gave way at dawn on Thursday and sent a wall of brown water through the lower town, carrying off two footbridges and a bakery.

        Firemen in rubber boats brought some forty people down from the roofs of Mill Street before the second wave came, and a tractor pulled the school bus out of the ditch where it had stuck.
        """;

    private static readonly Outlet Wire = Outlet("Orbis Wire", OutletKind.Agency);
    private static readonly Outlet Courier = Outlet("Quillon Courier");
    private static readonly Outlet Mail = Outlet("Valley Mail");

    private readonly Told told = new();

    [Fact]
    public void A_newsrooms_own_assertion_is_its_own_origin()
    {
        var first = told.Add(Courier, Flood, Own("The dam above Quillon gave way at dawn"));
        var second = told.Add(Mail, "Water from the broken dam reached our office in Quillon shortly before seven.", Own("Water from the broken dam reached our office"));
        Assert.Equal((OriginKind.Newsroom, EvidenceGrade.OwnReporting, Courier.Family), (first.Lead.Kind, first.Statements[0].Grade, first.Statements[0].Family));
        Assert.NotEqual(first.Lead.Id, second.Lead.Id);
        Assert.Null(second.CopyOf);
    }

    [Fact]
    public void A_wire_copy_has_the_agencys_origin_and_says_why()
    {
        var original = told.Add(Wire, "QUILLON (Orbis Wire) - " + Flood, Own("The dam above Quillon gave way at dawn"));
        var copy = told.Add(Mail, Flood + "\n\n(Orbis Wire)", Own("The dam above Quillon gave way at dawn"));
        Assert.Equal(original.Lead.Id, copy.Lead.Id);
        Assert.Equal((original.Report.Id, CollapseReason.AgencyCredit), (copy.CopyOf, copy.CollapsedBecause));
        Assert.Equal(Wire.Family, copy.Statements[0].Family);
        Assert.Null(original.CollapsedBecause);
    }

    [Fact]
    public void An_agency_is_no_copy_of_its_own_reprint_whoever_speaks_in_it()
    {
        told.Add(Mail, Flood + "\n\nThe gate had rusted, families said. (Orbis Wire)", By(SpeakerKind.Crowd, "families", "The gate had rusted"));
        Assert.Null(told.Add(Wire, Flood + "\n\nThe gate had rusted, families said.", By(SpeakerKind.Crowd, "families", "The gate had rusted")).CopyOf);
    }

    [Fact]
    public void A_credited_copy_that_comes_in_before_the_agencys_report_makes_no_second_origin()
    {
        var copy = told.Add(Mail, "QUILLON (Orbis Wire) - " + Flood, Own("The dam above Quillon gave way at dawn"));
        var original = told.Add(Wire, "QUILLON (Orbis Wire) - " + Flood, Own("The dam above Quillon gave way at dawn"));
        Assert.Equal(copy.Lead.Id, original.Lead.Id);
        Assert.Null(original.CopyOf);
    }

    [Theory]
    [InlineData("Lower town under water.\n\nBy Jo Hill\n\nQUILLON, April 2 (Orbis Wire) — Water stands in the lower town.")]
    [InlineData("[Orbis Wire] -- Water stands in the lower town.")]
    [InlineData("Water stands in the lower town. (Orbis Wire)")]
    [InlineData("Water stands in the lower town.\n\n© 2026 Orbis Wire")]
    [InlineData("Water stands in the lower town.\n\n(Reporting by Orbis Wire)")]
    public void A_line_that_credits_an_agency_is_read(string text)
    {
        var report = told.Add(Mail, text, Own("Water stands in the lower town"));
        Assert.Equal(("Orbis Wire", EvidenceGrade.OwnReporting, CollapseReason.AgencyCredit), (report.Lead.Label, report.Statements[0].Grade, report.CollapsedBecause));
    }

    [Fact]
    public void A_tip_at_the_end_makes_a_relay()
    {
        var report = told.Add(Mail, "Water stands in the lower town.\n\nh/t: Quillon Courier.", Own("Water stands in the lower town"));
        Assert.Equal((OriginKind.Relay, EvidenceGrade.RelayOnly, CollapseReason.AttributedToOutlet), (report.Lead.Kind, report.Statements[0].Grade, report.CollapsedBecause));
    }

    [Fact]
    public void A_remark_that_another_outlet_published_it_is_syndication() => Assert.Equal(CollapseReason.Syndication,
        told.Add(Mail, "Water stands in the lower town.\n\nThis article was originally published by the Quillon Courier.", Own("Water stands in the lower town")).CollapsedBecause);

    [Theory]
    [InlineData("By Jo Hill, Orbis Wire")]
    [InlineData("Orbis Wire")]
    [InlineData("Valley Mail and Orbis Wire")]
    public void An_author_line_credits_an_agency(string byline)
    {
        var report = told.Add(Mail, "Water stands in the lower town.", byline, Own("Water stands in the lower town"));
        Assert.Equal((OriginKind.Agency, "Orbis Wire", CollapseReason.AgencyCredit), (report.Lead.Kind, report.Lead.Label, report.CollapsedBecause));
    }

    [Theory]
    [InlineData("Water stands in the lower town. (Video)")]
    [InlineData("Water stands in the lower town (1984).")]
    [InlineData("QUILLON (Valley Mail) - Water stands in the lower town.")]
    [InlineData("QUILLON (VM) - Water stands in the lower town.")]
    [InlineData("QUILLON - Water stands in the lower town.")]
    [InlineData("The shop (Baker and Sons) stands in water.\n\nWater stands in the lower town.")]
    public void What_is_no_credit_of_another_leaves_a_report_its_own(string text) =>
        Assert.Null(told.Add(Mail, text, Own(text.Contains("lower", StringComparison.Ordinal) ? "Water stands in the lower town" : text)).CollapsedBecause);

    [Fact]
    public void A_copy_without_credit_is_found_by_its_passages()
    {
        var original = told.Add(Courier, Flood, Own("The dam above Quillon gave way at dawn"));
        var copy = told.Add(Mail, "Dam bursts: what we know.\n\n" + Flood, Own("The dam above Quillon gave way at dawn"));
        Assert.Equal((original.Report.Id, CollapseReason.ContainedPassage), (copy.CopyOf, copy.Statements[0].Because));
        Assert.Equal((original.Lead.Id, EvidenceGrade.OwnReporting, Courier.Family), (copy.Lead.Id, copy.Statements[0].Grade, copy.Statements[0].Family));
    }

    [Fact]
    public void What_a_copying_newsroom_adds_stays_its_own()
    {
        var original = told.Add(Courier, Flood, Own("The dam above Quillon gave way at dawn"));
        var copy = told.Add(Mail, Flood + "\n\nIn Upper Quillon our reporter counted nine cracked walls along the railway line.",
            Own("The dam above Quillon gave way at dawn"), Own("our reporter counted nine cracked walls", access: true));
        Assert.Equal(original.Lead.Id, copy.Statements[0].Origin.Id);
        Assert.Equal((Mail.Family, null), (copy.Statements[1].Family, copy.Statements[1].CollapsedWith));
        Assert.NotEqual(original.Lead.Id, copy.Statements[1].Origin.Id);
    }

    [Fact]
    public void A_copy_of_a_copy_rests_on_the_first()
    {
        var original = told.Add(Courier, Flood, Own("The dam above Quillon gave way at dawn"));
        told.Add(Mail, Flood, Own("The dam above Quillon gave way at dawn"));
        var third = told.Add(Outlet("Hill Post"), Flood, Own("The dam above Quillon gave way at dawn"));
        Assert.Equal((original.Report.Id, original.Report.Id), (third.CopyOf, third.Statements[0].CollapsedWith));
    }

    [Fact]
    public void Two_reports_that_tell_one_fact_in_one_like_sentence_stay_two()
    {
        told.Add(Courier, "Nine people were trapped underground on Thursday after a fire in the Sollen railway tunnel, state tunnel inspectors said.\n\nSmoke came from both portals.",
            By(SpeakerKind.Official, "state tunnel inspectors", "Nine people were trapped underground on Thursday after a fire in the Sollen railway tunnel"));
        var second = told.Add(Mail, "Nine people were trapped on Thursday after a fire in the Sollen railway tunnel, operator Sollenbahn said.\n\nA spokesman said the line was shut at noon.",
            By(SpeakerKind.Party, "Sollenbahn", "Nine people were trapped on Thursday after a fire in the Sollen railway tunnel", "Sollenbahn"));
        Assert.Null(second.CopyOf);
        Assert.Null(second.Statements[0].CollapsedWith);
        Assert.Equal(OriginKind.Party, second.Lead.Kind);
    }

    [Fact]
    public void According_to_an_outlet_has_the_origin_of_what_that_outlet_reported()
    {
        var original = told.Add(Wire, "Nine people were found alive in the tunnel, family members said.", By(SpeakerKind.Crowd, "family members", "Nine people were found alive in the tunnel"));
        var relay = told.Add(Mail, "Nine trapped people have been found alive in the tunnel, according to Orbis Wire.", By(SpeakerKind.Outlet, "Orbis Wire", "Nine trapped people have been found alive in the tunnel"));
        Assert.Equal(original.Lead, relay.Lead);
        Assert.Equal((EvidenceGrade.RelayOnly, CollapseReason.AttributedToOutlet, original.Report.Id, Wire.Family),
            (relay.Statements[0].Grade, relay.Statements[0].Because, relay.Statements[0].CollapsedWith, relay.Statements[0].Family));
    }

    [Theory]
    [InlineData("Quayside Markets", "Quayside Markets")]
    [InlineData("Quillon Courier", "the Courier")]
    [InlineData("Quillon Courier", "QC")]
    public void What_names_an_outlet_of_the_story_is_that_outlet(string outlet, string name)
    {
        var original = told.Add(Outlet(outlet), "The gate of the dam had rusted, a worker said.", By(SpeakerKind.Unnamed, "a worker", "The gate of the dam had rusted"));
        var relay = told.Add(Mail, $"The gate of the dam had rusted, {name} said.", By(SpeakerKind.Party, name, "The gate of the dam had rusted"));
        Assert.Equal((original.Lead, EvidenceGrade.RelayOnly), (relay.Lead, relay.Statements[0].Grade));
    }

    [Fact]
    public void According_to_an_outlet_of_the_story_is_read_where_no_speaker_was_found()
    {
        var original = told.Add(Courier, "The gate of the dam had rusted, a worker said.", By(SpeakerKind.Unnamed, "a worker", "The gate of the dam had rusted"));
        var relay = told.Add(Mail, "The gate of the dam had rusted, according to the Quillon Courier.", Own("The gate of the dam had rusted"));
        Assert.Equal((original.Lead, EvidenceGrade.RelayOnly), (relay.Lead, relay.Statements[0].Grade));
    }

    [Fact]
    public void An_outlets_own_analysis_is_its_own_reporting()
    {
        var report = told.Add(Courier, "The gate had rusted, Quillon Courier's analysis shows.", By(SpeakerKind.Document, "Quillon Courier's analysis", "The gate had rusted"));
        Assert.Equal((OriginKind.Newsroom, EvidenceGrade.OwnReporting), (report.Lead.Kind, report.Statements[0].Grade));
    }

    [Fact]
    public void An_analyst_and_the_firm_are_two_speakers()
    {
        var one = told.Add(Courier, "The gate had rusted, said Ines Abt, an analyst at Ferrow Research.",
            By(SpeakerKind.Person, "Ines Abt, an analyst at Ferrow Research", "The gate had rusted", "Ferrow Research"));
        var two = told.Add(Mail, "The gate had rusted, Ferrow Research said.", By(SpeakerKind.Party, "Ferrow Research", "The gate had rusted"));
        Assert.NotEqual(one.Lead.Id, two.Lead.Id);
        Assert.Equal(OriginKind.Named, one.Lead.Kind);
    }

    [Fact]
    public void A_relay_of_an_outlet_that_is_not_held_becomes_one_with_its_report_when_that_comes_in()
    {
        var relay = told.Add(Mail, "The dam broke, the Quillon Courier reported.", By(SpeakerKind.Outlet, "Quillon Courier", "The dam broke"));
        var original = told.Add(Courier, Flood, Own("The dam above Quillon gave way at dawn"));
        Assert.Equal(OriginKind.Relay, relay.Lead.Kind);
        Assert.Equal(relay.Lead.Id, original.Lead.Id);
    }

    [Fact]
    public void Who_has_it_from_others_shares_their_origin()
    {
        var wire = told.Add(Wire, "Nine people were found alive, family members said.", By(SpeakerKind.Crowd, "family members", "Nine people were found alive"));
        var governor = told.Add(Mail, "Governor Ines Abt said nine were alive; she had it from the families.", By(SpeakerKind.Official, "Governor Ines Abt", "nine were alive", from: "families"));
        Assert.Equal(wire.Lead.Id, governor.Lead.Id);
        Assert.Equal(EvidenceGrade.RelayOnly, governor.Statements[0].Grade);
    }

    [Fact]
    public void One_speaker_in_two_outlets_is_one_origin_and_two_speakers_are_two()
    {
        var one = told.Add(Courier, "The gate had rusted, inspector Roy Tamm said.", By(SpeakerKind.Person, "inspector Roy Tamm", "The gate had rusted"));
        var two = told.Add(Mail, "The gate had rusted through, Tamm told a briefing.", By(SpeakerKind.Person, "Tamm", "The gate had rusted through"));
        var three = told.Add(Mail, "The gate had rusted, engineer Lena Tamm said.", By(SpeakerKind.Person, "engineer Lena Tamm", "The gate had rusted"));
        Assert.Equal(one.Lead.Id, two.Lead.Id);
        Assert.Equal((CollapseReason.SameSpeaker, one.Report.Id, Mail.Family), (two.Statements[0].Because, two.Statements[0].CollapsedWith, two.Statements[0].Family));
        Assert.NotEqual(one.Lead.Id, three.Lead.Id);
    }

    [Fact]
    public void A_body_its_spokesman_and_its_own_record_are_one_origin()
    {
        var board = Outlet("Tunnel Safety Board", OutletKind.Official);
        var relayed = told.Add(Courier, "The line is shut, the Tunnel Safety Board said.", By(SpeakerKind.Official, "the Tunnel Safety Board", "The line is shut", "Tunnel Safety Board"));
        var record = told.Add(board, "The line is shut until further notice.", Own("The line is shut until further notice"));
        var spokesman = told.Add(Mail, "The line is shut, board spokesman Ole Krag said.", By(SpeakerKind.Official, "board spokesman Ole Krag", "The line is shut", "Tunnel Safety Board"));
        Assert.Equal([relayed.Lead.Id, relayed.Lead.Id], [record.Lead.Id, spokesman.Lead.Id]);
        Assert.Equal((EvidenceGrade.PrimaryRecord, null), (record.Statements[0].Grade, record.Statements[0].CollapsedWith));
        Assert.Equal(EvidenceGrade.PartyStatement, spokesman.Statements[0].Grade);
    }

    [Theory]
    [InlineData("Sollen", true)]
    [InlineData("Sollen Rail plc", true)]
    [InlineData("SR", true)]
    [InlineData("the Rail", false)]
    [InlineData("Tunnel Rail", false)]
    public void A_short_form_of_a_bodys_name_is_the_body(string name, bool same)
    {
        var one = told.Add(Courier, "The gate had rusted, Sollen Rail said.", By(SpeakerKind.Party, "Sollen Rail", "The gate had rusted"));
        var two = told.Add(Mail, $"The gate had rusted, {name} said.", By(SpeakerKind.Party, name, "The gate had rusted"));
        Assert.Equal(same, one.Lead.Id == two.Lead.Id);
    }

    [Fact]
    public void A_release_that_is_reprinted_stays_the_issuers_and_is_no_record()
    {
        var company = Outlet("Sollenbahn", OutletKind.Company);
        var release = told.Add(company, Flood, Own("The dam above Quillon gave way at dawn"));
        var reprint = told.Add(Mail, Flood, Own("The dam above Quillon gave way at dawn"));
        Assert.Equal((EvidenceGrade.PrimaryRecord, OriginKind.Party), (release.Statements[0].Grade, release.Lead.Kind));
        Assert.Equal((release.Lead.Id, EvidenceGrade.PartyStatement, company.Family), (reprint.Lead.Id, reprint.Statements[0].Grade, reprint.Statements[0].Family));
    }

    [Fact]
    public void The_same_unnamed_official_in_two_outlets_is_one_origin()
    {
        var one = told.Add(Courier, "The gate had rusted, a senior official said.", By(SpeakerKind.Unnamed, "a senior official", "The gate had rusted"));
        var two = told.Add(Mail, "The gate had rusted, the senior official said.", By(SpeakerKind.Unnamed, "the senior official", "The gate had rusted"));
        Assert.Equal(one.Lead.Id, two.Lead.Id);
        Assert.Equal((CollapseReason.SameUnnamedSource, Courier.Family), (two.Statements[0].Because, two.Statements[0].Family));
    }

    [Fact]
    public void Unnamed_sources_that_each_outlet_heard_itself_are_told_apart()
    {
        var one = told.Add(Courier, "Two workers told the Courier that the gate had rusted.", By(SpeakerKind.Unnamed, "Two workers", "the gate had rusted", itself: true, direct: true));
        var two = told.Add(Mail, "Two workers told the Mail that the gate had rusted.", By(SpeakerKind.Unnamed, "Two workers", "the gate had rusted", itself: true, direct: true));
        Assert.NotEqual(one.Lead.Id, two.Lead.Id);
        Assert.Equal(EvidenceGrade.SeveralUnnamed, two.Statements[0].Grade);
    }

    [Fact]
    public void The_same_quotation_without_own_access_is_the_first_outlets()
    {
        told.Add(Courier, "\"We saw the gate bend before it broke,\" Lena Tamm told the Courier.", By(SpeakerKind.Person, "Lena Tamm", "We saw the gate bend before it broke", itself: true, verbatim: true));
        var two = told.Add(Mail, "\"We saw the gate bend before it broke,\" Lena Tamm said.", By(SpeakerKind.Person, "Lena Tamm", "We saw the gate bend before it broke", verbatim: true));
        Assert.Equal((CollapseReason.SameQuotation, Courier.Family), (two.Statements[0].Because, two.Statements[0].Family));
    }

    [Fact]
    public void Outlets_of_one_owner_are_one_origin()
    {
        var one = told.Add(Outlet("East Post", family: "Polar Media"), "The gate of the dam had rusted away.", Own("The gate of the dam had rusted away"));
        var two = told.Add(Outlet("West Post", family: "Polar Media"), "At the dam the gate had rusted.", Own("the gate had rusted"));
        Assert.Equal(one.Lead, two.Lead);
        Assert.Equal(CollapseReason.SameFamily, two.Statements[0].Because);
    }

    [Fact]
    public void A_document_is_one_origin_that_each_newsroom_may_have_seen()
    {
        var one = told.Add(Courier, "The gate was to be mended in May, court filings seen by the Courier show.", By(SpeakerKind.Document, "court filings", "The gate was to be mended in May", itself: true));
        var two = told.Add(Mail, "The gate was to be mended in May, court filings show.", By(SpeakerKind.Document, "court filings", "The gate was to be mended in May"));
        Assert.Equal(one.Lead.Id, two.Lead.Id);
        Assert.Equal((OriginKind.Document, EvidenceGrade.SawRecord, EvidenceGrade.PartyStatement), (one.Lead.Kind, one.Statements[0].Grade, two.Statements[0].Grade));
    }

    [Fact]
    public void A_misspelt_name_that_only_two_share_shows_the_copy()
    {
        told.Add(Courier, "Engineer Lena Bachmair built the gate.", Own("Lena Bachmair built the gate"));
        told.Add(Wire, "The builder of the gate, Lena Bachmair, is on holiday.", Own("Lena Bachmair, is on holiday"));
        var wrong = told.Add(Mail, "It was Lena Bachmeir whose firm made the gate.", Own("Lena Bachmeir whose firm made the gate"));
        var copy = told.Add(Outlet("Hill Post"), "Sources close to Bachmeir kept silent.", Own("Sources close to Bachmeir kept silent"));
        Assert.Equal((CollapseReason.SharedError, wrong.Report.Id, Mail.Family), (copy.Statements[0].Because, copy.Statements[0].CollapsedWith, copy.Statements[0].Family));
        Assert.Null(wrong.Statements[0].Because);
    }

    [Theory]
    [InlineData(OutletKind.Blog, EvidenceGrade.Unknown)]
    [InlineData(OutletKind.Aggregator, EvidenceGrade.Unknown)]
    [InlineData(OutletKind.Unknown, EvidenceGrade.OwnReporting)]
    [InlineData(OutletKind.Official, EvidenceGrade.PrimaryRecord)]
    public void What_an_own_voice_is_worth_depends_on_the_outlets_kind(OutletKind kind, EvidenceGrade grade) =>
        Assert.Equal(grade, told.Add(Outlet("Some Body", kind), "The dam broke.", Own("The dam broke")).Statements[0].Grade);

    [Fact]
    public void A_host_that_does_not_bear_the_issuer_out_makes_no_record() =>
        Assert.Equal(EvidenceGrade.Unknown, told.Add(Outlet("Sollenbahn", OutletKind.Company) with { HostBearsOut = false }, "The dam broke.", Own("The dam broke")).Statements[0].Grade);
}
