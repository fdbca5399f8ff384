namespace Attest.Engine.Model;

/// <summary>What the evidence behind a statement rests on.</summary>
public enum OriginKind
{
    /// <summary>A newsroom's own reporting.</summary>
    Newsroom,

    /// <summary>An agency's own reporting.</summary>
    Agency,

    /// <summary>A document.</summary>
    Document,

    /// <summary>A public authority or its speaker.</summary>
    Official,

    /// <summary>A company or other party, or its speaker.</summary>
    Party,

    /// <summary>A named person.</summary>
    Named,

    /// <summary>A source that is not named.</summary>
    Unnamed,

    /// <summary>Another outlet whose report we do not hold.</summary>
    Relay,

    /// <summary>Not to be known.</summary>
    Unknown,
}

/// <summary>Why a report or statement was counted with another's origin (R3).</summary>
public enum CollapseReason
{
    /// <summary>It credits an agency.</summary>
    AgencyCredit,

    /// <summary>It says "according to" another outlet.</summary>
    AttributedToOutlet,

    /// <summary>It carries a passage of an earlier report.</summary>
    ContainedPassage,

    /// <summary>It quotes the same words of the same speaker without access of its own.</summary>
    SameQuotation,

    /// <summary>The same speaker said it.</summary>
    SameSpeaker,

    /// <summary>The same unnamed source in the same words.</summary>
    SameUnnamedSource,

    /// <summary>The outlets have one owner.</summary>
    SameFamily,

    /// <summary>Canonical or syndication metadata says so.</summary>
    Syndication,

    /// <summary>It shares a rare error.</summary>
    SharedError,
}

/// <summary>Where the evidence behind statements comes from. Forty reprints are one origin.</summary>
/// <param name="Id">Identifies it.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Label">Its name as shown ("Continental Wire", "state inspector Roy Fennick", "families").</param>
public sealed record Origin(OriginId Id, OriginKind Kind, string Label);

/// <summary>How strong a statement's evidence is, strongest first (the E-grades of the editorial rules).</summary>
public enum EvidenceGrade
{
    /// <summary>E1: a primary record that we hold.</summary>
    PrimaryRecord = 1,

    /// <summary>E2: a newsroom says that it saw the record.</summary>
    SawRecord,

    /// <summary>E3: a newsroom's own reporting, in its own voice, not copied.</summary>
    OwnReporting,

    /// <summary>E4: a named person with direct knowledge.</summary>
    NamedDirect,

    /// <summary>E5: an official or party statement.</summary>
    PartyStatement,

    /// <summary>E6: several unnamed sources with direct knowledge.</summary>
    SeveralUnnamed,

    /// <summary>E7: one unnamed source.</summary>
    OneUnnamed,

    /// <summary>E8: a relay of another outlet.</summary>
    RelayOnly,

    /// <summary>E9: not to be known.</summary>
    Unknown,
}

/// <summary>A statement with the origin of its evidence.</summary>
/// <param name="Statement">What was stated.</param>
/// <param name="Outlet">Who published it.</param>
/// <param name="Origin">Where the evidence comes from.</param>
/// <param name="Grade">How strong it is.</param>
/// <param name="Family">Family of the outlet or body whose access the origin rests on: two statements of one family are never two origins.</param>
/// <param name="CollapsedWith">Report whose origin it shares, where it was collapsed into an earlier one; else null.</param>
/// <param name="Because">Why it was collapsed; else null.</param>
public sealed record TracedStatement(
    Statement Statement,
    Outlet Outlet,
    Origin Origin,
    EvidenceGrade Grade,
    string Family,
    ReportId? CollapsedWith = null,
    CollapseReason? Because = null);
