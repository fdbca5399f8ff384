using Attest.Engine;

namespace Attest.Tests;

public sealed class SpanTests
{
    [Fact]
    public void Stretches_that_only_touch_do_not_overlap() => Assert.False(new Span(0, 3).Overlaps(new Span(3, 5)));

    [Fact]
    public void A_span_reads_its_own_characters() => Assert.Equal("bc", new Span(1, 3).Of("abcd"));
}
