using Attest.Engine.Publishing;

namespace Attest.Tests.Stories;

/// <summary>The worked stories of <c>tests/stories</c>, whole road: what must hold of each, and what must hold of every story.</summary>
public sealed class WorkedStoriesTests
{
    public static TheoryData<string> Names => [.. WorkedStory.All];

    [Theory]
    [MemberData(nameof(Names))]
    public void What_must_hold_of_a_worked_story_holds(string name)
    {
        var failures = WorkedStory.Of(name).Failures().ToList();
        Assert.True(failures.Count == 0, string.Join(Environment.NewLine, failures));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_published_sentence_is_bound_and_every_number_can_be_taken_apart(string name)
    {
        var stories = WorkedStory.Of(name).Stories;
        Assert.NotEmpty(stories);
        foreach (var story in stories)
        {
            var claims = story.Claims.ToDictionary(c => c.Id);
            var reports = story.Reports.Select(r => r.Id).ToHashSet();
            var origins = story.Origins.Select(o => o.Id).ToHashSet();
            Assert.All(story.Summary.Concat(story.Updates.SelectMany(u => u.Summary)), s => Assert.NotEmpty(s.Claims));
            Assert.All(story.Updates, u => Assert.NotEmpty(u.Lead));
            Assert.All(
                story.Updates.SelectMany(u => u.Confirmed.Concat(u.Unconfirmed).Concat(u.Lead).Concat(u.Changes.Select(c => c.Claim)))
                    .Concat(story.Summary.SelectMany(s => s.Claims)).Concat(story.Claims.Select(c => c.SupersededBy).OfType<string>()),
                id => Assert.Contains(id, claims.Keys));
            Assert.All(story.Claims, c => Assert.NotEmpty(c.Evidence));
            Assert.All(story.Claims.SelectMany(c => c.Evidence), e => Assert.True(reports.Contains(e.Report) && origins.Contains(e.Origin)));
            Assert.All(story.Claims.Where(c => c.Probability is not null), AddsUp);
            Assert.Equal(story.Claims.Count(c => c.Confirmed && c.Kind != "utterance"), story.Counts.Confirmed);
        }
    }

    private static void AddsUp(ClaimDocument claim)
    {
        double p = StoryJson.Written(claim.Probability!.Value);
        Assert.Equal(Math.Log(p / (1 - p)), claim.Contributions.Sum(c => c.LogOdds), 0.01);
    }
}
