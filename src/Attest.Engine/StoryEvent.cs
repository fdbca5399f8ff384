using System.Collections.Immutable;
using Attest.Engine.Model;

namespace Attest.Engine;

/// <summary>Something that happened to a story. Events fold into its state; nothing else changes it.</summary>
/// <param name="At">When it took effect, UTC.</param>
public abstract record StoryEvent(DateTimeOffset At)
{
    /// <summary>Reports that arrived within one settled minute, in canonical order.</summary>
    public sealed record Arrived(DateTimeOffset At, ImmutableArray<ReadReport> Reports) : StoryEvent(At);

    /// <summary>A window, deadline or lapse came due (R23).</summary>
    public sealed record TimePassed(DateTimeOffset At) : StoryEvent(At);
}

/// <summary>A report with what it states: a pure function of the report, so it may be stored.</summary>
/// <param name="Report">The report.</param>
/// <param name="Text">Its text taken apart; without sentences where its language is not analysed.</param>
/// <param name="Statements">What it states, in order of the text.</param>
public sealed record ReadReport(Report Report, Text.AnalysedText Text, ImmutableArray<Statement> Statements)
{
    /// <summary>How it takes what it tells of; null where that was not read yet.</summary>
    internal Telling? Telling { get; init; }
}
