using System.Collections.Immutable;
using Attest.Engine.Model;

namespace Attest.Engine.Weighing;

/// <summary>How a story's claims were weighed last: what an event did not touch is not weighed anew. It saves time and changes nothing.</summary>
public sealed class WeighingMemory
{
    private readonly Competence competence = new();
    private Dictionary<ClaimId, WeighedGroup> groups = [];
    private Dictionary<ClaimId, (Grounds Grounds, WeighedClaim Weighed)> weighed = [];

    /// <summary>The group of each claim, weighed anew only where one of its claims changed. Groups that are no more are forgotten.</summary>
    internal Dictionary<ClaimId, WeighedGroup> GroupsOf(ImmutableArray<Claim> story, WeighingContext context)
    {
        var now = new Dictionary<ClaimId, WeighedGroup>(story.Length);
        foreach (var claims in ClaimGroups.Of(story))
        {
            var group = groups.TryGetValue(claims[0].Id, out var known) && known.IsOf(claims, context) ? known : new WeighedGroup(claims, context, competence);
            foreach (var claim in claims)
                now[claim.Id] = group;
        }
        return groups = now;
    }

    /// <summary>The claims weighed on their grounds; what stands on the same grounds as the last time is the same.</summary>
    internal ImmutableArray<WeighedClaim> Weigh(ImmutableArray<Claim> story, Func<Claim, Grounds> groundsOf, Func<Grounds, WeighedClaim> weigh)
    {
        var now = new Dictionary<ClaimId, (Grounds Grounds, WeighedClaim Weighed)>(story.Length);
        var result = ImmutableArray.CreateBuilder<WeighedClaim>(story.Length);
        foreach (var claim in story)
        {
            var grounds = groundsOf(claim);
            var entry = weighed.TryGetValue(claim.Id, out var known) && known.Grounds == grounds ? known : (Grounds: grounds, Weighed: weigh(grounds));
            now[claim.Id] = entry;
            result.Add(entry.Weighed);
        }
        weighed = now;
        return result.MoveToImmutable();
    }
}
