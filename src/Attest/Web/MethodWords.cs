using System.Collections.Immutable;
using Attest.Engine.Weighing;

namespace Attest.Web;

/// <summary>What the method page says beside the rules themselves; figures come from the tables that weighing uses.</summary>
internal static class MethodWords
{
    /// <summary>Every standing with what it takes, in the order in which they are decided.</summary>
    public static ImmutableArray<(string Standing, string Takes)> Standing { get; } =
    [
        ("retracted", "Its only origin withdrew it."),
        ("corrected", "Its only origin changed it."),
        ("refuted", "A primary record, or two origins of better evidence, contradict it, or its origin admits the error."),
        ("superseded", "It was right as of its time; a newer value of the same figure or state stands."),
        ("forecast", "It is about the future: a plan, a target, a promise, a prediction."),
        ("opinion", "It is a judgement or reads a motive. It is attributed and has no number."),
        ("on-record", "A primary record by a body competent for the matter says so."),
        ("disputed", "It is denied or contradicted by somebody who should know, and nothing resolves it."),
        ("corroborated", $"{Words.Spelled(MethodFacts.Origins)} independent origins with different owners say so; {Words.Spelled(MethodFacts.OriginsWhileBreaking).ToLowerInvariant()} in a story’s first {Times.Span(MethodFacts.BreakingWindow)}."),
        ("stated", "It is established that somebody said it, and nobody says it on evidence of their own."),
        ("uncorroborated", "It has fewer origins than it takes to confirm."),
        ("lapsed", $"It is unconfirmed, and nothing new was read of it for {Times.Span(MethodFacts.Lapse)}."),
    ];

    /// <summary>The names of the rules, in order.</summary>
    public static IEnumerable<string> Rules => Enumerable.Range(1, 23).Select(n => $"R{n}");

    /// <summary>"95 to 100%".</summary>
    public static string Range(double from, double to) => $"{from:0} to {(to >= 100 ? "100" : $"{to - 1:0}")}%";
}
