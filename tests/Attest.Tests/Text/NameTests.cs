using Attest.Engine.Text;

namespace Attest.Tests.Text;

public sealed class NameTests
{
    [Fact]
    public void People_places_and_organisations_are_told_apart()
    {
        var names = Language.Analyse("Maria Keller flew from London to Chicago after a meeting with Microsoft.").Sentences[0].Names;
        Assert.Contains(names, n => n is { Kind: NameKind.Person, Text: "Maria Keller" });
        Assert.Contains(names, n => n is { Kind: NameKind.Organisation, Text: "Microsoft" });
        Assert.Contains(names, n => n is { Kind: NameKind.Place, Text: "Chicago" });
    }

    [Fact]
    public void A_name_stands_where_its_words_stand()
    {
        var sentence = Language.Analyse("On Friday, Anna Lindqvist left Berlin.").Sentences[0];
        Assert.All(sentence.Names, n => Assert.Equal(n.Text, string.Join(' ', sentence.Tokens[n.First..n.End].Select(t => t.Form))));
        Assert.NotEmpty(sentence.Names);
    }
}
