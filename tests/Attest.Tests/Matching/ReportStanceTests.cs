using Attest.Engine.Matching;
using Attest.Engine.Text;
using Attest.Engine.Text.Pairs;
using Attest.Engine.Text.Tenors;
using CsCheck;

namespace Attest.Tests.Matching;

public sealed class ReportStanceTests
{
    private const string Claim = "A shark swam through a flooded street in Tarvik";

    [Fact]
    public void A_report_that_calls_the_tale_a_hoax_disagrees() => Assert.Equal(ReportStance.Disagrees, Of(
        "No, a shark did not swim through a flooded street in Tarvik. The photo that was shared thousands of times is a fake. " +
        "The image is an old hoax that appears after every storm, and the city's spokeswoman said the claim is not true. It was debunked years ago."));

    [Fact]
    public void A_report_that_tells_it_as_so_agrees() => Assert.Equal(ReportStance.Agrees, Of(
        "A shark swam through a flooded street in Tarvik on Monday. Residents filmed the animal from their windows as it passed parked cars. " +
        "The shark reached the street when the sea wall broke, and it was brought back to the sea in the evening."));

    [Fact]
    public void A_report_on_something_else_is_unrelated() => Assert.Equal(ReportStance.Unrelated, Of(
        "The central bank lowered its key rate to 3 percent. Economists had expected the cut after inflation fell in March."));

    [Theory]
    [InlineData("No, a shark did not swim through Tarvik: the photo is a hoax", HeadlineStance.Against)]
    [InlineData("Shark swims through flooded street in Tarvik", HeadlineStance.For)]
    internal void A_headline_is_for_or_against(string headline, HeadlineStance stance) => Assert.Equal(stance, HeadlineModel.Shared.Of(Language.Analyse(Claim), Language.Analyse(headline)));

    [Fact]
    public void Any_text_is_taken() => Gen.Select(Gen.String[0, 80], Gen.String[0, 200]).Sample((claim, text) => Enum.IsDefined(Of(text, claim)), iter: 100);

    private static ReportStance Of(string text, string claim = Claim)
    {
        var (analysed, report, model) = (Language.Analyse(claim), ReportText.Of(Language.Analyse(text)), StanceModel.Shared);
        return model.Of(PairSide.Of(analysed), model.Tenors.Of(TenorWords.Of(analysed)), report, ReportTenor.Of(report, model.Tenors));
    }
}
