using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Attest.Engine.Model;
using Attest.Engine.Text;

namespace Attest.Engine.Matching;

/// <summary>An argument as matching compares it.</summary>
/// <param name="Argument">The argument.</param>
/// <param name="Head">Its head; null where it is a bare figure ("twelve").</param>
/// <param name="Before">Content words before the head: they say which one is meant ("electric kettles").</param>
/// <param name="Words">All its content words.</param>
internal sealed record Part(Argument Argument, Word? Head, ImmutableArray<Word> Before, ImmutableArray<Word> Words);

/// <summary>A proposition made ready for comparing: words looked up once, figures and times apart from words.</summary>
internal sealed class Meaning
{
    // Whoever is not alive is dead; whoever did not win need not have lost.
    private static readonly ImmutableArray<string> EitherOr = ["life", "access", "truth", "safety", "office", "custody", "place"];

    // Verbs that leave it to the next word what came of it.
    private static readonly ImmutableArray<string> ResultVerbs =
        ["find", "come", "bring", "leave", "be", "remain", "stay", "emerge", "declare", "pronounce", "keep", "get", "rule", "turn", "prove", "make", "set", "bear"];

    private static readonly ConditionalWeakTable<Proposition, Meaning> Remembered = [];

    private Meaning(Proposition proposition, ClaimKind kind, Quantity? figure)
    {
        Proposition = proposition;
        Kind = kind;
        Figure = figure;
    }

    /// <summary>What it was made from.</summary>
    public Proposition Proposition { get; }

    /// <summary>What sort of proposition it is.</summary>
    public ClaimKind Kind { get; }

    /// <summary>The figure that it is about; null where it is about none.</summary>
    public Quantity? Figure { get; }

    /// <summary>The head's word; null for one that carries no matter ("be").</summary>
    public Word? Predicate { get; private init; }

    /// <summary>The side of a pair of opposites that it takes, negation counted in; else null.</summary>
    public Pole? Pole { get; private init; }

    /// <summary>A pair of opposites of which it names both sides ("twelve died and one came out alive"): no telling which of them it is about. Else null.</summary>
    public string? BothSidesOf { get; private init; }

    /// <summary>Whether it is negated, where the pole does not hold the negation already.</summary>
    public bool Negated { get; private init; }

    /// <summary>Its arguments.</summary>
    public ImmutableArray<Part> Parts { get; private init; }

    /// <summary>Its content words, each once, without figures and times.</summary>
    public ImmutableArray<Word> Words { get; private init; }

    /// <summary>Its names, those of its arguments among them.</summary>
    public ImmutableArray<string> Names { get; private init; }

    /// <summary>Equal only where every word, figure and sign is.</summary>
    public string Key { get; private init; } = "";

    /// <summary>The first part of a role; null where there is none.</summary>
    public Part? First(ArgumentRole role)
    {
        foreach (var part in Parts)
            if (part.Argument.Role == role)
                return part;
        return null;
    }

    /// <summary>Makes a proposition ready; one that was made ready before is remembered as long as the proposition lives.</summary>
    public static Meaning Of(Proposition proposition, ClaimKind kind, Quantity? figure)
    {
        if (Remembered.TryGetValue(proposition, out var known) && known.Kind == kind && known.Figure == figure)
            return known;
        var made = Made(proposition, kind, figure);
        Remembered.AddOrUpdate(proposition, made);
        return made;
    }

    /// <summary>Kinds within one family may say the same; a plan never says what an occurrence says.</summary>
    public static ClaimKind Family(ClaimKind kind) => kind switch
    {
        ClaimKind.Utterance or ClaimKind.Cause or ClaimKind.Motive or ClaimKind.Forecast or ClaimKind.Opinion => kind,
        _ => ClaimKind.Occurrence,
    };

    private static Meaning Made(Proposition proposition, ClaimKind kind, Quantity? figure)
    {
        var times = TimeWords(proposition.Times);
        ImmutableArray<Part> parts = [.. proposition.Arguments.Select(a => PartOf(a, times))];
        var (pole, negated) = Turned(PoleOf(proposition, parts), proposition.Negated);
        var words = Distinct(proposition.Lemmas, times);
        string? both = pole is { } p && words.Any(w => Poles.Of(w.Key) is { } other && other.Scale == p.Scale && other.Up != (p.Up ^ (proposition.Negated && !negated))) ? p.Scale : null;
        return new Meaning(proposition, kind, figure)
        {
            Predicate = Word.Of(proposition.Predicate),
            Pole = both is null ? pole : null,
            BothSidesOf = both,
            Negated = negated,
            Parts = parts,
            Words = words,
            Names = [.. proposition.Names.Concat(proposition.Arguments.Select(a => a.Name).OfType<string>()).Distinct(StringComparer.Ordinal)],
            Key = $"{Family(kind)}|{proposition.Negated}|{figure?.Value}{figure?.Bound}|{string.Join(' ', proposition.Lemmas)}",
        };
    }

    private static (Pole? Pole, bool Negated) Turned(Pole? pole, bool negated) =>
        negated && pole is { } p && EitherOr.Contains(p.Scale) ? (p with { Up = !p.Up }, false) : (pole, negated);

    // "Found alive" is about life, not about finding; "died, and one came out alive" is about death.
    private static Pole? PoleOf(Proposition proposition, ImmutableArray<Part> parts)
    {
        string predicate = proposition.Predicate.ToLowerInvariant();
        var own = Poles.Of(predicate);
        if (own is not null && !ResultVerbs.Contains(predicate))
            return own;
        foreach (var part in parts)
        {
            bool result = part.Argument.Role is ArgumentRole.Complement or ArgumentRole.Object || (part.Argument.Role == ArgumentRole.Modifier && part.Words.Length == 1);
            if (result && part.Head is { } head && Poles.Of(head.Key) is { } pole && (part.Argument.Role != ArgumentRole.Object || ResultVerbs.Contains(predicate)))
                return pole;
        }
        return own;
    }

    private static Part PartOf(Argument argument, HashSet<string> times)
    {
        var words = Distinct(argument.Lemmas, times);
        Word? head = Word.Of(argument.Head);
        if (head is null && NumberWords.Contains(argument.Head.Length == 0 ? "0" : argument.Head.ToLowerInvariant()))
            head = words.Length > 0 && argument.Lemmas.Length > 1 ? words[0] : null;
        int at = head is null ? 0 : Math.Max(0, words.IndexOf(head));
        return new Part(argument, head, words[..at], words);
    }

    private static ImmutableArray<Word> Distinct(ImmutableArray<string> lemmas, HashSet<string> times)
    {
        var words = ImmutableArray.CreateBuilder<Word>(lemmas.Length);
        foreach (string lemma in lemmas)
            if (Word.Of(lemma) is { } word && !times.Contains(word.Key) && !words.Contains(word))
                words.Add(word);
        return words.ToImmutable();
    }

    private static HashSet<string> TimeWords(ImmutableArray<TimeMention> times)
    {
        var words = new HashSet<string>(StringComparer.Ordinal);
        foreach (var time in times)
            words.UnionWith(time.Resolved.ToLowerInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries));
        return words;
    }
}
