using System.Collections.Immutable;
using Attest.Engine.Model;

namespace Attest.Engine.Matching;

/// <summary>What becomes of an edited report's older evidence: what still stands is carried by the new version, a sentence that was deleted is withdrawn (R15).</summary>
internal sealed class NewVersions
{
    private readonly ClaimIndex index;
    private readonly Dictionary<ReportId, int> newest = [];
    private readonly Dictionary<(ReportId Report, string Wording), Statement> first = [];

    public NewVersions(ClaimIndex index, ImmutableArray<TracedStatement> incoming, Report? read)
    {
        this.index = index;
        // A new version may state nothing at all: it has still dropped what the older one stated.
        if (read is { Version: > 1 })
            newest[read.Id] = read.Version;
        foreach (var statement in incoming.Select(t => t.Statement).Where(s => s.Version > 1))
            newest[statement.Report] = Math.Max(statement.Version, newest.GetValueOrDefault(statement.Report));
        if (newest.Count == 0)
            return;
        foreach (var (_, e) in Older())
            first.TryAdd((e.Traced.Statement.Report, e.Traced.Statement.Wording), e.Traced.Statement);
    }

    /// <summary>A sentence that an edit left as it was is as old as its first version: an edit makes no old figure new.</summary>
    public TracedStatement WithFirstTime(TracedStatement traced) =>
        newest.Count > 0 && first.TryGetValue((traced.Statement.Report, traced.Statement.Wording), out var old)
            ? traced with { Statement = traced.Statement with { At = old.At, AsOf = old.AsOf } }
            : traced;

    /// <summary>Takes out older evidence that the new version carries on, and marks as withdrawn what it dropped.</summary>
    public void WithdrawDropped()
    {
        foreach (int place in Older().Select(o => o.Place).Distinct().ToList())
        {
            var claim = index[place];
            var carried = claim.Evidence.Where(IsNewest).Select(e => (e.Traced.Statement.Report, e.Stance)).ToHashSet();
            var kept = claim.Evidence.Where(e => !IsOlder(e) || !carried.Contains((e.Traced.Statement.Report, e.Stance)))
                .Select(e => IsOlder(e) ? e with { Withdrawn = true } : e);
            index.Put(place, claim with { Evidence = [.. kept] });
        }
    }

    private bool IsOlder(Evidence e) => newest.TryGetValue(e.Traced.Statement.Report, out int version) && e.Traced.Statement.Version < version;

    private bool IsNewest(Evidence e) => newest.TryGetValue(e.Traced.Statement.Report, out int version) && e.Traced.Statement.Version == version;

    private IEnumerable<(int Place, Evidence Evidence)> Older()
    {
        for (int i = 0; newest.Count > 0 && i < index.Count; i++)
            foreach (var e in index[i].Evidence)
                if (IsOlder(e))
                    yield return (i, e);
    }
}
