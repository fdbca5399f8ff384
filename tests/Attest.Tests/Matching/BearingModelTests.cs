using Attest.Engine.Matching;
using Attest.Engine.Text;

namespace Attest.Tests.Matching;

public sealed class BearingModelTests
{
    private const string Claim = "The harbour of Tarsk has been freezing over less often.";

    [Fact]
    public void A_sentence_that_says_the_same_bears_it_out_more_than_one_on_another_matter()
    {
        var bearings = Of("The harbour of Tarsk has been freezing over less often since 1970.", "Olive oil keeps for about two years in the dark.");
        Assert.True(bearings[0].Supports > 2 * bearings[1].Supports, $"{bearings[0]} {bearings[1]}");
    }

    [Fact]
    public void Chances_leave_room_for_neither()
    {
        foreach (var (supports, refutes) in Of("", "?", "The harbour of Tarsk has not been freezing over less often.", Claim))
            Assert.True(supports > 0 && refutes > 0 && supports + refutes < 1);
    }

    private static Engine.Model.Bearing[] Of(params string[] sentences) => BearingModel.Shared.Of(Language.Analyse(Claim), sentences.Select(Language.Analyse));
}
