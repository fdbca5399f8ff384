using System.Collections.Immutable;
using Attest.Engine.Model;

namespace Attest.Engine.Writing;

/// <summary>
/// Writes what changed, in the reports' own words. The cascade:
/// 1. the typed changes between two weighings (<see cref="ChangesBetween"/>), a demotion as prominent as a promotion (R16);
/// 2. whether any is worth an update (<see cref="WorthSaying"/>); each trifle is not;
/// 3. the lead: the weightiest change, by weight and by importance of its claim;
/// 4. headline and sentences, whose form the standing decides (<see cref="Teller"/>, R17, R18);
/// 5. the number, never above the weakest lead claim; the lists; which earlier updates it corrects (R15).
/// </summary>
public static class Writer
{
    /// <summary>The update that tells what changed between two weighings of a story; null where nothing is worth saying.</summary>
    /// <param name="context">The story, its earlier updates and the reports read since.</param>
    /// <param name="before">The claims as weighed at the last update; empty for the first.</param>
    /// <param name="after">The claims as weighed now.</param>
    /// <param name="memory">What writing derived from this story's claims before: saves time, changes nothing.</param>
    public static Update? Write(WritingContext context, ImmutableArray<WeighedClaim> before, ImmutableArray<WeighedClaim> after, WritingMemory? memory = null)
    {
        ArgumentNullException.ThrowIfNull(context);
        memory ??= new();
        var importance = new Importance(context.Question, after, memory);
        var overlap = new Overlap(after, memory);
        var byFigure = ToldByFigure.Of(after, overlap);
        var known = new KnownClaims(memory);
        foreach (var c in before.Where(c => c.Confirmed && c.Claim.Kind != ClaimKind.Utterance))
            known.Add(c.Claim);
        var changes = WithoutRepetitions(known, ChangesBetween.Of(before, after).Where(c => c.Kind == ChangeKind.Demoted || !byFigure.Contains(c.Claim.Claim.Id))
            .OrderByDescending(c => WorthSaying.Weight(c, importance, context) >= 1)
            .ThenByDescending(c => WorthSaying.Weight(c, importance, context) + importance.Of(c.Claim) / 2).ThenBy(c => c.Claim.Claim.Id));
        if (changes.IsEmpty || WorthSaying.Weight(changes[0], importance, context) < 1)
            return null;
        var teller = new Teller(after, context.Now.Year);
        var first = changes[0];
        var headline = HeadlineOf(first, teller);
        var told = Summary(first, changes, [.. after.Where(c => !byFigure.Contains(c.Claim.Id))], importance, teller, headline, memory);
        var lead = Leads([first.Claim, told[0].Claim], teller);
        var (confidence, parts) = UpdateConfidence.Of(lead);
        var listed = Listed(changes, told, after, importance);
        return new()
        {
            Id = UpdateId.Of(context.Story, context.Earlier.Length + 1),
            At = context.Now,
            Headline = headline.Text,
            Lead = [.. lead.Select(c => c.Claim.Id)],
            Confidence = confidence,
            Contributions = parts,
            Strength = UpdateConfidence.Strength(lead),
            Summary = [.. told.Select(t => t.Sentence.Bound())],
            Confirmed = [.. listed.Where(c => c.Confirmed).Take(HouseStyle.Listed).Select(c => c.Claim.Id)],
            Unconfirmed = [.. listed.Where(c => IsOpen(c.Standing)).Take(HouseStyle.Listed).Select(c => c.Claim.Id)],
            Changes = [.. changes.Where(c => c.Kind != ChangeKind.Lapsed || c.WasTold).Select(c => c.Worded(teller, context.Now))],
            WhatChanged = WhatChanged(first, changes, teller, overlap),
            Reports = context.NewReports,
            Corrects = Corrected(changes, context.Earlier),
        };
    }

