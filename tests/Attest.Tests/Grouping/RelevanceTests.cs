using System.Collections.Immutable;
using Attest.Engine.Grouping;
using Attest.Engine.Text;

namespace Attest.Tests.Grouping;

/// <summary>What a question covers does not depend on how many tell it.</summary>
public sealed class RelevanceTests
{
    private const string Fire = "A fire destroyed the grain store at Millbrook harbour on Monday, and two workers were hurt, the fire service said.";

    private const string Vote = "Lakeside council chose a new mayor in a close vote, its clerk announced after the count.";

    private static readonly string[] questions = ["What happened at Millbrook?", "How many workers were hurt?", "What caused the fire?", "Is the harbour safe?"];

    private static readonly int[] counts = [1, 2, 3, 5, 8, 9, 12];

    public static MatrixTheoryData<string, int> Asked => new(questions, counts);

    [Theory]
    [MemberData(nameof(Asked))]
    public void However_few_or_many_copies_there_are_all_bear_on_their_question(string question, int copies) =>
        Assert.All(To(question, [.. Enumerable.Repeat(Fire, copies)]), d => Assert.True(d.IsRelevant, d.Reason));

    [Theory]
    [InlineData(1)]
    [InlineData(8)]
    public void And_no_stranger_joins_them(int copies)
    {
        var decisions = To("What happened at Millbrook?", [.. Enumerable.Repeat(Fire, copies), Vote]);
        Assert.All(decisions[..^1], d => Assert.True(d.IsRelevant, d.Reason));
        Assert.False(decisions[^1].IsRelevant, decisions[^1].Reason);
    }

    [Fact]
    public void What_no_report_says_is_answered_by_none() =>
        Assert.All(To("Is the Orvane bridge safe to cross?", [Fire, Fire, Vote]), d => Assert.False(d.IsRelevant));

    private static ImmutableArray<RelevanceDecision> To(string question, string[] texts) => Relevance.To(
        ReportFeatures.OfQuestion(Language.Analyse(question)),
        [.. texts.Select((t, i) => ReportFeatures.Of($"r{i}", DateTimeOffset.UnixEpoch.AddMinutes(i), new AnalysedText("", []), Language.Analyse(t)))]);
}
