using Attest.Engine.Model;
using Attest.Engine.Text;

namespace Attest.Engine.Writing;

/// <summary>What readers know as confirmed, asked again and again whether it tells a claim already, and growing with every one that it does not.</summary>
internal sealed class KnownClaims(WritingMemory memory)
{
    private readonly Dictionary<(bool Negated, int Word), int> words = [];
    private readonly Dictionary<(bool Negated, string Predicate), int> predicates = [];
    private readonly Dictionary<(bool Negated, decimal Value, string Unit), List<Claim>> figures = [];
    private readonly Dictionary<ClaimId, Claim> claims = [];

    /// <summary>Adds a claim.</summary>
    public void Add(Claim claim)
    {
        claims[claim.Id] = claim;
        Count(claim, 1);
        if (claim.Quantity is { } figure)
        {
            if (!figures.TryGetValue(Key(claim, figure), out var same))
                figures[Key(claim, figure)] = same = [];
            same.Add(claim);
        }
    }

    /// <summary>Whether a claim says in other words what several others say together: the same figure again, or nothing but their words.</summary>
    public bool Tell(Claim claim)
    {
        var own = memory.Of(claim);
        if (own.Count == 0)
            return false;
        if (claim.Quantity is { } figure)
            return figures.TryGetValue(Key(claim, figure), out var same) && same.Exists(k => k.Id != claim.Id && own.CountIn(memory.Of(k)) * 2 >= own.Count);
        // Beside itself.
        var itself = claims.GetValueOrDefault(claim.Id);
        if (itself is not null)
            Count(itself, -1);
        bool negated = claim.Proposition.Negated, sameVerb = predicates.GetValueOrDefault((negated, claim.Proposition.Predicate)) > 0;
        int shared = 0;
        foreach (int word in own.InOrder)
            shared += words.GetValueOrDefault((negated, word)) > 0 ? 1 : 0;
        if (itself is not null)
            Count(itself, 1);
        return shared >= own.Count * (sameVerb ? HouseStyle.SameContent : HouseStyle.NothingNew);
    }

    private static (bool, decimal, string) Key(Claim claim, Quantity figure) => (claim.Proposition.Negated, figure.Value, figure.Unit);

    private void Count(Claim claim, int by)
    {
        bool negated = claim.Proposition.Negated;
        foreach (int word in memory.Of(claim).InOrder)
            words[(negated, word)] = words.GetValueOrDefault((negated, word)) + by;
        predicates[(negated, claim.Proposition.Predicate)] = predicates.GetValueOrDefault((negated, claim.Proposition.Predicate)) + by;
    }
}
