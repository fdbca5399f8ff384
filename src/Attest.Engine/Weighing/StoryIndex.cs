using System.Collections.Immutable;
using Attest.Engine.Model;

namespace Attest.Engine.Weighing;

/// <summary>How a story's claims hang together, looked up instead of searched: a story of thousands of claims is weighed at every report.</summary>
internal sealed class StoryIndex
{
    private readonly Dictionary<ClaimId, Claim> claims;
    private readonly ILookup<string, Claim> series;
    private readonly ILookup<ClaimId, Claim> utterances;
    private readonly Dictionary<ClaimId, SortedSet<ClaimId>> conflicts = [];
    private readonly Dictionary<ClaimId, ImmutableArray<Evidence>> standing = [];

    public StoryIndex(ImmutableArray<Claim> story)
    {
        claims = story.ToDictionary(c => c.Id);
        series = story.Where(c => c.Series is not null).OrderBy(c => c.AsOf).ThenBy(c => c.Id).ToLookup(c => c.Series!, StringComparer.Ordinal);
        utterances = story.Where(c => c.Utters is not null).ToLookup(c => c.Utters!.Value);
        foreach (var claim in story)
            foreach (var other in claim.Conflicts.Where(claims.ContainsKey))
                if (other != claim.Id && !Follow(claim, claims[other]))
                {
                    Add(claim.Id, other);
                    Add(other, claim.Id);
                }
    }

    /// <summary>A claim of the story.</summary>
    public Claim this[ClaimId id] => claims[id];

    /// <summary>The other values of a claim's series, oldest first.</summary>
    public IEnumerable<Claim> Siblings(Claim claim) => claim.Series is null ? [] : series[claim.Series].Where(c => c.Id != claim.Id);

    /// <summary>A claim's evidence that still stands (R15).</summary>
    public ImmutableArray<Evidence> Standing(Claim claim)
    {
        if (!standing.TryGetValue(claim.Id, out var evidence))
            standing[claim.Id] = evidence = WithdrawnOrigins.Standing(claim.Evidence);
        return evidence;
    }

    /// <summary>The claims that somebody said what a claim says.</summary>
    public IEnumerable<Claim> UtterancesOf(Claim claim) => utterances[claim.Id];

    /// <summary>The claims that cannot be so together with a claim, whichever of the two names the other.</summary>
    public IEnumerable<ClaimId> Opponents(Claim claim) => conflicts.TryGetValue(claim.Id, out var found) ? found : [];

    // Values of a series that lie apart in time follow one another (R10).
    private static bool Follow(Claim a, Claim b) => a.Series is not null && a.Series == b.Series && (a.AsOf - b.AsOf).Duration() > Calibration.SameTime;

    private void Add(ClaimId one, ClaimId other)
    {
        if (!conflicts.TryGetValue(one, out var found))
            conflicts[one] = found = [];
        found.Add(other);
    }
}
