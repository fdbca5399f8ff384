using Attest.Engine.Model;
using Attest.Engine.Reading;

namespace Attest.Tests.Reading;

public sealed class OutletResolverTests
{
    private static readonly OutletTable Operators = OutletTable.Parse("# ours\nNorth Post\tnewspaper\tPolar Media\tnorthpost.example, www.np.example\n", out _);

    [Fact]
    public void The_operators_table_goes_before_everything()
    {
        var outlet = OutletResolver.Resolve(new OutletClues("np.example", "North Post", OutletKind.Blog, "Someone"), Operators);
        Assert.Equal(("Polar Media", OutletKind.Newspaper, OutletFactSource.Operator), (outlet.Family, outlet.Kind, outlet.KindFrom));
    }

    [Fact]
    public void The_shipped_table_goes_before_the_input()
    {
        var outlet = OutletResolver.Resolve(new OutletClues("uk.reuters.com", "Reuters UK", OutletKind.Blog, "Someone"));
        Assert.Equal(("Thomson Reuters", OutletKind.Agency, OutletFactSource.Shipped), (outlet.Family, outlet.Kind, outlet.KindFrom));
    }

    [Fact]
    public void The_input_goes_before_the_page_and_the_page_before_the_name()
    {
        Assert.Equal(OutletFactSource.Input, OutletResolver.Resolve(new("a.example", "Town Radio", OutletKind.Newspaper, null, null, OutletKind.Blog)).KindFrom);
        Assert.Equal(OutletKind.Blog, OutletResolver.Resolve(new("a.example", "Town Radio", null, null, null, OutletKind.Blog)).Kind);
        Assert.Equal(OutletKind.Broadcaster, OutletResolver.Resolve(new("a.example", "Town Radio")).Kind);
    }

    [Fact]
    public void A_page_that_calls_itself_by_a_known_name_elsewhere_belongs_to_that_family() =>
        Assert.Equal("Thomson Reuters", OutletResolver.Resolve(new("mirror.example", "Reuters")).Family);

    [Fact]
    public void Without_any_knowledge_the_family_is_the_registrable_domain()
    {
        var outlet = OutletResolver.Resolve(new("news.town.co.uk", null));
        Assert.Equal(("news.town.co.uk", "town.co.uk", OutletKind.Unknown, OutletFactSource.None), (outlet.Name, outlet.Family, outlet.Kind, outlet.KindFrom));
    }

    [Fact]
    public void Blogs_of_one_lender_are_of_different_families() => Assert.NotEqual(
        OutletResolver.Resolve(new("one.substack.com")).Family, OutletResolver.Resolve(new("two.substack.com")).Family);

    [Theory]
    [InlineData("Anytown Police Department", OutletKind.Official)]
    [InlineData("Ministry of Health", OutletKind.Official)]
    [InlineData("Consumer Safety Agency", OutletKind.Official)]
    [InlineData("Hollow Ridge Hospital", OutletKind.Official)]
    [InlineData("University of Anytown", OutletKind.Official)]
    [InlineData("Anytown Herald", OutletKind.Newspaper)]
    [InlineData("The Ministry of Sound Magazine", OutletKind.Newspaper)]
    [InlineData("Public Radio 8", OutletKind.Broadcaster)]
    [InlineData("Baltic News Agency", OutletKind.Agency)]
    [InlineData("Continental Wire", OutletKind.Agency)]
    [InlineData("Northern Travel Agency", OutletKind.Unknown)]
    [InlineData("Carrow Coal plc", OutletKind.Company)]
    [InlineData("Metro Eye", OutletKind.Unknown)]
    public void A_name_says_its_kind_only_where_it_is_plain(string name, OutletKind kind) =>
        Assert.Equal(kind, OutletResolver.Resolve(new("a.example", name)).Kind);

    [Fact]
    public void A_kind_given_by_the_input_alone_never_makes_an_issuer()
    {
        Assert.False(OutletResolver.Resolve(new("news-blog.example", "Carrow Coal", OutletKind.Company)).IsIssuer);
        Assert.True(OutletResolver.Resolve(new("carrowcoal.example", "Carrow Coal", OutletKind.Company)).IsIssuer);
    }

    [Fact]
    public void A_line_of_a_table_that_cannot_be_read_is_told_and_left_out()
    {
        var table = OutletTable.Parse("A\tmagazin\t-\ta.example\nB\t-\t-\tb.example", out var errors);
        Assert.Equal("1: no kind of outlet: magazin", Assert.Single(errors));
        Assert.Equal(1, table.Hosts);
    }

    [Fact]
    public void The_shipped_table_holds_the_worlds_well_known_outlets() => Assert.True(OutletTable.Shipped.Hosts > 250);
}
