using Attest.Engine.Text;

namespace Attest.Tests.Text;

public class TreeRepairTests
{
    [Theory]
    [InlineData("Veltra, which makes chips for cars, plans to hire 400 engineers.", "Veltra", "plans")]
    [InlineData("Stock exchange data shows that prices fell in March.", "data", "shows")]
    public void A_subject_finds_its_verb(string text, string subject, string verb)
    {
        var s = Assert.Single(Language.Analyse(text).Sentences);
        var found = Assert.Single(s.Tokens, t => t.Form == subject);
        Assert.Equal("nsubj", found.BaseRelation);
        Assert.Equal(verb, s.Tokens[found.Head].Form);
    }

    [Fact]
    public void A_preposition_belongs_to_the_whole_name()
    {
        var s = Assert.Single(Language.Analyse("Singer Jack Marlow has died at the age of 61, according to Star Buzz.").Sentences);
        var according = Assert.Single(s.Tokens, t => t.Form == "according");
        Assert.Equal("Buzz", s.Tokens[according.Head].Form);
    }
}
