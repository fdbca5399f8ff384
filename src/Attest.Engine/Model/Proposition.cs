using System.Collections.Immutable;
using Attest.Engine.Text;

namespace Attest.Engine.Model;

/// <summary>What an argument does in a proposition; passives are turned, so that the agent is always the subject.</summary>
public enum ArgumentRole
{
    /// <summary>Who or what does or is.</summary>
    Subject,

    /// <summary>Whom or what it is done to.</summary>
    Object,

    /// <summary>Anything joined by a preposition, or an indirect object.</summary>
    Oblique,

    /// <summary>What the subject is said to be.</summary>
    Complement,

    /// <summary>A clause or adverb that narrows the event.</summary>
    Modifier,
}

/// <summary>One part of a proposition.</summary>
/// <param name="Role">What it does.</param>
/// <param name="Head">Lemma of its head word.</param>
/// <param name="Preposition">The preposition that joins it; empty where none does.</param>
/// <param name="Text">The part with references resolved.</param>
/// <param name="Lemmas">Its content lemmas in order, head included.</param>
/// <param name="Name">The full name where it names somebody or something; else null.</param>
public sealed record Argument(ArgumentRole Role, string Head, string Preposition, string Text, ImmutableArray<string> Lemmas, string? Name);

/// <summary>A proposition taken apart by its syntax.</summary>
public sealed record Proposition
{
    /// <summary>Lemma of the head: verb, or noun or adjective of a copula clause.</summary>
    public required string Predicate { get; init; }

    /// <summary>Whether it is negated ("did not", "no", "never").</summary>
    public bool Negated { get; init; }

    /// <summary>Its parts in order of the sentence.</summary>
    public ImmutableArray<Argument> Arguments { get; init; } = [];

    /// <summary>All content lemmas (nouns, names, verbs, adjectives, numbers, adverbs of manner) in order, predicate included, references resolved.</summary>
    public ImmutableArray<string> Lemmas { get; init; } = [];

    /// <summary>Names in it, in full resolved form.</summary>
    public ImmutableArray<string> Names { get; init; } = [];

    /// <summary>Figures in it.</summary>
    public ImmutableArray<Quantity> Quantities { get; init; } = [];

    /// <summary>Dates and times in it, resolved.</summary>
    public ImmutableArray<TimeMention> Times { get; init; } = [];

    /// <summary>The first argument of a role; null where there is none.</summary>
    public Argument? First(ArgumentRole role)
    {
        foreach (var argument in Arguments)
            if (argument.Role == role)
                return argument;
        return null;
    }
}
