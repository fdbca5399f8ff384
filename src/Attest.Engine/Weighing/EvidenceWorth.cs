using Attest.Engine.Model;

namespace Attest.Engine.Weighing;

/// <summary>
/// What one piece of evidence is worth for one claim: 1. headlines, questions and hedges nothing (R22, R7); 2. a denial that repeats the words nothing (R8);
/// 3. an issuer's own word a record where the issuer is competent, else a party's statement (R4, R5); 4. a speaker who has it from another nothing (R2);
/// 5. a newsroom only where it is one (E3).
/// </summary>
internal static class EvidenceWorth
{
    /// <summary>Assesses a piece of evidence that still stands.</summary>
    public static Assessed Of(Evidence evidence, Claim claim, Competence competence)
    {
        var traced = evidence.Traced;
        var grade = GradeOf(evidence, claim);
        bool competent = grade is EvidenceGrade.PrimaryRecord or EvidenceGrade.PartyStatement && competence.Covers(traced, claim);
        if (grade == EvidenceGrade.PrimaryRecord && !competent && !IsOwnUtterance(evidence, claim))
            grade = EvidenceGrade.PartyStatement;
        bool counts = grade switch
        {
            EvidenceGrade.PrimaryRecord or EvidenceGrade.SawRecord or EvidenceGrade.OwnReporting => true,
            EvidenceGrade.NamedDirect => true,
            EvidenceGrade.PartyStatement => competent,
            _ => false,
        };
        bool finding = competent && claim.Kind is ClaimKind.Cause or ClaimKind.Allegation
            && Competence.Investigates(Competence.BodyOf(traced).ToLowerInvariant(), claim.Kind);
        return new(evidence, grade, counts && IsEvidence(evidence, claim), finding, competent && competence.OnlyAsOperator(traced, claim), OriginOf(evidence, claim), WhoSays(traced));
    }

    /// <summary>Whether the statement bears on the claim at all: not a headline, a question, a hedge, nor a denial counted as support.</summary>
    public static bool IsEvidence(Evidence evidence, Claim claim) => evidence.Traced.Statement switch
    {
        { Sentence: < 0 } => false,
        { Voice: Voice.Asks or Voice.Hedges } => false,
        { Voice: Voice.Denies } when evidence.Stance == Stance.Supports => claim.Kind == ClaimKind.Utterance || claim.Kind == ClaimKind.Absence || claim.Proposition.Negated,
        _ => evidence.Stance != Stance.Mentions,
    };

    private static EvidenceGrade GradeOf(Evidence evidence, Claim claim)
    {
        if (!IsEvidence(evidence, claim))
            return EvidenceGrade.Unknown;
        var traced = evidence.Traced;
        bool speaksItself = traced.Statement.Speaker is not { } speaker || WholeWords.Of(speaker.Body ?? speaker.Name).IsSubsetOf(WholeWords.Of(traced.Outlet.Name));
        if (traced.Statement.Speaker?.HasItFrom is not null && claim.Kind != ClaimKind.Utterance)
            return EvidenceGrade.RelayOnly;
        if (traced.CollapsedWith is null && traced.Outlet.IsIssuer && speaksItself && traced.Statement.Voice is Voice.Asserts or Voice.Denies or Voice.Attributes)
            return EvidenceGrade.PrimaryRecord;
        // That somebody said it is the newsroom's own reporting, whoever the speaker is.
        if (claim.Kind == ClaimKind.Utterance && traced.Outlet.IsNewsroom && traced.Statement.Speaker is { Kind: not SpeakerKind.Outlet }
            && traced.Grade != EvidenceGrade.PrimaryRecord)
            return EvidenceGrade.OwnReporting;
        return traced.Grade switch
        {
            EvidenceGrade.OwnReporting when traced.Outlet.Kind is OutletKind.Official or OutletKind.Company => EvidenceGrade.PartyStatement,
            EvidenceGrade.OwnReporting when !traced.Outlet.IsNewsroom => EvidenceGrade.Unknown,
            var grade => grade,
        };
    }

    /// <summary>A release is the record of its issuer's own words, whatever they are about.</summary>
    private static bool IsOwnUtterance(Evidence evidence, Claim claim) =>
        claim.Kind == ClaimKind.Utterance && evidence.Traced.Outlet.IsIssuer;

    /// <summary>For an utterance each newsroom that heard the speaker itself is an origin; otherwise the origin is the one traced.</summary>
    private static string OriginOf(Evidence evidence, Claim claim)
    {
        var traced = evidence.Traced;
        bool heardItself = traced.CollapsedWith is null || traced.Because == CollapseReason.SameSpeaker;
        return claim.Kind == ClaimKind.Utterance && heardItself && traced.Outlet.IsNewsroom ? "newsroom " + traced.Outlet.Family : traced.Origin.Id.Value;
    }

    // "Ines Vold, an analyst at Regents" is Ines Vold where several are named in a row.
    private static string WhoSays(TracedStatement traced) => traced.Statement.Speaker?.Name.Split(", ")[0] ?? (traced.Outlet.Kind is OutletKind.Official or OutletKind.Company ? Wordings.WithArticle(traced.Outlet.Name) : traced.Outlet.Name);
}
