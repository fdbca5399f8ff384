using Attest.Engine.Text;
using Attest.Engine.Text.Pairs;

namespace Attest.Tests.Text.Pairs;

public sealed class WordAlignmentTests
{
    [Theory]
    [InlineData("Police arrested the gunman.", "Officers detained the shooter.", "gunman", "shooter")]
    [InlineData("A dog bit the boy.", "The boy was bitten by a dog.", "dog", "dog")]
    [InlineData("The red car hit the blue car.", "The blue car was hit by the red car.", "red", "red")]
    public void A_word_finds_the_one_that_stands_for_it(string a, string b, string word, string counterpart)
    {
        var (left, right) = (Language.Analyse(a), Language.Analyse(b));
        var alignment = new WordAlignment(PairSide.Of(left), PairSide.Of(right));
        Assert.Equal(Place(right, counterpart), alignment.ToB[Place(left, word)]);
    }

    [Fact]
    public void Each_word_stands_for_at_most_one()
    {
        var alignment = new WordAlignment(PairSide.Of(Language.Analyse("Dogs chase dogs that chase dogs.")), PairSide.Of(Language.Analyse("A dog chases.")));
        int[] taken = [.. alignment.ToB.Where(j => j >= 0)];
        Assert.Equal(taken.Distinct(), taken);
        for (int i = 0; i < alignment.ToB.Length; i++)
            Assert.True(alignment.ToB[i] < 0 || alignment.ToA[alignment.ToB[i]] == i);
    }

    private static int Place(AnalysedText text, string word) => text.Sentences[0].Tokens.ToList().FindIndex(t => t.Lower == word);
}
