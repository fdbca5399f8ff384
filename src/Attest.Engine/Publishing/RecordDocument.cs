using System.Collections.Immutable;

namespace Attest.Engine.Publishing;

/// <summary>
/// How often the numbers held: updates old enough to be judged, each by what later evidence made of its lead claims. An update held where none of
/// them was corrected, retracted or refuted by its horizon; it is scored only where later evidence addressed one of them.
/// </summary>
public sealed record RecordDocument
{
    /// <summary>Days after which an update is judged.</summary>
    public required int Days { get; init; }

    /// <summary>Updates with a number.</summary>
    public required int Updates { get; init; }

    /// <summary>Those old enough.</summary>
    public required int Due { get; init; }

    /// <summary>Those of them that later evidence addressed: the scored ones.</summary>
    public required int Scored { get; init; }

    /// <summary>Scored updates that held.</summary>
    public required int Held { get; init; }

    /// <summary>Mean squared difference of number and outcome over scored updates; null where there are none.</summary>
    public double? Brier { get; init; }

    /// <summary>Scored updates by the number they bore, lowest first.</summary>
    public ImmutableArray<RecordBucket> Buckets { get; init; } = [];

    /// <summary>Updates that did not hold, newest first.</summary>
    public ImmutableArray<RecordMiss> Misses { get; init; } = [];

    /// <summary>Claims that were ever confirmed.</summary>
    public required int EverConfirmed { get; init; }

    /// <summary>Those of them that were later corrected, retracted or refuted, newest first.</summary>
    public ImmutableArray<RecordReversal> Reversals { get; init; } = [];

    /// <summary>The outcomes of some stories' updates.</summary>
    /// <param name="stories">The stories as they stand.</param>
    /// <param name="days">The horizon.</param>
    public static RecordDocument Of(IEnumerable<StoryDocument> stories, int days = 7)
    {
        ArgumentNullException.ThrowIfNull(stories);
        var told = stories.ToArray();
        var numbered = told.SelectMany(s => s.Updates.Where(u => u.Confidence is not null).Select(u => (Story: s, Update: u))).ToArray();
        var due = numbered.Where(u => u.Update.At.AddDays(days) <= u.Story.AsOf).ToArray();
        var scored = due.Select(u => Outcome(u.Story, u.Update, days)).OfType<RecordOutcome>().ToArray();
        var reversals = told.SelectMany(s => s.Claims.Select(c => Reversal(s, c))).ToArray();
        return new()
        {
            Days = days,
            Updates = numbered.Length,
            Due = due.Length,
            Scored = scored.Length,
            Held = scored.Count(o => o.Held),
            Brier = scored.Length == 0 ? null : scored.Average(o => Math.Pow(o.Said - (o.Held ? 1 : 0), 2)),
            Buckets = [.. scored
                .GroupBy(o => (int)Math.Round(o.Said * 100))
                .OrderBy(g => g.Key)
                .Select(g => RecordBucket.Of(g.Key, g.Count(o => o.Held), g.Count()))],
            Misses = [.. scored.Select(o => o.Miss).OfType<RecordMiss>().OrderByDescending(m => m.At).ThenBy(m => m.Update, StringComparer.Ordinal)],
            EverConfirmed = told.Sum(s => s.Claims.Count(c => c.Kind != "utterance" && c.History.Any(IsConfirmed))),
            Reversals = [.. reversals.OfType<RecordReversal>().OrderByDescending(r => r.Corrected).ThenBy(r => r.Claim, StringComparer.Ordinal)],
        };
    }

