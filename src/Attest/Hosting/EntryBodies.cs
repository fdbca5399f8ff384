using System.Collections.Immutable;
using Attest.Engine.Model;

namespace Attest.Hosting;

/// <summary>A report as it was read; its text stands under its hash.</summary>
/// <param name="Report">The report, its text left out.</param>
/// <param name="Text">Hash of the text.</param>
/// <param name="HasTimes">Whether the input that it came with gave any usable time.</param>
/// <param name="Sample">Whether it is invented sample data.</param>
/// <param name="For">Id of the story of the question that it was gathered for: no other story takes it. Null where any may.</param>
internal sealed record ReportBody(Report Report, string Text, bool HasTimes, bool Sample, string? For)
{
    /// <summary>In place of a story's id: any followed question may take it, and no other story.</summary>
    public const string AnyQuestion = "questions";
}

/// <summary>A feed that is followed, or is no longer.</summary>
/// <param name="Address">Its address as a person gave it.</param>
/// <param name="Question">Id of the story of the question that it is followed for; null where every story may take from it.</param>
internal sealed record FeedBody(string Address, string? Question);

/// <summary>A question that is followed.</summary>
/// <param name="Question">Its words.</param>
/// <param name="Story">Id of its story.</param>
internal sealed record QuestionBody(string Question, string Story);

/// <summary>An address that is told of changes.</summary>
/// <param name="Id">Its id, made of address and story.</param>
/// <param name="Address">Where messages are sent.</param>
/// <param name="Story">Id of the story that it is told of; null for all.</param>
internal sealed record HookBody(string Id, string Address, string? Story);

/// <summary>That an address was told everything up to a place.</summary>
/// <param name="Id">The address.</param>
/// <param name="Place">Number of the last entry that it was told.</param>
internal sealed record HookToldBody(string Id, long Place);

/// <summary>That an address is told nothing more, since its messages failed.</summary>
/// <param name="Id">The address.</param>
/// <param name="Why">What they failed of.</param>
internal sealed record HookStoppedBody(string Id, string Why);

/// <summary>That an address is told nothing more, as somebody asked.</summary>
internal sealed record HookLeftBody(string Id);

/// <summary>What an operator said of an outlet.</summary>
/// <param name="Name">The outlet's name.</param>
/// <param name="Host">The host on which it is known: that one bears it out (R4).</param>
/// <param name="Kind">What it is; null where that is left as it was found.</param>
/// <param name="Family">Whose it is; null where that is left as it was found.</param>
internal sealed record OutletEditedBody(string Name, string Host, OutletKind? Kind, string? Family);

/// <summary>That what was said of an outlet takes effect in a story.</summary>
/// <param name="Edit">Key of what was said.</param>
/// <param name="At">When it takes effect there, UTC.</param>
internal sealed record FactsChangedBody(string Edit, DateTimeOffset At);

/// <summary>That the text of a report was removed.</summary>
/// <param name="Report">Key of the report's version.</param>
/// <param name="Why">Why it had to go.</param>
internal sealed record TextRemovedBody(string Report, string Why);

/// <summary>A report that no story took.</summary>
/// <param name="Report">Key of the report's version.</param>
/// <param name="Reason">Why.</param>
internal sealed record LeftOutBody(string Report, string Reason);

/// <summary>A report that an engine cannot analyse for an error of its own: it states nothing until another engine tries.</summary>
/// <param name="Report">Key of the report's version.</param>
/// <param name="Cause">What went wrong.</param>
/// <param name="Program">The engine; see <see cref="Algorithm"/>.</param>
internal sealed record NotAnalysedBody(string Report, string Cause, string Program);

/// <summary>The opening of a story.</summary>
/// <param name="Slug">Its part of the address, for good.</param>
/// <param name="Question">Its question, or the words that it has until a claim words one.</param>
/// <param name="QuestionGiven">Whether a person worded it.</param>
/// <param name="At">Time of its first report, UTC.</param>
/// <param name="HasTimes">Whether its reports bear times.</param>
/// <param name="Sample">Whether it is invented sample data.</param>
internal sealed record OpenedBody(string Slug, string Question, bool QuestionGiven, DateTimeOffset At, bool HasTimes, bool Sample);

/// <summary>A report's joining of a story.</summary>
/// <param name="Report">Key of the report's version.</param>
/// <param name="At">When it takes effect there, UTC; see <see cref="EventTime"/>.</param>
/// <param name="Reason">Why it belongs there.</param>
internal sealed record JoinedBody(string Report, DateTimeOffset At, string Reason);

/// <summary>Reports' leaving of a story.</summary>
/// <param name="Reports">Ids of the reports; all their versions go.</param>
/// <param name="Into">Id of the story that they went to.</param>
/// <param name="At">When it takes effect, UTC.</param>
/// <param name="Reason">Why.</param>
internal sealed record LeftBody(ImmutableArray<string> Reports, string Into, DateTimeOffset At, string Reason);

/// <summary>The end of a story that became part of another.</summary>
/// <param name="Into">Id of the heir, to which its address leads.</param>
/// <param name="At">When it takes effect, UTC.</param>
/// <param name="Reason">Why.</param>
internal sealed record MergedBody(string Into, DateTimeOffset At, string Reason);

/// <summary>A published update; its text is never rewritten.</summary>
/// <param name="Update">The update.</param>
/// <param name="On">What brought it about: <see cref="Reports"/> or <see cref="Time"/>.</param>
/// <param name="Claims">The claims that it names, as they were told.</param>
internal sealed record UpdateBody(Update Update, string On, ImmutableArray<ToldClaim> Claims)
{
    public const string Reports = "reports", Time = "time";
}

/// <summary>A claim as an update told it, so that the update stays bound when a later program reads the reports otherwise (R17).</summary>
internal sealed record ToldClaim(string Id, string Wording, ClaimKind Kind, DateTimeOffset FirstSeen, ImmutableArray<ToldEvidence> Evidence);

/// <summary>A stretch of a report that bears a told claim.</summary>
internal sealed record ToldEvidence(string Report, int Version, int Start, int End, Voice Voice, string? Speaker, Stance Stance, EvidenceGrade Grade, DateTimeOffset At);

/// <summary>That time passed, and that all up to it is published.</summary>
/// <param name="Until">The moment, UTC.</param>
/// <param name="State">SHA-256 of the story's <c>story.json</c> as of it.</param>
/// <param name="Program">The engine that made it; see <see cref="Algorithm"/>.</param>
internal sealed record TimeBody(DateTimeOffset Until, string State, string Program);
