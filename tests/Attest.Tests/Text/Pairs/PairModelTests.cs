using Attest.Engine.Text;
using Attest.Engine.Text.Pairs;
using CsCheck;

namespace Attest.Tests.Text.Pairs;

public sealed class PairModelTests
{
    [Theory]
    [InlineData("A boat sank off the coast and nine sailors drowned.", "Nine sailors drowned when a boat went down off the coast.", "Nine farmers bought a boat on the coast.")]
    [InlineData("The bank cut its key rate to 3 percent.", "The bank lowered its main interest rate to 3 percent.", "The bank opened a branch in the city.")]
    [InlineData("A child is riding a horse.", "A young kid rides a horse.", "A man is slicing an onion.")]
    public void What_says_the_same_is_nearer_than_what_shares_some_words(string text, string same, string other) =>
        Assert.True(Similarity(text, same) > Similarity(text, other) + 0.2f);

    [Fact]
    public void A_text_is_as_near_to_itself_as_can_be() => Assert.True(Similarity("The ferry sank on Sunday.", "The ferry sank on Sunday.") > 0.9f);

    [Fact]
    public void Which_side_comes_first_hardly_matters() => Gen.Select(Words, Words).Sample((a, b) => Math.Abs(Similarity(a, b) - Similarity(b, a)) < 0.2f, iter: 100);

    [Fact]
    public void Any_two_texts_are_taken_and_stay_between_0_and_1() => Gen.Select(Gen.String[0, 60], Gen.String[0, 60]).Sample((a, b) => Similarity(a, b) is >= 0 and <= 1, iter: 200);

    private static Gen<string> Words => NewsLike.Pick("the", "ferry", "sank", "on", "Sunday", "nine", "people", "were", "not", "hurt", "in", "Tarvik", "?", "12", "sailors", "drowned").Array[1, 12].Select(w => string.Join(' ', w));

    private static float Similarity(string a, string b) => PairModel.Shared.Similarity(PairSide.Of(Language.Analyse(a)), PairSide.Of(Language.Analyse(b)));
}
