using System.Collections.Immutable;
using Attest.Engine.Publishing;

namespace Attest.Web;

/// <summary>Where a story's own words rest on a claim.</summary>
internal sealed record ClaimUses(bool InSummary, ImmutableArray<(UpdateDocument Update, string How)> Updates)
{
    /// <summary>The uses of a claim, updates newest first.</summary>
    public static ClaimUses Of(ClaimDocument claim, StoryDocument story) => new(
        story.Summary.Any(s => s.Claims.Contains(claim.Id)),
        [.. story.Updates.Select(u => (u, How(claim.Id, u))).Where(u => u.Item2 is not null).Select(u => (u.u, u.Item2!))]);

    private static string? How(string claim, UpdateDocument update) =>
        update.Lead.Contains(claim) ? "in its headline or first sentence"
        : update.Summary.Any(s => s.Claims.Contains(claim)) ? "in its text"
        : update.Confirmed.Contains(claim) ? "among what was confirmed"
        : update.Unconfirmed.Contains(claim) ? "among what was unconfirmed"
        : update.Changes.Any(c => c.Claim == claim) ? "among its changes"
        : null;
}
