using Attest.Engine.Model;
using Attest.Engine.Text;

namespace Attest.Engine.Tracing;

/// <summary>
/// A misspelt name that only two reports share (R3): who copies, copies errors. A name counts as misspelt where two outlets of other families and more spell it
/// with one or two letters otherwise and just one earlier report spells it like this one.
/// </summary>
internal static class SharedErrors
{
    /// <summary>The earlier report of another family with which a report shares a misspelt name; null where there is none.</summary>
    public static TracedReport? With(AnalysedText text, Report report, EarlierReports story)
    {
        var others = story.All.Where(r => r.Report.Outlet.Family != report.Outlet.Family).ToList();
        if (others.Count < 3)
            return null;
        Dictionary<string, HashSet<string>>? families = null;
        var names = text.Sentences.SelectMany(s => s.Names).SelectMany(n => n.Text.Split(' ')).Where(IsTelling).Distinct(StringComparer.Ordinal);
        foreach (string name in names)
        {
            ulong hash = Words.Hash(name);
            var sharing = others.Where(r => Fingerprint.Of(r).WordHashes.Contains(hash)).Take(2).ToList();
            if (sharing is not [var only])
                continue;
            families ??= FamiliesByName(others);
            if (families.Any(f => f.Value.Count(family => family != only.Report.Outlet.Family) >= 2 && IsMisspelling(name, f.Key)))
                return only;
        }
        return null;
    }

    private static bool IsTelling(string name) => name.Length >= Calibration.ShortestMisspeltName && char.IsUpper(name[0]) && name.All(char.IsLetter);

    private static Dictionary<string, HashSet<string>> FamiliesByName(List<TracedReport> reports)
    {
        var families = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        foreach (var report in reports)
            foreach (string name in report.Statements.SelectMany(NamesIn).SelectMany(n => n.Split(' ')).Where(IsTelling))
            {
                if (!families.TryGetValue(name, out var held))
                    families[name] = held = new HashSet<string>(StringComparer.Ordinal);
                held.Add(report.Report.Outlet.Family);
            }
        return families;
    }

    private static IEnumerable<string> NamesIn(TracedStatement traced) =>
        traced.Statement.Speaker is { } speaker ? traced.Statement.Proposition.Names.Append(speaker.Name) : traced.Statement.Proposition.Names;

    // The same first letter and one letter changed, left out or added, or two neighbours exchanged: not a plural, which is no error.
    private static bool IsMisspelling(string name, string right)
    {
        if (name == right || name[0] != right[0] || Math.Abs(name.Length - right.Length) > 1 || name + "s" == right || right + "s" == name)
            return false;
        int start = 0;
        while (start < name.Length && start < right.Length && name[start] == right[start])
            start++;
        int end = 0;
        while (end < Math.Min(name.Length, right.Length) - start && name[^(end + 1)] == right[^(end + 1)])
            end++;
        string a = name[start..^end], b = right[start..^end];
        return (a.Length <= 1 && b.Length <= 1) || (a.Length == 2 && b.Length == 2 && a[0] == b[1] && a[1] == b[0]);
    }
}
