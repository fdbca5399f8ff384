using System.Collections.Immutable;
using Attest.Engine.Model;

namespace Attest.Engine.Matching;

/// <summary>In whose words a claim is told, and what follows from its evidence as a whole.</summary>
internal static class Wordings
{
    // A claim is only told anew in words that say nearly the same: else it would drift from report to report.
    private const float NearEnough = 0.9f;

    /// <summary>The claim in the words of a statement that says the same, where those are better: asserted before attributed, before hedged, before denied; else the earliest.</summary>
    public static Claim Better(Claim claim, TracedStatement traced, float score)
    {
        var statement = traced.Statement;
        int now = claim.Evidence.Where(e => e.Traced.Statement.Wording == claim.Wording).Select(e => Rank(e.Traced.Statement.Voice)).DefaultIfEmpty(int.MaxValue).Min();
        if (Rank(statement.Voice) >= now || (score < NearEnough && now <= Rank(Voice.Attributes)) || Rank(statement.Voice) > Rank(Voice.Relays))
            return claim;
        return claim with { Wording = statement.Wording, Proposition = statement.Proposition, Quantity = statement.Quantity ?? claim.Quantity };
    }

    /// <summary>The claim with order, times, kind and attribution as its evidence has them.</summary>
    public static Claim Refreshed(Claim claim)
    {
        ImmutableArray<Evidence> evidence = [.. claim.Evidence.OrderBy(e => e.Traced.Statement.At)];
        var standing = evidence.Where(e => e.Stance == Stance.Supports && !e.Withdrawn).ToList();
        return claim with
        {
            Evidence = evidence,
            Kind = Kind(claim, standing),
            AsOf = standing.Select(e => e.Traced.Statement.AsOf).DefaultIfEmpty(claim.AsOf).Max(),
            AttributedTo = claim.Kind == ClaimKind.Utterance ? null : AttributedTo(standing),
            Deadline = claim.Deadline ?? standing.Select(e => e.Traced.Statement.Deadline).FirstOrDefault(d => d is not null),
        };
    }

    private static int Rank(Voice voice) => voice switch
    {
        Voice.Asserts => 0,
        Voice.Attributes => 1,
        Voice.Relays => 2,
        Voice.Hedges or Voice.Asks => 3,
        _ => 4,
    };

    private static ClaimKind Kind(Claim claim, List<Evidence> standing)
    {
        if (claim.Quantity is not null || claim.Kind == ClaimKind.Utterance || claim.Forecast is not null)
            return claim.Kind;
        // A figure's statement supports the event without saying of which kind the event is.
        var kinds = standing.Select(e => e.Traced.Statement.Kind).Where(k => k != ClaimKind.Quantity && Meaning.Family(k) == Meaning.Family(claim.Kind)).ToList();
        return kinds.Append(claim.Kind).GroupBy(k => k).OrderByDescending(g => g.Count()).ThenByDescending(g => g.Key == claim.Kind).ThenBy(g => g.Key).First().Key;
    }

    private static string? AttributedTo(List<Evidence> standing)
    {
        if (standing.Exists(e => e.Traced.Statement.Voice == Voice.Asserts))
            return null;
        var first = standing.Find(e => e.Traced.Statement.Speaker is not null) ?? standing.FirstOrDefault();
        return first is null ? null : first.Traced.Statement.Speaker?.Name ?? first.Traced.Origin.Label;
    }
}
