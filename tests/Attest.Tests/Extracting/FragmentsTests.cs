using Attest.Engine.Extracting;
using Attest.Engine.Model;

namespace Attest.Tests.Extracting;

public sealed class FragmentsTests
{
    [Theory]
    [InlineData("spend", "Harrow spends.", true)]
    [InlineData("win", "Ada Brook won her.", true)]
    [InlineData("die", "Two people died.", false)]
    [InlineData("resign", "The mayor has resigned.", false)]
    public void What_was_cut_off_in_the_middle_is_no_statement(string predicate, string wording, bool cut)
    {
        var left = Fragments.Without([Stated(predicate, wording)]);
        Assert.Equal(cut, left.IsEmpty);
    }

    private static Statement Stated(string predicate, string wording) => new()
    {
        Id = new StatementId("r1.1.0"),
        Report = new ReportId("r1"),
        Version = 1,
        At = DateTimeOffset.UnixEpoch,
        AsOf = DateTimeOffset.UnixEpoch,
        Quote = new Engine.Span(0, 1),
        Content = new Engine.Span(0, 1),
        Sentence = 0,
        Wording = wording,
        Voice = Voice.Asserts,
        Kind = ClaimKind.Occurrence,
        Proposition = new Proposition { Predicate = predicate, Arguments = [new Argument(ArgumentRole.Subject, "x", "", "X", ["x"], null)] },
    };
}
