using Attest.Engine.Extracting;
using Attest.Engine.Text;
using CsCheck;

namespace Attest.Tests.Extracting;

public class AttributionCandidatesTests
{
    [Theory]
    [InlineData("He groused to the crew that the harbour bridge was closed again.", "groused", "He", "that the harbour bridge was closed again")]
    [InlineData("The council made clear that it wanted the ferry back.", "made", "The council", "that it wanted the ferry back")]
    public void A_saying_that_no_table_holds_is_proposed(string text, string cue, string source, string content)
    {
        var analysed = Language.Analyse(text);
        var quotes = QuotedStretches.Of(analysed);
        var found = AttributionCandidates.Of(analysed, quotes, Attributions.ByRules(analysed, quotes), _ => true).Select(d => d.Finish(analysed));
        Assert.Contains(found, a => Of(a.Cue) == cue && Of(a.Source) == source && Of(a.Content) == content);

        string Of(IEnumerable<Engine.Span> spans) => string.Join(" ", spans.Select(s => s.Of(text)));
    }

    [Fact]
    public void A_speaker_before_a_colon_says_the_whole_paragraph()
    {
        const string text = "The two met on Monday.\n\nBASSETT: The ferries are safe. They were tested in March.\n\nThe meeting ended at noon.";
        var analysed = Language.Analyse(text);
        var quotes = QuotedStretches.Of(analysed);
        var found = Assert.Single(AttributionCandidates.Of(analysed, quotes, Attributions.ByRules(analysed, quotes), _ => true), d => d.Proposal == Proposal.Transcript).Finish(analysed);
        Assert.Equal("BASSETT", Assert.Single(found.Source).Of(text));
        Assert.Contains(found.Content, c => c.Of(text).Contains("tested in March", StringComparison.Ordinal));
        Assert.DoesNotContain(found.Content, c => c.Of(text).Contains("noon", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("The council plans a new bridge over the harbour.")]
    [InlineData("Two ships were damaged in the storm on Monday.")]
    public void An_act_is_no_attribution(string text) => Assert.Empty(Attributions.Find(Language.Analyse(text)));

    [Fact]
    public void Any_text_is_taken_and_every_cue_is_met_once() =>
        Gen.OneOf("said", "“", "”", "\"", ":", ",", ".", "Una Bassett", "the mayor", "that", "according to", "was", "called", "closed", "\n\n", "he", "for").Array[0, 40].Sample(words =>
        {
            var found = Attributions.Find(Language.Analyse(string.Join(" ", words)));
            Assert.Equal(found.Length, found.Select(a => a.CueHead).Distinct().Count());
            Assert.All(found, a => Assert.NotEmpty(a.Content));
        }, iter: 300);
}
