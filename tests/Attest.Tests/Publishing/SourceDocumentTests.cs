using Attest.Engine.Publishing;

namespace Attest.Tests.Publishing;

public sealed class SourceDocumentTests
{
    private static readonly SourceDocument[] Sources = [.. SourceDocument.Of([InventedStory.Document])];

    [Fact]
    public void Every_outlet_is_there_once_those_with_most_reports_first()
    {
        Assert.Equal(InventedStory.Document.Outlets.Length, Sources.Length);
        Assert.Equal(["almere-post", "coast-wire"], Sources.Take(2).Select(s => s.Key));
        Assert.Equal(InventedStory.Document.Reports.Length, Sources.Sum(s => s.Reports.Length));
    }

    [Fact]
    public void Copies_and_other_repeats_are_counted_with_their_total()
    {
        var post = Sources.Single(s => s.Key == "almere-post");
        Assert.Equal((2, 1, 2, 0), (post.Reports.Length, post.Copies, post.Repeats, post.FirstInStory));
        var wire = Sources.Single(s => s.Key == "coast-wire");
        Assert.Equal((1, 0, 1), (wire.FirstInStory, wire.Repeats, wire.Edited));
    }

    [Fact]
    public void A_claim_counts_for_who_states_it_not_for_who_copies_it()
    {
        Assert.Contains(Sources.Single(s => s.Key == "coast-wire").Claims, c => c.Claim.Id == "c1" && c.IsFirst);
        Assert.DoesNotContain(Sources.Single(s => s.Key == "almere-post").Claims, c => c.Claim.Id == "c1");
    }

    [Fact]
    public void What_an_outlet_took_back_stands_among_its_corrections() =>
        Assert.Equal(["c7"], Sources.Single(s => s.Key == "quay-notes").Corrected.Select(c => c.Claim.Id));

    [Theory]
    [InlineData("Harbor Wire", "harbor-wire")]
    [InlineData("新华社", "outlet-")]
    [InlineData("<script>../..", "script")]
    public void The_address_of_an_outlet_is_a_folder_name_whatever_its_name(string name, string begin)
    {
        string key = SourceDocument.KeyOf(name);
        Assert.StartsWith(begin, key, StringComparison.Ordinal);
        Assert.All(key, c => Assert.True(char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-'));
    }
}
