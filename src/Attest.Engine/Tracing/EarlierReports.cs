using System.Collections.Immutable;
using Attest.Engine.Model;

namespace Attest.Engine.Tracing;

/// <summary>What the story holds when a report comes in, in the forms in which it is asked for.</summary>
internal sealed class EarlierReports
{
    private readonly Dictionary<string, List<TracedReport>> byOutlet = new(StringComparer.Ordinal);
    private readonly Dictionary<OriginId, List<TracedStatement>> byOrigin = [];
    private readonly List<Outlet> outlets = [];

    public EarlierReports(ImmutableArray<TracedReport> all, Report report)
    {
        All = all;
        foreach (var earlier in all)
        {
            string key = NameKeys.OfOutlet(earlier.Report.Outlet.Name);
            if (!byOutlet.TryGetValue(key, out var reports))
            {
                byOutlet[key] = reports = [];
                outlets.Add(earlier.Report.Outlet);
            }
            reports.Add(earlier);
            // What an older version said is this report's own, not an earlier one's.
            if (earlier.Report.Id == report.Id)
                continue;
            foreach (var statement in earlier.Statements.Where(s => s.Statement.Sentence >= 0))
            {
                if (!byOrigin.TryGetValue(statement.Origin.Id, out var statements))
                    byOrigin[statement.Origin.Id] = statements = [];
                statements.Add(statement);
            }
        }
    }

    /// <summary>All reports and versions, in canonical order.</summary>
    public ImmutableArray<TracedReport> All { get; }

    /// <summary>The outlets, each by its first report.</summary>
    public IReadOnlyList<Outlet> Outlets => outlets;

    /// <summary>
    /// The outlet of a name, of its initials, or of the end of its name where only one ends so ("the Herald"); null where the story holds none of its reports.
    /// </summary>
    public Outlet? Outlet(string name)
    {
        string key = NameKeys.OfOutlet(name);
        if (byOutlet.TryGetValue(key, out var reports))
            return reports[0].Report.Outlet;
        if (outlets.Find(o => NameKeys.IsInitials(name.Trim(), o.Name) || NameKeys.IsInitials(o.Name, name)) is { } initialled)
            return initialled;
        return key.Length > 0 && outlets.FindAll(o => NameKeys.OfOutlet(o.Name).EndsWith(" " + key, StringComparison.Ordinal)) is [var only] ? only : null;
    }

    /// <summary>The reports of an outlet, oldest first.</summary>
    public IReadOnlyList<TracedReport> Of(Outlet outlet) => byOutlet.GetValueOrDefault(NameKeys.OfOutlet(outlet.Name)) ?? [];

    /// <summary>Statements of other reports that have an origin, oldest first.</summary>
    public IReadOnlyList<TracedStatement> Of(OriginId origin) => byOrigin.GetValueOrDefault(origin) ?? [];

    /// <summary>The first statement of an outlet that tells most nearly the same; null where none does.</summary>
    public TracedStatement? Telling(Statement statement, Outlet outlet) =>
        Alike.Best(Of(outlet).SelectMany(r => r.Statements), statement, Calibration.SameContent);
}
