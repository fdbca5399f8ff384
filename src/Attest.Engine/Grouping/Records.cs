namespace Attest.Engine.Grouping;

/// <summary>Whether an issuer's own record belongs with a relevant report, in whatever words it is written.</summary>
internal static class Records
{
    // Rarity of number and noun together: "41 products" and "13 miners" tell, "12 people" and "3 years" do not.
    private const double TellingQuantity = 6;

    /// <summary>The link in words; null where there is none.</summary>
    public static string? Link(ReportFeatures record, ReportFeatures report)
    {
        if (record.Quantities.Intersect(report.Quantities, StringComparer.Ordinal).FirstOrDefault(IsTelling) is { } quantity)
            return $"a record that states the same quantity as a relevant report: {quantity}";
        var said = report.Terms.Select(t => t.Text).ToHashSet(StringComparer.Ordinal);
        if (!record.Issuer.All(said.Contains))
            return null;
        // The issuer's name alone is not a citation: an authority has many records.
        var shared = record.Terms.Where(t => (t.IsName || t.IsFigure) && said.Contains(t.Text) && !record.Issuer.Contains(t.Text)).ToList();
        return shared.Sum(t => Rarity.English.Of(t.Text)) >= TellingQuantity
            ? $"a record whose issuer a relevant report names; both have {string.Join(", ", shared.Take(3).Select(t => t.Form))}" : null;
    }

    private static bool IsTelling(string quantity)
    {
        int cut = quantity.IndexOf(' ', StringComparison.Ordinal);
        return Rarity.English.Of("#" + quantity[..cut]) + Rarity.English.Of(quantity[(cut + 1)..]) >= TellingQuantity;
    }
}
