using Attest.Engine.Matching;
using Attest.Engine.Text;
using Attest.Engine.Text.Pairs;

namespace Attest.Tests.Matching;

public sealed class CandidateSearchTests
{
    private static readonly string[] Claims =
    [
        "A shark swam through a flooded street in Tarvik.",
        "A shark attacked a surfer in Illemark.",
        "The street in Tarvik was flooded after the dam burst.",
        "The mayor of Lunde bought a yacht with public money.",
        "Vaccines make people magnetic.",
    ];

    [Theory]
    [InlineData("Look at this!! A huge shark is swimming down my street in Tarvik because of the floods", 0)]
    [InlineData("so our mayor paid for his yacht with the money of Lunde's taxpayers", 3)]
    [InlineData("My arm became magnetic after the vaccine, the key sticks to it", 4)]
    public void A_loose_retelling_finds_its_claim(string text, int claim)
    {
        var search = new CandidateSearch();
        foreach (string c in Claims)
            search.Add(Side(c));
        Assert.Equal(claim, search.Nearest(Side(text), 3)[0]);
    }

    [Fact]
    public void Nothing_is_found_in_nothing() => Assert.Empty(new CandidateSearch().Nearest(Side("A shark."), 5));

    [Fact]
    public void What_shares_no_word_is_no_candidate()
    {
        var search = new CandidateSearch();
        search.Add(Side(Claims[3]));
        Assert.Empty(search.Nearest(Side("A shark."), 5));
    }

    private static PairSide Side(string text) => PairSide.Of(Language.Analyse(text));
}
