using Attest.Engine.Text;

namespace Attest.Engine.Model;

/// <summary>In which voice an outlet states something.</summary>
public enum Voice
{
    /// <summary>The outlet's own voice.</summary>
    Asserts,

    /// <summary>Someone said it.</summary>
    Attributes,

    /// <summary>Another outlet said it.</summary>
    Relays,

    /// <summary>Reportedly, may, could not verify.</summary>
    Hedges,

    /// <summary>It is denied.</summary>
    Denies,

    /// <summary>A question.</summary>
    Asks,
}

/// <summary>What sort of proposition a claim is.</summary>
public enum ClaimKind
{
    /// <summary>Something happened.</summary>
    Occurrence,

    /// <summary>Something is so.</summary>
    State,

    /// <summary>How many or how much.</summary>
    Quantity,

    /// <summary>Someone said something.</summary>
    Utterance,

    /// <summary>An act done in words by who has the power to: charged, ruled, recalled, signed, retracted.</summary>
    Act,

    /// <summary>One thing brought about another, or who is to blame.</summary>
    Cause,

    /// <summary>Why somebody acted.</summary>
    Motive,

    /// <summary>Somebody did wrong.</summary>
    Allegation,

    /// <summary>Something did not happen or is not there.</summary>
    Absence,

    /// <summary>About the future: plan, target, promise, prediction.</summary>
    Forecast,

    /// <summary>Judgement, evaluation.</summary>
    Opinion,
}

/// <summary>What kind of source speaks.</summary>
public enum SpeakerKind
{
    /// <summary>A named person speaking for himself or herself.</summary>
    Person,

    /// <summary>A public authority, its spokesman, or an official by name.</summary>
    Official,

    /// <summary>A company or other party to the matter, or its spokesman.</summary>
    Party,

    /// <summary>A source that is not named ("two employees", "a source").</summary>
    Unnamed,

    /// <summary>Another outlet ("according to Continental Wire").</summary>
    Outlet,

    /// <summary>A document ("court filings show").</summary>
    Document,

    /// <summary>A crowd without a face ("social media users", "families").</summary>
    Crowd,
}

/// <summary>Who said it.</summary>
/// <param name="Kind">What kind of source speaks.</param>
/// <param name="Name">Resolved full form, as it may stand in a sentence of ours ("state inspector Roy Fennick", "two employees", "Continental Wire").</param>
/// <param name="Key">Equal exactly where the speaker is the same: person's last name and body, body's name, or the unnamed source's words, in lower case.</param>
/// <param name="Body">The organisation spoken for, where the text says it ("Carrow Coal"); else null.</param>
/// <param name="Span">Where the speaker is named in the report's text.</param>
/// <param name="HasItFrom">Key of the speaker that this one has it from ("the governor said he had the news from the families"); else null.</param>
/// <param name="SaysItsOwn">Whether the outlet itself heard it ("told the Herald", "at a news conference").</param>
public sealed record Speaker(SpeakerKind Kind, string Name, string Key, string? Body, Span Span, string? HasItFrom = null, bool SaysItsOwn = false);

/// <summary>What one clause of one report asserts.</summary>
public sealed record Statement
{
    /// <summary>Identifies it.</summary>
    public required StatementId Id { get; init; }

    /// <summary>The report that makes it.</summary>
    public required ReportId Report { get; init; }

    /// <summary>The report's version.</summary>
    public required int Version { get; init; }

    /// <summary>When the report's version took effect, UTC.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The stretch of the report's text that is quoted as evidence: the sentence, or the part of it with its attribution. Equals the text there.</summary>
    public required Span Quote { get; init; }

    /// <summary>The stretch that holds the proposition itself, without attribution.</summary>
    public required Span Content { get; init; }

    /// <summary>Index of its sentence in the report; −1 for the headline.</summary>
    public required int Sentence { get; init; }

    /// <summary>The proposition as a sentence that stands alone: the report's words with cuts and resolved references, first letter upper case, ended by a full stop.</summary>
    public required string Wording { get; init; }

    /// <summary>In which voice the outlet states it.</summary>
    public required Voice Voice { get; init; }

    /// <summary>Who said it; null where the outlet asserts it itself.</summary>
    public Speaker? Speaker { get; init; }

    /// <summary>What sort of proposition it is.</summary>
    public required ClaimKind Kind { get; init; }

    /// <summary>The proposition's structure: what matching compares.</summary>
    public required Proposition Proposition { get; init; }

    /// <summary>The quantity that it is about, for <see cref="ClaimKind.Quantity"/>; else null.</summary>
    public Quantity? Quantity { get; init; }

    /// <summary>As of when it is meant; the report's time where the text says nothing else.</summary>
    public required DateTimeOffset AsOf { get; init; }

    /// <summary>For a forecast: the end of the time by which it should have come true; null where none is said.</summary>
    public DateTimeOffset? Deadline { get; init; }

    /// <summary>For an utterance: the statement of what was said. For the event without its figure: the quantity's statement, and the other way round.</summary>
    public StatementId? About { get; init; }

    /// <summary>Whether the text shows that the outlet has it at first hand: its reporter saw it, it obtained or saw the document, it was told it itself.</summary>
    public bool OwnAccess { get; init; }

    /// <summary>Whether the source is said to know directly ("who was in the room", "with direct knowledge").</summary>
    public bool DirectKnowledge { get; init; }

    /// <summary>Whether the proposition stands between quotation marks.</summary>
    public bool Verbatim { get; init; }

    /// <summary>What it does to an earlier report, where it corrects or retracts one; else null.</summary>
    public Withdrawal? Withdraws { get; init; }
}

/// <summary>That a statement takes back what was reported.</summary>
/// <param name="WholeReport">True for a retraction of a report, false for the correction of a passage or figure.</param>
/// <param name="ByOutlet">Name of the outlet whose report is meant; null where the outlet speaks of its own.</param>
/// <param name="Wrong">What was wrong, as a proposition, where the text says it.</param>
/// <param name="OldFigure">The figure that was wrong, as written, where the text says it.</param>
public sealed record Withdrawal(bool WholeReport, string? ByOutlet, Proposition? Wrong, string? OldFigure);
