using System.Collections.Immutable;
using Attest.Engine.Model;

namespace Attest.Engine.Matching;

/// <summary>Puts statements where they belong among the claims.</summary>
internal sealed class Placing(ClaimIndex index)
{
    private readonly Dictionary<StatementId, int> homes = [];
    private readonly SortedSet<int> touched = [];

    /// <summary>The claims.</summary>
    public ClaimIndex Index => index;

    /// <summary>Where a statement of this call was placed; −1 where it was not.</summary>
    public int HomeOf(StatementId id) => homes.GetValueOrDefault(id, -1);

    /// <summary>Joins a statement to the claim that says the same or opens one, and lets it bear on the others.</summary>
    public void Place(TracedStatement traced)
    {
        var statement = traced.Statement;
        var meaning = Meaning.Of(statement.Proposition, statement.Kind, statement.Quantity);
        var found = new List<(int Place, Comparison Comparison)>();
        foreach (int place in index.Near(meaning))
        {
            var comparison = Comparison.Of(meaning, statement.AsOf, index.MeaningOf(place), index[place].AsOf, index.Words);
            if (comparison.Relation != Relation.Unrelated)
                found.Add((place, comparison));
        }
        int home = Home(found);
        if (home < 0)
            home = InTheSameWords(statement, meaning, found);
        // A denial in fewer words than the claim denies the claim, and needs none of its own.
        if (home < 0 && statement.Voice == Voice.Denies && found.Exists(f => f.Comparison.Relation == Relation.EntailedBy && !OtherFigure(statement, index[f.Place])))
        {
            homes[statement.Id] = found.Where(f => f.Comparison.Relation == Relation.EntailedBy && !OtherFigure(statement, index[f.Place])).MaxBy(f => f.Comparison.Score).Place;
            foreach (var (place, comparison) in found)
                Bear(traced, homes[statement.Id], place, comparison, opens: false);
            return;
        }
        bool opens = home < 0;
        // A question asserts nothing that could be a claim.
        if (opens && statement.Voice == Voice.Asks)
            return;
        if (opens)
            home = index.Add(Opened(traced));
        homes[statement.Id] = home;
        float score = opens ? 1 : found.First(f => f.Place == home).Comparison.Score;
        Add(home, new Evidence(traced, Stances.Of(statement.Voice), statement.Voice == Voice.Denies));
        if (!opens)
            index.Put(home, Wordings.Better(index[home], traced, score));
        foreach (var (place, comparison) in found)
            if (place != home)
                Bear(traced, home, place, comparison, opens);
        Series.Continue(index, home, meaning, found);
    }

    /// <summary>Adds evidence unless the claim has it.</summary>
    public void Add(int place, Evidence evidence)
    {
        var claim = index[place];
        foreach (var e in claim.Evidence)
            if (e.Traced.Statement.Id == evidence.Traced.Statement.Id)
                return;
        if (evidence is { Withdrawn: false, Stance: Stance.Supports } && Withdrawing.Reaches(claim, evidence.Traced))
            evidence = evidence with { Withdrawn = true };
        index.Put(place, claim with { Evidence = claim.Evidence.Add(evidence) });
        touched.Add(place);
    }

    /// <summary>Opens a claim.</summary>
    public int Open(TracedStatement traced, ClaimId? utters)
    {
        int place = index.Add(Opened(traced) with { Utters = utters });
        homes[traced.Statement.Id] = place;
        return place;
    }

    /// <summary>Brings order, times, kind and attribution of the touched claims up to their evidence.</summary>
    public void Refresh()
    {
        foreach (int place in touched)
            index.Put(place, Wordings.Refreshed(index[place]));
    }

    private static int Home(List<(int Place, Comparison Comparison)> found)
    {
        int home = -1;
        float best = -1;
        foreach (var (place, comparison) in found)
            if (comparison.Relation == Relation.Same && comparison.Score > best)
                (home, best) = (place, comparison.Score);
        return home;
    }

    /// <summary>The claim that is worded just as the statement, however the parser took the one or the other apart; −1 where there is none.</summary>
    private int InTheSameWords(Statement statement, Meaning meaning, List<(int Place, Comparison Comparison)> found)
    {
        foreach (int place in index.Near(meaning))
            if (string.Equals(index[place].Wording, statement.Wording, StringComparison.OrdinalIgnoreCase)
                && Meaning.Family(index[place].Kind) == Meaning.Family(statement.Kind) && SaysNoOther(statement, index[place]))
            {
                found.RemoveAll(f => f.Place == place);
                found.Add((place, new Comparison(Relation.Same, 1)));
                return place;
            }
        return -1;
    }

