using System.Text;
using Attest.Engine.Gathering.Manners;
using CsCheck;

namespace Attest.Tests.Gathering;

/// <summary>RFC 9309, rule by rule.</summary>
public sealed class RobotsTests
{
    [Theory]
    [InlineData("User-agent: *\nDisallow: /", "/x", false)]
    [InlineData("User-agent: *\nDisallow:", "/x", true)]
    [InlineData("", "/x", true)]
    [InlineData("Disallow: /", "/x", true)]
    [InlineData("User-agent: Other\nDisallow: /", "/x", true)]
    [InlineData("User-agent: *\nDisallow: /\nUser-agent: attest\nAllow: /", "/x", true)]
    [InlineData("User-agent: Attest/1.0\nDisallow: /a", "/a/b", false)]
    [InlineData("User-agent: attest\nUser-agent: other\nDisallow: /a", "/a", false)]
    [InlineData("User-agent: attest\nDisallow: /a\nUser-agent: attest\nDisallow: /b", "/b", false)]
    [InlineData("User-agent: *\nDisallow: /a\nAllow: /a/b", "/a/b/c", true)]
    [InlineData("User-agent: *\nDisallow: /a\nAllow: /a", "/a", true)]
    [InlineData("User-agent: *\nDisallow: /*.pdf$", "/a/b.pdf", false)]
    [InlineData("User-agent: *\nDisallow: /*.pdf$", "/a/b.pdf?x", true)]
    [InlineData("User-agent: *\nDisallow: /a*b*c", "/a1b2c3", false)]
    [InlineData("User-agent: *\nDisallow: /caf%C3%A9", "/café", false)]
    [InlineData("User-agent: *\nDisallow: /%61", "/a", false)]
    [InlineData("User-agent: * # all\nDisallow: /a # none", "/a", false)]
    [InlineData("user-AGENT : *\n  disallow :/a", "/a", false)]
    [InlineData("User-agent: *\nDisallow: /", "/robots.txt", true)]
    public void A_path_may_be_fetched_or_not(string file, string path, bool allowed) => Assert.Equal(allowed, Robots.Read(file, "Attest").Allows(path));

    [Theory]
    [InlineData(404, true)]
    [InlineData(403, true)]
    [InlineData(429, false)]
    [InlineData(503, false)]
    [InlineData(null, false)]
    public void A_missing_file_allows_and_a_server_in_trouble_forbids(int? status, bool allowed) => Assert.Equal(allowed, Robots.Of(status, [], "Attest").Allows("/x"));

    [Fact]
    public void No_more_than_500_KiB_are_read()
    {
        string file = "User-agent: *\n" + new string('#', Robots.MaxBytes) + "\nDisallow: /";
        Assert.True(Robots.Of(200, Encoding.UTF8.GetBytes(file), "Attest").Allows("/x"));
    }

    [Fact]
    public void A_delay_that_is_asked_for_is_known() => Assert.Equal(TimeSpan.FromSeconds(7.5), Robots.Read("User-agent: *\nCrawl-delay: 7.5", "Attest").Delay);

    [Fact]
    public void No_file_makes_it_throw() => Gen.Char["ua:er-gnt*/$%aD\n #"].Array[0, 200].Sample(file => { Robots.Read(new string(file), "ua").Allows("/aaaa%a"); });

    [Fact]
    public void A_pattern_made_of_stars_is_no_attack()
    {
        // Going back at every star would take longer than the sun will last.
        string pattern = string.Concat(Enumerable.Repeat("*a", 500)) + "*b$";
        Assert.True(Robots.Read("User-agent: *\nDisallow: /" + pattern, "Attest").Allows("/" + new string('a', 2000)));
    }
}
