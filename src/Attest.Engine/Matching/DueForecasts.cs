using System.Collections.Immutable;
using Attest.Engine.Model;

namespace Attest.Engine.Matching;

/// <summary>A forecast is never promoted: at its deadline a claim of its own opens, and evidence decides that one (R12).</summary>
internal static class DueForecasts
{
    /// <summary>The claims with those that are due.</summary>
    public static ImmutableArray<Claim> Open(ImmutableArray<Claim> claims, DateTimeOffset now)
    {
        var opened = claims.Select(c => c.Forecast).OfType<ClaimId>().ToHashSet();
        var due = claims.Where(c => c.Kind == ClaimKind.Forecast && c.Deadline <= now && !opened.Contains(c.Id) && c.Evidence.Length > 0).ToList();
        return due.Count == 0 ? claims : [.. claims, .. due.Select(Occurrence)];
    }

    private static Claim Occurrence(Claim forecast)
    {
        var said = forecast.Evidence.FirstOrDefault(e => e.Stance == Stance.Supports) ?? forecast.Evidence[0];
        return forecast with
        {
            Id = ClaimId.Of(new StatementId(said.Traced.Statement.Id.Value + ".due")),
            Kind = ClaimKind.Occurrence,
            FirstSeen = forecast.Deadline!.Value,
            AsOf = forecast.Deadline.Value,
            Evidence = [said with { Stance = Stance.Mentions, Specific = false }],
            AttributedTo = null,
            Series = null,
            Utters = null,
            Conflicts = [],
            Forecast = forecast.Id,
        };
    }
}