    /// <summary>The story's standing summary: what is confirmed first, then what is disputed or open. Empty where nothing is known.</summary>
    /// <param name="context">The story.</param>
    /// <param name="claims">Its claims, weighed.</param>
    /// <param name="memory">What writing derived from them before: saves time, changes nothing.</param>
    public static ImmutableArray<BoundSentence> SummaryOf(WritingContext context, ImmutableArray<WeighedClaim> claims, WritingMemory? memory = null)
    {
        ArgumentNullException.ThrowIfNull(context);
        memory ??= new();
        var importance = new Importance(context.Question, claims, memory);
        var teller = new Teller(claims, context.Now.Year);
        var overlap = new Overlap(claims, memory);
        var byFigure = ToldByFigure.Of(claims, overlap);
        var confirmed = Selection.Of(claims.Where(c => !byFigure.Contains(c.Claim.Id) && c.Confirmed && c.Claim.Kind != ClaimKind.Utterance), importance.Of, HouseStyle.StorySentences - 1, [], overlap);
        var rest = Selection.Of(claims.Where(c => !byFigure.Contains(c.Claim.Id) && IsOpen(c.Standing) && c.Claim.Kind != ClaimKind.Utterance && c.Standing != Standing.Lapsed && (c.Reports > 0 || c.Standing == Standing.Disputed) || c.Standing is Standing.Refuted && Heard(c) > 1),
            importance.Of, Math.Min(2, HouseStyle.StorySentences - Math.Min(confirmed.Length, HouseStyle.StorySentences - 1)), confirmed, overlap);
        return [.. WithoutOtherSides([.. confirmed.Concat(rest.OrderBy(Selection.Rank)).Select(c => (Claim: c, Sentence: teller.Sentence(c)))]).Select(t => t.Sentence.Bound())];
    }

    /// <summary>Leaves out what is new only in its words: readers know it as confirmed, or this update tells it already.</summary>
    private static ImmutableArray<Changed> WithoutRepetitions(KnownClaims known, IEnumerable<Changed> changes)
    {
        var kept = ImmutableArray.CreateBuilder<Changed>();
        foreach (var c in changes)
        {
            bool mayRepeat = c.Kind is ChangeKind.Confirmed or ChangeKind.New && !c.WasTold;
            if (mayRepeat && known.Tell(c.Claim.Claim))
                continue;
            kept.Add(c);
            if (c.Claim.Confirmed)
                known.Add(c.Claim.Claim);
        }
        return kept.ToImmutable();
    }

    private static Told HeadlineOf(Changed change, Teller teller)
    {
        if (change.Kind == ChangeKind.Demoted)
        {
            var told = teller.NoLongerConfirmed(change.Claim);
            return new(StoryWords.WithoutStop(told.Text), told.Claims);
        }
        return teller.Headline(change.Claim);
    }

    /// <summary>Two or three sentences: the lead in full, then what was wrong or demoted, then the most important that tells something else.</summary>
    private static ImmutableArray<(WeighedClaim Claim, Told Sentence)> Summary(
        Changed first, ImmutableArray<Changed> changes, ImmutableArray<WeighedClaim> after, Importance importance, Teller teller, Told headline, WritingMemory memory)
    {
        var changed = changes.ToImmutableDictionary(c => c.Claim.Claim.Id);
        ImmutableArray<WeighedClaim> chosen = [first.Claim];
        if (Mistaken(first, changes) is { } mistaken)
            chosen = chosen.Add(mistaken.Claim);
        var candidates = after.Where(c => c.Claim.Kind != ClaimKind.Utterance && (c.Confirmed || (IsOpen(c.Standing) && c.Standing != Standing.Lapsed && (c.Reports > 0 || c.Standing == Standing.Disputed))));
        chosen = [.. chosen, .. Selection.Of(candidates, c => importance.Of(c) + (changed.ContainsKey(c.Claim.Id) ? 1 : 0), HouseStyle.UpdateSentences - chosen.Length, chosen, new Overlap(after, memory))];
        var rest = chosen.Skip(1).OrderBy(c => changed.ContainsKey(c.Claim.Id) ? 0 : 1).ThenBy(Selection.Rank).ToList();
        // A first sentence that says the headline once more tells a reader nothing, where there is something else to say.
        var sentences = rest.Prepend(first.Claim).Select(c => (Claim: c, Sentence: changed.TryGetValue(c.Claim.Id, out var change) ? change.Sentence(teller) : teller.Sentence(c))).ToList();
        if (sentences.Count > 2 && StoryWords.WithoutStop(sentences[0].Sentence.Text) == headline.Text && sentences[1].Claim.Confirmed && changed.ContainsKey(sentences[1].Claim.Claim.Id))
            sentences.RemoveAt(0);
        return WithoutOtherSides(sentences);
    }

