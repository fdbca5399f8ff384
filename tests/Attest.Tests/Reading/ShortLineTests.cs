using Attest.Engine.Reading;
using CsCheck;

namespace Attest.Tests.Reading;

public sealed class ShortLineTests
{
    [Fact]
    public void A_headline_of_usual_length_stays_as_it_is_but_for_its_blanks() => Assert.Equal("Fire at the mill in Ostby", ShortLine.Of(" Fire at\n the  mill in Ostby\t"));

    [Fact]
    public void A_line_that_is_a_whole_text_is_cut_behind_a_word_and_says_so()
    {
        string line = ShortLine.Of(string.Concat(Enumerable.Repeat("Fire in Ostby ", 1000)));
        Assert.InRange(line.Length, ShortLine.Most / 2, ShortLine.Most);
        Assert.Matches("(Fire|in|Ostby)…$", line);
    }

    [Fact]
    public void Whatever_the_line_no_character_is_cut_in_two_and_cutting_again_changes_nothing() =>
        Gen.OneOf(Gen.Const("a"), Gen.Const("😀"), Gen.Const(" ")).Array[900, 1300].Select(string.Concat).Sample(text =>
        {
            string line = ShortLine.Of(text);
            return line.Length <= ShortLine.Most && line.EnumerateRunes().All(r => r.Value != 0xFFFD) && ShortLine.Of(line) == line;
        });
}
