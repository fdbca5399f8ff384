using Attest.Engine.Reading;
using CsCheck;

namespace Attest.Tests.Reading;

public sealed class WebAddressTests
{
    private static string Url(string address) => Assert.IsType<WebAddress.Canonical>(WebAddress.Read(address)).Url;

    [Theory]
    [InlineData("HTTPS://News.Example:443/a/b", "https://news.example/a/b")]
    [InlineData("http://news.example:80", "http://news.example/")]
    [InlineData("http://news.example:8080/", "http://news.example:8080/")]
    [InlineData("https://news.example/a#comments", "https://news.example/a")]
    [InlineData("https://news.example/a/", "https://news.example/a")]
    [InlineData("https://news.example/a/../b", "https://news.example/b")]
    [InlineData("https://user:secret@news.example/a", "https://news.example/a")]
    [InlineData("https://news.example./a", "https://news.example/a")]
    public void Spellings_that_lead_to_one_page_come_out_equal(string address, string canonical) => Assert.Equal(canonical, Url(address));

    [Theory]
    [InlineData("https://news.example/a?utm_source=x&id=7&fbclid=y", "https://news.example/a?id=7")]
    [InlineData("https://news.example/a?UTM_Medium=x", "https://news.example/a")]
    [InlineData("https://news.example/a?z=1&b=2&gclid=q", "https://news.example/a?z=1&b=2")]
    [InlineData("https://news.example/a?", "https://news.example/a")]
    public void What_only_counts_visitors_goes_and_the_rest_keeps_its_order(string address, string canonical) => Assert.Equal(canonical, Url(address));

    [Theory]
    [InlineData("https://news.example/caf%c3%a9", "https://news.example/caf%C3%A9")]
    [InlineData("https://news.example/café", "https://news.example/caf%C3%A9")]
    [InlineData("https://news.example/%7Ejo/%61", "https://news.example/~jo/a")]
    [InlineData("https://news.example/a%2Fb", "https://news.example/a%2Fb")]
    [InlineData("https://news.example/?q=caf%c3%a9", "https://news.example/?q=caf%C3%A9")]
    public void Percent_encodings_are_written_one_way(string address, string canonical) => Assert.Equal(canonical, Url(address));

    [Fact]
    public void A_host_in_other_letters_is_written_in_its_ASCII_form() => Assert.Equal("https://xn--mnchen-3ya.example/a", Url("https://MÜNCHEN.example/a"));

    [Fact]
    public void The_host_is_told_without_www() =>
        Assert.Equal("news.example", Assert.IsType<WebAddress.Canonical>(WebAddress.Read("https://www.news.example/a")).Host);

    [Theory]
    [InlineData(null)]
    [InlineData("  ")]
    [InlineData("news.example/a")]
    [InlineData("ftp://news.example/a")]
    [InlineData("javascript:alert(1)")]
    [InlineData("file:///etc/passwd")]
    [InlineData("mailto:desk@news.example")]
    [InlineData("http://")]
    [InlineData("https://news..example/a")]
    public void What_is_no_public_page_is_refused_with_a_reason(string? address) =>
        Assert.NotEmpty(Assert.IsType<WebAddress.Refused>(WebAddress.Read(address)).Why);

    [Fact]
    public void An_endless_address_is_refused() => Assert.IsType<WebAddress.Refused>(WebAddress.Read("https://news.example/" + new string('a', WebAddress.MaxLength)));

    [Fact]
    public void Reading_never_throws_and_a_canonical_form_is_its_own_canonical_form() =>
        Gen.Select(Gen.OneOf("", "http://a.example/", "https://", "https://a.example/?", "http://["), Gen.String).Sample((head, tail) =>
        {
            if (WebAddress.Read(head + tail) is WebAddress.Canonical read)
                Assert.Equal(read.Url, Url(read.Url));
        });
}
