using System.Collections.Immutable;
using Attest.Engine.Model;

namespace Attest.Engine.Matching;

/// <summary>
/// Finds which statements say the same, more, less or otherwise, and folds them into a story's claims:
/// <list type="number">
/// <item>a sentence that stands unchanged in a new version of its report keeps its time;</item>
/// <item>candidates by an inverted index over words and names, rare ones first;</item>
/// <item>each candidate laid beside the statement: heads, roles, names, figures, times, sign (<see cref="Comparison"/>);</item>
/// <item>the statement joins the claim that says the same, or opens one (<see cref="Placing"/>);</item>
/// <item>it supports what it entails (R2), refutes what it contradicts or denies (R8, R9), continues a series of figures or states (R10);</item>
/// <item>utterances find the claim that they utter, and nothing feeds from the one to the other (R1);</item>
/// <item>what a report no longer says, and what its outlet takes back, is withdrawn with its relays (R15).</item>
/// </list>
/// Headlines are left out: they are no evidence (R22).
/// </summary>
public static class Matcher
{
    /// <summary>Folds statements, in canonical order, into a story's claims. The same input gives the same claims.</summary>
    public static ImmutableArray<Claim> Match(ImmutableArray<Claim> claims, ImmutableArray<TracedStatement> incoming) =>
        Match(claims, incoming, new ClaimIndex());

    /// <summary>The same with a memory of the last call for this story, which saves time and changes nothing, and with the report that states it, which may state nothing.</summary>
    public static ImmutableArray<Claim> Match(ImmutableArray<Claim> claims, ImmutableArray<TracedStatement> incoming, ClaimIndex index, Report? read = null)
    {
        ArgumentNullException.ThrowIfNull(index);
        if (incoming.IsEmpty && read is null or { Version: 1 })
            return claims;
        index.Hold(claims);
        var versions = new NewVersions(index, incoming, read);
        var placing = new Placing(index);
        foreach (var traced in incoming.Where(t => t.Statement.Sentence >= 0).Select(versions.WithFirstTime))
            if (traced.Statement.Kind != ClaimKind.Utterance)
                placing.Place(traced);
        var utterances = new Utterances(placing);
        foreach (var traced in incoming.Where(t => t.Statement.Sentence >= 0 && t.Statement.Kind == ClaimKind.Utterance))
            utterances.Place(versions.WithFirstTime(traced));
        versions.WithdrawDropped();
        foreach (var traced in incoming.Where(t => t.Statement.Withdraws is not null))
            Withdrawing.Apply(placing, traced, traced.Statement.Withdraws!);
        placing.Refresh();
        return index.All();
    }

    /// <summary>Opens an occurrence claim for each forecast whose deadline has come (R12); the forecast's statement is a mention there.</summary>
    public static ImmutableArray<Claim> OpenDue(ImmutableArray<Claim> claims, DateTimeOffset now) => DueForecasts.Open(claims, now);
}