    /// <summary>A dispute is told once, with both sides: its other side needs no sentence of its own.</summary>
    private static ImmutableArray<(WeighedClaim Claim, Told Sentence)> WithoutOtherSides(List<(WeighedClaim Claim, Told Sentence)> sentences)
    {
        var told = new HashSet<ClaimId>();
        return [.. sentences.Where(s =>
        {
            bool otherSide = s.Claim.Standing == Standing.Disputed && told.Contains(s.Claim.Claim.Id);
            told.UnionWith(s.Sentence.Claims);
            return !otherSide;
        }).DistinctBy(s => s.Sentence.Text)];
    }

    /// <summary>What readers were told and must now be told otherwise, beside the lead (R16).</summary>
    private static Changed? Mistaken(Changed first, ImmutableArray<Changed> changes) => changes.FirstOrDefault(c =>
        c.Kind is ChangeKind.Refuted or ChangeKind.Retracted or ChangeKind.Corrected or ChangeKind.Demoted && c != first && (c.WasTold || Heard(c.Claim) > 1));

    private static ImmutableArray<WeighedClaim> Leads(ImmutableArray<WeighedClaim> told, Teller teller) => [.. told.Select(teller.Asserted).DistinctBy(c => c.Claim.Id)];

    /// <summary>What the update lists: what changed and what it tells, by importance; utterances are not listed.</summary>
    private static ImmutableArray<WeighedClaim> Listed(
        ImmutableArray<Changed> changes, ImmutableArray<(WeighedClaim Claim, Told Sentence)> told, ImmutableArray<WeighedClaim> after, Importance importance)
    {
        var named = changes.Select(c => c.Claim.Claim.Id).Concat(told.SelectMany(t => t.Sentence.Claims)).ToHashSet();
        return [.. after.Where(c => named.Contains(c.Claim.Id) && c.Claim.Kind != ClaimKind.Utterance).OrderByDescending(importance.Of).ThenBy(c => c.Claim.Id)];
    }

    private static BoundSentence WhatChanged(Changed first, ImmutableArray<Changed> changes, Teller teller, Overlap overlap)
    {
        var second = Mistaken(first, changes)
            ?? changes.FirstOrDefault(c => c != first && c.Kind != ChangeKind.Lapsed && overlap.Repeats(c.Claim.Claim, first.Claim.Claim) < HouseStyle.SameContent);
        var told = first.Sentence(teller);
        if (second is null)
            return told.Bound();
        var also = second.Sentence(teller);
        return new($"{told.Text} {also.Text}", [.. told.Claims.Concat(also.Claims).Distinct()]);
    }

    /// <summary>Earlier updates whose lead or lists held what is now withdrawn, wrong or no longer confirmed (R15).</summary>
    private static ImmutableArray<UpdateId> Corrected(ImmutableArray<Changed> changes, ImmutableArray<Update> earlier)
    {
        var wrong = changes.Where(c => c.Kind is ChangeKind.Retracted or ChangeKind.Corrected or ChangeKind.Refuted).Select(c => c.Claim.Claim.Id).ToHashSet();
        var demoted = changes.Where(c => c.Kind == ChangeKind.Demoted).Select(c => c.Claim.Claim.Id).ToHashSet();
        return [.. earlier.Where(u => u.Lead.Concat(u.Confirmed).Concat(u.Unconfirmed).Any(wrong.Contains) || u.Confirmed.Any(demoted.Contains)).Select(u => u.Id)];
    }

    /// <summary>Reports that ever said so, withdrawn or not: what many read must be put right where they read it.</summary>
    private static int Heard(WeighedClaim c) => c.Claim.Evidence.Where(e => e.Stance == Stance.Supports).Select(e => e.Traced.Statement.Report).Distinct().Count();

    private static bool IsOpen(Standing standing) =>
        standing is Standing.Disputed or Standing.Uncorroborated or Standing.Stated or Standing.Forecast or Standing.Opinion or Standing.Lapsed;
}
