using Attest.Engine;
using Attest.Engine.Text;

namespace Attest.Tests.Text;

public sealed class SplittingTests
{
    [Theory]
    [InlineData("The plant didn't close.", "The plant did n't close .")]
    [InlineData("It can’t and won't.", "It ca n’t and wo n't .")]
    [InlineData("They cannot leave.", "They can not leave .")]
    [InlineData("The mayor's aides' cars", "The mayor 's aides ' cars")]
    [InlineData("It cost $3.5m, or £2bn.", "It cost $ 3.5 m , or £ 2 bn .")]
    [InlineData("A 15-year-old co-founder", "A 15 - year - old co-founder")]
    [InlineData("In the 1970s, mid-1980s and '90s", "In the 1970s , mid-1980s and '90s")]
    [InlineData("Mr. Odell of the U.S. said", "Mr. Odell of the U.S. said")]
    [InlineData("at 6.30 a.m. on 12/01", "at 6.30 a.m. on 12/01")]
    [InlineData("\"Go!\" she said...", "\" Go ! \" she said ...")]
    [InlineData("See https://port.example/a?b=1, or mail desk@port.example.", "See https://port.example/a?b=1 , or mail desk@port.example .")]
    [InlineData("up 5%-6%", "up 5 % - 6 %")]
    [InlineData("Call 555-0199 by 2026-01-12", "Call 555-0199 by 2026-01-12")]
    [InlineData("O'Hara and D’Arcy met at six o'clock", "O'Hara and D’Arcy met at six o'clock")]
    [InlineData("mine No. 2, gate no. 4", "mine No. 2 , gate no. 4")]
    [InlineData("AT&T and/or R&D", "AT&T and / or R&D")]
    [InlineData("at 5pm in 3D", "at 5 pm in 3D")]
    public void Text_falls_into_the_tokens_of_the_treebanks(string text, string tokens) => Assert.Equal(tokens, string.Join(' ', Tokens(text)));

    [Theory]
    [InlineData("The dam burst. Nobody was hurt.", 2)]
    [InlineData("Dr. Odell of St. Agnes Hospital met Gov. J. R. Penn.", 1)]
    [InlineData("It is owned by Carrow Inc. The mine is closed.", 2)]
    [InlineData("The U.S. Coast Guard came.", 1)]
    [InlineData("\"We must go,\" he said. \"They will not.\"", 2)]
    [InlineData("\"Must we go?\" he asked.", 1)]
    [InlineData("The blast came at 6.30 a.m. on Monday.", 1)]
    [InlineData("Prices rose 3.5 percent. That is much.", 2)]
    [InlineData("Crews left mine No. 2 at noon.", 1)]
    public void A_text_falls_into_its_sentences(string text, int sentences) => Assert.Equal(sentences, Language.Analyse(text).Sentences.Length);

    [Fact]
    public void A_blank_line_ends_a_sentence()
    {
        var text = Language.Analyse("Ferry sinks off Port Odell\n\nA ferry sank on Monday");
        Assert.Equal([0, 1], text.Sentences.Select(s => s.Paragraph));
    }

    [Fact]
    public void A_line_that_is_wrapped_goes_on() =>
        Assert.Single(Language.Analyse("The ferry sank on Monday night with forty people and a crew of\nseven on board, the port authority said.").Sentences);

    private static List<string> Tokens(string text)
    {
        var spans = new List<Span>();
        Tokeniser.Tokenise(text, new Span(0, text.Length), spans);
        return [.. spans.Select(s => s.Of(text))];
    }
}
