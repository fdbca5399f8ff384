using Attest.Engine.Model;

namespace Attest.Tests;

public sealed class SlugTests
{
    [Theory]
    [InlineData("Is China closing the A.I. gap faster than expected?", "china-closing-ai-gap-faster-than-expected")]
    [InlineData("Zürich’s café: ¿qué pasó?", "zurichs-cafe-que-paso")]
    [InlineData("???", "story")]
    [InlineData("../../etc/passwd", "etc-passwd")]
    public void A_slug_is_made_of_the_telling_words(string question, string slug) => Assert.Equal(slug, Slug.Of(question));
}
