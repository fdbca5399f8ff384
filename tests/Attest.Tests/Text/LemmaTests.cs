using Attest.Engine.Text;

namespace Attest.Tests.Text;

public sealed class LemmaTests
{
    [Theory]
    [InlineData("ferries", "NNS", "ferry")]
    [InlineData("matches", "NNS", "match")]
    [InlineData("people", "NNS", "people")]
    [InlineData("children", "NNS", "child")]
    [InlineData("men", "NNS", "man")]
    [InlineData("crises", "NNS", "crisis")]
    [InlineData("houses", "NNS", "house")]
    [InlineData("said", "VBD", "say")]
    [InlineData("stopped", "VBD", "stop")]
    [InlineData("noted", "VBD", "note")]
    [InlineData("visited", "VBD", "visit")]
    [InlineData("denied", "VBD", "deny")]
    [InlineData("dying", "VBG", "die")]
    [InlineData("killing", "VBG", "kill")]
    [InlineData("making", "VBG", "make")]
    [InlineData("goes", "VBZ", "go")]
    [InlineData("is", "VBZ", "be")]
    [InlineData("n't", "RB", "not")]
    [InlineData("'ve", "VBP", "have")]
    [InlineData("ca", "MD", "can")]
    [InlineData("wo", "MD", "will")]
    [InlineData("found", "VBD", "find")]
    [InlineData("worse", "JJR", "bad")]
    [InlineData("larger", "JJR", "large")]
    [InlineData("biggest", "JJS", "big")]
    [InlineData("injured", "VBN", "injure")]
    [InlineData("evacuated", "VBN", "evacuate")]
    [InlineData("resigned", "VBD", "resign")]
    [InlineData("announced", "VBD", "announce")]
    [InlineData("collapsed", "VBD", "collapse")]
    public void A_word_has_its_dictionary_form(string word, string tag, string lemma) =>
        Assert.Equal(lemma, LanguageModels.Instance.Lemmatiser.Of(word, word, PartOfSpeech.X, tag));

    [Fact]
    public void A_proper_noun_keeps_its_case() => Assert.Equal("Talbrook", LanguageModels.Instance.Lemmatiser.Of("Talbrook", "talbrook", PartOfSpeech.Propn, "NNP"));
}
