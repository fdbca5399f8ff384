using Attest.Engine.Text;
using CsCheck;

namespace Attest.Tests.Text;

public sealed class LanguageTests
{
    private static readonly string[] Pieces =
    [
        "Dr.", "U.S.", "'", "’s", "n't", "-", "--", "co-", ".", "!?", "\n", "\n\n", " ", " ", "12", "1,5", "$", "http://", "@", "A", "the", "\"", "(", "said", "\uD83D", "\0",
    ];

    [Theory]
    [InlineData("")]
    [InlineData("   \n\n\t ")]
    [InlineData("\0\0\u0001")]
    [InlineData("\uD800")]
    [InlineData("a\uDC00b \uD83D\uDE00\uD83D")]
    [InlineData("...")]
    [InlineData("'s 't n't ’")]
    [InlineData("@ # $ % http:// www. a@b .5 5. -")]
    public void Odd_texts_are_taken(string text) => Check(text);

    [Fact]
    public void Any_text_is_taken() => Gen.String[0, 300].Sample(Check, iter: 300);

    [Fact]
    public void Any_mixture_of_marks_and_words_is_taken() =>
        Gen.Int[0, Pieces.Length - 1].Select(i => Pieces[i])
            .Array[0, 80].Select(string.Concat).Sample(Check, iter: 300);

    [Theory]
    [InlineData("a")]
    [InlineData("=")]
    [InlineData(".")]
    [InlineData("9")]
    [InlineData("'")]
    [InlineData("@")]
    [InlineData("a.")]
    [InlineData("a-")]
    [InlineData("\n")]
    [InlineData("word ")]
    public void A_text_of_one_endless_run_takes_time_in_proportion(string unit)
    {
        string text = string.Concat(Enumerable.Repeat(unit, 40_000 / unit.Length));
        var clock = System.Diagnostics.Stopwatch.StartNew();
        Check(text);
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(20), $"{clock.Elapsed}");
    }

    [Fact]
    public void A_sentence_without_end_is_cut()
    {
        var text = Language.Analyse(string.Join(' ', Enumerable.Repeat("and the ferry left", 2500)));
        Assert.All(text.Sentences, s => Assert.InRange(s.Tokens.Length, 1, SentenceSplitter.LongestSentence));
    }

    [Fact]
    public void The_subject_and_the_object_hang_on_the_verb()
    {
        var sentence = Language.Analyse("The mayor opened the bridge.").Sentences[0];
        Assert.Equal("opened", sentence.Tokens[sentence.Root].Form);
        Assert.Equal("nsubj", sentence.Tokens[1].Relation);
        Assert.Equal("obj", sentence.Tokens[4].Relation);
        Assert.Equal("VBD", sentence.Tokens[2].FineTag);
        Assert.Equal("open", sentence.Tokens[2].Lemma);
    }

    [Fact]
    public void The_same_text_gives_the_same_tree_twice()
    {
        const string text = "Rescuers reached the harbour at dawn, but the ferry had already sunk, a port official said.";
        Assert.Equal(Language.Analyse(text).Sentences[0].Tokens, Language.Analyse(text).Sentences[0].Tokens);
    }

    // What must hold of any outcome: spans in order within the text, one root, heads without a cycle.
    private static void Check(string text)
    {
        var analysed = Language.Analyse(text);
        int at = 0;
        foreach (var sentence in analysed.Sentences)
        {
            Assert.NotEmpty(sentence.Tokens);
            Assert.Single(sentence.Tokens, t => t.Head < 0);
            foreach (var token in sentence.Tokens)
            {
                Assert.True(token.Span.Start >= at && token.Span.Length > 0);
                Assert.Equal(token.Form, token.Span.Of(text));
                at = token.Span.End;
            }
            for (int i = 0; i < sentence.Tokens.Length; i++)
            {
                int steps = 0;
                for (int h = i; h >= 0; h = sentence.Tokens[h].Head)
                    Assert.True(++steps <= sentence.Tokens.Length);
            }
        }
    }
}
