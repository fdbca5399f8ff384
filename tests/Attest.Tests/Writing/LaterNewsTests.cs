using Attest.Engine.Model;
using static Attest.Tests.Rules.Given;

namespace Attest.Tests.Writing;

public sealed class LaterNewsTests
{
    private static readonly Outlet Herald = Newsroom("Valley Herald");
    private static readonly Outlet Wire = Newsroom("Plain Wire", kind: OutletKind.Agency);
    private static readonly Outlet Radio = Newsroom("Radio Nine", kind: OutletKind.Broadcaster);

    [Fact]
    public void What_a_later_report_opens_with_is_told_where_it_is_of_this_story()
    {
        var scene = new Scene("Will drivers strike at Northrail?");
        var vote = Claim("Drivers voted to strike at Northrail.", Asserts(Herald), Asserts(Radio)).About("vote", "drivers", "driver", "strike");
        _ = scene.Step(3, vote);
        var off = Claim("Northrail drivers called off the strike.", Asserts(Herald, 90)).About("call", "Northrail drivers", "driver", "strike");
        Assert.Equal("Northrail drivers called off the strike, Valley Herald reports", scene.Step(91, vote, off)!.Headline);
    }

    [Fact]
    public void A_name_that_an_outlet_bears_keeps_its_capital_inside_a_sentence()
    {
        var scene = new Scene("Did Plain pay too much?");
        var paid = Claim("Plain paid too much.", Asserts(Wire)).About("pay", "Plain", "much");
        Assert.Contains(" Plain paid", scene.Step(0.5, paid)!.Summary[0].Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("The latest case was filed in Sarn.")]
    [InlineData("A year later, a case was filed in Sarn.")]
    [InlineData("A case was filed in other parts of Sarn.")]
    public void What_leans_on_words_left_behind_in_its_report_leads_nowhere(string leaning)
    {
        var scene = new Scene("What happened in Sarn?");
        var filed = Claim(leaning, Asserts(Herald), Asserts(Wire), Asserts(Radio)).About("file", "case", "Sarn", "court", "Tuesday");
        var arrested = Claim("Police arrested Quill in Sarn.", Asserts(Herald), Asserts(Wire)).About("arrest", "police", "Quill", "Sarn");
        Assert.Equal("Police arrested Quill in Sarn", scene.Step(3, filed, arrested)!.Headline);
    }
}
