using System.Collections.Immutable;

namespace Attest.Engine.Matching;

/// <summary>
/// The set values of matching. <see cref="LooseEnds"/> was fitted by hand on the first set of invented pairs (tests/…/Matching/pairs.tsv); the others are
/// judgements, not fitted. The second set (pairs-held.tsv) guards them.
/// </summary>
internal static class Calibration
{
    /// <summary>From this similarity on two heads name the same thing: equal, synonym, derivation or kind of; vectors alone never reach it.</summary>
    public const float SameWord = 0.8f;

    /// <summary>A synonym in WordNet; below 1 so that equal words win an alignment.</summary>
    public const float Synonym = 0.95f;

    /// <summary>A word made from the other ("explode", "explosion").</summary>
    public const float Derived = 0.9f;

    /// <summary>The more specific word in place of the general one.</summary>
    public const float KindOf = 0.85f;

    /// <summary>The general word in place of the more specific one.</summary>
    public const float GeneralFor = 0.45f;

    /// <summary>Below this cosine two words have nothing in common; above it they count by half of it.</summary>
    public const float NearWords = 0.6f;

    /// <summary>Weighted share of words that may stand without a counterpart on either side of two propositions that say the same.</summary>
    public const float LooseEnds = 0.2f;

    /// <summary>The same for the claim's side where a statement entails it.</summary>
    public const float LooseEndsOfEntailed = 0.16f;

    /// <summary>Least weight, as a share of its own, of a word that nearly every statement of the story holds.</summary>
    public const float LeastGiven = 0.15f;

    /// <summary>States further apart than this follow one another; nearer ones contradict.</summary>
    public static readonly TimeSpan Succession = TimeSpan.FromHours(12);

    /// <summary>Figures nearer than this have the same as-of (R9).</summary>
    public static readonly TimeSpan SameAsOf = TimeSpan.FromHours(1);

    /// <summary>How far "about" reaches on either side of its figure.</summary>
    public const decimal AboutReaches = 0.1m;

    /// <summary>Weighted share of event words that two figures of one series have in common.</summary>
    public const float SeriesOverlap = 0.5f;

    /// <summary>A day or a week that only one side names is the report's own; a stretch longer than this is not. A judgement.</summary>
    public static readonly TimeSpan LongStretch = TimeSpan.FromDays(45);

    /// <summary>Candidates that are compared in full. A bound on time, not fitted: what ranks below it by shared rare words is missed.</summary>
    public const int Candidates = 64;

    /// <summary>
    /// What is added to the log-odds of agreeing, disagreeing, discussing and unrelated: best for macro F1 over folds 1 to 4 of FNC-1's training part, each
    /// judged by models of the others (tools/Attest.Train, `--only stance-weights`). Guarded by `macroF1` of the task `stance`.
    /// </summary>
    public static readonly ImmutableArray<float> StanceWeights = [-0.1f, 0.3f, -0.3f, 0];

    /// <summary>Share of a claim's words that a report which tells of it may lack. A judgement; `verdicts` (Brier) guards it.</summary>
    public const double UntoldWords = 0.34;

    /// <summary>BM25's saturation of repeated words and its share of a text's length, at usual values (Robertson and Zaragoza 2009).</summary>
    public const float Saturation = 1.2f, LengthShare = 0.5f;

    /// <summary>How much more a shared name tells than another word as rare. A judgement, not fitted; `map5` of the task `retrieval` guards it.</summary>
    public const float NameFactor = 1.3f;
}
