using System.Globalization;
using Attest.Engine.Model;

namespace Attest.Engine.Matching;

/// <summary>Takes back what an outlet corrects or retracts, together with all who had it from there (R15).</summary>
internal static class Withdrawing
{
    /// <summary>Marks the evidence that a withdrawal reaches.</summary>
    public static void Apply(Placing placing, TracedStatement traced, Withdrawal withdrawal)
    {
        var index = placing.Index;
        // Another outlet's word that a report was retracted is a claim, and takes nothing back.
        if (withdrawal.ByOutlet is { } named && !NamesAgree.Agree(named, traced.Outlet.Name) && !NamesAgree.Agree(named, traced.Origin.Label))
            return;
        var affected = Enumerable.Range(0, index.Count).Where(i => Own(index[i], traced, withdrawal).Any() && Meant(index, i, traced, withdrawal)).ToList();
        var meant = affected.ToHashSet();
        // A retraction that does not say of what is of the outlet's last report before it.
        if (withdrawal is { WholeReport: true, Wrong: null, OldFigure: null } && LastReport(index, affected, traced, withdrawal) is { } last)
            affected.RemoveAll(i => !Own(index[i], traced, withdrawal).Any(e => e.Traced.Statement.Report == last));
        else if (withdrawal.WholeReport)
            affected = Whole(index, affected, traced, withdrawal);
        var taken = new List<Statement>();
        foreach (int place in affected)
        {
            var reports = Own(index[place], traced, withdrawal).Select(e => e.Traced.Statement.Report).ToHashSet();
            var claim = index[place];
            index.Put(place, claim with { Evidence = [.. claim.Evidence.Select(e => e.Traced.Statement.Id == traced.Statement.Id ? e : Taken(e, claim, reports))] });
            taken.AddRange(index[place].Evidence.Where(e => e.Withdrawn).Select(e => e.Traced.Statement));
            // The notice stands with the claim: it says why, and whether it was a correction or a retraction.
            bool says = meant.Contains(place) && (withdrawal.Wrong is not null || withdrawal.OldFigure is not null);
            placing.Add(place, new Evidence(traced, says ? Stance.Refutes : Stance.Mentions));
        }
        TakeElsewhere(index, taken, withEvents: withdrawal.Wrong is not null);
    }

    // What was taken back bears on no other claim either. "Twelve were found alive" goes as a whole: the same words do not go on to say that some were.
    private static void TakeElsewhere(ClaimIndex index, List<Statement> taken, bool withEvents)
    {
        var told = taken.Select(s => s.Id).Concat(taken.Where(s => withEvents && s.Quantity is not null).Select(s => s.About).OfType<StatementId>()).ToHashSet();
        for (int place = 0; place < index.Count; place++)
            if (index[place].Kind != ClaimKind.Utterance && index[place].Evidence.Any(e => told.Contains(e.Traced.Statement.Id) && !e.Withdrawn))
                index.Put(place, index[place] with { Evidence = [.. index[place].Evidence.Select(e => told.Contains(e.Traced.Statement.Id) ? e with { Withdrawn = true } : e)] });
    }

    /// <summary>Whether new evidence comes from an origin that was withdrawn from the claim: a reprint that comes after the correction.</summary>
    public static bool Reaches(Claim claim, TracedStatement traced)
    {
        foreach (var e in claim.Evidence)
            if (e.Withdrawn && e.Traced.Statement.Report != traced.Statement.Report && e.Traced.Outlet.Host != traced.Outlet.Host && Relays(traced, e.Traced))
                return true;
        return false;
    }

    private static Evidence Taken(Evidence e, Claim claim, HashSet<ReportId> reports)
    {
        if (e.Withdrawn || reports.Contains(e.Traced.Statement.Report))
            return e with { Withdrawn = true };
        foreach (var source in claim.Evidence)
            if (reports.Contains(source.Traced.Statement.Report) && Relays(e.Traced, source.Traced))
                return e with { Withdrawn = true };
        return e;
    }

