using Attest.Engine.Reading;

namespace Attest.Tests.Reading;

public sealed class HostBearsOutTests
{
    [Theory]
    [InlineData("carrowcoal.example", "Carrow Coal")]
    [InlineData("carrow-coal.example", "Carrow Coal")]
    [InlineData("safetyagency.example", "Consumer Safety Agency")]
    [InlineData("brightwellhome.example", "Brightwell Home")]
    [InlineData("brightwell.co.uk", "Brightwell Home plc")]
    [InlineData("police.anytown.example", "Anytown Police Department")]
    [InlineData("anytownpolice.gov.example", "Anytown Police Department")]
    [InlineData("ministryofhealth.example", "Ministry of Health")]
    [InlineData("newsroom.carrowcoal.example", "Carrow Coal")]
    [InlineData("helvetia.example", "Hélvetia's Bank")]
    [InlineData("munihospital.example", "Municipal Hospital")]
    [InlineData("bp.example", "BP")]
    public void A_host_made_of_the_names_words_is_the_issuers_own(string host, string name) => Assert.True(HostBearsOut.Says(host, name));

    [Theory]
    [InlineData("news-blog.example", "Carrow Coal")]
    [InlineData("carrowcoal-news.blogspot.example", "Carrow Coal")]
    [InlineData("carrowcoal.blogspot.com", "Carrow Coal")]
    [InlineData("carrowcoal.wordpress.com", "Carrow Coal")]
    [InlineData("carrowcoal.news-blog.example", "Carrow Coal")]
    [InlineData("carrowcoalfacts.example", "Carrow Coal")]
    [InlineData("carrowcoal.example.com", "Carrow Coal")]
    [InlineData("con.example", "Consumer Safety Agency")]
    [InlineData("of.example", "Ministry of Health")]
    [InlineData("fans.anytown.example", "Anytown Police Department")]
    [InlineData("10.0.0.1", "Carrow Coal 10 0 1")]
    [InlineData("carrowcoal.example", "")]
    public void Any_other_word_in_the_host_leaves_it_open(string host, string name) => Assert.False(HostBearsOut.Says(host, name));

    [Theory]
    [InlineData("news.bbc.co.uk", "bbc.co.uk")]
    [InlineData("a.b.town.example", "town.example")]
    [InlineData("one.substack.com", "one.substack.com")]
    [InlineData("t.co", "t.co")]
    [InlineData("localhost", "localhost")]
    [InlineData("192.168.1.1", "192.168.1.1")]
    public void The_registrable_domain_is_what_one_owner_registered(string host, string domain) => Assert.Equal(domain, RegistrableDomain.Of(host));
}
