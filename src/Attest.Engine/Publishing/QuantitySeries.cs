using System.Collections.Immutable;
using Attest.Engine.Model;

namespace Attest.Engine.Publishing;

/// <summary>
/// The values of each quantity of a story, gathered once. A claim lists those of its quantity; of more than <see cref="Most"/> the latest, or, where its own is older, those from its
/// own on: else a list of a thousand counts would be written a thousand times.
/// </summary>
internal sealed class QuantitySeries
{
    /// <summary>Values that one claim lists: nine times the longest series that 2,471 real articles gave (11).</summary>
    public const int Most = 100;

    private readonly ILookup<string, (ClaimId Claim, SeriesDocument Value)> series;

    public QuantitySeries(Story story) =>
        series = story.Claims.Select(c => c.Claim).Where(c => c.Series is not null)
            .SelectMany(c => Values(c).Select(v => (Name: c.Series!, Entry: (c.Id, Value: v))))
            .OrderBy(s => s.Entry.Value.At).ThenBy(s => s.Entry.Value.Value)
            .ToLookup(s => s.Name, s => s.Entry, StringComparer.Ordinal);

    /// <summary>The values of a claim's quantity, oldest first.</summary>
    public ImmutableArray<SeriesDocument> Of(Claim claim)
    {
        if (claim.Series is null)
            return [.. Values(claim)];
        var all = series[claim.Series].ToList();
        int own = all.FindIndex(v => v.Claim == claim.Id), first = Math.Max(0, all.Count - Most);
        return [.. all.Skip(own >= 0 && own < first ? own : first).Take(Most).Select(v => v.Value)];
    }

    private static IEnumerable<SeriesDocument> Values(Claim claim)
    {
        if (claim.Quantity is { } figure && claim.Evidence.FirstOrDefault(e => e.Stance == Stance.Supports) is { } first)
            yield return new SeriesDocument { At = first.Traced.Statement.At, Value = figure.Value, Bound = figure.Bound.Token(), Origin = first.Traced.Origin.Id.Value };
    }
}
