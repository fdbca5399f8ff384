using Attest.Engine;
using Attest.Engine.Matching;
using Attest.Engine.Model;
using Attest.Engine.Reading;

namespace Attest.Tests.Matching;

public sealed class ReceptionTests
{
    private const string Tale = "A tanker ran aground off Tarvik on Monday. The ship spilled oil into the bay.";

    private const string Hoax = "The tale that a tanker ran aground off Tarvik is a hoax. The photo that was shared thousands of times is a fake, " +
        "and the rumour was debunked years ago. The claim is not true, the city said.";

    private const string Elsewhere = "The central bank lowered its key rate to 3 percent. Economists had expected the cut after inflation fell in March.";

    [Fact]
    public void A_report_that_calls_the_tale_a_hoax_takes_it_as_not_so()
    {
        var (told, debunked) = (Of(Tale), Of(Tale, Hoax));
        Assert.True(told.Refuted < 0.3, $"{told}");
        Assert.Equal(2, debunked.Origins);
        Assert.True(debunked.Refuted > told.Refuted + 0.4, $"{debunked}");
    }

    [Fact]
    public void The_number_is_lower_where_a_report_calls_the_tale_a_hoax() => Assert.True(Aground(StoryOf(Tale, Hoax)).Probability < Aground(StoryOf(Tale)).Probability);

    [Fact]
    public void The_parts_of_the_number_say_so_and_add_up()
    {
        var claim = Aground(StoryOf(Tale, Hoax));
        Assert.Contains(claim.Contributions, part => part.What.StartsWith("How 2 independent reports", StringComparison.Ordinal) && part.LogOdds < 0);
        Assert.Equal(Math.Log(claim.Probability!.Value / (1 - claim.Probability.Value)), claim.Contributions.Sum(part => part.LogOdds), 6);
    }

    [Fact]
    public void Forty_copies_of_a_report_are_taken_as_one() => Assert.Equal(Of(Tale, Hoax), Of([Tale, Hoax, .. Enumerable.Repeat(Hoax, 40)]));

    [Fact]
    public void A_report_on_something_else_takes_nothing() => Assert.Equal(Of(Tale), Of(Tale, Elsewhere));

    [Fact]
    public void A_claim_that_says_itself_that_something_is_not_so_has_none()
    {
        var story = StoryOf("No tanker ran aground off Tarvik on Monday. The ship did not spill oil into the bay.", Hoax);
        var receptions = Receptions.Of([.. story.Claims.Select(c => c.Claim)], story.Reports);
        Assert.DoesNotContain(story.Claims, c => c.Claim.Proposition.Negated && receptions.ContainsKey(c.Claim.Id));
    }

    private static Reception Of(params string[] texts)
    {
        var story = StoryOf(texts);
        return Receptions.Of([.. story.Claims.Select(c => c.Claim)], story.Reports)[Aground(story).Claim.Id];
    }

    private static WeighedClaim Aground(Story story) => story.Claims.First(c => c.Claim.Wording.StartsWith("A tanker ran aground", StringComparison.Ordinal));

    private static Story StoryOf(params string[] texts)
    {
        var intake = Intake.Of([.. texts.Select((text, i) => new ReportLine { Url = $"https://outlet-{i}.example/report", Outlet = $"Outlet {i}", Title = "A tanker off Tarvik", Text = text })]);
        var opened = Pipeline.Open(StoryId.Of("tanker"), "Did a tanker run aground off Tarvik?", intake.Reports[0]) with { HasTimes = false };
        return Fold.Of(opened, intake.Reports.Select(Pipeline.Read), intake.Now);
    }
}
