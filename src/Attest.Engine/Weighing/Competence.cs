using System.Collections.Frozen;
using Attest.Engine.Model;

namespace Attest.Engine.Weighing;

/// <summary>
/// Whether who speaks is competent for a claim (R5): 1. nobody for blame, motive, judgement or the future; 2. an investigating body for what it found to be
/// the cause (R11); 3. everybody for its own acts and figures; 4. a body for what its kind is competent for; 5. a company for people at its own site.
/// </summary>
internal sealed class Competence
{
    private static readonly FrozenDictionary<string, Subjects> Signs = CompetenceTable.Signs.SelectMany(s => s.Lemmas.Select(l => (Lemma: l, s.Subject)))
        .GroupBy(s => s.Lemma, StringComparer.Ordinal).ToFrozenDictionary(g => g.Key, g => g.Aggregate(Subjects.None, (all, s) => all | s.Subject), StringComparer.Ordinal);

    // A story's bodies speak again and again; each name is held against the table once.
    private readonly Dictionary<string, Subjects> offices = new(StringComparer.Ordinal);

    /// <summary>Whether the speaker of a statement, or its outlet where it speaks for itself, is competent for the claim.</summary>
    public bool Covers(TracedStatement traced, Claim claim)
    {
        string body = BodyOf(traced);
        if (body.Length == 0)
            return false;
        string lower = body.ToLowerInvariant();
        // Whoever denies to have done something speaks of own contested conduct.
        if (traced.Statement.Voice == Voice.Denies && IsOwnAct(body, claim))
            return false;
        if (Calibration.BeyondCompetence.Contains(claim.Kind))
            return claim.Kind is ClaimKind.Cause or ClaimKind.Allegation && Investigates(lower, claim.Kind);
        return IsOwnAct(body, claim) || IsOwnVote(traced, claim) || IsOwnSite(traced, claim) || IsOwnPublicSite(traced, claim) || IsOwnMeasure(traced, claim) || ByOffice(lower, claim) || IsOperator(traced, lower, claim);
    }

    /// <summary>Whether it is competent only as the operator of a site: such a record yields where others who count say otherwise, for it is then contested conduct.</summary>
    public bool OnlyAsOperator(TracedStatement traced, Claim claim)
    {
        string body = BodyOf(traced);
        return body.Length > 0 && !IsOwnAct(body, claim) && !ByOffice(body.ToLowerInvariant(), claim) && IsOperator(traced, body.ToLowerInvariant(), claim);
    }

    /// <summary>Whether a body of this name settles causes, or, being a court, guilt.</summary>
    public static bool Investigates(string lowerName, ClaimKind kind)
    {
        foreach (var row in CompetenceTable.Bodies)
            if (row.Investigates && (kind == ClaimKind.Cause || row.Kind == "court") && WholeWords.HasAny(lowerName, row.Words))
                return true;
        return false;
    }

    /// <summary>Who speaks: the speaker with the body spoken for, or the outlet where it is the issuer and speaks for itself. Empty for crowds, the unnamed and newsrooms.</summary>
    public static string BodyOf(TracedStatement traced) => traced.Statement.Speaker switch
    {
        { Kind: SpeakerKind.Unnamed or SpeakerKind.Crowd or SpeakerKind.Outlet } => "",
        { } speaker => speaker.Body is { } body ? $"{speaker.Name}, {body}" : speaker.Name,
        null => traced.Outlet.Kind is OutletKind.Official or OutletKind.Company || traced.Grade == EvidenceGrade.PrimaryRecord ? traced.Outlet.Name : "",
    };

    /// <summary>What a claim is about.</summary>
    public static Subjects SubjectsOf(Claim claim)
    {
        var found = Signs.GetValueOrDefault(claim.Proposition.Predicate);
        foreach (string lemma in claim.Proposition.Lemmas)
            found |= Signs.GetValueOrDefault(lemma);
        return found;
    }

    /// <summary>Own decisions, filings, appointments, recalls, results and counts: the speaker is the doer. Its own contested conduct is not.</summary>
    private static bool IsOwnAct(string body, Claim claim)
    {
        if (claim.Kind is not (ClaimKind.Act or ClaimKind.Occurrence or ClaimKind.Quantity or ClaimKind.Utterance) || claim.Proposition.Negated)
            return false;
        if (claim.Proposition.First(ArgumentRole.Subject) is not { } subject)
            return false;
        var doer = WholeWords.Of(subject.Name ?? subject.Text);
        var speaker = WholeWords.Of(body);
        bool same = doer.Count > 0 && (doer.IsSubsetOf(speaker) || speaker.IsSubsetOf(doer));
        return same && !(SubjectsOf(claim).HasFlag(Subjects.Casualties) && HarmsOthers(claim));
    }

    /// <summary>"Members voted for the strike by 82 percent", in the union's own release: a body decides through its members, and counts them.</summary>
    private static bool IsOwnVote(TracedStatement traced, Claim claim) =>
        traced is { Grade: EvidenceGrade.PrimaryRecord, Statement.Speaker: null } && claim.Kind is ClaimKind.Act or ClaimKind.Quantity && claim.Proposition is { Negated: false, Predicate: "vote" or "elect" or "approve" or "reject" or "ratify" or "agree" }
        && claim.Proposition.First(ArgumentRole.Subject) is { Name: null } subject && (CompetenceTable.Deciders.Contains(subject.Head) || subject.Lemmas.Any(CompetenceTable.Deciders.Contains));

