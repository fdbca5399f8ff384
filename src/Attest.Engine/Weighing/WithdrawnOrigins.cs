using System.Collections.Immutable;
using Attest.Engine.Model;

namespace Attest.Engine.Weighing;

/// <summary>Which evidence a correction or retraction removes: the origin's own and all that rests on it (R15).</summary>
internal static class WithdrawnOrigins
{
    /// <summary>The evidence that still stands.</summary>
    public static ImmutableArray<Evidence> Standing(ImmutableArray<Evidence> evidence)
    {
        var gone = evidence.Where(e => e.Withdrawn || TakenBack(e, evidence)).ToHashSet();
        if (gone.Count == 0)
            return evidence;
        var reports = gone.Select(e => e.Traced.Statement.Report).ToHashSet();
        // A relay of a relay goes with it: repeat until nothing more falls.
        for (bool fell = true; fell;)
        {
            fell = false;
            foreach (var e in evidence)
                if (!gone.Contains(e) && (RestsOn(e, reports, evidence, gone) || OriginGone(e, evidence, gone)))
                {
                    gone.Add(e);
                    reports.Add(e.Traced.Statement.Report);
                    fell = true;
                }
        }
        return [.. evidence.Where(e => !gone.Contains(e))];
    }

    /// <summary>Whether the outlet itself says that this report of its own was wrong.</summary>
    private static bool TakenBack(Evidence support, ImmutableArray<Evidence> all)
    {
        if (support.Stance != Stance.Supports)
            return false;
        foreach (var e in all)
        {
            if (e.Stance != Stance.Refutes || e.Withdrawn || e.Traced.Statement.Withdraws is not { } withdrawal || e.Traced.Statement.At < support.Traced.Statement.At)
                continue;
            // A sentence that reverses an older report does not take back itself.
            if (e.Traced.Statement.Report == support.Traced.Statement.Report && e.Traced.Statement.Version <= support.Traced.Statement.Version)
                continue;
            bool own = withdrawal.ByOutlet is null && e.Traced.Outlet.Family == support.Traced.Outlet.Family;
            bool named = withdrawal.ByOutlet is { } name && string.Equals(name, support.Traced.Outlet.Name, StringComparison.OrdinalIgnoreCase);
            if (own || named)
                return true;
        }
        return false;
    }

    /// <summary>A copy falls with what it copies, unless that report still says so elsewhere.</summary>
    private static bool RestsOn(Evidence e, HashSet<ReportId> reports, ImmutableArray<Evidence> all, HashSet<Evidence> gone) =>
        e.Traced.CollapsedWith is { } source && e.Stance == Stance.Supports && e.Traced.Because is not (CollapseReason.SameSpeaker or CollapseReason.SameFamily)
        && reports.Contains(source) && !all.Any(o => o.Traced.Statement.Report == source && o.Stance == Stance.Supports && !gone.Contains(o));

    /// <summary>Relays of a newsroom or agency fall when nothing of its own stands any more.</summary>
    private static bool OriginGone(Evidence e, ImmutableArray<Evidence> all, HashSet<Evidence> gone)
    {
        if (e.Stance != Stance.Supports || e.Traced.Origin.Kind is not (OriginKind.Newsroom or OriginKind.Agency) || e.Traced.CollapsedWith is null)
            return false;
        var own = all.Where(o => o.Stance == Stance.Supports && o.Traced.Origin.Id == e.Traced.Origin.Id && o.Traced.CollapsedWith is null).ToList();
        return own.Count > 0 && own.All(gone.Contains);
    }
}
