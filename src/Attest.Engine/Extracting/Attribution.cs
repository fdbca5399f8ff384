using System.Collections.Immutable;
using Attest.Engine.Text;

namespace Attest.Engine.Extracting;

/// <summary>What somebody does when a text says what he or she says or thinks.</summary>
public enum SpeechAct
{
    /// <summary>Says that it is so.</summary>
    Says,

    /// <summary>Says that it is not so.</summary>
    Denies,

    /// <summary>Leaves open whether it is so (suggests, reportedly).</summary>
    Hedges,

    /// <summary>Asks whether it is so.</summary>
    Asks,

    /// <summary>Says what he or she will do.</summary>
    Promises,

    /// <summary>Wants, asks for or orders it.</summary>
    Wants,

    /// <summary>Thinks, expects or fears it.</summary>
    Believes,

    /// <summary>Judges something or somebody (praises, calls it a disaster).</summary>
    Judges,

    /// <summary>Shows it: what documents and figures do.</summary>
    Shows,
}

/// <summary>A word of a text: number of its sentence, and its index there.</summary>
internal readonly record struct TokenRef(int Sentence, int Token) : IComparable<TokenRef>
{
    public int CompareTo(TokenRef other) => Sentence != other.Sentence ? Sentence.CompareTo(other.Sentence) : Token.CompareTo(other.Token);
}

/// <summary>That a text says who says or thinks what.</summary>
/// <param name="Act">What the source does.</param>
/// <param name="Cue">The words that say so ("said", "according to").</param>
/// <param name="Source">Who; empty where the text does not say it.</param>
/// <param name="Content">What is said, without the cue and the source; may run over several sentences.</param>
public sealed record Attribution(SpeechAct Act, ImmutableArray<Span> Cue, ImmutableArray<Span> Source, ImmutableArray<Span> Content)
{
    /// <summary>The head word of the cue.</summary>
    internal TokenRef CueHead { get; init; }

    /// <summary>The head word of the source; null where there is none.</summary>
    internal TokenRef? SourceHead { get; init; }

    /// <summary>The words of the cue's clause that are no content: cue, source, listener, time and place of saying.</summary>
    internal ImmutableArray<TokenRef> CueClause { get; init; } = [];

    /// <summary>The words of the content.</summary>
    internal ImmutableArray<TokenRef> ContentTokens { get; init; } = [];

    /// <summary>Head words of clauses in the content, in the cue's sentence; empty for mere quotations.</summary>
    internal int ContentHead { get; init; } = -1;

    /// <summary>How the content hangs on the cue.</summary>
    internal Frame Frame { get; init; }

    /// <summary>Whether the saying itself is negated ("did not say that").</summary>
    internal bool Negated { get; init; }

    /// <summary>The cue's dictionary form.</summary>
    internal string Lemma { get; init; } = "";

    /// <summary>The stretches of text that runs of words cover.</summary>
    internal static ImmutableArray<Span> Spans(AnalysedText text, IReadOnlyList<TokenRef> tokens)
    {
        var spans = ImmutableArray.CreateBuilder<Span>();
        TokenRef? last = null;
        foreach (var t in tokens)
        {
            var span = text.Sentences[t.Sentence].Tokens[t.Token].Span;
            if (last is { } l && Follows(text, l, t))
                spans[^1] = spans[^1] with { End = span.End };
            else
                spans.Add(span);
            last = t;
        }
        return spans.ToImmutable();
    }

    private static bool Follows(AnalysedText text, TokenRef a, TokenRef b) =>
        a.Sentence == b.Sentence
            ? b.Token == a.Token + 1
            : b.Sentence == a.Sentence + 1 && b.Token == 0 && a.Token == text.Sentences[a.Sentence].Tokens.Length - 1;
}

/// <summary>How the content of an attribution hangs on its cue.</summary>
[Flags]
internal enum Frame
{
    /// <summary>Not at all.</summary>
    None = 0,

    /// <summary>As a clause, before or behind it, or as direct speech.</summary>
    Clause = 1,

    /// <summary>As an infinitive.</summary>
    Infinitive = 2,

    /// <summary>As its object.</summary>
    Object = 4,

    /// <summary>Joined by one of the cue's prepositions.</summary>
    Preposition = 8,

    /// <summary>As the clause around an adverb or "according to".</summary>
    Around = 16,

    /// <summary>As the subject and infinitive of a passive ("is said to have").</summary>
    Passive = 32,
}
