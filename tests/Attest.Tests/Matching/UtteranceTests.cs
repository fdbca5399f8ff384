using Attest.Engine.Matching;
using Attest.Engine.Model;
using static Attest.Tests.Matching.Said;

namespace Attest.Tests.Matching;

public sealed class UtteranceTests
{
    [Fact]
    public void The_same_speaker_with_the_same_content_is_one_utterance_linked_to_its_claim()
    {
        var claims = Matcher.Match([], [.. Pair("herald", "Roy Fennick"), .. Pair("post", "Roy Fennick")]);
        Assert.Equal(2, claims.Length);
        Assert.Equal(ClaimKind.Utterance, claims[1].Kind);
        Assert.Equal(claims[0].Id, claims[1].Utters);
        Assert.All(claims, c => Assert.Equal(2, c.Evidence.Length));
    }

    [Fact]
    public void Another_speaker_is_another_utterance_of_the_same_claim()
    {
        var claims = Matcher.Match([], [.. Pair("herald", "Roy Fennick"), .. Pair("post", "Una Bassett")]);
        Assert.Equal(3, claims.Length);
        Assert.All(claims.Skip(1), c => Assert.Equal(claims[0].Id, c.Utters));
    }

    [Fact]
    public void To_say_it_and_to_deny_it_are_two_utterances()
    {
        var claims = Matcher.Match([], [.. Pair("herald", "Roy Fennick"), .. Pair("post", "Roy Fennick", Voice.Denies)]);
        Assert.Equal(3, claims.Length);
        Assert.Equal([Stance.Supports, Stance.Refutes], claims[0].Evidence.Select(e => e.Stance));
    }

    [Fact]
    public void An_utterance_is_never_evidence_for_what_is_uttered()
    {
        var claims = Matcher.Match([], [.. Pair("herald", "Roy Fennick")]);
        Assert.All(claims[0].Evidence, e => Assert.NotEqual(ClaimKind.Utterance, e.Traced.Statement.Kind));
    }

    [Fact]
    public void At_its_deadline_a_forecast_opens_an_occurrence_once()
    {
        var claims = Matcher.Match([], [(By("herald") with { Kind = ClaimKind.Forecast, Deadline = At(24) }).That("reopen", "Carrow Coal", "the mine")]);
        Assert.Single(Matcher.OpenDue(claims, At(23)));
        var due = Matcher.OpenDue(claims, At(24));
        Assert.Equal(2, due.Length);
        Assert.Equal(claims[0].Id, due[1].Forecast);
        Assert.Equal(ClaimKind.Occurrence, due[1].Kind);
        Assert.Equal(Stance.Mentions, Assert.Single(due[1].Evidence).Stance);
        Assert.Equal(2, Matcher.OpenDue(due, At(48)).Length);
        var came = Matcher.Match(due, [By("post", 30).That("reopen", "Carrow Coal", "the mine")]);
        Assert.Equal(2, came[1].Evidence.Length);
    }

    private static TracedStatement[] Pair(string outlet, string speaker, Voice voice = Voice.Attributes)
    {
        var said = By(outlet) with { Voice = voice, SpeakerName = speaker, Number = 1 };
        var content = said.That("collapse", "the bridge");
        var utterance = (said with { Kind = ClaimKind.Utterance, Voice = Voice.Asserts, Number = 2, About = content.Statement.Id }).That("say", speaker);
        return [content, utterance];
    }
}