    private static RecordOutcome? Outcome(StoryDocument story, UpdateDocument update, int days)
    {
        var until = update.At.AddDays(days);
        var lead = story.Claims.Where(c => update.Lead.Contains(c.Id)).ToArray();
        var broken = lead
            .Select(c => (Claim: c, Step: c.History.LastOrDefault(h => h.At <= until)))
            .FirstOrDefault(c => c.Step is { } step && step.At > update.At && IsBroken(step));
        bool addressed = broken.Step is not null || lead.Any(c => IsAddressed(c, update.At, until));
        double said = update.Confidence!.Value;
        return !addressed ? null
            : broken.Step is { } fell
                ? new(said, false, new(story.Slug, update.Id, update.Headline, (int)Math.Round(said * 100), update.At, fell.At, broken.Claim.Id, fell.Standing, fell.Because))
                : new(said, true, null);
    }

    /// <summary>Whether a new origin spoke to the claim in a span.</summary>
    private static bool IsAddressed(ClaimDocument claim, DateTimeOffset after, DateTimeOffset until)
    {
        var known = claim.Evidence.Where(e => e.At <= after).Select(e => e.Origin).ToHashSet(StringComparer.Ordinal);
        return claim.Evidence.Any(e => e.At > after && e.At <= until && e.Stance is "supports" or "refutes" && !known.Contains(e.Origin));
    }

    private static RecordReversal? Reversal(StoryDocument story, ClaimDocument claim)
    {
        if (claim.Kind == "utterance" || claim.History.FirstOrDefault(IsConfirmed) is not { } confirmed)
            return null;
        return claim.History.LastOrDefault(h => h.At > confirmed.At && IsBroken(h)) is { } fell && claim.History[^1] == fell
            ? new(story.Slug, claim.Id, claim.Text, confirmed.At, fell.At, fell.Because)
            : null;
    }

    private static bool IsConfirmed(HistoryDocument step) => step.Standing is "on-record" or "corroborated";

    private static bool IsBroken(HistoryDocument step) => step.Standing is "retracted" or "corrected" or "refuted";

    private sealed record RecordOutcome(double Said, bool Held, RecordMiss? Miss);
}

/// <summary>Updates that bore one number.</summary>
/// <param name="Said">The number, in percent.</param>
/// <param name="Held">How many held.</param>
/// <param name="Count">How many were scored.</param>
/// <param name="Low">Lower end of the share's 95 % interval, between 0 and 1.</param>
/// <param name="High">Upper end.</param>
public sealed record RecordBucket(int Said, int Held, int Count, double Low, double High)
{
    /// <summary>With the interval of Wilson (1927), which holds for few and for extreme counts.</summary>
    public static RecordBucket Of(int said, int held, int count)
    {
        const double z = 1.959964;
        double share = (double)held / count, spread = z * z / count;
        double middle = (share + spread / 2) / (1 + spread);
        double half = z * Math.Sqrt(share * (1 - share) / count + spread / (4 * count)) / (1 + spread);
        return new(said, held, count, Math.Max(0, middle - half), Math.Min(1, middle + half));
    }
}

/// <summary>An update whose lead did not hold.</summary>
/// <param name="Slug">Its story.</param>
/// <param name="Update">Its id.</param>
/// <param name="Headline">Its headline.</param>
/// <param name="Said">Its number, in percent.</param>
/// <param name="At">When it was published.</param>
/// <param name="Broken">When its lead fell.</param>
/// <param name="Claim">The lead claim that fell.</param>
/// <param name="Standing">What that claim became.</param>
/// <param name="Because">Why.</param>
public sealed record RecordMiss(
    string Slug, string Update, string Headline, int Said, DateTimeOffset At, DateTimeOffset Broken, string Claim, string Standing, string Because);

/// <summary>A claim that was confirmed and is no more.</summary>
/// <param name="Slug">Its story.</param>
/// <param name="Claim">Its id.</param>
/// <param name="Text">Its wording.</param>
/// <param name="Confirmed">When it was first confirmed.</param>
/// <param name="Corrected">When it fell.</param>
/// <param name="Because">Why.</param>
public sealed record RecordReversal(string Slug, string Claim, string Text, DateTimeOffset Confirmed, DateTimeOffset Corrected, string Because);
