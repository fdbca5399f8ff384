using Attest.Engine.Model;
using Attest.Engine.Publishing;
using Attest.Web;
using CsCheck;

namespace Attest.Tests.Web;

public sealed class NumberPartsTests
{
    [Theory]
    [InlineData(0.03, "almost no chance")]
    [InlineData(0.05, "very unlikely")]
    [InlineData(0.2, "unlikely")]
    [InlineData(0.45, "roughly even")]
    [InlineData(0.55, "likely")]
    [InlineData(0.8, "very likely")]
    [InlineData(0.95, "almost certain")]
    public void The_word_is_that_of_the_editorial_rules(double probability, string word) => Assert.Equal(word, ConfidenceWords.Of(probability));

    [Fact]
    public void Rows_add_up_to_the_number_whatever_moved_it() =>
        Gen.Double[-3, 3].Array[1, 12].Sample(parts =>
        {
            double confidence = 1 / (1 + Math.Exp(-parts.Sum()));
            var number = NumberParts.Of(Update(confidence, parts))!;
            Assert.Equal(number.Shown, number.Rows.Sum(r => int.Parse(r.Points.Replace('−', '-'), System.Globalization.CultureInfo.InvariantCulture)));
        });

    [Fact]
    public void The_first_row_is_where_it_starts_and_rounding_that_moves_nothing_is_left_out()
    {
        var number = NumberParts.Of(Update(0.8, [0, 1.3862, 0.0001]))!;
        Assert.Equal([("0", "50"), ("1", "+30")], number.Rows);
        Assert.Equal("very likely", number.Word);
    }

    private static UpdateDocument Update(double confidence, double[] parts) => new()
    {
        Id = "u1",
        At = DateTimeOffset.UnixEpoch,
        Headline = "x",
        Calibrated = false,
        Confidence = confidence,
        Contributions = [.. parts.Select((p, i) => new ContributionDocument { What = $"{i}", LogOdds = p })],
    };
}