    private static bool SaysNoOther(Statement statement, Claim claim) =>
        statement.Proposition.Negated == claim.Proposition.Negated
        && statement.Quantity?.Value == claim.Quantity?.Value && statement.Quantity?.Bound == claim.Quantity?.Bound
        && statement.Proposition.Times.Select(t => t.Resolved).SequenceEqual(claim.Proposition.Times.Select(t => t.Resolved));

    private static Claim Opened(TracedStatement traced)
    {
        var statement = traced.Statement;
        return new Claim
        {
            Id = ClaimId.Of(statement.Id),
            Wording = statement.Wording,
            Kind = statement.Kind,
            Proposition = statement.Proposition,
            FirstSeen = statement.At,
            Quantity = statement.Quantity,
            AsOf = statement.AsOf,
            Deadline = statement.Deadline,
        };
    }

    // What a statement does to the other claims, and, where it opens one, what their evidence does to that.
    private void Bear(TracedStatement traced, int home, int place, Comparison comparison, bool opens)
    {
        bool denies = traced.Statement.Voice == Voice.Denies;
        bool says = Stances.Of(traced.Statement.Voice) == Stance.Supports;
        switch (comparison.Relation)
        {
            case Relation.Entails:
                if (says)
                    Add(place, new Evidence(traced, Stance.Supports));
                if (opens)
                    Pull(place, home, e => e.Stance == Stance.Refutes && e.Specific, Stance.Refutes);
                break;
            case Relation.EntailedBy:
                // "It was wrong that it is for people over 50" does not speak against "over 60", though whoever is over 60 is over 50.
                if (denies && !OtherFigure(traced.Statement, index[place]))
                    Add(place, new Evidence(traced, Stance.Refutes, Specific: true));
                if (opens)
                    Pull(place, home, e => e.Stance == Stance.Supports, Stance.Supports);
                break;
            case Relation.Contradicts when says && !SameHand(traced, index[place]):
                // "The doors were not locked", of its own doors: a party that knows denies it, though it quotes nobody (R8).
                Add(place, new Evidence(traced, Stance.Refutes, Specific: Denies(traced) && !index[place].Proposition.Negated));
                if (opens)
                    Pull(place, home, e => e.Stance == Stance.Supports, Stance.Refutes);
                Link(home, place);
                break;
        }
    }

    private static bool OtherFigure(Statement denial, Claim claim) => denial.Quantity is { } denied && claim.Quantity is { } claimed && !NumbersDisagree.Equal(denied, claimed);

    private static bool Denies(TracedStatement traced) => traced.Statement is { Proposition.Negated: true, Voice: Voice.Asserts or Voice.Attributes, Quantity: null } said
        && (said.Speaker is { } speaker ? speaker.Kind is SpeakerKind.Party or SpeakerKind.Official : traced.Outlet.IsIssuer);

    private void Pull(int from, int to, Func<Evidence, bool> which, Stance stance)
    {
        foreach (var e in index[from].Evidence)
            if (which(e))
                Add(to, e with { Stance = stance, Specific = stance == Stance.Refutes && e.Specific });
    }

    private void Link(int a, int b)
    {
        LinkOne(a, index[b].Id);
        LinkOne(b, index[a].Id);
    }

    private void LinkOne(int place, ClaimId other)
    {
        var claim = index[place];
        if (!claim.Conflicts.Contains(other))
            index.Put(place, claim with { Conflicts = claim.Conflicts.Add(other) });
    }

    // A report that tells both sides contradicts nobody, and an origin that gives another figure later revises its own.
    private static bool SameHand(TracedStatement traced, Claim claim)
    {
        foreach (var e in claim.Evidence)
            if (e.Stance == Stance.Supports && (e.Traced.Statement.Report == traced.Statement.Report
                || (claim.Quantity is not null && e.Traced.Origin.Id == traced.Origin.Id && e.Traced.Statement.At != traced.Statement.At)))
                return true;
        return false;
    }
}
