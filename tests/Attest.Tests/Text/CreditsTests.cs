using Attest.Engine.Text;
using CsCheck;

namespace Attest.Tests.Text;

public sealed class CreditsTests
{
    [Theory]
    [InlineData("HOLLOW RIDGE — Thirteen miners", "HOLLOW RIDGE", "", "")]
    [InlineData("HOLLOW RIDGE (Continental Wire) - Thirteen miners", "HOLLOW RIDGE", "Continental Wire", "")]
    [InlineData("(Continental Wire) - Brightwell has", "", "Continental Wire", "")]
    [InlineData("LONDON, 3 May (Continental Wire) - Thirteen", "LONDON", "Continental Wire", "3 May")]
    [InlineData("PORT-AU-PRINCE, Haiti (AB) -- The bridge", "PORT-AU-PRINCE, Haiti", "AB", "")]
    [InlineData("WASHINGTON, D.C. – The bridge", "WASHINGTON, D.C", "", "")]
    [InlineData("London, May 3, 2026 - The bridge", "London", "", "May 3, 2026")]
    [InlineData("OSLO/BERGEN (Nordwire) -The bridge", "OSLO/BERGEN", "Nordwire", "")]
    public void A_dateline_opens_a_report(string text, string place, string agency, string date)
    {
        Dateline? line = Dateline.Of(text);
        Assert.NotNull(line);
        Assert.Equal((place, agency, date), (line.Place, line.Agency, line.Date));
        Assert.True(char.IsUpper(text[line.Span.End]));
    }

    [Theory]
    [InlineData("Bread - and butter")]
    [InlineData("The minister - who resigned on Monday - was absent.")]
    [InlineData("Twelve well-known miners were found.")]
    [InlineData("He left. BERLIN - no.")]
    [InlineData("A plan (the first) - and no other")]
    public void A_dash_alone_makes_no_dateline(string text) => Assert.Null(Dateline.Of(text));

    [Fact]
    public void An_agency_in_brackets_ends_a_report()
    {
        const string Text = "Bells rang at the church.\n\nFamilies had gathered. (Continental Wire)";
        Credit credit = Assert.Single(CreditLines.Find(Text));
        Assert.Equal((CreditKind.Agency, "Continental Wire", "(Continental Wire)"), (credit.Kind, credit.Name, credit.Span.Of(Text)));
    }

    [Fact]
    public void Writers_and_editors_are_told_apart()
    {
        const string Text = "The bridge fell.\n\n(Reporting by Ada Holm and Bo Lind in Oslo; Editing by Cy Marr)";
        Assert.Equal(
            [(CreditKind.Writer, "Ada Holm"), (CreditKind.Writer, "Bo Lind"), (CreditKind.Editor, "Cy Marr")],
            CreditLines.Find(Text).Select(c => (c.Kind, c.Name)));
    }

    [Fact]
    public void A_byline_names_writer_and_agency()
    {
        const string Text = "By Ada Holm, Continental Wire\n\nThe bridge fell.";
        Assert.Equal([(CreditKind.Writer, "Ada Holm"), (CreditKind.Agency, "Continental Wire")], CreditLines.Find(Text).Select(c => (c.Kind, c.Name)));
    }

    [Theory]
    [InlineData("He spoke by phone (and was angry).")]
    [InlineData("The team lost (3-1).")]
    [InlineData("By noon the river had risen.")]
    [InlineData("Editing by hand takes time.")]
    public void A_remark_is_no_credit(string text) => Assert.Empty(CreditLines.Find(text));

    [Fact]
    public void No_text_breaks_them() => Gen.String.Sample(text =>
    {
        Assert.All(CreditLines.Find(text), c => Assert.InRange(c.Span.End, 1, text.Length));
        Assert.True(Dateline.Of(text) is not { } line || line.Span.End <= text.Length);
    });
}
