using System.Collections.Immutable;
using Attest.Engine.Model;

namespace Attest.Engine.Weighing;

/// <summary>
/// The constants of weighing. The start, reception and given evidence are fitted on data; the others are starting points that keep an order which the editorial rules
/// demand (a record above newsrooms, a newsroom above a party, copies nothing), until live outcomes fit them. Each says where it came from.
/// </summary>
internal static class Calibration
{
    /// <summary>R2: origins that a confirmation needs.</summary>
    public const int Origins = 2;

    /// <summary>R14: origins that it needs while the story is young.</summary>
    public const int OriginsWhileBreaking = 3;

    /// <summary>R6: newsrooms with direct knowledge that unnamed sources need. Starting point of the editorial rules.</summary>
    public const int NewsroomsForUnnamed = 3;

    /// <summary>R14: how long a story is young, by the editorial rules.</summary>
    public static readonly TimeSpan BreakingWindow = TimeSpan.FromHours(2);

    /// <summary>Row 11: silence after which an unconfirmed claim lapses. Starting point of the editorial rules.</summary>
    public static readonly TimeSpan Lapse = TimeSpan.FromDays(14);

    /// <summary>R9: values of a series whose as-of lies within this are of one time, so that they contradict instead of following one another.
    /// A guess: two outlets' counts taken at one briefing appear within the hour.</summary>
    public static readonly TimeSpan SameTime = TimeSpan.FromHours(1);

    /// <summary>R9: what was said longer than this before a claim was first made speaks of an earlier moment and does not contradict it, unless it denies it. A guess:
    /// that miners were trapped in the evening does not contradict that they were found at night.</summary>
    public static readonly TimeSpan OneMoment = TimeSpan.FromHours(3);

    /// <summary>R10: share by which an exact figure may differ from "about" so that it bears it out. A guess: half a unit of a two-digit round figure.</summary>
    public const decimal AboutShare = 0.05m;

    /// <summary>Log-odds from which every claim starts: 29 of 83 decided rumours of the Emergent set (<c>verdicts</c>, train) were true.</summary>
    public const double Start = -0.62;

    /// <summary>Share of its full worth that each further independent origin keeps. A guess; guarded by <c>verdicts</c> (Brier).</summary>
    public const double Diminishing = 0.7;

    /// <summary>All evidence that does not count for R2 together adds at most this. A guess: half an origin.</summary>
    public const double MostOfTheRest = 0.6;

    /// <summary>A specific denial by a party with knowledge. A guess: as much as one newsroom.</summary>
    public const double Denial = -1.1;

    /// <summary>The first independent origin that says otherwise. A guess: somewhat more than one that says so, because news errs towards yes.</summary>
    public const double Contradiction = -1.4;

    /// <summary>
    /// How independent reports that tell of a claim take it: the mean chance that they tell it as not so, one report at <see cref="ReceptionPrior"/> counted in, since few reports tell
    /// little. At <see cref="ReceptionNeutral"/> it adds nothing; each step of log-odds above it takes away <see cref="ReceptionSlope"/> of one. By logistic regression over the claims
    /// of <c>verdicts</c> (train), tenors by models that had not seen the claim's fold. Guarded by `brier` and `auc` of <c>verdicts</c>.
    /// </summary>
    public const double ReceptionPrior = 0.1, ReceptionNeutral = 0.08, ReceptionSlope = 1.1;

    /// <summary>The most that reception takes away and adds: no report says that it is so by its tenor. A judgement.</summary>
    public const double ReceptionLeast = -3, ReceptionMost = 1;

    /// <summary>The story's first two hours. A guess.</summary>
    public const double Breaking = -0.4;

    /// <summary>Unnamed sources only. A guess.</summary>
    public const double UnnamedOnly = -0.3;

    /// <summary>What one origin adds where it counts for R2, by its grade; an official within his competence is <see cref="EvidenceGrade.PartyStatement"/>.
    /// Two newsrooms make 78 %, three 86 %, two competent bodies 85 %, a record 97 %: orders of magnitude of published newsroom error rates.</summary>
    public static double OfCounting(EvidenceGrade grade) => grade switch
    {
        EvidenceGrade.PrimaryRecord => 4.2,
        EvidenceGrade.SawRecord => 1.7,
        EvidenceGrade.OwnReporting => 1.1,
        EvidenceGrade.NamedDirect => 1.0,
        EvidenceGrade.PartyStatement => 1.4,
        EvidenceGrade.SeveralUnnamed => 0.8,
        EvidenceGrade.OneUnnamed => 0.6,
        _ => 0,
    };

    /// <summary>What one origin adds where it does not count for R2. Guesses below half of what counts.</summary>
    public static double OfTheRest(EvidenceGrade grade) => grade switch
    {
        EvidenceGrade.PrimaryRecord or EvidenceGrade.PartyStatement => 0.4,
        EvidenceGrade.OwnReporting or EvidenceGrade.NamedDirect or EvidenceGrade.SawRecord => 0.3,
        EvidenceGrade.SeveralUnnamed => 0.3,
        EvidenceGrade.OneUnnamed => 0.2,
        _ => 0,
    };

    /// <summary>Between which probabilities a standing leaves the number: what is refuted is not likely, what nobody confirmed not almost certain.</summary>
    public static (double Least, double Most) Bounds(Standing standing) => standing switch
    {
        Standing.OnRecord => (0.90, 0.99),
        Standing.Corroborated => (0.70, 0.97),
        Standing.Disputed => (0.10, 0.60),
        Standing.Refuted or Standing.Retracted or Standing.Corrected => (0.01, 0.03),
        Standing.Lapsed => (0.01, 0.20),
        Standing.Superseded => (0.02, 0.97),
        _ => (0.03, 0.75),
    };

    /// <summary>
    /// From what <see cref="GivenEvidence.Measure"/> measures to the log-odds of supported, refuted, open and disputed, a row each.
    /// Fitted on folds 1 to 4 of Climate-FEVER's training part (tools/Attest.Train, `--only outlook`). Guarded by `nll` of the task `evidence`.
    /// </summary>
    public static readonly ImmutableArray<double> GivenOdds =
    [
        0.07, 0.31, -0.23, 0.47, -0.36,
        -0.24, 0.13, 0.47, -0.43, 0.35,
        0.48, -0.33, -0.48, -0.44, -0.16,
        -0.36, -0.11, 0.24, 0.41, 0.17,
    ];

    /// <summary>What is added to the logarithm of each outcome's chance before the likeliest is told: best for accuracy and macro F1 together on the same folds. Guarded by both of `evidence`.</summary>
    public static readonly ImmutableArray<double> GivenTold = [-0.4, 0.3, 0, 0];

    /// <summary>Kinds that nobody is competent for (R5).</summary>
    public static readonly ImmutableArray<ClaimKind> BeyondCompetence =
        [ClaimKind.Cause, ClaimKind.Motive, ClaimKind.Allegation, ClaimKind.Forecast, ClaimKind.Opinion];
}
