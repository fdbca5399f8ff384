using Attest.Engine.Text;
using CsCheck;

namespace Attest.Tests.Text;

public class PunctuationTests
{
    [Fact]
    public void Marks_alone_hang_on_the_first()
    {
        var analyser = new SentenceAnalyser(LanguageModels.Instance);
        string[] marks = ["!", "?", "!"];
        analyser.Parse(marks, marks);
        Assert.Equal([3, 0, 0], analyser.Syntax.Head[..3]);
    }

    [Fact]
    public void Both_brackets_hang_on_the_same_word()
    {
        var analyser = new SentenceAnalyser(LanguageModels.Instance);
        string[] words = ["The", "ferry", "(", "an", "old", "one", ")", "sank", "."];
        analyser.Parse(words, [.. words.Select(w => w.ToLowerInvariant())]);
        Assert.Equal(analyser.Syntax.Head[2], analyser.Syntax.Head[6]);
    }

    [Fact]
    public void Every_sentence_is_a_tree_in_which_nothing_hangs_on_a_mark() =>
        Gen.OneOf("said", "“", "”", "\"", "(", ")", ",", ".", "ferry", "the", "mayor", "that", "was", "closed", "he", "-", "'", "and").Array[1, 40].Sample(words =>
        {
            var analyser = new SentenceAnalyser(LanguageModels.Instance);
            analyser.Parse(words, words);
            var heads = analyser.Syntax.Head[..words.Length];
            Assert.Single(heads, h => h == words.Length);
            bool anyWord = Enumerable.Range(0, words.Length).Any(i => !IsMark(i));
            for (int i = 0; i < words.Length; i++)
            {
                Assert.False(anyWord && heads[i] < words.Length && IsMark(heads[i]));
                int at = i, steps = 0;
                while (at < words.Length && steps++ <= words.Length)
                    at = heads[at];
                Assert.Equal(words.Length, at);
            }

            bool IsMark(int i) => LanguageModels.Instance.Tags.Upos[analyser.Words[i].Tag] == PartOfSpeech.Punct;
        }, iter: 300);
}