    // Who heard the same speaker for himself keeps what he heard; who has it from the outlet does not.
    private static bool Relays(TracedStatement relay, TracedStatement source) =>
        relay.CollapsedWith == source.Statement.Report
        || (relay.Origin.Id == source.Origin.Id && (relay.Origin.Kind is OriginKind.Newsroom or OriginKind.Agency or OriginKind.Unnamed or OriginKind.Relay));

    // What the outlet itself said for or against the claim before it took it back.
    private static IEnumerable<Evidence> Own(Claim claim, TracedStatement traced, Withdrawal withdrawal) => claim.Evidence.Where(e =>
        e.Stance != Stance.Mentions && e.Traced.Statement.Id != traced.Statement.Id && e.Traced.Statement.At <= traced.Statement.At
        && e.Traced.Statement.Withdraws is null
        && (e.Traced.Outlet.Host == traced.Outlet.Host || (withdrawal.ByOutlet is { } named && NamesAgree.Agree(named, e.Traced.Outlet.Name)))
        && (e.Traced.Statement.Report != traced.Statement.Report || e.Traced.Statement.Version < traced.Statement.Version));

    private static bool Meant(ClaimIndex index, int place, TracedStatement traced, Withdrawal withdrawal)
    {
        if (withdrawal.Wrong is null && withdrawal.OldFigure is null)
            return withdrawal.WholeReport;
        // That it was said stays so, though it was wrong (R1).
        if (index[place].Kind == ClaimKind.Utterance)
            return false;
        if (withdrawal.Wrong is not { } wrong)
            return withdrawal.OldFigure is { } figure && index[place].Quantity is { } quantity && IsFigure(figure, quantity.AsWritten, quantity.Value);
        var meaning = Meaning.Of(wrong, index[place].Kind, index[place].Quantity);
        return Comparison.Of(meaning, traced.Statement.AsOf, index.MeaningOf(place), index[place].AsOf, index.Words).Relation
            is Relation.Same or Relation.Entails or Relation.EntailedBy
            || IsOwnFigure(index[place], traced, withdrawal, wrong);
    }

    // "An earlier version said that the fine was 40 million": a figure of the article's own older text is meant, however that text put it.
    private static bool IsOwnFigure(Claim claim, TracedStatement traced, Withdrawal withdrawal, Proposition wrong) =>
        claim.Quantity is { } figure
        && wrong.Quantities.Any(w => w.Value == figure.Value)
        && Own(claim, traced, withdrawal).Any(e => e.Traced.Statement.Report == traced.Statement.Report);

    private static bool IsFigure(string written, string asWritten, decimal value) =>
        string.Equals(written, asWritten, StringComparison.OrdinalIgnoreCase)
        || (decimal.TryParse(written, NumberStyles.Number, CultureInfo.InvariantCulture, out decimal number) && number == value);

    private static ReportId? LastReport(ClaimIndex index, List<int> affected, TracedStatement traced, Withdrawal withdrawal)
    {
        var own = affected.SelectMany(i => Own(index[i], traced, withdrawal)).Select(e => e.Traced.Statement).ToList();
        if (own.Count == 0)
            return null;
        return own.Exists(s => s.Report == traced.Statement.Report) ? traced.Statement.Report
            : own.OrderByDescending(s => s.At).ThenBy(s => s.Report).First().Report;
    }

    // A retracted report goes with all that it said, not only with what the retraction repeats.
    private static List<int> Whole(ClaimIndex index, List<int> affected, TracedStatement traced, Withdrawal withdrawal)
    {
        var reports = affected.SelectMany(i => Own(index[i], traced, withdrawal)).Select(e => e.Traced.Statement.Report).ToHashSet();
        return [.. Enumerable.Range(0, index.Count).Where(i => Own(index[i], traced, withdrawal).Any(e => reports.Contains(e.Traced.Statement.Report)))];
    }
}