    /// <summary>Figures of its own staff and sites in a company's own release (R4): of a site that bears no other's name.</summary>
    private static bool IsOwnSite(TracedStatement traced, Claim claim) =>
        traced is { Grade: EvidenceGrade.PrimaryRecord, Outlet.Kind: OutletKind.Company, Statement.Speaker: null }
        && claim.Kind is ClaimKind.Quantity or ClaimKind.State
        && claim.Proposition.First(ArgumentRole.Subject) is { } subject
        && (subject.Name is null || OwnSiteWithin(subject, traced) || WholeWords.Of(subject.Name).Overlaps(WholeWords.Of(traced.Outlet.Name)) || CompetenceTable.Sites.Contains(subject.Head))
        && (CompetenceTable.Sites.Contains(subject.Head) || CompetenceTable.Results.Contains(subject.Head) || OwnSiteWithin(subject, traced) || CompetenceTable.Staff.Contains(subject.Head) || claim.Proposition.Predicate == "employ");

    /// <summary>"The embassy remains open", in the foreign ministry's own notice; "Kessler Museum is closed", in the museum's.</summary>
    private static bool IsOwnPublicSite(TracedStatement traced, Claim claim) =>
        traced is { Grade: EvidenceGrade.PrimaryRecord, Statement.Speaker: null } && claim.Kind is ClaimKind.State or ClaimKind.Occurrence or ClaimKind.Act && Undergoes(claim) is { } subject
        && (subject.Name is null ? traced.Outlet.Kind == OutletKind.Official && claim.Kind is ClaimKind.State && CompetenceTable.PublicSites.Contains(subject.Head)
            : claim.Proposition is { Negated: false, Predicate: "open" or "closed" or "close" or "shut" } && WholeWords.Of(subject.Name).SetEquals(WholeWords.Of(traced.Outlet.Name)));

    /// <summary>
    /// "The order has been lifted", "the search has ended", "a first inspection found a broken blade", in an authority's own notice that names nobody else: a body acts through its orders and its
    /// inspections.
    /// </summary>
    private static bool IsOwnMeasure(TracedStatement traced, Claim claim) =>
        traced is { Grade: EvidenceGrade.PrimaryRecord, Outlet.Kind: OutletKind.Official, Statement.Speaker: null } && claim.Kind is ClaimKind.Act or ClaimKind.Occurrence or ClaimKind.State
        && Undergoes(claim) is { Name: null } subject && !claim.Proposition.Arguments.Any(a => a.Preposition == "by")
        && (CompetenceTable.Measures.Contains(subject.Head) && CompetenceTable.MeasuresUndergo.Contains(claim.Proposition.Predicate)
            || CompetenceTable.Inspections.Contains(subject.Head) && claim.Proposition.Predicate is "find" or "show" or "reveal" or "detect" or "identify");

    /// <summary>The subject, of a passive too.</summary>
    private static Argument? Undergoes(Claim claim) => claim.Proposition.First(ArgumentRole.Subject) ?? claim.Proposition.First(ArgumentRole.Object);

    /// <summary>"Tills in 140 of Halden Grocers' shops".</summary>
    private static bool OwnSiteWithin(Argument subject, TracedStatement traced) =>
        subject.Lemmas.Any(CompetenceTable.Sites.Contains) && WholeWords.Of(subject.Text).IsSupersetOf(WholeWords.Of(traced.Outlet.Name));

    /// <summary>What one did to others is contested conduct, not an own act: a force's count of the opponents that it killed.</summary>
    private static bool HarmsOthers(Claim claim) => claim.Proposition.Predicate is "kill" or "injure" or "wound" or "hurt" or "capture";

    private bool ByOffice(string lowerBody, Claim claim)
    {
        if (!offices.TryGetValue(lowerBody, out var competence))
            offices[lowerBody] = competence = OfficeOf(lowerBody);
        return (competence & SubjectsOf(claim)) != 0;
    }

    private static Subjects OfficeOf(string lowerBody)
    {
        var found = Subjects.None;
        if (!WholeWords.HasAny(lowerBody, CompetenceTable.Adversaries))
            foreach (var row in CompetenceTable.Bodies)
                if (WholeWords.HasAny(lowerBody, row.Words))
                    found |= row.Competence;
        return found;
    }

    /// <summary>The operator of the site for its people. Whose site it is the report seldom says twice; so a company is believed about people unless it is a party at war,
    /// in politics or in court.</summary>
    private static bool IsOperator(TracedStatement traced, string lowerBody, Claim claim)
    {
        bool company = traced.Statement.Speaker is { } speaker ? speaker.Kind == SpeakerKind.Party : traced.Outlet.Kind == OutletKind.Company;
        return company && SubjectsOf(claim).HasFlag(Subjects.Casualties) && IsAboutPeople(claim) && !WholeWords.HasAny(lowerBody, CompetenceTable.Adversaries);
    }

    /// <summary>Not the safety of a product: somebody was hurt, is missing, was saved. A product that can burn is no casualty.</summary>
    private static bool IsAboutPeople(Claim claim) => claim.Kind is ClaimKind.Occurrence or ClaimKind.Quantity or ClaimKind.State or ClaimKind.Absence;
}
