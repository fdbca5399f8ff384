using System.Collections.Immutable;
using Attest.Engine;
using Attest.Engine.Text;
using CsCheck;

namespace Attest.Tests.Text;

public sealed class QuantitiesTests
{
    [Fact]
    public void A_count_keeps_its_noun_and_its_bound()
    {
        Quantity q = Only("At_IN least_JJS 12_CD trapped_VBN miners_NNS were_VBD found_VBN ._.");
        Assert.Equal((12m, "miner", Bound.AtLeast), (q.Value, q.Unit, q.Bound));
        Assert.Equal("12", q.AsWritten);
        Assert.Equal(new Span(0, 11), q.Span);
        Assert.Equal(4, q.Head);
    }

    [Fact]
    public void A_part_knows_its_whole()
    {
        (string text, Sentence sentence) = Hand.Tagged("Twelve_CD of_IN the_DT 13_CD miners_NNS died_VBD ._.");
        ImmutableArray<Quantity> found = Quantities.Find(text, sentence);
        Assert.Equal([(12m, "miner", (decimal?)13m, false), (13m, "miner", null, true)], found.Select(q => (q.Value, q.Unit, q.Whole, q.IsWhole)));
    }

    [Fact]
    public void An_older_figure_is_no_quantity_of_its_own()
    {
        Quantity up = Only("The_DT agency_NN counts_VBZ 15_CD reports_NNS ,_, up_RB from_IN 12_CD ._.");
        Assert.Equal((15m, (decimal?)12m, "report"), (up.Value, up.Previous, up.Unit));
        Quantity revised = Only("The_DT toll_NN was_VBD revised_VBN from_IN 20_CD to_IN 18_CD ._.");
        Assert.Equal((18m, (decimal?)20m), (revised.Value, revised.Previous));
    }

    [Theory]
    [InlineData("about $3.5 billion", 3_500_000_000, "USD", Bound.About)]
    [InlineData("€20m", 20_000_000, "EUR", Bound.Exactly)]
    [InlineData("12 million pounds", 12_000_000, "GBP", Bound.Exactly)]
    [InlineData("C$1.2bn", 1_200_000_000, "CAD", Bound.Exactly)]
    [InlineData("4 %", 4, "percent", Bound.Exactly)]
    [InlineData("nearly four per cent", 4, "percent", Bound.About)]
    [InlineData("two-thirds", 66.6667, "percent", Bound.Exactly)]
    [InlineData("one in four", 25, "percent", Bound.Exactly)]
    [InlineData("a 7.1-magnitude quake", 7.1, "magnitude", Bound.Exactly)]
    [InlineData("up to 40km", 40, "kilometre", Bound.AtMost)]
    [InlineData("two hundred and five", 205, "", Bound.Exactly)]
    [InlineData("half a million", 500_000, "", Bound.Exactly)]
    [InlineData("one million two hundred thousand", 1_200_000, "", Bound.Exactly)]
    [InlineData("dozens", 24, "", Bound.About)]
    [InlineData("tens of thousands", 20_000, "", Bound.About)]
    public void Figures_are_read_in_the_forms_that_the_press_writes(string words, decimal value, string unit, Bound bound)
    {
        Quantity q = Assert.Single(Quantities.Find(words, Bare(words)));
        Assert.Equal((value, unit, bound), (q.Value, q.Unit, q.Bound));
    }

    [Theory]
    [InlineData("the twenty-first case")]
    [InlineData("Recall 2026-118")]
    [InlineData("the G20 and Covid-19 and an F-16")]
    [InlineData("the No. 2 mine")]
    [InlineData("call 555-1234")]
    [InlineData("the 12-year-old boy")]
    [InlineData("in 2016")]
    [InlineData("at 6.30 a.m. on 3 February")]
    [InlineData("open 24/7")]
    [InlineData("12 Mill Street")]
    [InlineData("version 2.0.1")]
    public void What_names_or_dates_counts_nothing(string words) => Assert.Empty(Quantities.Find(words, Bare(words)));

    [Fact]
    public void Figures_conflict_only_where_their_bounds_leave_no_common_value()
    {
        Quantity twelve = Of(12), fifteen = Of(15);
        Assert.True(Quantities.Conflict(twelve, fifteen));
        Assert.False(Quantities.Conflict(twelve with { Bound = Bound.AtLeast }, fifteen));
        Assert.True(Quantities.Conflict(twelve with { Bound = Bound.AtMost }, fifteen));
        Assert.True(Quantities.Conflict(Of(9), twelve with { Bound = Bound.AtLeast }));
        Assert.False(Quantities.Conflict(Of(100) with { Bound = Bound.About }, Of(109)));
        Assert.True(Quantities.Conflict(Of(100) with { Bound = Bound.About }, Of(130)));
        Assert.False(Quantities.Conflict(Of(12) with { Upper = 15 }, Of(14)));
        Assert.False(Quantities.Conflict(Of(12), Of(15) with { Unit = "percent" }));
        Assert.False(Quantities.Conflict(Of(48_000), Of(48_213)));
        Assert.True(Quantities.Conflict(Of(48_000), Of(52_000)));
    }

    [Fact]
    public void Spellings_of_a_unit_are_one_unit()
    {
        Assert.True(Quantities.SameUnit("kilometre", "km"));
        Assert.True(Quantities.SameUnit("person", "people"));
        Assert.True(Quantities.SameUnit("", "miner"));
        Assert.False(Quantities.SameUnit("", "percent"));
        Assert.False(Quantities.SameUnit("", "USD"));
        Assert.False(Quantities.SameUnit("miner", "report"));
    }

    [Fact]
    public void Conflict_is_symmetric_and_never_throws() =>
        Gen.Select(Any, Any).Sample((a, b) => Assert.Equal(Quantities.Conflict(a, b), Quantities.Conflict(b, a)));

    [Fact]
    public void No_text_breaks_it_and_every_span_lies_within() =>
        NewsLike.Sentences.Sample(s =>
        {
            foreach (Quantity q in Quantities.Find(s.Text, s.Sentence))
            {
                Assert.InRange(q.Span.Start, 0, q.Span.End - 1);
                Assert.True(q.Span.End <= s.Text.Length);
                Assert.Contains(q.AsWritten, q.Span.Of(s.Text), StringComparison.Ordinal);
                Assert.InRange(q.Head, 0, s.Sentence.Tokens.Length - 1);
            }
        });

    private static readonly Gen<Quantity> Any = Gen.Select(Gen.Decimal, Gen.Decimal.Nullable(), Gen.Enum<Bound>(), NewsLike.Pick("", "miner", "percent"))
        .Select((v, u, b, unit) => new Quantity(new(0, 1), v, u, unit, b, 0, null, "x"));

    private static Quantity Of(decimal value) => new(new(0, 1), value, null, "miner", Bound.Exactly, 0, null, "x");

    private static Quantity Only(string tagged)
    {
        (string text, Sentence sentence) = Hand.Tagged(tagged);
        return Assert.Single(Quantities.Find(text, sentence));
    }

    private static Sentence Bare(string words) => NewsLike.Bare(words);
}
