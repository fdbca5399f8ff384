using Attest.Engine.Grouping;
using Attest.Engine.Text;

namespace Attest.Tests.Grouping;

/// <summary>Which story a report is placed in.</summary>
public sealed class GrouperTests
{
    private static readonly DateTimeOffset noon = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);

    private static readonly (string Title, string Text)[] harbourFire =
    [
        ("Warehouse burns in Ostrava Bay harbour", "OSTRAVA BAY — A warehouse in the harbour of Ostrava Bay burned down on Monday. Two dock workers were hurt, fire chief Lena Holub said."),
        ("Two hurt in harbour blaze", "Two dock workers were taken to hospital after a blaze destroyed a warehouse in Ostrava Bay, fire chief Lena Holub told reporters on Monday."),
        ("Ostrava Bay fire under control", "The fire in the harbour of Ostrava Bay is under control, Lena Holub said. The warehouse belonged to Brandt Shipping."),
    ];

    private static readonly (string Title, string Text)[] schoolFire =
    [
        ("Fire at school in Wexcombe", "WEXCOMBE — A fire broke out in a primary school in Wexcombe on Monday. All 240 pupils left the building unhurt, headteacher Rosa Quill said."),
        ("240 pupils safe after Wexcombe school fire", "All 240 pupils of a primary school in Wexcombe were brought to safety when the roof caught fire on Monday, Rosa Quill, the headteacher, said."),
    ];

    [Fact]
    public void Reports_of_one_event_in_other_words_are_one_story() => Assert.Single(Placed(harbourFire).Stories);

    [Fact]
    public void Two_fires_in_two_towns_on_one_day_stay_two_stories()
    {
        var stories = Placed([harbourFire[0], schoolFire[0], harbourFire[1], schoolFire[1], harbourFire[2]]).Stories;
        Assert.Equal(["0,2,4", "1,3"], stories.Select(s => string.Join(',', s.Reports)));
    }

    [Fact]
    public void A_placement_says_why()
    {
        var grouper = Placed([harbourFire[0]]);
        var placement = grouper.Place(Features("1", noon, harbourFire[1]));
        Assert.False(placement.Opened);
        Assert.Contains("Holub", placement.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_new_version_stays_where_the_old_one_was()
    {
        var grouper = Placed(harbourFire);
        var placement = grouper.Place(Features("0", noon.AddDays(1), ("Correction", "One dock worker was hurt, not two.")));
        Assert.Equal("0", placement.Story);
        Assert.Single(grouper.Stories);
    }

    [Fact]
    public void The_same_reports_give_the_same_stories()
    {
        var reports = harbourFire.Concat(schoolFire).ToArray();
        Assert.Equal(Described(Placed(reports)), Described(Placed(reports)));
    }

    [Fact]
    public void A_report_without_a_word_opens_a_story_of_its_own() => Assert.Equal(2, Placed([harbourFire[0], ("", "…")]).Stories.Length);

    private static string Described(Grouper grouper) => string.Join("; ", grouper.Stories.Select(s => $"{s.Key}: {string.Join(',', s.Reports)}"));

    private static Grouper Placed((string Title, string Text)[] reports)
    {
        var grouper = new Grouper();
        for (int i = 0; i < reports.Length; i++)
            grouper.Place(Features($"{i}", noon.AddMinutes(20 * i), reports[i]));
        return grouper;
    }

    private static ReportFeatures Features(string key, DateTimeOffset at, (string Title, string Text) report) =>
        ReportFeatures.Of(key, at, Language.Analyse(report.Title), Language.Analyse(report.Text));
}
