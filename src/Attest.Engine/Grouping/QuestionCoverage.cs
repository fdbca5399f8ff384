namespace Attest.Engine.Grouping;

/// <summary>How much of a question a report says: the share of its terms' rarity, names counting double.</summary>
internal static class QuestionCoverage
{
    // What a question's words are that half of all reports bear ("how", "faster") does not count.
    private const double LeastRarity = 0.7;

    private const double NameWeight = 2;

    /// <summary>Between 0 and 1.</summary>
    public static double Of(ReportFeatures question, ReportFeatures report)
    {
        double all = 0, said = 0;
        foreach (var term in question.Terms)
        {
            double weight = Weight(term);
            all += weight;
            said += weight > 0 && Says(report, term) ? weight : 0;
        }
        return all > 0 ? said / all : 0;
    }

    /// <summary>The question's rarest terms that the report says, as written: "Talbrook, miners".</summary>
    public static string Said(ReportFeatures question, ReportFeatures report) =>
        string.Join(", ", question.Terms.Where(t => Weight(t) > 0 && Says(report, t)).OrderByDescending(Weight).Take(4).Select(t => t.Form));

    private static double Weight(FeatureTerm term)
    {
        double rarity = Rarity.English.Of(term.Text);
        return rarity < LeastRarity ? 0 : term.IsName ? NameWeight * rarity : rarity;
    }

    private static bool Says(ReportFeatures report, FeatureTerm term)
    {
        foreach (var other in report.Terms)
            if (other.Text == term.Text || Derived(term, other))
                return true;
        return false;
    }

    // "China" and "Chinese", "America" and "American": capitals, and all but the last letter the same.
    private static bool Derived(FeatureTerm a, FeatureTerm b)
    {
        if (a.Text.Length < 4 || !char.IsUpper(a.Form[0]) || !char.IsUpper(b.Form[0]))
            return false;
        int shared = 0;
        while (shared < a.Text.Length && shared < b.Text.Length && a.Text[shared] == b.Text[shared])
            shared++;
        return shared >= Math.Max(4, Math.Min(a.Text.Length, b.Text.Length) - 1);
    }
}
