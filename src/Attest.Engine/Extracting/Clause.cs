using System.Collections.Immutable;
using Attest.Engine.Text;

namespace Attest.Engine.Extracting;

/// <summary>How a clause stands in its sentence.</summary>
internal enum ClauseRole
{
    /// <summary>The main clause.</summary>
    Main,

    /// <summary>Coordinated with another.</summary>
    Coordinate,

    /// <summary>The content of an attribution.</summary>
    Content,

    /// <summary>A relative clause with news of its own.</summary>
    Relative,

    /// <summary>Says what came before ("after …") or stands beside ("while …").</summary>
    Adjoined,

    /// <summary>Loosely joined (by semicolon, dash or colon).</summary>
    Loose,
}

/// <summary>A clause that may assert something.</summary>
/// <param name="Sentence">Its sentence.</param>
/// <param name="Head">Its predicate.</param>
/// <param name="Role">How it stands in the sentence.</param>
/// <param name="Subject">Head of its subject, which may be another clause's; −1 where it has none.</param>
/// <param name="Words">Its own words, in order.</param>
/// <param name="Lent">Words of other clauses that it needs before its own: a shared subject and auxiliary, what a relative pronoun stands for.</param>
/// <param name="Because">Head of the clause or phrase that names its cause; −1 where none does.</param>
internal sealed record Clause(Sentence Sentence, int Head, ClauseRole Role, int Subject, ImmutableArray<int> Words, ImmutableArray<int> Lent, int Because)
{
    /// <summary>Where its own words stand in the text.</summary>
    public Span Span => new(Sentence.Tokens[Words[0]].Span.Start, Sentence.Tokens[Words[^1]].Span.End);
}
