using System.Collections.Immutable;
using Attest.Engine.Publishing;

namespace Attest.Web;

/// <summary>
/// Where on the page each claim is told in full, which is in one place only: the newest update whose list agrees with what the claim is now.
/// Elsewhere an update links to it. Claims that no update tells stand at the end of the page, utterances only where a sentence refers to them.
/// </summary>
internal sealed class ClaimPlaces
{
    /// <summary>Statements whose quotations one page carries: about 100 KB before compression.</summary>
    private const int MostEvidence = 150;

    private readonly HashSet<string> ledgers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> updateOf = new(StringComparer.Ordinal);

    /// <summary>The claims that no update tells, under their headings.</summary>
    public ImmutableArray<ClaimGroup> Rest { get; private init; } = [];

    /// <summary>Decides the places of a story's claims.</summary>
    public static ClaimPlaces Of(StoryLookup story)
    {
        var places = new ClaimPlaces();
        foreach (var update in story.Story.Updates)
            foreach (var (id, group) in Listed(update))
                if (story.Claim(id) is { } claim && Agrees(Standings.Group(claim.Standing), group))
                    places.updateOf.TryAdd(id, update.Id);
        var referred = Referred(story.Story).ToHashSet(StringComparer.Ordinal);
        var rest = story.Story.Claims.Where(c => !places.updateOf.ContainsKey(c.Id) && (c.Kind != "utterance" || referred.Contains(c.Id)));
        var placed = new ClaimPlaces(places) { Rest = [.. Headed(rest)] };
        placed.OpenLedgers(story);
        return placed;
    }

    /// <summary>Whether a claim's ledger stands on the page; else its row leads to the claim's own page, so that a page of many reports stays small.</summary>
    public bool HasLedger(ClaimDocument claim) => ledgers.Contains(claim.Id);

    /// <summary>From the top of the page down until the reports quoted are enough for one page.</summary>
    private void OpenLedgers(StoryLookup story)
    {
        int left = MostEvidence;
        var inOrder = story.Story.Updates.SelectMany(u => story.Claims(Listed(u).Select(l => l.Id)).Where(c => IsToldIn(c, u)))
            .Concat(Rest.SelectMany(g => g.Claims).Select(c => c.Claim));
        foreach (var claim in inOrder)
        {
            left -= claim.Evidence.Length;
            if (left < 0)
                return;
            ledgers.Add(claim.Id);
        }
    }

    private ClaimPlaces()
    {
    }

    private ClaimPlaces(ClaimPlaces other) => updateOf = other.updateOf;

    /// <summary>An update's claims under their headings; a claim that is told elsewhere is marked so.</summary>
    public ImmutableArray<ClaimGroup> In(UpdateDocument update, StoryLookup story)
    {
        var own = story.Claims(Listed(update).Select(l => l.Id)).Where(c => IsToldIn(c, update)).ToHashSet();
        var groups = new List<ClaimGroup>();
        Add("What’s confirmed", story.Claims(update.Confirmed), Standings.Confirmed);
        Add("Still unconfirmed", story.Claims(update.Unconfirmed).Where(c => !(own.Contains(c) && IsDisputed(c))), Standings.Unconfirmed);
        Add("In dispute", story.Claims(update.Unconfirmed).Where(c => own.Contains(c) && IsDisputed(c)), Standings.Disputed);
        var listed = groups.SelectMany(g => g.Claims).Select(c => c.Claim).ToHashSet();
        var changed = story.Claims(update.Changes.Select(c => c.Claim)).Where(c => own.Contains(c) && !listed.Contains(c));
        groups.AddRange(Headed(changed));
        return [.. groups];

        void Add(string heading, IEnumerable<ClaimDocument> claims, string group)
        {
            var placed = claims.Select(c => new PlacedClaim(c, own.Contains(c), group)).ToImmutableArray();
            if (placed.Length > 0)
                groups.Add(new(heading, placed));
        }
    }

    /// <summary>Whether a claim stands on the story's page at all.</summary>
    public bool IsTold(ClaimDocument claim) => updateOf.ContainsKey(claim.Id) || Rest.Any(g => g.Claims.Any(c => c.Claim.Id == claim.Id));

    /// <summary>Whether a claim is told in full in this update.</summary>
    public bool IsToldIn(ClaimDocument claim, UpdateDocument update) => updateOf.GetValueOrDefault(claim.Id) == update.Id;

    private static bool IsDisputed(ClaimDocument claim) => Standings.Group(claim.Standing) == Standings.Disputed;

    private static IEnumerable<(string Id, string Group)> Listed(UpdateDocument update) =>
        update.Confirmed.Select(id => (id, Standings.Confirmed))
            .Concat(update.Unconfirmed.Select(id => (id, Standings.Unconfirmed)))
            .Concat(update.Changes.Select(c => (c.Claim, c.Kind switch
            {
                "refuted" => Standings.Refuted,
                "retracted" or "corrected" => Standings.Retracted,
                "revised" or "superseded" => Standings.Revised,
                _ => "",
            })));

    private static bool Agrees(string now, string listed) => now == listed || now == Standings.Disputed && listed == Standings.Unconfirmed;

    private static IEnumerable<string> Referred(StoryDocument story) =>
        story.Summary.SelectMany(s => s.Claims)
            .Concat(story.WhatChanged.Claims)
            .Concat(story.WhatChanged.Changes.Select(c => c.Claim))
            .Concat(story.Updates.SelectMany(u => u.Summary.SelectMany(s => s.Claims).Concat(u.Changes.Select(c => c.Claim))))
            .Concat(story.Updates.SelectMany(u => u.Confirmed.Concat(u.Unconfirmed)))
            .Concat(story.Claims.Where(c => c.Kind != "utterance" && c.SupersededBy is not null).Select(c => c.SupersededBy!));

    private static IEnumerable<ClaimGroup> Headed(IEnumerable<ClaimDocument> claims)
    {
        var byGroup = claims.ToLookup(c => Standings.Group(c.Standing));
        foreach (var (group, heading) in Headings)
            if (byGroup[group].Any())
                yield return new(heading, [.. byGroup[group].Select(c => new PlacedClaim(c, true, group))]);
    }

    private static readonly (string Group, string Heading)[] Headings =
    [
        (Standings.Confirmed, "Confirmed"), (Standings.Unconfirmed, "Unconfirmed"), (Standings.Disputed, "In dispute"),
        (Standings.Refuted, "Refuted"), (Standings.Retracted, "Retracted or corrected"), (Standings.Revised, "Out of date"),
    ];
}

/// <summary>Claims under a heading.</summary>
/// <param name="Heading">The heading.</param>
/// <param name="Claims">The claims.</param>
public sealed record ClaimGroup(string Heading, ImmutableArray<PlacedClaim> Claims);

/// <summary>A claim in an update's list.</summary>
/// <param name="Claim">The claim.</param>
/// <param name="IsHere">Whether it is told in full here; else the list links to where it is.</param>
/// <param name="Listed">The group that the list puts it in, which may no longer be its own.</param>
public sealed record PlacedClaim(ClaimDocument Claim, bool IsHere, string Listed);
