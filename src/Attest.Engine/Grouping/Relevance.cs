using System.Collections.Immutable;

namespace Attest.Engine.Grouping;

/// <summary>Whether a report belongs to the story of a given question.</summary>
/// <param name="Report">The report's key.</param>
/// <param name="IsRelevant">Whether it belongs there.</param>
/// <param name="LogOdds">Log-odds that it does, before the rules for records.</param>
/// <param name="Reason">Why, in words.</param>
public sealed record RelevanceDecision(string Report, bool IsRelevant, double LogOdds, string Reason);

/// <summary>
/// Finds the reports that a given question asks for, in other words too:
/// <list type="number">
/// <item>Seeds: reports that say most of what the question says, its rare words counting most; without one, the nearest.</item>
/// <item>The seeds' words become the story's profile, by which further reports are found (pseudo-relevance feedback, Rocchio 1971), and the
/// profile grows with them, until nothing changes.</item>
/// <item>A record is relevant where a relevant report names its issuer and both speak of one thing, or where both state one quantity.</item>
/// </list>
/// The same reports in any order give the same decisions.
/// </summary>
public static class Relevance
{
    /// <summary>Decides on all reports of an input at once.</summary>
    /// <param name="question">The question as <see cref="ReportFeatures.OfQuestion"/> reads it.</param>
    /// <param name="reports">The reports; versions of one report may share a key, and are decided alike.</param>
    /// <returns>One decision for each key, in the order of first appearance.</returns>
    public static ImmutableArray<RelevanceDecision> To(ReportFeatures question, IReadOnlyList<ReportFeatures> reports)
    {
        ArgumentNullException.ThrowIfNull(question);
        ArgumentNullException.ThrowIfNull(reports);
        return new RelevanceGrowth(question, reports).Decide();
    }
}
