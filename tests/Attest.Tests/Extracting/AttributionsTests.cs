using Attest.Engine.Extracting;
using Attest.Engine.Text;

namespace Attest.Tests.Extracting;

public class AttributionsTests
{
    [Theory]
    [InlineData("The harbour bridge is closed, the city engineer said on Monday.", "said", "the city engineer", "The harbour bridge is closed")]
    [InlineData("The minister said that the harbour bridge was closed.", "said", "The minister", "that the harbour bridge was closed")]
    [InlineData("According to the harbour office, two ships were damaged.", "According to", "the harbour office", "two ships were damaged")]
    [InlineData("The company denied that its ferries had caught fire.", "denied", "The company", "that its ferries had caught fire")]
    public void Cue_source_and_content_come_from_the_syntax(string text, string cue, string source, string content)
    {
        var found = Assert.Single(Attributions.Find(Language.Analyse(text)));
        Assert.Equal(cue, string.Join(" ", found.Cue.Select(c => c.Of(text))));
        Assert.Equal(source, string.Join(" ", found.Source.Select(c => c.Of(text))));
        Assert.Equal(content, string.Join(" ", found.Content.Select(c => c.Of(text))));
    }

    [Fact]
    public void A_quotation_goes_on_behind_its_cue()
    {
        const string text = "“The ferries are safe,” said Una Bassett. “They were tested in March.”";
        var found = Assert.Single(Attributions.Find(Language.Analyse(text)));
        Assert.Contains(found.Content, c => c.Of(text).Contains("tested in March", StringComparison.Ordinal));
        Assert.Equal("Una Bassett", Assert.Single(found.Source).Of(text));
    }
}
